import type { Kysely, Selectable } from 'kysely'
import type { RecordedLooksTable, Tables } from '../../database/tables.ts'
import type { LookComparison, RecordedLook } from './look.ts'

/** Looks are written once: the first writer wins, and nothing changes them. */
export class RecordedLooksRepository {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async list(experimentId: string): Promise<readonly RecordedLook[]> {
    const rows = await this.#db
      .selectFrom('recorded_looks')
      .selectAll()
      .where('experiment_id', '=', experimentId)
      .orderBy('look')
      .execute()
    return rows.map(toLook)
  }

  async record(experimentId: string, look: RecordedLook): Promise<void> {
    await this.#db
      .insertInto('recorded_looks')
      .values({
        experiment_id: experimentId,
        look: look.look,
        information_fraction: look.informationFraction,
        boundary_z: look.boundaryZ,
        comparisons_json: JSON.stringify(look.comparisons),
        data_version: look.dataVersion,
        recorded_at: look.recordedAt,
      })
      .onConflict(conflict => conflict.columns(['experiment_id', 'look']).doNothing())
      .execute()
  }
}

function toLook(row: Selectable<RecordedLooksTable>): RecordedLook {
  return {
    look: row.look,
    informationFraction: row.information_fraction,
    boundaryZ: row.boundary_z,
    recordedAt: row.recorded_at,
    dataVersion: row.data_version,
    comparisons: JSON.parse(row.comparisons_json) as readonly LookComparison[],
  }
}
