import { isUtf8 } from 'node:buffer'
import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { detect } from 'jschardet'
import { decodeJohab } from './bytes-johab'
import { decodeIbm855, decodeUtf32 } from './bytes-rare'
import { declaredCharset } from './bytes-declared'
import type { Problem } from './importer'

/** How a text's encoding was settled, from most to least certain. */
export type CharsetFrom = 'bom' | 'shape' | 'utf-8' | 'declared' | 'detected' | 'fallback'

/** What is known about the bytes before they are looked at. */
export interface DecodeHints {
  /** Where a declaration is looked for inside the bytes: `<meta charset>` and XML declaration, XML declaration only, nowhere. */
  readonly kind?: 'html' | 'xml' | 'text'
  /** Label given outside of the bytes (MIME header, archive record). */
  readonly declared?: string
}

/** Decoded text and how it was decoded. */
export interface Decoded {
  /** Without byte order mark. */
  readonly text: string
  /** Lower-case WHATWG name, or `utf-32le`, `utf-32be`, `ibm855`, `johab`; empty for no bytes. */
  readonly charset: string
  readonly from: CharsetFrom
  /** `empty`, `binary`, `guessed-charset`, `invalid-characters`. With an `error` among them the text is empty. */
  readonly problems: readonly Problem[]
}

/** Bytes that the detector sees. Higher is slower (it is the slowest step); lower misjudges pages with long ASCII heads. */
export const DETECT_BYTES = 65_536
/** Share of NUL bytes above which bytes are no text. A damaged text has some; UTF-16 and UTF-32 are told before. */
const MAX_NUL_SHARE = 0.1
/**
 * Share of other control bytes above which bytes are no text, beside `STRAY_CONTROLS` that any text may have. Bytes by chance have
 * .09; of 600 files of text in 40 encodings none has over .008. Higher lets compressed data through as mojibake.
 */
const MAX_CONTROL_SHARE = 0.04
const STRAY_CONTROLS = 2
/** Undecodable characters per character above which a declared multi-byte encoding is held to be wrong. */
const MAX_INVALID_SHARE = 0.01

/**
 * Decodes bytes as browsers would, or better where browsers give up: byte order mark, the shape of UTF-16 and UTF-32, strict
 * UTF-8, the declared encoding where it fits the bytes, mostly valid UTF-8, a detector, windows-1252.
 *
 * Never throws. Bytes that are no text give an empty text with the problem `binary`; no bytes, or nothing but white space, the
 * problem `empty`. O(length).
 *
 * Source: WHATWG Encoding Standard (decoding); the order is our own.
 */
export function decode(bytes: Uint8Array, hints: DecodeHints = {}): Decoded {
  if (bytes.length === 0) return refused('empty', 'error', 'no bytes')
  const marked = byMark(bytes) ?? byShape(bytes)
  if (marked !== undefined) return finish(marked)
  const binary = binaryReason(bytes)
  if (binary !== undefined) return refused('binary', 'error', binary)
  return finish(byContent(bytes, hints))
}

interface Candidate {
  readonly text: string
  readonly charset: string
  readonly from: CharsetFrom
}

function finish(candidate: Candidate): Decoded {
  if (candidate.text.trim() === '')
    return { ...refused('empty', 'error', 'only white space'), ...labels(candidate) }
  const problems: Problem[] = []
  if (candidate.from === 'detected' || candidate.from === 'fallback')
    problems.push(problem('guessed-charset', 'info', candidate.charset))
  const invalid = countInvalid(candidate.text)
  if (invalid > 0)
    problems.push(problem('invalid-characters', 'warning', `${invalid} in ${candidate.charset}`))
  return { ...candidate, problems }
}

function labels(candidate: Candidate): Pick<Candidate, 'charset' | 'from'> {
  return { charset: candidate.charset, from: candidate.from }
}

function refused(code: Problem['code'], severity: Problem['severity'], detail: string): Decoded {
  return { text: '', charset: '', from: 'fallback', problems: [problem(code, severity, detail)] }
}

function problem(code: Problem['code'], severity: Problem['severity'], detail: string): Problem {
  return { severity, code, where: '', detail }
}

function byMark(bytes: Uint8Array): Candidate | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0)
    return { text: decodeUtf32(bytes.subarray(4), 'le'), charset: 'utf-32le', from: 'bom' }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff)
    return { text: decodeUtf32(bytes.subarray(4), 'be'), charset: 'utf-32be', from: 'bom' }
  if (a === 0xef && b === 0xbb && c === 0xbf) return read(bytes, 'utf-8', 'bom')
  if (a === 0xff && b === 0xfe) return read(bytes, 'utf-16le', 'bom')
  if (a === 0xfe && b === 0xff) return read(bytes, 'utf-16be', 'bom')
  return undefined
}

/** Bytes whose NUL pattern is looked at. */
const SHAPE_BYTES = 4_096
/** Share of units whose high byte is NUL from which bytes count as UTF-16: spaces and digits have one in every script. */
const SHAPE_SHARE = 0.1

/** UTF-16 and UTF-32 without a mark: NUL bytes stand at one place of each unit and nowhere else. */
function byShape(bytes: Uint8Array): Candidate | undefined {
  const head = bytes.subarray(0, SHAPE_BYTES)
  const nul = [0, 0, 0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nul[i % 4] = (nul[i % 4] ?? 0) + 1
  const [n0 = 0, n1 = 0, n2 = 0, n3 = 0] = nul
  const quads = Math.floor(head.length / 4)
  if (quads === 0) return shortUtf16(head)
  if (n3 >= quads * 0.99 && n2 >= quads * 0.9 && n0 <= quads * 0.01)
    return { text: decodeUtf32(bytes, 'le'), charset: 'utf-32le', from: 'shape' }
  if (n0 >= quads * 0.99 && n1 >= quads * 0.9 && n3 <= quads * 0.01)
    return { text: decodeUtf32(bytes, 'be'), charset: 'utf-32be', from: 'shape' }
  const even = n0 + n2
  const odd = n1 + n3
  const least = Math.max(1, quads * 2 * SHAPE_SHARE)
  if (odd >= least && even * 20 < odd) return plausible(read(bytes, 'utf-16le', 'shape'))
  if (even >= least && odd * 20 < even) return plausible(read(bytes, 'utf-16be', 'shape'))
  return undefined
}

function shortUtf16(head: Uint8Array): Candidate | undefined {
  return head.length === 2 && head[1] === 0 && head[0] !== 0
    ? read(head, 'utf-16le', 'shape')
    : undefined
}

/** Binary data may have the shape of UTF-16 too, but then decodes to control characters and lone surrogates. */
function plausible(candidate: Candidate): Candidate | undefined {
  let odd = 0
  const length = Math.min(candidate.text.length, SHAPE_BYTES)
  for (let i = 0; i < length; i++) {
    const code = candidate.text.charCodeAt(i)
    if (code === 0xfffd || (code < 32 && !(code >= 9 && code <= 13))) odd++
  }
  return odd * 20 <= length ? candidate : undefined
}

const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF'],
  ['PK\u0003\u0004', 'zip archive'],
  ['\u0089PNG', 'PNG picture'],
  ['\u00ff\u00d8\u00ff', 'JPEG picture'],
  ['GIF87a', 'GIF picture'],
  ['GIF89a', 'GIF picture'],
  ['\u001f\u008b', 'gzip archive'],
  ['7z\u00bc\u00af', '7z archive'],
  ['Rar!\u001a', 'RAR archive'],
  ['\u007fELF', 'program'],
  ['\u00d0\u00cf\u0011\u00e0', 'Office 97 document'],
  ['SQLite format 3\u0000', 'database'],
  ['OggS', 'sound'],
  ['ID3', 'sound'],
  ['\u0000\u0000\u0001\u0000', 'icon'],
  ['wOFF', 'font'],
  ['wOF2', 'font']
]

/** Says why bytes are no text, or undefined when they may be text in some 1-byte or multi-byte encoding. */
function binaryReason(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  const known = MAGIC.find(([magic]) => start.startsWith(magic))
  if (known !== undefined) return known[1]
  const head = bytes.subarray(0, DETECT_BYTES)
  let nul = 0
  let control = 0
  // By index: an iterator over the bytes would be the slowest step of decoding.
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] ?? 0
    if (byte >= 32) continue
    if (byte === 0) nul++
    else if (!(byte >= 8 && byte <= 13) && byte !== 27 && byte !== 26) control++
  }
  if (nul > head.length * MAX_NUL_SHARE) return `${nul} NUL bytes in ${head.length}`
  if (control > STRAY_CONTROLS + head.length * MAX_CONTROL_SHARE)
    return `${control} control bytes in ${head.length}`
  return undefined
}

function byContent(bytes: Uint8Array, hints: DecodeHints): Candidate {
  const declared =
    normalized(hints.declared) ?? normalized(declaredCharset(bytes, hints.kind ?? 'text'))
  if (declared === 'iso-2022-jp' || hasJapaneseEscape(bytes))
    return read(bytes, 'iso-2022-jp', declared === 'iso-2022-jp' ? 'declared' : 'detected')
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined) {
    // Bytes of ASCII alone read alike in the declared encoding, which is then the better name.
    const ascii = declared !== undefined && utf8.length === bytes.length
    return ascii
      ? { text: utf8, charset: declared, from: 'declared' }
      : { text: utf8, charset: 'utf-8', from: 'utf-8' }
  }
  if (declared !== undefined && declared !== 'utf-8') {
    const candidate = readAny(bytes, declared, 'declared')
    if (candidate !== undefined && fits(candidate.text)) return candidate
  }
  const { valid, invalid } = countUtf8(bytes)
  const from = declared === 'utf-8' ? 'declared' : 'utf-8'
  // Text in other encodings hardly ever forms valid sequences of UTF-8, so half of them valid means damaged UTF-8.
  if (valid > 0 && valid >= invalid) return read(bytes, 'utf-8', from)
  const guess = byDetector(bytes)
  if (guess.sure) return guess.candidate
  return valid >= MIN_UTF8 && valid * 10 >= invalid ? read(bytes, 'utf-8', from) : guess.candidate
}

/** Sequences of UTF-8 from which an unsure detector is overruled; short texts in other encodings hold a few by chance. */
const MIN_UTF8 = 20
/** Confidence from which the detector is believed even where the bytes hold sequences of UTF-8. */
const SURE = 0.2
/** Confidence below which its guess is no better than windows-1252, by far the most frequent; three bytes of text reach 0.002. */
const NO_IDEA = 0.005

function byDetector(bytes: Uint8Array): { candidate: Candidate; sure: boolean } {
  // A long head of markup tells nothing: the window begins shortly before the first byte beyond ASCII.
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, Math.min(first - 1_024, bytes.length - DETECT_BYTES))
  const guess = detect(bytes.subarray(start, start + DETECT_BYTES))
  const candidate =
    guess.confidence < NO_IDEA ? undefined : readAny(bytes, guess.encoding ?? '', 'detected')
  return candidate === undefined
    ? { candidate: read(bytes, 'windows-1252', 'fallback'), sure: false }
    : { candidate, sure: guess.confidence >= SURE }
}

/** Names that the detector uses and the Encoding Standard does not know. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  'shift_jis-2004': 'shift_jis',
  shift_jis_2004: 'shift_jis',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  'euc-jis-2004': 'euc-jp',
  euc_jis_2004: 'euc-jp',
  cp866: 'ibm866',
  cp855: 'ibm855',
  cp1361: 'johab',
  maccyrillic: 'x-mac-cyrillic',
  'mac-cyrillic': 'x-mac-cyrillic',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  'tis-620': 'windows-874',
  'big5-hkscs': 'big5',
  big5hkscs: 'big5',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  cp874: 'windows-874'
}

/** Encodings that the Encoding Standard leaves out. */
const DECODERS: ReadonlyMap<string, (bytes: Uint8Array) => string> = new Map([
  ['ibm855', decodeIbm855],
  ['johab', decodeJohab]
])

function normalized(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  const lower = label.trim().toLowerCase()
  const name =
    OTHER_NAMES[lower] ?? normalizeEncoding(lower) ?? (DECODERS.has(lower) ? lower : undefined)
  // A declaration that could be read as bytes of ASCII is wrong about UTF-16; browsers take UTF-8 then.
  if (name === undefined || name === 'replacement' || name === 'x-user-defined') return undefined
  return name.startsWith('utf-16') ? 'utf-8' : name
}

function readAny(bytes: Uint8Array, label: string, from: CharsetFrom): Candidate | undefined {
  const name = normalized(label)
  if (name === undefined) return undefined
  const own = DECODERS.get(name)
  if (own !== undefined) return { text: own(bytes), charset: name, from }
  return read(bytes, name, from)
}

function read(bytes: Uint8Array, charset: string, from: CharsetFrom): Candidate {
  return { text: new TextDecoder(charset).decode(bytes), charset, from }
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

function fits(text: string): boolean {
  return countInvalid(text) <= text.length * MAX_INVALID_SHARE
}

function countInvalid(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++
  return count
}

/** ESC `$B`, `$@` or `(J`: shifts of ISO-2022-JP, which is made of ASCII bytes only. */
function hasJapaneseEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(27); at >= 0; at = bytes.indexOf(27, at + 1)) {
    const pair = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)
    if (pair === '$B' || pair === '$@' || pair === '(J') return bytes.every((byte) => byte < 0x80)
  }
  return false
}

/** Counts whole multi-byte sequences of UTF-8 and stray bytes beyond ASCII. */
function countUtf8(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0
  let invalid = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) continue
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0
    if (lead >= 0xc2 && more > 0 && follows(bytes, i + 1, more)) {
      valid++
      i += more
    } else invalid++
  }
  return { valid, invalid }
}

function follows(bytes: Uint8Array, at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return false
  return true
}
