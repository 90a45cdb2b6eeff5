import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

describe('the lock file', () => {
  it('holds the package of every platform, so that npm ci takes it anywhere', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, LockedPackage>
    }
    const paths = Object.keys(packages)

    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter(name => /-(arm64|x64)(-musl)?$/.test(name))
      .filter(name => !paths.some(path => path.endsWith(`node_modules/${name}`)))

    expect(missing).toEqual([])
  })
})
