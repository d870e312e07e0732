import { html as spec, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { carried, cleanCss, type Resolve } from './original-css'

type SpecNode = DefaultTreeAdapterTypes.ChildNode
type SpecElement = DefaultTreeAdapterTypes.Element

/** Elements that are shown as they are. Everything else is left out, or gives way to its children. */
const SHOWN = new Set(
  `html body a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir
  div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav ol p pre q rp rt
  ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(
    /\s+/
  )
)
/** Elements that go with all that is in them: they run, load, ask, or draw what only a script fills. */
const DROPPED = new Set(
  `script noscript template iframe frame frameset noframes object embed applet audio video canvas svg math select textarea button
  input datalist dialog map portal base meta title`.split(/\s+/)
)
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr'])
const ATTRIBUTES = new Set(
  `class id lang dir title alt width height align valign bgcolor color face size border cellpadding cellspacing colspan rowspan span
  start reversed value type datetime open hidden role`.split(/\s+/)
)

/** Longest page that is given out, in UTF-16 code units: pictures that do not fit are left out, text goes on. */
const MAX_LENGTH = 48_000_000
/** Nodes that are looked at, and levels that are kept; deeper elements give way to their children. */
const MAX_NODES = 300_000
const MAX_DEPTH = 400

/** A page as a container holds it: its address, its parts as data, and its linked style sheets. */
export interface PageParts {
  readonly resolve: Resolve
  /** Text of a linked style sheet with the way to its own parts. */
  readonly sheet: (
    address: string
  ) => { readonly css: string; readonly resolve: Resolve } | undefined
}

const ALONE: PageParts = { resolve: () => undefined, sheet: () => undefined }

/**
 * Returns a saved page as a document that can be looked at and do nothing else: elements and attributes of a list, style sheets
 * and pictures that the file itself holds. No scripts, forms, frames, links to follow, refreshes or addresses of any kind.
 *
 * Written anew from the parsed tree, with every text escaped. Never throws; O(length). Whoever shows it gives it a policy of its
 * own besides: neither fence counts on the other.
 */
export function originalPage(html: string, parts: PageParts = ALONE): string {
  const document = parse(html, { scriptingEnabled: false })
  const out = new Writer()
  const quirks = document.mode === spec.DOCUMENT_MODE.QUIRKS
  if (!quirks) out.put('<!doctype html>')
  let nodes = 0
  const stack: { readonly nodes: readonly SpecNode[]; next: number; readonly close: string }[] = [
    { nodes: document.childNodes, next: 0, close: '' }
  ]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.nodes[top.next++]
    if (node === undefined || nodes > MAX_NODES) {
      out.put(top.close)
      stack.pop()
      continue
    }
    nodes++
    if (node.nodeName === '#text' && 'value' in node) out.put(escaped(node.value))
    if (!('tagName' in node)) continue
    const { tagName: tag } = node
    if (node.namespaceURI !== spec.NS.HTML || DROPPED.has(tag)) continue
    if (tag === 'style') out.putIfFits(styleOf(textOf(node), parts.resolve))
    else if (tag === 'link') out.putIfFits(linkedStyle(node, parts))
    else {
      const shown = SHOWN.has(tag) && (tag !== 'html' || stack.length === 1)
      if (tag === 'img') out.putIfFits(opening(node, parts))
      else if (shown) out.put(opening(node, parts))
      if (tag === 'html') out.put(HEAD)
      const close = shown && !VOID.has(tag) ? `</${tag}>` : ''
      if (stack.length >= MAX_DEPTH) out.put(close)
      stack.push({
        nodes: node.childNodes,
        next: 0,
        close: stack.length >= MAX_DEPTH ? '' : close
      })
    }
  }
  return out.text
}

/** Saved pages are made for white paper; ours says so where they do not. */
const HEAD =
  '<meta charset="utf-8"><style>html{color-scheme:light;background:#fff;color:#000;overflow-wrap:break-word}</style>'

class Writer {
  readonly #pieces: string[] = []
  #length = 0

  put(piece: string): void {
    this.#pieces.push(piece)
    this.#length += piece.length
  }

  /** For what may be left out: pictures and style sheets. */
  putIfFits(piece: string): void {
    if (this.#length + piece.length <= MAX_LENGTH) this.put(piece)
  }

  get text(): string {
    return this.#pieces.join('')
  }
}

function opening(element: SpecElement, parts: PageParts): string {
  const attributes: string[] = []
  const isPicture = element.tagName === 'img'
  for (const { name, value } of element.attrs) {
    const kept = isPicture && name === 'src' ? carried(value, parts.resolve) : undefined
    if (kept !== undefined) attributes.push(` src="${escaped(kept)}"`)
    else if (name === 'style')
      attributes.push(` style="${escaped(cleanCss(value, parts.resolve))}"`)
    else if (ATTRIBUTES.has(name)) attributes.push(` ${name}="${escaped(value)}"`)
  }
  return `<${element.tagName}${attributes.join('')}>`
}

const styleOf = (css: string, resolve: Resolve): string =>
  `<style>${cleanCss(css, resolve)}</style>`

function linkedStyle(link: SpecElement, parts: PageParts): string {
  const given = (name: string) => link.attrs.find((one) => one.name === name)?.value ?? ''
  if (!/(?:^|\s)stylesheet(?:\s|$)/i.test(given('rel'))) return ''
  const sheet = parts.sheet(given('href'))
  return sheet === undefined ? '' : styleOf(sheet.css, sheet.resolve)
}

const textOf = ({ childNodes }: SpecElement): string =>
  childNodes
    .map((node) => (node.nodeName === '#text' && 'value' in node ? node.value : ''))
    .join('')

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
