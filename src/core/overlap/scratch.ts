/** Bytes that there are at first, and beyond which they are given back after use. */
const FIRST_BYTES = 1 << 14
const MOST_BYTES = 1 << 20

/** Memory for one list that is needed for a moment, again and again: one of its own costs more than most of what is done with it. */
export class Scratch {
  #memory = new ArrayBuffer(FIRST_BYTES)

  /** Returns so many numbers of no particular value, until the next call. */
  numbers(count: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#room(count * Uint32Array.BYTES_PER_ELEMENT), 0, count)
  }

  /** Returns so many bytes of no particular value, until the next call. */
  bytes(count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#room(count), 0, count)
  }

  #room(bytes: number): ArrayBuffer {
    if (bytes > this.#memory.byteLength) this.#memory = new ArrayBuffer(bytes * 2)
    else if (this.#memory.byteLength > MOST_BYTES)
      this.#memory = new ArrayBuffer(Math.max(FIRST_BYTES, bytes))
    return this.#memory
  }
}
