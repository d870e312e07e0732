import type { BlockRole } from '../core/article/article'
import { isCaption } from '../core/article/captions'
import { isElement, squeeze, textOf, type Element } from './html-tree'

/** A block of a page with what is needed to tell article from furniture. */
export interface PageBlock {
  readonly text: string
  readonly role: BlockRole
  readonly level?: number
  /** Code units of `text` that stand inside links. */
  readonly linked: number
  /** The innermost block element around it. */
  readonly host: Element
  /** What a `time` element in it says to machines, as it stands there. */
  readonly time?: string
  /** Rule that folds it, where the page's structure tells. */
  readonly furniture?: string
}

const HEADINGS: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/** Elements inside a line of text; all others part blocks, as unknown ones mostly do in practice. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr img picture input button select svg math o:p st1:place amp-img'
  ).split(' ')
)

/**
 * Returns the blocks of a part of a page, in order: paragraphs, headings, list items, quotes, captions, table rows.
 * Text that stands loose between blocks becomes paragraphs; line breaks part lines of verse and loose paragraphs.
 *
 * @param skip - says which elements are left out with all they hold
 */
export function pageBlocks(top: Element, skip: (element: Element) => boolean): PageBlock[] {
  const state: State = { blocks: [], text: '', worded: false, linked: 0, time: '', skip, rows: 0 }
  walk(top, { host: top, role: 'paragraph', link: false }, state)
  flush(state, { host: top, role: 'paragraph', link: false })
  return state.blocks
}

interface Place {
  readonly host: Element
  readonly role: BlockRole
  readonly level?: number
  readonly link: boolean
}

interface State {
  readonly blocks: PageBlock[]
  readonly skip: (element: Element) => boolean
  text: string
  /** Whether `text` has words: looking through it at every cell would cost the square of its length. */
  worded: boolean
  linked: number
  time: string
  /** Open table rows: inside of them cells are joined. */
  rows: number
}

/** Recursion is bounded by the depth cap of the tree. */
function walk(element: Element, place: Place, state: State): void {
  for (const child of element.children) {
    if (!isElement(child)) {
      const worded = /\S/.test(child)
      // Most text nodes are the line breaks between elements.
      if (!worded && state.text === '') continue
      state.text += element.tag === 'pre' ? child : child.replace(/[ \t\n\r\f]+/g, ' ')
      state.worded ||= worded
      if (place.link && worded) state.linked += squeeze(child).length
    } else if (child.tag === 'br') {
      state.text += '\n'
    } else if (child.tag === 'rp' || child.tag === 'rt' || state.skip(child)) {
      continue
    } else if (child.tag === 'td' || child.tag === 'th') {
      cell(child, place, state)
    } else if (INLINE.has(child.tag)) {
      if (child.tag === 'time') state.time ||= child.attributes.get('datetime') ?? ''
      walk(child, child.tag === 'a' && !place.link ? { ...place, link: true } : place, state)
    } else {
      const inside = placeOf(child, place)
      if (state.rows > 0) {
        state.text += ' '
        walk(child, { ...inside, role: 'table-row' }, state)
        state.text += ' '
      } else block(child, place, inside, state)
    }
  }
}

function block(child: Element, place: Place, inside: Place, state: State): void {
  flush(state, place)
  const row = child.tag === 'tr' && isDataRow(child)
  if (row) state.rows++
  walk(child, inside, state)
  if (row) state.rows--
  flush(state, inside)
}

function cell(child: Element, place: Place, state: State): void {
  if (state.rows > 0) {
    if (state.worded) state.text += ' | '
    walk(child, { ...place, host: place.host }, state)
  } else {
    flush(state, place)
    walk(child, { ...place, host: child }, state)
    flush(state, { ...place, host: child })
  }
}

/** Rows of layout tables hold whole pages: a row of data has several short cells. */
function isDataRow(row: Element): boolean {
  const cells = row.children.filter(
    (child) => isElement(child) && (child.tag === 'td' || child.tag === 'th')
  )
  return cells.length > 1 && cells.every((child) => isElement(child) && !holdsBlocks(child, 0))
}

function holdsBlocks(element: Element, paragraphs: number): boolean {
  for (const child of element.children) {
    if (!isElement(child)) continue
    if (['table', 'div', 'ul', 'ol', 'h1', 'h2', 'h3', 'article', 'section'].includes(child.tag))
      return true
    if (child.tag === 'p' && ++paragraphs > 1) return true
  }
  return false
}

function placeOf(child: Element, place: Place): Place {
  const level = HEADINGS[child.tag]
  if (level !== undefined) return { host: child, role: 'heading', level, link: place.link }
  const role = roleOf(child, place.role)
  return { host: child, role, link: place.link }
}

const CAPTION_NAMES = /(?:^|[\s_-])(?:fig)?caption(?:[\s_-]|$)|^wp-caption-text/i

/** Code units of a caption at most; boxes around an article's pictures and text are named after captions, too. */
const MAX_CAPTION = 500

function isNamedCaption(element: Element): boolean {
  const names = element.attributes.get('class')
  return names !== undefined && CAPTION_NAMES.test(names) && textOf(element).length <= MAX_CAPTION
}

function roleOf(child: Element, outer: BlockRole): BlockRole {
  switch (child.tag) {
    case 'blockquote':
      return 'quote'
    case 'figcaption':
    case 'caption':
      return 'caption'
    case 'li':
    case 'dd':
    case 'dt':
      return 'list-item'
    case 'tr':
      return isDataRow(child) ? 'table-row' : outer
    default:
      return isNamedCaption(child) ? 'caption' : outer
  }
}

/** Ends the block that is open. */
function flush(state: State, place: Place): void {
  const { text, linked, time } = state
  state.text = ''
  state.worded = false
  state.linked = 0
  state.time = ''
  if (text.trim() === '') return
  const share = linked === 0 ? 0 : linked / Math.max(1, squeeze(text).length)
  for (const line of text.includes('\n') ? joinLines(text) : [squeeze(text)]) {
    state.blocks.push({
      text: line,
      role: place.role === 'paragraph' && isCaption(line) ? 'caption' : place.role,
      ...(place.level !== undefined && { level: place.level }),
      linked: Math.min(line.length, Math.round(line.length * share)),
      host: place.host,
      ...(time !== '' && { time })
    })
  }
}

/**
 * Parts text at line breaks, but joins lines that only were wrapped: the next one goes on in lower case after no full stop.
 * O(length): what is joined already is not looked at again.
 */
function joinLines(text: string): string[] {
  const groups: string[][] = []
  let gap = true
  for (const raw of text.split('\n')) {
    const line = squeeze(raw)
    const open = groups.at(-1)
    if (line === '') gap = true
    else if (
      gap ||
      open === undefined ||
      /[.!?:;…"”»]$/.test(open.at(-1) ?? '') ||
      !/^[\p{Ll}\p{N}(,]/u.test(line)
    ) {
      groups.push([line])
      gap = false
    } else open.push(line)
  }
  return groups.map((group) => group.join(' '))
}
