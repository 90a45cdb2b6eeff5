import type { Speech } from '../../i18n/language-context.ts'
import { armName } from './arm-name.ts'
import type { LiveStats } from './reading.ts'

export type SrmCause = LiveStats['srm']['causes'][number]

/** A cause in words; null for a code of a newer server. */
export function srmCauseText(cause: SrmCause, armCount: number, speech: Speech): string | null {
  const { causes, filters } = speech.words.readout.srm
  const { code } = cause
  if (!isKnown(code, causes)) return null
  const evidence: Readonly<Record<string, unknown>> = cause.evidence
  const arms = Array.isArray(evidence.arms) ? evidence.arms : []
  const reason = String(evidence.reason)
  return speech.say(causes[code], {
    arms: arms.map(arm => armName(Number(arm), armCount, speech)).join(', '),
    filter: Object.hasOwn(filters, reason) ? filters[reason as keyof typeof filters] : reason,
    // At noon, so that it is the same day wherever it is read.
    date: typeof evidence.date === 'string' ? speech.formats.date(`${evidence.date}T12:00:00Z`) : '',
    stratum: String(evidence.stratum),
  })
}

type Causes = Speech['words']['readout']['srm']['causes']

function isKnown(code: string, causes: Causes): code is keyof Causes {
  return Object.hasOwn(causes, code)
}
