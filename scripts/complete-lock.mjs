import { readFileSync, writeFileSync } from 'node:fs'

// npm leaves platform packages out of the lock file that its registry did not offer when the lock was written, and then
// refuses the lock elsewhere. This adds them by name, version and platform; run it after a change of dependencies.
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages = lock.packages
for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const isThere = Object.keys(packages).some(path => path.endsWith(`node_modules/${name}`))
    const [, os, cpu, musl] = /(android|darwin|linux|win32)-(arm64|x64)(-musl)?$/.exec(name) ?? []
    if (isThere || os === undefined) continue
    const libc = os === 'linux' ? { libc: [musl ? 'musl' : 'glibc'] } : {}
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(dev ? { dev } : {}),
      optional: true,
      os: [os],
      ...libc,
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
