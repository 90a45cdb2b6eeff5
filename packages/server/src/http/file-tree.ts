import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

/**
 * Every file of a folder by its path from there, `/` first. Names that begin with a dot are left out, and so is every link
 * that leads out of the folder or to another folder.
 */
export async function readFileTree(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const root = await realpath(folder)
  const found = new Map<string, Buffer>()
  await readInto(found, root, '')
  return found
}

async function readInto(found: Map<string, Buffer>, root: string, path: string): Promise<void> {
  for (const entry of await readdir(join(root, path), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const own = `${path}/${entry.name}`
    if (entry.isDirectory()) await readInto(found, root, own)
    else if (await isFileWithin(root, own)) found.set(own, await readFile(join(root, own)))
  }
}

async function isFileWithin(root: string, path: string): Promise<boolean> {
  try {
    const target = await realpath(join(root, path))
    const leadsToDotFile = target
      .slice(root.length)
      .split(sep)
      .some(name => name.startsWith('.'))
    return target.startsWith(root + sep) && !leadsToDotFile && (await stat(target)).isFile()
  } catch {
    // A link to nowhere.
    return false
  }
}
