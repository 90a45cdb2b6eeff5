export type { Inference, NoAnswerReason } from './inference.ts'
export { answer, noAnswer } from './inference.ts'
