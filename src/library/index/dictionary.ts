/**
 * The sorted words of a segment as one run of UTF-8 bytes: nothing is parsed on opening and no string is made until a word is
 * asked for. Words are ordered by their bytes, which is the order of their code points.
 */
export class Dictionary {
  readonly bytes: Uint8Array
  /** Where word i begins; one more than there are words. */
  readonly offsets: Uint32Array
  readonly #text: Buffer

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes
    this.offsets = offsets
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get size(): number {
    return Math.max(0, this.offsets.length - 1)
  }

  /** Returns the word at a place. */
  word(index: number): string {
    return this.#text.toString('utf8', this.offsets[index], this.offsets[index + 1])
  }

  /** Returns the place of a word, −1 when it is not there. O(log n). */
  find(word: Uint8Array): number {
    const at = this.#lowerBound(word)
    return at < this.size && this.#compare(at, word) === 0 ? at : -1
  }

  /** Returns the half-open range of words that begin so. */
  range(prefix: Uint8Array): { start: number; end: number } {
    const start = this.#lowerBound(prefix)
    let low = start
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#beginsWith(middle, prefix)) low = middle + 1
      else high = middle
    }
    return { start, end: low }
  }

  #lowerBound(word: Uint8Array): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(middle, word) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #compare(index: number, word: Uint8Array): number {
    const { bytes, offsets } = this
    const start = offsets[index] ?? 0
    const length = (offsets[index + 1] ?? start) - start
    const shared = Math.min(length, word.length)
    for (let i = 0; i < shared; i++) {
      const apart = (bytes[start + i] ?? 0) - (word[i] ?? 0)
      if (apart !== 0) return apart
    }
    return length - word.length
  }

  #beginsWith(index: number, prefix: Uint8Array): boolean {
    const { bytes, offsets } = this
    const start = offsets[index] ?? 0
    if ((offsets[index + 1] ?? start) - start < prefix.length) return false
    for (let i = 0; i < prefix.length; i++) if (bytes[start + i] !== prefix[i]) return false
    return true
  }
}

const encoder = new TextEncoder()

/** Returns the bytes under which a word is kept. */
export function bytesOf(word: string): Uint8Array {
  return encoder.encode(word)
}

/** Sorts entries by their word as a dictionary keeps them: by code point. */
export function sortWords<T>(entries: [string, T][]): [string, T][] {
  let plain = true
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (const [word] of entries) {
    if (/[\uD800-\uDFFF]/.test(word)) plain = false
  }
  // JavaScript orders by UTF-16 unit, which differs only beyond the basic plane.
  if (!plain) entries.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return entries
}
