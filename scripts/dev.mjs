import { spawn } from 'node:child_process'
import { ensureInstalled } from './install.mjs'

// The server restarts on a change; Vite serves the UI on 5173 and hands API calls on.
ensureInstalled()
const server = spawn('npx', ['tsx', 'watch', 'packages/server/src/main.ts'], { stdio: 'inherit' })
const web = spawn('npx', ['vite'], { cwd: 'packages/web', stdio: 'inherit' })
for (const child of [server, web]) child.once('exit', code => process.exit(code ?? 0))
