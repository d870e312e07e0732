import type { ImportInput } from './importer'

/** Bytes of a file that decide on its format. */
export const SNIFF_BYTES = 65_536

/**
 * Returns the beginning of a file as text good enough to look for marks of a format: UTF-16 and UTF-32 lose their NULs, all other
 * bytes stand for themselves. Byte order marks and white space at the start are gone.
 */
export function headOf(input: ImportInput, length: number = SNIFF_BYTES): string {
  let head = heads.get(input.bytes)
  if (head === undefined) {
    head = readHead(input.bytes.subarray(0, SNIFF_BYTES))
    heads.set(input.bytes, head)
  }
  return head.slice(0, length)
}

/** Every importer looks at the same beginning: it is made readable once for each file. */
const heads = new WeakMap<Uint8Array, string>()

function readHead(bytes: Uint8Array): string {
  let text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (text.startsWith('\u00ef\u00bb\u00bf')) text = text.slice(3)
  else if (text.startsWith('\u00ff\u00fe') || text.startsWith('\u00fe\u00ff')) text = text.slice(2)
  return (text.includes('\u0000') ? text.replaceAll('\u0000', '') : text).trimStart()
}

/** Returns the extension in lower case without its dot, or the empty string. */
export function extensionOf(fileName: string): string {
  const at = fileName.lastIndexOf('.')
  return at > 0 ? fileName.slice(at + 1).toLowerCase() : ''
}

const HTML_EXTENSIONS = new Set(['html', 'htm', 'xhtml', 'xht', 'shtml'])
const HTML_START =
  /^(?:<\?xml[^>]{0,400}>\s{0,400})?(?:<!--[^>]{0,4000}-->\s{0,400})?<(?:!doctype\s+html|html|head|body)[\s>]/i
const HTML_TAGS = /<(?:html|head|body|div|p|h1|table|article|meta|title)[\s>]/gi

/** How sure we are that the bytes are a page: 0.95 by its first tags, 0.6 by extension with tags, 0.3 by tags alone. */
export function sniffHtml(input: ImportInput): number {
  const head = headOf(input)
  if (HTML_START.test(head)) return 0.95
  const named = HTML_EXTENSIONS.has(extensionOf(input.fileName))
  const tags = head.match(HTML_TAGS)?.length ?? 0
  if (named) return 0.6
  return tags >= 5 && head.startsWith('<') ? 0.3 : 0
}

const MARKDOWN_EXTENSIONS = new Set(['md', 'markdown', 'mdown', 'mkd', 'mdx', 'qmd'])
const FRONT_MATTER =
  /^(?:---|\+\+\+)[ \t]*\r?\n[\s\S]{0,16000}?\n(?:---|\+\+\+|\.\.\.)[ \t]*\r?(?:\n|$)/

/** How sure we are of Markdown: 0.7 by extension, 0.5 by front matter with keys. */
export function sniffMarkdown(input: ImportInput): number {
  if (MARKDOWN_EXTENSIONS.has(extensionOf(input.fileName))) return 0.7
  const head = headOf(input, 17_000)
  const match = FRONT_MATTER.exec(head)
  return match !== null && /^[A-Za-z][\w -]{0,40}\s?[:=]/m.test(match[0]) ? 0.5 : 0
}

/** Any bytes may be text, when nothing else claims them; the importer refuses what is binary. */
export function sniffText(input: ImportInput): number {
  return ['txt', 'text'].includes(extensionOf(input.fileName)) ? 0.4 : 0.1
}
