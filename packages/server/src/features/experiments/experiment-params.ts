import { Type } from 'typebox'

export const ExperimentParams = Type.Object({ experiment_id: Type.String() })
