import { transferDecoded } from './mime-transfer'

/*
 * The tree of parts of a mail or an MHTML archive, each part's content as bytes. (postal-mime, which reads addresses and encoded
 * words for us, joins the texts of a message and drops where a part came from; pages need their bytes, charset and address.)
 *
 * Source: RFC 2045, 2046, 2047, 2231, 5322, 2557.
 */

/** A header with its parameters: `text/html; charset="utf-8"`. */
export interface MimeValue {
  /** Lower case. */
  readonly value: string
  /** By lower-case name. */
  readonly params: ReadonlyMap<string, string>
}

/** A message or a part of one. */
export interface MimePart {
  /** First value of each header by lower-case name: unfolded, not decoded; bytes above 127 stand for themselves (latin-1). */
  readonly headers: ReadonlyMap<string, string>
  readonly type: MimeValue
  /** Parts of a multipart, or the message inside a `message/rfc822` part. */
  readonly parts: readonly MimePart[]
  /** Content with its transfer encoding undone; of a multipart, what stands before the first part. */
  readonly body: Uint8Array
}

/** Deepest nesting of parts; what is nested deeper is left out. Real mails reach about 8. */
export const MAX_MIME_DEPTH = 32
/** Most parts of one message; saved pages have one for each picture and style sheet, at most about 1,000. */
export const MAX_MIME_PARTS = 5_000
/** Most bytes of one part's headers. */
export const MAX_HEADER_BYTES = 256 * 1024

/** Limits used up while one message is read. */
interface Spent {
  parts: number
  /** Set when a limit left something out. */
  cut: boolean
}

/** Returns the tree of parts of a message. Never throws; O(length × depth), both capped. */
export function parseMime(bytes: Uint8Array): { readonly root: MimePart; readonly cut: boolean } {
  const spent: Spent = { parts: 0, cut: false }
  const root = parsePart(asBuffer(bytes), spent, { depth: 0, fallback: 'text/plain' })
  return { root, cut: spent.cut }
}

/** Yields the part and all parts below it, in order. */
export function* allParts(part: MimePart): Generator<MimePart> {
  yield part
  for (const child of part.parts) yield* allParts(child)
}

interface Place {
  readonly depth: number
  /** Type of a part that states none. */
  readonly fallback: string
}

function parsePart(bytes: Buffer, spent: Spent, place: Place): MimePart {
  spent.parts++
  const { headers, bodyAt } = readHeaders(bytes)
  const stated = headers.get('content-type')
  const type = parseValue(stated ?? place.fallback)
  const rest = bytes.subarray(bodyAt)
  if (place.depth >= MAX_MIME_DEPTH || spent.parts >= MAX_MIME_PARTS) {
    spent.cut = true
    return { headers, type, parts: [], body: Buffer.alloc(0) }
  }
  if (type.value.startsWith('multipart/')) {
    const { preamble, pieces } = splitMultipart(rest, type.params.get('boundary'))
    const fallback = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    const parts: MimePart[] = []
    for (const piece of pieces) {
      if (spent.parts >= MAX_MIME_PARTS) {
        spent.cut = true
        break
      }
      parts.push(parsePart(piece, spent, { depth: place.depth + 1, fallback }))
    }
    return { headers, type, parts, body: preamble }
  }
  const body = transferDecoded(rest, headers.get('content-transfer-encoding'))
  if (type.value === 'message/rfc822' || type.value === 'message/global')
    return {
      headers,
      type,
      parts: [parsePart(asBuffer(body), spent, { depth: place.depth + 1, fallback: 'text/plain' })],
      body: Buffer.alloc(0)
    }
  return { headers, type, parts: [], body }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const LF = 10
const CR = 13
const HEADER_LINE = /^([!-9;-~]{1,200})[ \t]{0,8}:(.*)$/s

/** Reads the headers up to the first empty line. What does not look like a header ends them too: bodies without headers exist. */
function readHeaders(bytes: Buffer): { headers: Map<string, string>; bodyAt: number } {
  const headers = new Map<string, string>()
  let at = 0
  // Blank lines and a mailbox's "From " line may stand before the first header.
  while (bytes[at] === LF || bytes[at] === CR) at++
  if (bytes.subarray(at, at + 5).toString('latin1') === 'From ') at = lineEnd(bytes, at)
  let name = ''
  while (at < bytes.length && at < MAX_HEADER_BYTES) {
    const next = lineEnd(bytes, at)
    const line = bytes.subarray(at, withoutBreak(bytes, at, next)).toString('latin1')
    if (line === '') return { headers, bodyAt: next }
    if (/^[ \t]/.test(line)) {
      if (name !== '') headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`)
    } else {
      const match = HEADER_LINE.exec(line)
      if (match === null) {
        // No header at all: everything is body. Between headers, a stray line is passed over.
        if (headers.size === 0) return { headers, bodyAt: 0 }
        name = ''
      } else {
        const [, key = '', value = ''] = match
        // The first of several headers counts; later ones are forgeries or traces of forwarding.
        name = headers.has(key.toLowerCase()) ? '' : key.toLowerCase()
        if (name !== '') headers.set(name, value.trim())
      }
    }
    at = next
  }
  return { headers, bodyAt: Math.min(at, bytes.length) }
}

/** Where a line ends before its break. */
function withoutBreak(bytes: Buffer, from: number, to: number): number {
  let end = to
  while (end > from && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--
  return end
}

function lineEnd(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(LF, from)
  return end < 0 ? bytes.length : end + 1
}

function splitMultipart(
  bytes: Buffer,
  stated: string | undefined
): { preamble: Buffer; pieces: Buffer[] } {
  const boundary = stated ?? guessBoundary(bytes)
  if (boundary === undefined || boundary === '') return { preamble: bytes, pieces: [] }
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const pieces: Buffer[] = []
  let preamble = bytes
  let start = -1
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
    const kind = boundaryAt(bytes, at, mark.length)
    if (kind === undefined) continue
    const before = endOfContent(bytes, at)
    if (start < 0) preamble = bytes.subarray(0, before)
    else pieces.push(bytes.subarray(start, Math.max(start, before)))
    if (kind === 'last') return { preamble, pieces }
    start = lineEnd(bytes, at)
    if (pieces.length > MAX_MIME_PARTS) return { preamble, pieces }
  }
  // Without a closing line the last part goes to the end: files are cut off.
  if (start >= 0) pieces.push(bytes.subarray(start))
  return { preamble, pieces }
}

/** A boundary stands alone in its line; `--` behind it closes the multipart. */
function boundaryAt(bytes: Buffer, at: number, length: number): 'part' | 'last' | undefined {
  if (at > 0 && bytes[at - 1] !== LF) return undefined
  const rest = bytes
    .subarray(at + length, Math.min(lineEnd(bytes, at), at + length + 200))
    .toString('latin1')
  if (/^--[ \t\r\n]{0,200}$/.test(rest)) return 'last'
  return /^[ \t\r\n]{0,200}$/.test(rest) ? 'part' : undefined
}

/** The line break before a boundary belongs to the boundary. */
function endOfContent(bytes: Buffer, at: number): number {
  if (bytes[at - 1] !== LF) return at
  return bytes[at - 2] === CR ? at - 2 : at - 1
}

/** Bytes in which the boundary of a multipart that states none is looked for. */
const GUESS_BYTES = 8_192

function guessBoundary(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, GUESS_BYTES).toString('latin1')
  return /(?:^|\n)--([!-~]{4,70})[ \t]{0,8}\r?\n/.exec(head)?.[1]
}

/** Splits a header into its value and parameters, quotes and continuations undone. O(length). */
export function parseValue(header: string): MimeValue {
  const pieces = splitOutsideQuotes(header)
  const params = new Map<string, string>()
  for (const piece of pieces.slice(1)) {
    const at = piece.indexOf('=')
    if (at < 0) continue
    const [name = ''] = piece.slice(0, at).trim().toLowerCase().split('*')
    const extended = /\*\d*\*?$/.test(piece.slice(0, at).trim())
    const value = unquoted(piece.slice(at + 1).trim())
    // "name*0=…; name*1=…" goes on in order; "name*=utf-8''…" is percent-encoded.
    if (extended) params.set(name, (params.get(name) ?? '') + percentDecoded(value))
    else if (!params.has(name)) params.set(name, value)
  }
  return { value: (pieces[0] ?? '').trim().toLowerCase(), params }
}

function splitOutsideQuotes(header: string): string[] {
  const pieces: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < header.length; at++) {
    const char = header[at]
    if (char === '\\' && quoted) at++
    else if (char === '"') quoted = !quoted
    else if (char === ';' && !quoted) {
      pieces.push(header.slice(start, at))
      start = at + 1
    }
  }
  pieces.push(header.slice(start))
  return pieces
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value.replace(/\s.*$/s, '')
  const end = /(?<!\\)"/.exec(value.slice(1))
  return value.slice(1, end === null ? undefined : end.index + 1).replace(/\\(.)/gs, '$1')
}

function percentDecoded(value: string): string {
  const text = value.replace(/^[\w-]{1,40}'[\w-]{0,40}'/, '')
  try {
    return decodeURIComponent(text)
  } catch {
    // Not UTF-8, or a stray percent sign: as it stands.
    return text
  }
}
