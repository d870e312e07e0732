import { decode } from './bytes'

/** Files in one text that are undone; what follows stays as it is. Posts hold one, digests a handful. */
const MAX_FILES = 100
const BEGIN = Buffer.from('=ybegin ', 'latin1')
const END = Buffer.from('\n=yend', 'latin1')
/** Sign before an escaped byte, and by how much yEnc moves plain and escaped bytes. */
const ESCAPE = 0x3d
const SHIFT = 42
const ESCAPED_SHIFT = 64 + SHIFT

/**
 * Returns the text of a post without the files that are encoded in it as yEnc: a text file stands in its place as text, of any other
 * only the name is left, in brackets. Bytes without yEnc come back as they are. O(length).
 *
 * Source: yEnc 1.3 (Helbing), in which the bytes of a file stand between lines `=ybegin` and `=yend`.
 */
export function withoutYenc(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: Uint8Array[] = []
  let kept = 0
  for (let at = nextBegin(buffer, 0); at >= 0 && pieces.length < MAX_FILES * 2;) {
    const end = buffer.indexOf(END, at)
    if (end < 0) break
    pieces.push(buffer.subarray(kept, at), shown(buffer.subarray(at, end + 1)))
    kept = lineEnd(buffer, end + 1)
    at = nextBegin(buffer, kept)
  }
  return pieces.length === 0 ? bytes : Buffer.concat([...pieces, buffer.subarray(kept)])
}

/** The mark opens a line. */
function nextBegin(buffer: Buffer, from: number): number {
  let at = buffer.indexOf(BEGIN, from)
  while (at > 0 && buffer[at - 1] !== 0x0a) at = buffer.indexOf(BEGIN, at + 1)
  return at
}

function lineEnd(buffer: Buffer, from: number): number {
  const end = buffer.indexOf(0x0a, from)
  return end < 0 ? buffer.length : end + 1
}

function shown(file: Buffer): Buffer {
  const head = lineEnd(file, 0)
  const name = /\sname=([^\r\n]{1,200})/.exec(file.subarray(0, head).toString('latin1'))?.[1]
  const content = undone(file.subarray(lineOfPart(file, head)))
  const { text } = decode(content)
  return Buffer.from(text === '' ? `[${name?.trim() ?? 'yEnc'}]\n` : `${text}\n`)
}

/** A part of a file says after the first line which part it is. */
function lineOfPart(file: Buffer, at: number): number {
  return file.subarray(at, at + 6).toString('latin1') === '=ypart' ? lineEnd(file, at) : at
}

function undone(lines: Buffer): Uint8Array {
  const out = new Uint8Array(lines.length)
  let length = 0
  for (let i = 0; i < lines.length; i++) {
    let byte = lines[i] ?? 0
    if (byte === 0x0a || byte === 0x0d) continue
    let shift = SHIFT
    if (byte === ESCAPE) {
      byte = lines[++i] ?? 0
      shift = ESCAPED_SHIFT
    }
    out[length++] = byte - shift
  }
  return out.subarray(0, length)
}
