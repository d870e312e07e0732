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
    if (this.#letters === undefined) {
      const { bytes, offsets } = this
      this.#letters = new Uint32Array(this.size)
      for (let index = 0; index < this.#letters.length; index++)
        this.#letters[index] = lettersOf(bytes, offsets[index] ?? 0, offsets[index + 1] ?? 0)
    }
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

/** Most places that are sorted by number; 20 bits of a key are left for a place. */
const MOST_KEYED = 2 ** 20
/** Fewer are put in order one by one. */
const FEW = 8

/**
 * Returns the places of a list of words in the order of their bytes: word i stands in `bytes` from `starts[words[i]]` on. By four bytes
 * at a time, as numbers: adding articles spends much of its time here.
 */
export function sortWords(words: Uint32Array, bytes: Uint8Array, starts: Uint32Array): Uint32Array {
  const order = new Uint32Array(words.length)
  for (let place = 0; place < order.length; place++) order[place] = place
  const key = (place: number, from: number): number => {
    const word = words[place] ?? 0
    return keyOf(bytes, (starts[word] ?? 0) + from, starts[word + 1] ?? 0)
  }
  const compare = (a: number, b: number, from: number): number => {
    for (let at = from; ; at += 4) {
      const left = key(a, at)
      const apart = left - key(b, at)
      if (apart !== 0 || left === 0) return apart
    }
  }
  const sort = (start: number, end: number, from: number): void => {
    const count = end - start
    if (count <= FEW) insert(order, start, end, (a, b) => compare(a, b, from))
    else if (count > MOST_KEYED) order.subarray(start, end).sort((a, b) => compare(a, b, from))
    else {
      const before = order.slice(start, end)
      const keys = new Float64Array(count)
      for (let i = 0; i < count; i++) keys[i] = key(before[i] ?? 0, from) * MOST_KEYED + i
      keys.sort()
      for (let i = 0; i < count; i++) order[start + i] = before[(keys[i] ?? 0) % MOST_KEYED] ?? 0
      for (let i = 0; i < count;) {
        const same = Math.floor((keys[i] ?? 0) / MOST_KEYED)
        const first = i
        while (i < count && Math.floor((keys[i] ?? 0) / MOST_KEYED) === same) i++
        if (i - first > 1 && same > 0) sort(start + first, start + i, from + 4)
      }
    }
  }
  sort(0, order.length, 0)
  return order
}

function insert(
  order: Uint32Array,
  start: number,
  end: number,
  compare: (a: number, b: number) => number
): void {
  for (let i = start + 1; i < end; i++) {
    const place = order[i] ?? 0
    let at = i
    for (; at > start && compare(order[at - 1] ?? 0, place) > 0; at--)
      order[at] = order[at - 1] ?? 0
    order[at] = place
  }
}

/** Returns the next four bytes of a word as a number that orders like them; zeros stand behind its end. No word holds a zero. */
export function keyOf(bytes: Uint8Array, start: number, end: number): number {
  let key = 0
  for (let i = start; i < start + 4; i++) key = key * 256 + (i < end ? (bytes[i] ?? 0) : 0)
  return key
}
