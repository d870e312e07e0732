/** A cache that forgets what was used longest ago when it holds more bytes than it may. */
export class Lru<K, V> {
  readonly #entries = new Map<K, { readonly value: V; readonly size: number }>()
  readonly #limit: number
  #size = 0

  constructor(limitBytes: number) {
    this.#limit = limitBytes
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    // Map keeps the order of insertion: the newest goes to the end.
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: K, value: V, sizeBytes: number): void {
    this.delete(key)
    this.#entries.set(key, { value, size: sizeBytes })
    this.#size += sizeBytes
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#limit || oldest === key) break
      this.delete(oldest)
    }
  }

  delete(key: K): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#size -= entry.size
    this.#entries.delete(key)
  }
}
