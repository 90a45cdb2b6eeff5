import assert from 'node:assert/strict'
import type { components } from '@verdict/client'
import type { Page } from 'playwright-core'
import type { Check, Stage } from '../check.ts'
import { get } from '../server-calls.ts'

type LiveStats = components['schemas']['LiveStatsResponse']
type Decision = components['schemas']['DecisionReadoutResponse']

export const experimentChecks: readonly Check[] = [
  {
    name: 'the numbers of the experiment page are those of the API',
    run: stage =>
      openExperiment(stage, stage.seeded.win, async page => {
        const live = await get<LiveStats>(stage.server.url, `/api/v1/experiments/${stage.seeded.win}/live-stats`)
        const decision = await get<Decision>(stage.server.url, `/api/v1/experiments/${stage.seeded.win}/decision`)
        const { control, treatment, analysis, always_valid } = live.comparisons[0]!
        const arms = table(page, 'Arms')
        assert.deepEqual(
          await column(arms, 'exposed'),
          [control, treatment].map(arm => count(arm.exposed_users)),
        )
        assert.deepEqual(
          await column(arms, 'converted'),
          [control, treatment].map(arm => count(arm.converted_users)),
        )
        assert.deepEqual(
          await column(arms, 'outcome'),
          [control, treatment].map(arm => `${(100 * arm.conversion_rate!).toFixed(2)}%`),
        )
        const comparisons = table(page, 'Comparisons with control')
        assert.equal((await column(comparisons, 'effect'))[0], `+${analysis!.observed_effect.toFixed(2)}`)
        assert.deepEqual(await column(comparisons, 'interval'), [
          interval(analysis!.ci_lower, analysis!.ci_upper),
          interval(100 * always_valid!.ci_sequence_lower!, 100 * always_valid!.ci_sequence_upper!),
        ])
        assert.deepEqual(await column(comparisons, 'p'), [
          scientific(analysis!.p_value_log10!),
          scientific(always_valid!.always_valid_p_value_log10!),
        ])
        assert.equal(await page.locator('[data-verdict]').getAttribute('data-verdict'), decision.verdict)
        for (const { code } of decision.reasons) await page.locator(`[data-code=${code}]`).waitFor()
        assert.equal(await page.locator('[data-code]').count(), decision.reasons.length)
        await page.getByText(decision.data_version, { exact: true }).waitFor()
      }),
  },
  {
    name: 'every text has its values filled in',
    run: async stage => {
      for (const id of Object.values(stage.seeded)) {
        await openExperiment(stage, id, async page => {
          assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /\{\{|undefined|NaN|\[object/)
        })
      }
    },
  },
  {
    name: 'a sample-ratio mismatch blocks the verdict and says why',
    run: stage =>
      openExperiment(stage, stage.seeded.mismatch, async page => {
        assert.equal(await page.locator('[data-verdict]').getAttribute('data-verdict'), 'no_ship')
        await page.locator('[data-code=srm_mismatch]').waitFor()
        await page.getByText('Mismatch', { exact: true }).waitFor()
      }),
  },
  {
    name: 'three arms, CUPED and strata are shown with their numbers',
    run: stage =>
      openExperiment(stage, stage.seeded.revenue, async page => {
        const live = await get<LiveStats>(stage.server.url, `/api/v1/experiments/${stage.seeded.revenue}/live-stats`)
        const cuped = live.cuped.comparisons.map(row => `${row.variance_reduction_pct!.toFixed(1)}%`)
        assert.deepEqual(await column(table(page, 'CUPED'), 'reduction'), cuped)
        const strata = live.stratified.comparisons[0]!.strata
        assert.deepEqual(
          await table(page, 'Effect by stratum').locator('tbody th').allTextContents(),
          strata.map(({ stratum }) => stratum),
        )
        assert.deepEqual(
          await column(table(page, 'Effect by stratum'), 'effect-1'),
          strata.map(({ effect }) => signed(effect!)),
        )
      }),
  },
  {
    name: 'an archived experiment still reads',
    run: stage =>
      openExperiment(stage, stage.seeded.archived, async page => {
        await page.getByRole('heading', { name: 'Old banner' }).waitFor()
        await page.getByText('Archived', { exact: true }).waitFor()
      }),
  },
  {
    name: 'an unknown id says that there is no such experiment',
    run: ({ browser, server }) =>
      browser.withPage({ expectedStatuses: [404] }, async page => {
        await page.goto(`${server.url}/experiments/unknown`)
        await page.getByText('No experiment has this id').waitFor()
        assert.equal(await page.title(), 'Experiment not found · Verdict')
      }),
  },
]

function openExperiment({ browser, server }: Stage, id: string, run: (page: Page) => Promise<void>): Promise<void> {
  return browser.withPage({ expectedStatuses: [404] }, async page => {
    await page.goto(`${server.url}/experiments/${id}`)
    await page.locator('[data-verdict]').waitFor()
    await run(page)
  })
}

function table(page: Page, label: string) {
  return page.locator(`section[aria-label="${label}"] table`)
}

async function column(parent: ReturnType<typeof table>, name: string): Promise<string[]> {
  return parent.locator(`td[data-column="${name}"]`).allTextContents()
}

function count(value: number): string {
  return value.toLocaleString('en')
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2)
  return `${value < 0 ? '−' : '+'}${text}`
}

function interval(lower: number, upper: number): string {
  return `[${lower.toFixed(2)}; ${upper.toFixed(2)}]`
}

function scientific(log10: number): string {
  const exponent = Math.floor(log10)
  const digits = [...String(-exponent)].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
  return `${(10 ** (log10 - exponent)).toFixed(1)} × 10⁻${digits}`
}
