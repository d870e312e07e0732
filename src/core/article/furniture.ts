import type { ImportedBlock } from '../text/canonical'
import { fold } from '../text/fold'
import { isBareCredit } from './captions'
import { END_RULES, LINE_RULES, SHARE_WORDS, type FurnitureRule } from './furniture-rules'
import { readDate } from './dates'
import { squeeze } from './metadata'

/** What helps to tell furniture. */
export interface FurnitureHints {
  readonly title?: string
  /** The text was saved with all that stood on its page: menus are told by being rows of short lines. */
  readonly wholePage?: boolean
}

/**
 * Returns the blocks with page furniture marked by the id of the rule that tells it: by the wording of a line, by what repeats the
 * title, and by standing after the end of the text. Blocks that are marked already stay as they are. A breadcrumb glued to the
 * title is parted from it, so there may be one block more. Pure; O(length).
 */
export function findFurniture(
  blocks: readonly ImportedBlock[],
  hints: FurnitureHints = {}
): ImportedBlock[] {
  const parted = partBreadcrumb(blocks, hints.title ?? '').flatMap(partStray)
  const ruled = parted.map((block, i) => mark(block, block.furniture ?? ruleOf(block, i)))
  const ended = markEnd(markTitles(ruled, hints.title ?? ''))
  return hints.wholePage === true ? markRuns(ended, hints.title ?? '') : ended
}

/** Returns the rule that a line breaks by its wording alone, or undefined. */
export function lineRule(text: string): FurnitureRule | undefined {
  const line = fold(squeeze(text.slice(0, MAX_LINE + 1)))
  if (text.length > MAX_LINE) return undefined
  if (!/[\p{L}\p{N}]/u.test(line)) return 'no-words'
  const words = line.split(' ')
  for (const rule of LINE_RULES)
    if (words.length <= rule.maxWords && rule.pattern.test(line)) return rule.id
  if (words.length <= MAX_SHARE_WORDS && isShareRow(text)) return 'share-button'
  return isBreadcrumb(line) ? 'breadcrumb' : undefined
}

/** Names of places to share to in capitals without a space: "COMMENTEMAILMORE". */
const GLUED_SHARE = new RegExp(
  `^(?:connect|${[...SHARE_WORDS]
    .filter((word) => word.length > 2)
    .map((word) => word.replace('+', '\\+'))
    .join('|')})+$`,
  'i'
)

/** A row of buttons, which may be glued: "FacebookEmail Twitter". */
function isShareRow(text: string): boolean {
  return squeeze(text)
    .split(' ')
    .every(
      (word) =>
        SHARE_WORDS.has(fold(word)) ||
        (/^\p{Lu}{7,40}$/u.test(word) && GLUED_SHARE.test(word)) ||
        word.split(/(?<=\p{Ll})(?=\p{Lu})/u).every((part) => SHARE_WORDS.has(fold(part)))
    )
}

/** Code units of the longest furniture lines (legal notes). */
const MAX_LINE = 900
/** Words of a row of share buttons. */
const MAX_SHARE_WORDS = 15

function ruleOf(block: ImportedBlock, index: number): FurnitureRule | undefined {
  if (block.role === 'caption') return isBareCredit(block.text) ? 'image-credit' : undefined
  if (block.role === 'table-row') return undefined
  // The title is the title, even when it opens with "Watch:".
  if (block.level === 1) return undefined
  const rule = lineRule(block.text)
  // A time line opens an entry and would pass for the length of a video; a button that opens one stays a button.
  if (block.role === 'entry')
    return rule === 'live-button' || rule === 'share-button' ? rule : undefined
  if (rule === undefined && isDateLine(block.text, index)) return 'date-line'
  // A stray word before everything else is a scrap of "Posted in …" or of a menu.
  if (rule === undefined && index === 0 && /^\p{Ll}{1,4}$/u.test(block.text.trim()))
    return 'stray-word'
  return rule
}

/** Words that open the line with a report's date. */
const DATED =
  /^(?:first |last |originally )?(?:published|updated|posted|modified|publish date|date|stand|aktualisiert|veröffentlicht|erstellt|publisert|oppdatert|publicerad|uppdaterad|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt)\b.{3,120}$/iu
/** Blocks at the head where a line of nothing but a date is the report's own. */
const DATE_HEAD = 8

/** "Updated 3 May 2024, 10:15", or a bare date at the head: known from the metadata. */
function isDateLine(text: string, index: number): boolean {
  if (text.length > 120 || (index >= DATE_HEAD && !DATED.test(text))) return false
  if (readDate(text) === undefined) return false
  if (DATED.test(text) && text.split(/\s+/).length <= 16) return true
  return (
    index < DATE_HEAD &&
    text.split(/\s+/).length <= 9 &&
    /^(?:\p{L}{3,12},?\s)?[\d\p{L}]/u.test(text) &&
    !/[.!?]$/.test(text)
  )
}

/** Headings over the address of the original; before the end of the text they head a chapter. */
const FOOT_HEADINGS =
  /^(?:references?|sources?|via|credits?|links?|originally published.{0,60})[\s:]{0,2}$/i

function mark(block: ImportedBlock, furniture: string | undefined): ImportedBlock {
  return furniture === undefined ? block : { ...block, furniture }
}

/** "Home › World › Middle East": short pieces between marks, the first of them a word for the home page. */
function isBreadcrumb(line: string): boolean {
  const pieces = line.split(/\s{0,9}[>›»/→]\s{0,9}/u).filter((piece) => piece !== '')
  if (pieces.length < 2 || line.length > 200) return false
  return /^(?:home|homepage|start|startseite|inicio|accueil|news|you are here:?.{0,20})$/.test(
    pieces[0] ?? ''
  )
}

// ── titles ────────────────────────────────────────────────────────────────────────────────────────

/** Blocks at the head among which breadcrumbs and repeated titles are looked for. */
const HEAD = 12
/** Letters of the title that a glued breadcrumb must repeat; fewer meet by chance. */
const MIN_ECHO = 20

/** "HomeNewsHarbour talks go on as…" before "Harbour talks go on as crews wait" → "HomeNews" and "Harbour talks go on as…". */
function partBreadcrumb(blocks: readonly ImportedBlock[], title: string): ImportedBlock[] {
  const [first, ...rest] = blocks
  if (first === undefined || !/^home\p{Lu}|^home\s?[>›»/]/iu.test(first.text)) return [...blocks]
  const titles = [title, ...rest.slice(0, HEAD).map((block) => block.text)]
  for (const candidate of titles) {
    const start = squeeze(candidate).slice(0, MIN_ECHO)
    const at = start.length < MIN_ECHO ? -1 : first.text.indexOf(start)
    if (at <= 0 || at > MAX_TRAIL) continue
    const trail: ImportedBlock = {
      ...first,
      text: first.text.slice(0, at),
      furniture: 'breadcrumb'
    }
    const echo: ImportedBlock = {
      ...first,
      text: first.text.slice(at),
      ...(first.at !== undefined && { at: first.at + at })
    }
    return [trail, echo, ...rest]
  }
  return [...blocks]
}

/** "… the harbour stayed shut. ." → the sentence and a stray stop, which extraction tools leave behind. */
function partStray(block: ImportedBlock): ImportedBlock[] {
  const match = /[.!?…"”’]\s{1,3}([.,;|])$/u.exec(block.text.slice(-6))
  if (match === null) return [block]
  const at = block.text.length - 1
  return [
    { ...block, text: block.text.slice(0, at).trimEnd() },
    { ...block, text: block.text.slice(at), ...(block.at !== undefined && { at: block.at + at }) }
  ]
}

/** Code units of a glued breadcrumb. */
const MAX_TRAIL = 80

/** Marks a window title ("Harbour talks go on | The Tidewater Post") that stands before the title itself. */
function markTitles(blocks: readonly ImportedBlock[], title: string): ImportedBlock[] {
  const wanted = fold(squeeze(title))
  if (wanted.length < MIN_ECHO) return [...blocks]
  const head = blocks.slice(0, MAX_HEAD_LINES).map((block) => fold(squeeze(block.text)))
  return blocks.map((block, i) => {
    const line = head[i]
    if (line === undefined || block.furniture !== undefined || i > 2) return block
    const rest = line.startsWith(wanted) ? line.slice(wanted.length) : undefined
    const suffixed = rest === '' || (rest !== undefined && /^\s*[|–—·•-]/u.test(rest))
    return suffixed && head.indexOf(wanted, i + 1) > i ? mark(block, 'page-title') : block
  })
}

/** Lines in which the title must come again for its first appearance to be the window's. Menus between them are long. */
const MAX_HEAD_LINES = 200

// ── what stands after the end ─────────────────────────────────────────────────────────────────────

/** Words of a headline at most; longer lines without a full stop are left alone. */
const MAX_HEADLINE_WORDS = 30

/**
 * Marks headlines of other articles: lines that are no sentences, from a heading such as "Most popular" or the link to the source
 * on, up to the next sentence; and only when no more sentences than these follow.
 */
function markEnd(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const last = blocks.findLastIndex((block) => block.furniture === undefined && isProse(block.text))
  let listing = false
  return blocks.map((block, i) => {
    if (block.furniture !== undefined) {
      if (END_RULES.has(block.furniture as FurnitureRule)) listing = i > last
      return block
    }
    if (i > last && FOOT_HEADINGS.test(block.text)) {
      listing = true
      return mark(block, 'source-link')
    }
    if (!listing || i < last || isByline(block.text)) return block
    return wordCount(block.text) <= MAX_HEADLINE_WORDS ? mark(block, 'related-headline') : block
  })
}

/** Lines in a row without running text that make a menu: before the title, after the last sentence, in between. */
const MENU_LINES = { head: 4, foot: 5, middle: 14 }

/** One line in so many must be furniture by its wording for a row after the beginning to be a menu. */
const MENU_PROOF = 8

/** Marks menus: rows of short lines too many for a heading with its byline and date. Captions and live entries break a row. */
function markRuns(blocks: readonly ImportedBlock[], title: string): ImportedBlock[] {
  const wanted = fold(squeeze(title))
  const body = (block: ImportedBlock) => isProse(block.text) && block.furniture === undefined
  const isTitle = (block: ImportedBlock) =>
    block.furniture === undefined && fold(squeeze(block.text)) === wanted
  // Lists at the side may name it before it stands as the heading.
  const heading = blocks.findIndex((block) => block.level === 1 && isTitle(block))
  const titleAt = heading >= 0 ? heading : blocks.findIndex(isTitle)
  const first = blocks.findIndex(body)
  const last = blocks.findLastIndex(body)
  if (first < 0) return [...blocks]
  const marked = [...blocks]
  for (let start = 0; start < blocks.length;) {
    let end = start
    while (end < blocks.length && isScrap(blocks[end], end === titleAt)) end++
    const least =
      end <= first ? MENU_LINES.head : start > last ? MENU_LINES.foot : MENU_LINES.middle
    // Between the title and the text stand byline, date and standfirst: no menu, however many.
    const kept = titleAt >= 0 && start > titleAt && end <= first
    const told = blocks.slice(start, end).filter((block) => block.furniture !== undefined).length
    // A list that belongs to the text (results, dates of a tour) has no buttons among its lines.
    const proven = end <= first || told * MENU_PROOF >= end - start
    if (end - start >= least && !kept && proven)
      for (let i = start; i < end; i++) {
        const block = blocks[i]
        if (block !== undefined && block.furniture === undefined) marked[i] = mark(block, 'menu')
      }
    start = Math.max(end, start + 1)
  }
  return marked
}

/** Words of a menu's line at most. */
const MAX_SCRAP_WORDS = 30

function isScrap(block: ImportedBlock | undefined, isTitle: boolean): boolean {
  if (block === undefined || isTitle || block.level === 1) return false
  if (block.furniture !== undefined) return true
  if (/\p{L}[.!?]$/u.test(block.text) && wordCount(block.text) > 5) return false
  if (
    block.role === 'caption' ||
    block.role === 'entry' ||
    block.role === 'table-row' ||
    block.role === 'quote'
  )
    return false
  return (
    block.role !== 'list-item' &&
    !isProse(block.text) &&
    !isByline(block.text) &&
    wordCount(block.text) <= MAX_SCRAP_WORDS
  )
}

/** Says whether a line holds running text: a sentence with its end and more words than a slogan, or very many words. */
export function isProse(text: string): boolean {
  const words = wordCount(text)
  return words >= LONG_LINE_WORDS || (words >= MIN_PROSE_WORDS && SENTENCE_END.test(text))
}

/** A stop with closing marks and notes ("…the border.”[12]") before a space or the end. */
const SENTENCE_END = /[.!?。！？…]["'”’»)\]*_]{0,5}(?:\[\d{1,3}\]){0,4}(?:\s|$)/u
/** Words from which a line with a full stop counts as running text. */
const MIN_PROSE_WORDS = 9
/** Words from which a line counts as running text without a full stop. */
const LONG_LINE_WORDS = 45

function isByline(text: string): boolean {
  return /^(?:written|posted|compiled|reported|edited|by)\b|\bcontribut(?:ed|ing|ors?)\b/i.test(
    text
  )
}

/** Scripts without spaces between words; two characters count as a word. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/** Code units by which a line is judged; its length in words matters only up to a few dozen. */
const MAX_COUNTED = 1_000

function wordCount(line: string): number {
  const text = line.slice(0, MAX_COUNTED)
  const dense = text.match(SPACELESS)?.length ?? 0
  if (dense > 0) return Math.ceil(dense / 2)
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
