import { Type } from 'typebox'

export const ProjectParams = Type.Object({ project_id: Type.String() })
