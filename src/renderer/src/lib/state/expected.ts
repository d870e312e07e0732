/** Answers that are fetched before they are asked for, a few at a time, so that what the reader will open next opens at once. */
export class Expected<Key, Value> {
  readonly #fetch: (key: Key) => Promise<Value>
  #held = new Map<string, Promise<Value>>()

  constructor(fetch: (key: Key) => Promise<Value>) {
    this.#fetch = fetch
  }

  /** Fetches what is not there or on its way yet; all others are let go. */
  expect(keys: readonly Key[]): void {
    const held = new Map<string, Promise<Value>>()
    for (const key of keys) {
      const name = JSON.stringify(key)
      const answer = this.#held.get(name) ?? this.#fetch(key)
      // Whoever asks is told.
      answer.catch(() => undefined)
      held.set(name, answer)
    }
    this.#held = held
  }

  /** What was expected, or fetched now; what could not be fetched before is tried once more. */
  async ask(key: Key): Promise<Value> {
    const held = this.#held.get(JSON.stringify(key))
    if (held === undefined) return this.#fetch(key)
    return held.catch(() => this.#fetch(key))
  }

  /** What is held may no longer be true. */
  forget(): void {
    this.#held.clear()
  }
}
