import { fuzz } from './fuzz.ts'

// npm run fuzz -- COUNT SEED: as many requests as the issue asks for, unless told otherwise.
const [count = '20000', seed = '20261123'] = process.argv.slice(2)
const started = performance.now()
const report = await fuzz(Number(count), Number(seed), done => {
  if (done % 1000 === 0) process.stderr.write(`${done} of ${count}\n`)
})
const { findings, ...counts } = report
const seconds = Math.round((performance.now() - started) / 1000)
process.stdout.write(`${[JSON.stringify({ seed: Number(seed), seconds, ...counts }), ...findings].join('\n')}\n`)
process.exit(findings.length === 0 ? 0 : 1)
