import { crc32 } from 'node:zlib'

/** Rows of the index do not hold what was written into them. Whoever catches it builds the index anew. */
export class IndexDamagedError extends Error {
  override name = 'IndexDamagedError'
}

/** Returns the checksum that is kept beside a blob. */
export function checksum(data: Uint8Array): number {
  return crc32(data)
}

/** Throws `IndexDamagedError` unless the blob is what was written. */
export function verify(data: Uint8Array, crc: number, what: string): void {
  if (crc32(data) !== crc) throw new IndexDamagedError(`Cannot read ${what}: checksum differs`)
}

const utf8 = new TextEncoder()

/** A byte buffer that grows while numbers are written into it. */
export class ByteWriter {
  bytes: Uint8Array
  length = 0

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity)
  }

  /** Makes room for so many more bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }

  /** Writes a non-negative integer below 2³¹ as 1–5 bytes of seven bits, lowest first. Room must have been made. */
  varint(value: number): void {
    let rest = value
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  /** Writes a text as UTF-8. */
  text(text: string): void {
    this.reserve(3 * text.length)
    const from = this.length
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 127) {
        const { written } = utf8.encodeInto(text, this.bytes.subarray(from))
        this.length = from + written
        return
      }
      this.bytes[from + i] = unit
    }
    this.length = from + text.length
  }

  /** Writes a stretch of other bytes. */
  append(bytes: Uint8Array, start: number, end: number): void {
    this.reserve(end - start)
    const own = this.bytes
    let at = this.length
    // Mostly a few bytes, for which a loop is faster than a view and a copy.
    if (end - start > 64) own.set(bytes.subarray(start, end), at)
    else for (let i = start; i < end; i++) own[at++] = bytes[i] ?? 0
    this.length += end - start
  }

  /** What was written itself, until more is written. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  /** Returns a copy of what was written. */
  taken(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

/** A list of 32-bit numbers that grows. */
export class Uint32List {
  length = 0
  #numbers = new Uint32Array(1024)

  push(number: number): void {
    if (this.length >= this.#numbers.length) {
      const grown = new Uint32Array(this.#numbers.length * 2)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    this.#numbers[this.length++] = number
  }

  /** Returns the number at a place. */
  at(place: number): number {
    return this.#numbers[place] ?? 0
  }

  get last(): number {
    return this.#numbers[this.length - 1] ?? 0
  }

  /** The numbers themselves, until the next is pushed. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.length)
  }
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** Joins arrays into one blob: a length in bytes before each, each at a multiple of four. */
export function pack(sections: readonly Numbers[]): Uint8Array {
  const padded = sections.map((section) => (section.byteLength + 3) & ~3)
  const packed = new Uint8Array(padded.reduce((sum, size) => sum + size + 4, 0))
  const view = new DataView(packed.buffer)
  let at = 0
  sections.forEach((section, i) => {
    view.setUint32(at, section.byteLength, true)
    packed.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at + 4)
    at += 4 + (padded[i] ?? 0)
  })
  return packed
}

/** Takes a packed blob apart again, without copying where memory is aligned. */
export function unpack(blob: Uint8Array): Uint8Array[] {
  const packed = blob.byteOffset % 4 === 0 ? blob : blob.slice()
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const sections: Uint8Array[] = []
  for (let at = 0; at + 4 <= packed.byteLength;) {
    const size = view.getUint32(at, true)
    if (at + 4 + size > packed.byteLength) {
      throw new IndexDamagedError('Cannot unpack a section: it reaches over the end')
    }
    sections.push(packed.subarray(at + 4, at + 4 + size))
    at += 4 + ((size + 3) & ~3)
  }
  return sections
}

/** Reads a section as 32-bit numbers. */
export function asUint32(section: Uint8Array | undefined): Uint32Array {
  if (section === undefined) return new Uint32Array(0)
  return new Uint32Array(section.buffer, section.byteOffset, section.byteLength >> 2)
}
