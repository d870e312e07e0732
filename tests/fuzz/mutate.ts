/** Random numbers that come out the same for the same seed (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** Returns a whole number, 0 … below − 1. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)]
    if (item === undefined) throw new RangeError('Cannot pick from an empty list')
    return item
  }
}

/** Pieces that have broken parsers before. */
const PIECES: readonly Buffer[] = [
  ' ',
  '\n',
  '\t',
  '\u00a0',
  ' \n',
  ', ',
  ' | ',
  '<',
  '>',
  '&',
  '"',
  "'",
  '\0',
  '\r\n\r\n',
  '\n\n',
  '--',
  '=\r\n',
  '=?utf-8?Q?',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<table><tr><td>',
  '<svg><style>',
  '<template>',
  '<script>',
  '{{',
  '[[[[',
  '%PDF-1.7\n',
  'endobj',
  'stream\n',
  'PK\u0003\u0004',
  'From x Thu Jan  1 00:00:00 1970\n',
  'Content-Type: multipart/mixed; boundary=x\n',
  'Content-Type: message/rfc822\n\n',
  'Content-Length: 99999999999\r\n',
  '4294967295',
  '-1',
  '1e309',
  '٣',
  '\u202e',
  'e\u0301\u0301\u0301\u0301',
  '\ufeff',
  '---\n',
  '"__proto__":',
  'constructor'
].map((text) => Buffer.from(text))

/** Longest repetition that a mutation makes, in bytes: long enough to show what grows faster than its input. */
const MAX_REPEAT_BYTES = 256 * 1024
/**
 * The same for PDF files: pdf.js searches a broken one for the end of each object anew, in time that grows with the square of their
 * number. Nothing but the reader process's limit ends that, and the fuzzer need not find it again.
 */
const MAX_PDF_REPEAT_BYTES = 24 * 1024
/** Most changes made to one file. */
const MAX_CHANGES = 8

/** Returns a copy of a file with a few random changes; `others` lend it pieces. */
export function mutate(
  bytes: Uint8Array,
  others: readonly Uint8Array[],
  random: Random
): Uint8Array {
  let mutant = Buffer.from(bytes)
  const changes = 1 + random.below(MAX_CHANGES)
  for (let i = 0; i < changes; i++) mutant = change(mutant, others, random)
  return mutant
}

type Buf = Buffer<ArrayBuffer>

function change(bytes: Buf, others: readonly Uint8Array[], random: Random): Buf {
  const at = random.below(bytes.length + 1)
  const length = Math.min(bytes.length - at, 1 + random.below(random.pick([4, 64, 4_096])))
  switch (random.below(9)) {
    case 0:
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      return bytes
    case 1:
      if (at < bytes.length) bytes[at] = random.pick([0, 1, 10, 13, 32, 34, 60, 127, 128, 255])
      return bytes
    case 2:
      return splice(bytes, at, length, Buffer.alloc(0))
    case 3:
      return splice(bytes, at, 0, random.pick(PIECES))
    case 4:
      return splice(bytes, at, 0, bytes.subarray(at, at + length))
    case 5: {
      const other = random.pick(others)
      const from = random.below(other.length + 1)
      return splice(bytes, at, length, other.subarray(from, from + length))
    }
    case 6:
      return repeated(
        bytes,
        at,
        random.pick([bytes.subarray(at, at + Math.min(length, 64)), random.pick(PIECES)])
      )
    case 7:
      return bytes.subarray(0, at)
    default:
      if (at + 4 <= bytes.length)
        bytes.writeUInt32LE(random.pick([0, 1, 0x7fffffff, 0xffffffff, 0x10000, 65_535]), at)
      return bytes
  }
}

function repeated(bytes: Buf, at: number, piece: Uint8Array): Buf {
  if (piece.length === 0) return bytes
  const most = bytes.includes('%PDF-') ? MAX_PDF_REPEAT_BYTES : MAX_REPEAT_BYTES
  const times = Math.floor(most / piece.length)
  return splice(bytes, at, 0, Buffer.alloc(times * piece.length, piece))
}

/** Size at which a mutant stops growing. */
const MAX_BYTES = 2 * 1024 * 1024

function splice(bytes: Buf, at: number, remove: number, insert: Uint8Array): Buf {
  return Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]).subarray(
    0,
    MAX_BYTES
  )
}
