/** Most words remembered. A word costs about 200 bytes; English news has fewer in daily use. */
const REMEMBERED = 120_000
const SLOT_BITS = 18
const SLOT_MASK = (1 << SLOT_BITS) - 1

/**
 * Remembers something of each raw word, found by its place in a text: no string is made for a word that is known. Adding an article
 * spends most of its time here.
 */
export class WordTable<T> {
  readonly #slots = new Int32Array(1 << SLOT_BITS)
  readonly #hashes = new Int32Array(REMEMBERED)
  #words: string[] = []
  #values: T[] = []

  /** Whether words have to be forgotten before more are learned. */
  get full(): boolean {
    return this.#words.length > REMEMBERED - REMEMBERED / 8
  }

  /** Returns what is known of the word at a place of a text. */
  find(text: string, start: number, end: number): T | undefined {
    const hash = hashAt(text, start, end)
    for (let slot = hash & SLOT_MASK; ; slot = (slot + 1) & SLOT_MASK) {
      const index = (this.#slots[slot] ?? 0) - 1
      if (index < 0) return undefined
      if (this.#hashes[index] !== hash) continue
      const word = this.#words[index] ?? ''
      if (word.length === end - start && text.startsWith(word, start)) return this.#values[index]
    }
  }

  /** Remembers a word that is not known; nothing once the table is full to the brim. */
  learn(word: string, value: T): void {
    const index = this.#words.length
    if (index >= REMEMBERED) return
    const hash = hashAt(word, 0, word.length)
    let slot = hash & SLOT_MASK
    while (this.#slots[slot] !== 0) slot = (slot + 1) & SLOT_MASK
    this.#slots[slot] = index + 1
    this.#hashes[index] = hash
    this.#words.push(word)
    this.#values.push(value)
  }

  clear(): void {
    this.#slots.fill(0)
    this.#words = []
    this.#values = []
  }
}

function hashAt(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}
