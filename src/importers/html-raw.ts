import { defaultTreeAdapter, html as spec, parse, type DefaultTreeAdapterTypes } from 'parse5'

type Document = DefaultTreeAdapterTypes.Document
type ParentNode = DefaultTreeAdapterTypes.ParentNode

/**
 * Parses a page as browsers do that run no scripts.
 *
 * More than half of a news page is the text of scripts and styles, through which a parser goes character by character to find no more
 * than its end. A short mark takes its place in the markup and it the mark's in the tree. That is sure to give the same tree
 * where every mark comes out as the only text of a script or style: then the parser stood inside of one at each mark, and would have
 * read on to the same end tag. Where one does not (the tag stood in a comment, a title, an attribute), the whole page is parsed.
 * O(length).
 */
export function parseMarkup(html: string): Document {
  const { markup, texts } = withoutRaw(html)
  if (texts.length === 0) return parse(html, OPTIONS)
  let met = 0
  const document = parse(markup, {
    ...OPTIONS,
    treeAdapter: {
      ...defaultTreeAdapter,
      insertText: (parent, text) => {
        // Marks are met in their order, or something was moved that does not move.
        const isMark = text.startsWith(MARK) && text === markOf(met) && isRaw(parent)
        const raw = isMark ? texts[met++] : undefined
        defaultTreeAdapter.insertText(parent, raw ?? text)
      }
    }
  })
  return met === texts.length ? document : parse(html, OPTIONS)
}

const OPTIONS = { scriptingEnabled: false }

/** Code units of a script from which a mark pays. */
const MIN_RAW = 64
/** Code units of a start tag at most; a longer one is a quotation mark that nobody closed. */
const MAX_TAG = 4_000

/** A character without a meaning; a page that has it is parsed as it stands. */
const MARK = '\u{F8F0}'

function markOf(number: number): string {
  return `${MARK}${String(number)}`
}

function isRaw(parent: ParentNode): boolean {
  return (
    'tagName' in parent &&
    (parent.tagName === 'script' || parent.tagName === 'style') &&
    parent.namespaceURI === spec.NS.HTML &&
    parent.childNodes.length === 0
  )
}

/** Puts marks in the place of what stands in scripts and styles, as far as start and end are plain. */
function withoutRaw(html: string): { markup: string; texts: string[] } {
  const parts: string[] = []
  const texts: string[] = []
  const opening = /<!--|<(script|style|svg)(?=[\t\n\f\r />])/gi
  let kept = 0
  if (html.includes(MARK)) return { markup: html, texts }
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    const tag = open[1]?.toLowerCase()
    const start = tag === undefined ? opening.lastIndex : tagEnd(html, opening.lastIndex)
    const end = start < 0 ? -1 : closing(html, start, tag)
    if (end < 0) break
    opening.lastIndex = end
    // In drawings a style is markup like any other.
    if (tag === undefined || tag === 'svg' || end - start < MIN_RAW) continue
    const text = html.slice(start, end)
    if (tag === 'script' && hidesEnd(text)) continue
    parts.push(html.slice(kept, start), markOf(texts.length))
    texts.push(asParsed(text))
    kept = end
  }
  return { markup: parts.join('') + html.slice(kept), texts }
}

/** Returns where a start tag ends, behind its `>`; −1 when that is far. */
function tagEnd(html: string, from: number): number {
  let quote = 0
  const last = Math.min(html.length, from + MAX_TAG)
  for (let at = from; at < last; at++) {
    const code = html.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at + 1
    else if (code === 34 || code === 39) quote = code
  }
  return -1
}

const ENDS: Readonly<Record<string, RegExp>> = {
  script: /<\/script(?=[\t\n\f\r />])/gi,
  style: /<\/style(?=[\t\n\f\r />])/gi,
  svg: /<\/svg(?=[\t\n\f\r />])/gi
}

/** Returns where the end tag or the end of the comment begins; −1 when there is none. */
function closing(html: string, from: number, tag: string | undefined): number {
  const end = ENDS[tag ?? '']
  if (end === undefined) return html.indexOf('-->', from)
  end.lastIndex = from
  return end.exec(html)?.index ?? -1
}

/** A script inside of a comment inside of a script hides the first end tag. Source: HTML, script data double escaped state. */
function hidesEnd(text: string): boolean {
  return text.includes('<!--') && /<script/i.test(text)
}

/** What the parser makes of characters in a script. Source: HTML, preprocessing the input stream, script data state. */
function asParsed(text: string): string {
  return /[\r\0]/.test(text) ? text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD') : text
}
