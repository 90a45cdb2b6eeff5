import { ArmsPanel } from './arms-panel.tsx'
import { CupedPanel } from './cuped-panel.tsx'
import { EffectsPanel } from './effects-panel.tsx'
import { GuardrailPanel } from './guardrail-panel.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { NoDataGuide } from './no-data-guide.tsx'
import { PopulationPanel } from './population-panel.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import type { Decision, LiveStats, Reading } from './reading.ts'
import classes from './readout.module.css'
import { SecondaryPanel } from './secondary-panel.tsx'
import { SrmPanel } from './srm-panel.tsx'
import { StrataPanel } from './strata-panel.tsx'
import { TimingPanel } from './timing-panel.tsx'
import { VerdictCard } from './verdict-card.tsx'

/** The verdict first, then what it rests on, then what it leaves out. */
export function ReadoutView({ reading, experimentId }: { reading: Reading; experimentId: string }) {
  const live = reading.live.body
  const decision = reading.decision.body
  const isEmpty = live.exposures_total === 0
  return (
    <div className={classes.grid}>
      {isEmpty && (
        <div className={classes.full}>
          <NoDataGuide experimentId={experimentId} metric={live.primary_metric_name} />
        </div>
      )}
      <div className={classes.wide}>
        <VerdictCard live={live} decision={decision} readAt={reading.readAt} />
      </div>
      <ProgressPanel live={live} decision={decision} />
      {!isEmpty && <Evidence live={live} decision={decision} />}
    </div>
  )
}

function Evidence({ live, decision }: { live: LiveStats; decision: Decision }) {
  return (
    <>
      <div className={classes.full}>
        <EffectsPanel live={live} decision={decision} />
      </div>
      <div className={`${classes.full} ${classes.arms}`}>
        <ArmsPanel live={live} />
        <SrmPanel live={live} />
        <TimingPanel live={live} />
      </div>
      {live.guardrail.metrics.length > 0 && (
        <div className={classes.full}>
          <GuardrailPanel live={live} />
        </div>
      )}
      {live.secondary.metrics.length > 0 && (
        <div className={classes.full}>
          <SecondaryPanel live={live} />
        </div>
      )}
      {live.cuped.status === 'available' && (
        <div className={classes.full}>
          <CupedPanel live={live} decision={decision} />
        </div>
      )}
      {live.stratified.status === 'available' && (
        <div className={classes.full}>
          <StrataPanel live={live} decision={decision} />
        </div>
      )}
      <div className={classes.wide}>
        <PopulationPanel live={live} />
      </div>
      <MissingPanel live={live} />
    </>
  )
}
