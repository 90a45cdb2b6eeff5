import { clickhouseGone } from './clickhouse-gone.ts'
import { clockSetBack } from './clock-set-back.ts'
import { damagedFile } from './damaged-file.ts'
import type { Fault } from './fault.ts'
import { fullDisk } from './full-disk.ts'
import { killAtRandom } from './kill-at-random.ts'
import { syncBeforeAnswer } from './sync-before-answer.ts'
import { tornLog } from './torn-log.ts'

/** In the order in which they are run. A fault of another engine is a file beside these and a line here. */
export const faults: readonly Fault[] = [
  syncBeforeAnswer,
  fullDisk,
  clockSetBack,
  tornLog,
  damagedFile,
  clickhouseGone,
  killAtRandom,
]
