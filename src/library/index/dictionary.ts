/**
 * The sorted words of a segment as one run of UTF-8 bytes: nothing is parsed on opening and no string is made until a word is
 * asked for. Words are ordered by their bytes, which is the order of their code points.
 */
export class Dictionary {
  readonly bytes: Uint8Array
  /** Where word i begins; one more than there are words. */
  readonly offsets: Uint32Array
  readonly #text: Buffer
  #letters: Uint32Array | undefined

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

  /** Which of 32 classes of bytes each word holds, as bits: words of few edits differ in few of them. Made when first asked for. */
  get letters(): Uint32Array {
    this.#letters ??= Uint32Array.from({ length: this.size }, (_, index) =>
      lettersOf(this.bytes, this.offsets[index] ?? 0, this.offsets[index + 1] ?? 0)
    )
    return this.#letters
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

  /** Returns the places of the words that hold a run of bytes, ascending, at most `limit`. O(bytes). */
  containing(run: Uint8Array, limit: number): number[] {
    const { offsets } = this
    const found: number[] = []
    for (let at = this.#text.indexOf(run); at >= 0 && found.length < limit;) {
      let low = 0
      let high = this.size - 1
      while (low < high) {
        const middle = (low + high + 1) >>> 1
        if ((offsets[middle] ?? 0) <= at) low = middle
        else high = middle - 1
      }
      const end = offsets[low + 1] ?? 0
      // Words stand next to each other: a run may reach from one into the next.
      const inside = at + run.length <= end
      if (inside) found.push(low)
      at = this.#text.indexOf(run, inside ? end : at + 1)
    }
    return found
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

/** Returns which classes of bytes a stretch holds; see `Dictionary.letters`. */
export function lettersOf(bytes: Uint8Array, start: number, end: number): number {
  let letters = 0
  for (let i = start; i < end; i++) letters |= 1 << ((bytes[i] ?? 0) & 31)
  return letters >>> 0
}

const encoder = new TextEncoder()

/** Returns the bytes under which a word is kept. */
export function bytesOf(word: string): Uint8Array {
  return encoder.encode(word)
}

/** Most entries that are sorted by number; 20 bits of a key are left for an entry's place. */
const MOST_KEYED = 2 ** 20

/**
 * Sorts entries by their word as a dictionary keeps them: by code point. By the first four bytes, as numbers, and by letters only
 * where those are the same: adding articles spends much of its time here.
 */
export function sortWords<T>(entries: [string, T][]): [string, T][] {
  if (entries.length > MOST_KEYED) return entries.sort(([a], [b]) => compareWords(a, b))
  const keys = new Float64Array(entries.length)
  let place = 0
  for (const [word] of entries) {
    keys[place] = keyOf(word) * MOST_KEYED + place
    place++
  }
  keys.sort()
  const sorted: [string, T][] = []
  for (const key of keys) {
    const entry = entries[key % MOST_KEYED]
    if (entry !== undefined) sorted.push(entry)
  }
  for (let start = 0; start < keys.length;) {
    const beyond = (Math.floor((keys[start] ?? 0) / MOST_KEYED) + 1) * MOST_KEYED
    let end = start + 1
    while (end < keys.length && (keys[end] ?? 0) < beyond) end++
    if (end - start > 1) {
      const same = sorted.slice(start, end).sort(([a], [b]) => compareWords(a, b))
      for (const entry of same) sorted[start++] = entry
    }
    start = end
  }
  return sorted
}

/** Returns the first four bytes of a word, as a number that orders like them. */
function keyOf(word: string): number {
  let key = 0
  for (let i = 0; i < 4; i++) {
    const unit = i < word.length ? word.charCodeAt(i) : 0
    if (unit > 127) return Buffer.from(`${word.slice(0, 4)}\0\0\0\0`).readUInt32BE(0)
    key = key * 256 + unit
  }
  return key
}

/** Orders words by code point; JavaScript does by UTF-16 unit, which differs only beyond the basic plane. */
function compareWords(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    const far = isSurrogate(x)
    return far === isSurrogate(y) ? x - y : far ? 1 : -1
  }
  return a.length - b.length
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff
