/** Told how far a long computation is: a share from 0 to 1. */
export type OnProgress = (share: number) => void

/** Work that may leave the event loop: pure, from one plain value to another, known to the threads by its name. */
export interface Computation<Input, Output> {
  readonly name: string
  /** Milliseconds it will take on one core, as measured; decides where it runs and who has to wait. */
  foreseenMs(input: Input): number
  run(input: Input, onProgress: OnProgress): Output
  /** How long work is shared between threads, where it can be. */
  readonly parts?: {
    split(input: Input, count: number): readonly Input[]
    merge(outputs: readonly Output[]): Output
  }
}

/** A computation whose types are forgotten, as a thread looks it up. */
export interface NamedComputation {
  readonly name: string
  run(input: never, onProgress: OnProgress): unknown
}
