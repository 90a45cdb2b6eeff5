/** Those who want to be told. One that throws keeps nobody else from being told: its error surfaces as an unhandled rejection. */
export class Listeners<Told> {
  readonly #listeners = new Set<(told: Told) => void>()

  add(listener: (told: Told) => void): () => void {
    // A function of its own, so that one listener may be added twice.
    const own = (told: Told) => listener(told)
    this.#listeners.add(own)
    return () => {
      this.#listeners.delete(own)
    }
  }

  tell(told: Told): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(told)
      } catch (error) {
        void Promise.reject(error)
      }
    }
  }
}
