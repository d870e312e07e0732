/** Returns the bytes behind a transfer encoding (RFC 2045, 6; uuencode as old mailers wrote it). Unknown ones are left as they are. */
export function transferDecoded(bytes: Buffer, header: string | undefined): Uint8Array {
  const encoding = /[\w-]+/.exec((header ?? '').toLowerCase())?.[0] ?? ''
  switch (encoding) {
    case 'base64':
      return base64(bytes)
    case 'quoted-printable':
      return quotedPrintable(bytes)
    case 'x-uuencode':
    case 'uuencode':
    case 'x-uue':
      return uudecoded(bytes)
    default:
      return bytes
  }
}

/** Node's decoder passes over line breaks and stray characters but stops at padding, which also stands inside joined pieces. */
function base64(bytes: Buffer): Uint8Array {
  const text = bytes.toString('latin1').replace(/[^A-Za-z0-9+/=]+/g, '')
  if (!/=[^=]/.test(text)) return Buffer.from(text, 'base64')
  return Buffer.concat(text.split(/=+/).map((piece) => Buffer.from(piece, 'base64')))
}

const EQUALS = 61
const LF = 10
const CR = 13
const SPACE = 32
const TAB = 9

function quotedPrintable(bytes: Buffer): Uint8Array {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte !== EQUALS) {
      out[length++] = byte
      at++
      continue
    }
    const high = hexValue(bytes[at + 1])
    const low = hexValue(bytes[at + 2])
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low
      at += 3
      continue
    }
    const next = softBreakEnd(bytes, at + 1)
    // A stray "=" stays.
    if (next < 0) out[length++] = byte
    at = next < 0 ? at + 1 : next
  }
  return out.subarray(0, length)
}

/** "=" at the end of a line, blanks behind it allowed, joins the next line; answers where that begins, or -1. */
function softBreakEnd(bytes: Buffer, from: number): number {
  let at = from
  while (at - from < MAX_BLANKS && (bytes[at] === SPACE || bytes[at] === TAB)) at++
  if (bytes[at] === CR) at++
  if (bytes[at] === LF) return at + 1
  return at >= bytes.length ? at : -1
}

/** Blanks that transport may have added behind a soft line break. */
const MAX_BLANKS = 80

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 48 && byte <= 57) return byte - 48
  if (byte >= 65 && byte <= 70) return byte - 55
  if (byte >= 97 && byte <= 102) return byte - 87
  return -1
}

function uudecoded(bytes: Buffer): Uint8Array {
  const lines = bytes.toString('latin1').split(/\r?\n/)
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line))
  const chunks: Buffer[] = []
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end') break
    const length = (line.charCodeAt(0) - 32) & 63
    if (line === '' || length === 0) continue
    const sixes = Array.from(line.slice(1), (char) => (char.charCodeAt(0) - 32) & 63)
    const chunk = Buffer.alloc(length)
    for (let i = 0; i < length; i++) {
      const at = Math.floor(i / 3) * 4 + (i % 3)
      const [a = 0, b = 0] = [sixes[at], sixes[at + 1]]
      chunk[i] =
        i % 3 === 0 ? (a << 2) | (b >> 4) : i % 3 === 1 ? (a << 4) | (b >> 2) : (a << 6) | b
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
