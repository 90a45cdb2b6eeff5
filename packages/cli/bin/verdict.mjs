#!/usr/bin/env node
import { existsSync } from 'node:fs'

// A file of its own, so that npm can link the command before anything is built.
const built = new URL('../dist/verdict.js', import.meta.url)
if (!existsSync(built)) {
  process.exit(1)
}
await import(built.href)
