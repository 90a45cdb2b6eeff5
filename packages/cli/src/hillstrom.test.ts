import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProgram } from './program.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const extract = join(repository, 'packages/server/fixtures/hillstrom-extract.csv')
const expected = JSON.parse(
  readFileSync(join(repository, 'packages/server/fixtures/hillstrom-extract.json'), 'utf8'),
) as {
  readonly arms: readonly Record<string, number>[]
  readonly comparisons: readonly Record<string, Record<string, number>>[]
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-import-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function verdict(...args: string[]): Promise<string> {
  let printed = ''
  const program = newProgram({ write: text => (printed += text), env: {} }).exitOverride()
  await program.parseAsync(['node', 'verdict', ...args])
  return printed
}

async function bringIn(metric: string): Promise<{ readonly id: string; readonly printed: string }> {
  const project = join(folder, `${metric}.project.json`)
  copyFileSync(join(repository, `examples/hillstrom/${metric}.project.json`), project)
  const mapping = join(repository, `examples/hillstrom/${metric}.mapping.json`)
  const printed = await verdict(
    'import',
    '--project',
    project,
    '--mapping',
    mapping,
    '--file',
    extract,
    '--data',
    join(folder, 'data'),
  )
  const { projectId } = JSON.parse(readFileSync(`${project}.import.json`, 'utf8')) as { readonly projectId: string }
  return { id: projectId, printed }
}

interface Answer {
  readonly live_stats: {
    readonly comparisons: readonly Record<string, never>[]
    readonly cuped: Record<string, never>
    readonly stratified: Record<string, never>
  }
  readonly decision: { readonly verdict: string }
}

async function readout(id: string): Promise<Answer> {
  return JSON.parse(await verdict('readout', id, '--json', '--data', join(folder, 'data'))) as Answer
}

describe('a real experiment from a file to a verdict', () => {
  it.each([
    ['visit', 100],
    ['conversion', 100],
    ['spend', 1],
  ])('%s: the wire gives what R gives, to its digits', async (metric, scale) => {
    const { id, printed } = await bringIn(metric)

    const { live_stats: stats } = await readout(id)

    expect(printed).toContain('exposures: 1730 recorded, 0 already there')
    for (const [index, comparison] of stats.comparisons.entries()) {
      const want = expected.comparisons[index]![metric]!
      const analysis = comparison.analysis as unknown as Record<string, number>
      expect(analysis.observed_effect).toBe(Number((want.effect! * scale).toFixed(4)))
      expect(analysis.ci_lower).toBe(Number((want.lower! * scale).toFixed(4)))
      expect(analysis.ci_upper).toBe(Number((want.upper! * scale).toFixed(4)))
      expect(analysis.test_statistic).toBe(Number(want.statistic!.toFixed(4)))
      expect(analysis.p_value).toBe(Number(want.p!.toFixed(6)))
      expect(analysis.p_value_log10).toBeCloseTo(Math.log10(want.p!), 6)
    }
  })

  it('CUPED and strata too', async () => {
    const { id } = await bringIn('spend')

    const { live_stats: stats } = await readout(id)

    const cuped = (stats.cuped.comparisons as unknown as { analysis: Record<string, number> }[])[0]!.analysis
    expect(cuped.observed_effect).toBe(Number(expected.comparisons[0]!.spend_ancova!.effect!.toFixed(4)))
    expect(stats.cuped.theta).toBe(Number(expected.comparisons[0]!.spend_ancova!.theta!.toFixed(6)))
    const stratified = (stats.stratified.comparisons as unknown as Record<string, number>[])[1]!
    expect(stratified.effect).toBe(Number(expected.comparisons[1]!.spend_by_zip!.effect!.toFixed(6)))
    expect(stratified.standard_error).toBe(Number(expected.comparisons[1]!.spend_by_zip!.se!.toFixed(6)))
  })

  it('prints a table a person can read', async () => {
    const { id } = await bringIn('visit')

    const text = await verdict('readout', id, '--data', join(folder, 'data'))

    expect(text).toMatch(/^(SHIP|DO NOT SHIP|KEEP RUNNING) \(/)
    expect(text).toContain('0 (control)      568         78')
    expect(text).toContain('sample ratio')
  })
})

describe('verdict import', () => {
  it('goes on where it stopped, and never doubles a row', async () => {
    const first = await bringIn('conversion')
    const again = await bringIn('conversion')

    expect(again.id).toBe(first.id)
    expect(again.printed).toContain('conversions: 0 recorded, 0 already there, 148 from before')
  })

  it('sends rows again without harm when its receipt is lost', async () => {
    const { id } = await bringIn('conversion')
    const receipt = join(folder, 'conversion.project.json.import.json')
    const kept = JSON.parse(readFileSync(receipt, 'utf8')) as object
    writeFileSync(receipt, JSON.stringify({ ...kept, acknowledged: {} }))

    const again = await bringIn('conversion')

    expect(again.id).toBe(id)
    expect(again.printed).toContain('exposures: 0 recorded, 1730 already there')
    expect(again.printed).toContain('conversions: 0 recorded, 148 already there')
  })

  it('takes columns by flags', async () => {
    const file = join(folder, 'small.csv')
    writeFileSync(file, 'customer,arm\na,0\nb,1\n')
    const project = join(folder, 'flags.json')
    copyFileSync(join(repository, 'examples/hillstrom/visit.project.json'), project)

    const printed = await verdict(
      'import',
      '--project',
      project,
      '--exposures',
      file,
      '--data',
      join(folder, 'data'),
      '--map',
      'exposures.user_id=customer',
      '--map',
      'exposures.variation_index==arm + 1',
    )

    expect(printed).toContain('exposures: 2 recorded')
  })

  it.each([
    [['--exposures', 'nothing.csv'], /nothing\.csv can not be read/],
    [[], /Nothing to import/],
    [['--exposures', 'x.docx', '--map', 'nonsense'], /kind\.field=column/],
  ])('says what is wrong: %j', async (args, message) => {
    const project = join(folder, 'wrong.json')
    copyFileSync(join(repository, 'examples/hillstrom/visit.project.json'), project)

    await expect(verdict('import', '--project', project, ...args, '--data', join(folder, 'data'))).rejects.toThrow(
      message,
    )
  })

  it('names the item that the server refused', async () => {
    const file = join(folder, 'bad.csv')
    writeFileSync(file, 'user_id,variation_index\na,0\nb,7\n')
    const project = join(folder, 'refused.json')
    copyFileSync(join(repository, 'examples/hillstrom/visit.project.json'), project)

    await expect(
      verdict('import', '--project', project, '--exposures', file, '--data', join(folder, 'data')),
    ).rejects.toThrow(/1 row of .*bad\.csv refused, the others are stored\. row 2, variation_index: value_error/)
  })
})

describe('verdict plan', () => {
  it('sizes without a server', async () => {
    const text = await verdict('plan', '--baseline', '0.042', '--mde', '5', '--traffic', '12000', '--share', '0.6')

    expect(text).toContain('146,642 users per variant in equal arms, 41 days')
  })

  it('says which number is wrong', async () => {
    await expect(verdict('plan', '--baseline', '2', '--mde', '5', '--traffic', '100')).rejects.toThrow(/baseline_value/)
  })
})
