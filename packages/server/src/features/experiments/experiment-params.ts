import { Type } from 'typebox'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { shownAs } from '../../http/schema.ts'

export const ExperimentParams = Type.Object({ experiment_id: shownAs(Type.String(), EXAMPLE_IDS.project) })
