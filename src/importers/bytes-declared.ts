/** Bytes in which browsers look for a declaration. SingleFile puts long comments first, so we look further than their 1,024. */
const PRESCAN_BYTES = 8_192

/**
 * Returns the label of the encoding that the bytes declare of themselves (`<meta charset>`, `<meta http-equiv>`, XML
 * declaration), as it stands there, or undefined.
 *
 * Source: HTML Standard, 13.2.3.2 "Determining the character encoding" (prescan), shortened.
 */
export function declaredCharset(
  bytes: Uint8Array,
  kind: 'html' | 'xml' | 'text'
): string | undefined {
  const length = Math.min(bytes.length, PRESCAN_BYTES)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1')
  const xml =
    /^\s{0,64}<\?xml\s[^>]{0,256}?encoding\s{0,8}=\s{0,8}["']([A-Za-z0-9._:-]{1,40})/.exec(head)
  if (xml?.[1] !== undefined) return xml[1]
  return kind === 'html' ? fromMeta(head) : undefined
}

function fromMeta(head: string): string | undefined {
  const lower = head.toLowerCase()
  let at = 0
  for (;;) {
    const open = lower.indexOf('<', at)
    if (open < 0) return undefined
    if (lower.startsWith('<!--', open)) {
      const close = lower.indexOf('-->', open)
      if (close < 0) return undefined
      at = close + 3
      continue
    }
    const end = lower.indexOf('>', open)
    const tag = lower.slice(open, end < 0 ? undefined : end)
    if (/^<meta[\s/]/.test(tag)) {
      const label = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([a-z0-9._:-]{1,40})/.exec(tag)?.[1]
      if (label !== undefined) return label
    }
    at = open + 1
  }
}
