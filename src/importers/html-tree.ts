import { html as spec, type DefaultTreeAdapterTypes } from 'parse5'
import { parseMarkup } from './html-raw'

/** An element of a page. Names are lower case; text nodes are plain strings among the children. */
export interface Element {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Child[]
  readonly parent: Element | undefined
}
export type Child = Element | string

/** A parsed page. */
export interface Page {
  readonly root: Element
  /** Comments that stand before and between head and body (SingleFile writes its header there), without their marks. */
  readonly comments: readonly string[]
  /** Elements that a browser would fetch from elsewhere. */
  readonly remoteParts: number
  /** Set when a cap cut the page short: what of it is left out. */
  readonly truncated?: string
}

/** Levels of nesting kept (browsers stop at 512); deeper elements become plain text of the last level. */
const MAX_DEPTH = 256
/** Nodes kept; of what follows only the text is. Higher needs more memory; the largest pages in our sets have 60,000. */
const MAX_NODES = 300_000
/** Attributes kept of one element, and code units of each value (but for the text of `srcdoc`-like ones, which are dropped). */
const MAX_ATTRIBUTES = 100
const MAX_ATTRIBUTE_LENGTH = 65_536
/** Characters of a page that are parsed at all, pictures inside of it not counted. */
const MAX_CHARACTERS = 64_000_000

type SpecNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document
type SpecElement = DefaultTreeAdapterTypes.Element

/**
 * Parses a page as browsers do and keeps elements and text only. Never throws; O(length).
 *
 * Nothing is fetched or run; scripts stay as elements with their text (JSON-LD lives there).
 *
 * @param most - characters beyond which the page is cut, pictures inside of it not counted
 */
export function parsePage(html: string, most = MAX_CHARACTERS): Page {
  const markup = withoutInlineData(html)
  const document = parseMarkup(markup.slice(0, most))
  const root: Element = { tag: '#document', attributes: new Map(), children: [], parent: undefined }
  const comments = headComments(document)
  const state = { nodes: 0, remoteParts: 0 }
  // In the order of the page, so that the cap cuts its end; an own stack, because pages nest deeper than the stack of calls goes.
  const stack: Frame[] = [{ children: document.childNodes, next: 0, into: root }]
  for (let top = stack.at(-1); top !== undefined && state.nodes <= MAX_NODES; top = stack.at(-1)) {
    const child = top.children[top.next++]
    if (child === undefined) stack.pop()
    else copyNode(child, top.into, { stack, state })
  }
  const truncated = leftOut(markup.length > most ? most : undefined, state.nodes)
  if (stack.length > 0) appendRest(stack, root)
  const page = { root, comments, remoteParts: state.remoteParts }
  return truncated === undefined ? page : { ...page, truncated }
}

function leftOut(cutAt: number | undefined, nodes: number): string | undefined {
  if (cutAt !== undefined) return `text behind ${String(cutAt)} characters of the page left out`
  return nodes > MAX_NODES
    ? `of what stands behind ${String(MAX_NODES)} elements only the plain text kept`
    : undefined
}

const DATA_MARK = ';base64,'

/**
 * Pages saved as one file carry pictures and fonts as `data:` addresses, which may be nearly all of them: nothing reads those here.
 * By hand, because a regular expression over megabytes ends the stack.
 */
function withoutInlineData(html: string): string {
  const parts: string[] = []
  let kept = 0
  for (let at = html.indexOf(DATA_MARK); at >= 0; at = html.indexOf(DATA_MARK, kept)) {
    const start = at + DATA_MARK.length
    let end = start
    while (isBase64(html.charCodeAt(end))) end++
    parts.push(html.slice(kept, start))
    kept = end
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(kept)
}

function isBase64(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 47 && code <= 57) ||
    code === 43 ||
    code === 61
  )
}

/** Parts whose text is left out with what the cap cuts off: what remains is told by no names. */
const REST_SKIPPED = new Set(
  'script style template noscript head title nav aside footer header button select textarea svg math'.split(
    ' '
  )
)
/** Code units kept of what stands behind the cap; no report is as long. */
const MAX_REST = 2_000_000

/** Puts what the cap cut off at the page's end, as one part of plain text with a line for each block. O(nodes left). */
function appendRest(stack: readonly Frame[], root: Element): void {
  const outer = stack.findIndex(({ into }) => REST_SKIPPED.has(into.tag))
  const parts: string[] = []
  let length = 0
  for (const frame of (outer < 0 ? stack : stack.slice(0, outer)).toReversed()) {
    const waiting: (SpecNode | string)[] = frame.children.slice(frame.next).reverse()
    for (let node = waiting.pop(); node !== undefined && length < MAX_REST; node = waiting.pop()) {
      const text =
        typeof node === 'string' ? node : 'value' in node ? node.value.replace(/\s+/g, ' ') : ''
      if (text !== '') parts.push(text)
      length += text.length
      if (typeof node === 'string' || !('tagName' in node) || REST_SKIPPED.has(node.tagName))
        continue
      const children = childNodes(node)
      const breaks = BREAKS.has(node.tagName) && parts.at(-1) !== '\n\n'
      if (breaks) parts.push('\n\n')
      if (breaks && children.length > 0) waiting.push('\n\n')
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i]
        if (child !== undefined) waiting.push(child)
      }
    }
    parts.push('\n\n')
  }
  const text = parts.join('').slice(0, MAX_REST)
  const parent = stack.find(({ into }) => into.tag === 'body')?.into ?? root
  if (text.trim() !== '')
    parent.children.push({ tag: 'pre', attributes: new Map(), children: [text], parent })
}

/** SingleFile writes its comment after the tag `html`, other tools before it. */
function headComments(document: DefaultTreeAdapterTypes.Document): string[] {
  const top = document.childNodes.flatMap((node) =>
    node.nodeName === 'html' && 'tagName' in node ? [node, ...node.childNodes] : [node]
  )
  return top.flatMap((node) =>
    node.nodeName === '#comment' ? [(node as DefaultTreeAdapterTypes.CommentNode).data] : []
  )
}

interface Frame {
  readonly children: readonly DefaultTreeAdapterTypes.ChildNode[]
  next: number
  readonly into: Element
}

interface Copying {
  readonly stack: Frame[]
  readonly state: { nodes: number; remoteParts: number }
}

function copyNode(
  child: DefaultTreeAdapterTypes.ChildNode,
  into: Element,
  { stack, state }: Copying
): void {
  state.nodes++
  if (child.nodeName === '#text') {
    into.children.push((child as DefaultTreeAdapterTypes.TextNode).value)
  } else if ('tagName' in child) {
    const element = copyElement(child, into)
    into.children.push(element)
    if (isRemote(element)) state.remoteParts++
    if (stack.length <= MAX_DEPTH)
      stack.push({ children: childNodes(child), next: 0, into: element })
    else state.nodes += flatten(child, element)
  }
}

const BREAKS = new Set('p div li h1 h2 h3 h4 h5 h6 tr blockquote br article section'.split(' '))

/** Copies what is nested deeper than the cap as text with line breaks, in the order of the page; answers how many nodes it made. */
function flatten(from: SpecElement, into: Element): number {
  let nodes = 0
  let broken = true
  const stack: SpecNode[] = [...childNodes(from)].reverse()
  for (let node = stack.pop(); node !== undefined && nodes <= MAX_NODES; node = stack.pop()) {
    if (node.nodeName === '#text') {
      nodes++
      broken = false
      into.children.push((node as DefaultTreeAdapterTypes.TextNode).value)
    } else if ('tagName' in node && !SILENT.has(node.tagName)) {
      if (BREAKS.has(node.tagName) && !broken) {
        nodes++
        broken = true
        into.children.push({ tag: 'br', attributes: new Map(), children: [], parent: into })
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child !== undefined) stack.push(child)
      }
    }
  }
  return nodes
}

function childNodes(node: SpecNode): readonly DefaultTreeAdapterTypes.ChildNode[] {
  if ('tagName' in node && node.tagName === 'template') return []
  return 'childNodes' in node ? node.childNodes : []
}

function copyElement(from: SpecElement, parent: Element): Element {
  const attributes = from.attrs.length === 0 ? NO_ATTRIBUTES : attributesOf(from)
  const tag = from.namespaceURI === spec.NS.HTML ? from.tagName : from.tagName.toLowerCase()
  return { tag, attributes, children: [], parent }
}

/** Half of a page's elements have none. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

function attributesOf(from: SpecElement): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const { name, value } of from.attrs) {
    if (attributes.size >= MAX_ATTRIBUTES) break
    attributes.set(name, value.length > MAX_ATTRIBUTE_LENGTH ? '' : value)
  }
  return attributes
}

const REMOTE_TAGS = new Set([
  'img',
  'iframe',
  'video',
  'audio',
  'source',
  'embed',
  'track',
  'script',
  'frame'
])

function isRemote(element: Element): boolean {
  if (element.tag === 'link')
    return /^\s*(?:https?:)?\/\//i.test(element.attributes.get('href') ?? '')
  if (!REMOTE_TAGS.has(element.tag)) return false
  const from = element.attributes.get('src') ?? element.attributes.get('srcset') ?? ''
  return /^\s*(?:https?:)?\/\//i.test(from)
}

/** Says whether a child is an element. */
export function isElement(child: Child): child is Element {
  return typeof child !== 'string'
}

/** Yields the elements below `top` in the order of the page, `top` itself not among them. `enter` false leaves out what is inside. */
export function* descendants(
  top: Element,
  enter: (element: Element) => boolean = () => true
): Generator<Element> {
  const stack: { readonly of: Element; next: number }[] = [{ of: top, next: 0 }]
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    const child = open.of.children[open.next++]
    if (child === undefined) stack.pop()
    else if (isElement(child)) {
      yield child
      if (enter(child)) stack.push({ of: child, next: 0 })
    }
  }
}

/** Returns the child elements. */
export function elementsOf(element: Element): Element[] {
  return element.children.filter(isElement)
}

/** Elements whose text is not for reading. */
export const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title'])

/**
 * Returns the text inside, white space as it stands; scripts and styles are left out.
 *
 * @param limit - code units after which the walk ends; the text is then longer than this, but not whole
 */
export function textOf(element: Element, limit = Infinity): string {
  let text = ''
  const stack: { readonly of: Element; next: number }[] = [{ of: element, next: 0 }]
  for (let top = stack.at(-1); top !== undefined && text.length <= limit; top = stack.at(-1)) {
    const child = top.of.children[top.next++]
    if (child === undefined) stack.pop()
    else if (typeof child === 'string') text += child
    else if (!SILENT.has(child.tag)) stack.push({ of: child, next: 0 })
  }
  return text
}

/** Returns the text inside of any element, scripts included. */
export function rawText(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : rawText(child)))
    .join('')
}

/** Returns the text with runs of white space as one space; no-break spaces stay. */
export function squeeze(text: string): string {
  // Most text has single spaces already: looking for others is cheaper than writing the text anew.
  return (UNEVEN.test(text) ? text.replace(/[ \t\n\r\f\v]+/g, ' ') : text).trim()
}

const UNEVEN = /[\t\n\r\f\v]| {2}/

/** Returns an attribute, trimmed, or the empty string. */
export function attribute(element: Element, name: string): string {
  return element.attributes.get(name)?.trim() ?? ''
}
