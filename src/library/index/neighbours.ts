/** Documents whose bits stand together; 32 to an element, so that those of a row fill a line of the processor's cache. */
const PER_BLOCK = 512
const BLOCK_BITS = 9
const ROW_BITS = 4
/**
 * Rows, a power of two: each stands for every pair of neighbours that falls on it. More take memory (12 KB for 100,000 documents) and
 * let fewer documents pass that lack the pair: about a third of those of 800 words with these.
 */
const ROWS = 2048

/**
 * Which documents may hold two words side by side, a bit for each document and row: looking at thousands of documents touches a
 * line of memory for each 512 of them.
 * Sources: Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13 (1970), with one hash; laid out by rows as in
 * Goodwin et al., "BitFunnel: Revisiting signatures for search", SIGIR 2017.
 */
export class Neighbours {
  readonly #blocks: Uint32Array[] = []

  /** How much memory it takes, in units of 16 bits. */
  get size(): number {
    return this.#blocks.length * ((ROWS * PER_BLOCK) / 16)
  }

  /** Notes the pairs of a document's words. */
  add(doc: number, words: Uint16Array): void {
    const number = doc >>> BLOCK_BITS
    while (this.#blocks.length <= number)
      this.#blocks.push(new Uint32Array((ROWS * PER_BLOCK) / 32))
    const block = this.#blocks[number]
    if (block === undefined) return
    const column = (doc & (PER_BLOCK - 1)) >>> 5
    const bit = 1 << (doc & 31)
    let before = words[0] ?? 0
    for (let at = 1; at < words.length; at++) {
      const word = words[at] ?? 0
      const place = (rowOf(before, word) << ROW_BITS) | column
      block[place] = (block[place] ?? 0) | bit
      before = word
    }
  }

  /** Says whether a document that was noted may hold a pair of this row; false is sure. */
  mayHold(doc: number, row: number): boolean {
    const block = this.#blocks[doc >>> BLOCK_BITS]
    if (block === undefined) return false
    const place = (row << ROW_BITS) | ((doc & (PER_BLOCK - 1)) >>> 5)
    return ((block[place] ?? 0) & (1 << (doc & 31))) !== 0
  }
}

/** Returns the row of a word right before another. */
export function rowOf(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (ROWS - 1)
}
