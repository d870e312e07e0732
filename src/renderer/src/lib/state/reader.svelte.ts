import type { ArticleId, Block, Format } from '../../../../core/article/article'
import type { ArticleClaims, Mark, MarkLetter } from '../../../../core/claims/claim'
import { touches } from '../../../../core/text/span'
import type { Span } from '../../../../core/text/span'
import type { ArticleView, ClaimRow, OverlapView } from '../../../../shared/shapes'
import type { Decision } from '../../../../shared/decision'
import type { Failure } from '../../../../shared/failure'
import { failureOf } from '../api'
import type { Api } from '../api'
import { isPainted } from '../marks'
import { find } from '../text/find'
import { Expected } from './expected'
import { isNumbersByKey, keep, recall } from './kept'
import type { SettingsState } from './settings.svelte'

type ReaderApi = Pick<Api, 'article' | 'claims' | 'overlaps' | 'claimList' | 'decide'>

/** Claim rows of one article asked for at once, for the counts of origins. */
const CLAIM_ROWS = 200
/** Articles whose reading position is remembered. */
const MAX_POSITIONS = 500
/** Formats whose files are pages that can be shown as they were saved. */
const PAGES: ReadonlySet<Format> = new Set<Format>(['html', 'singlefile', 'mhtml'])
const POSITIONS_KEY = 'reading-positions'

/** A run of blocks that is shown as one thing. */
export type Part =
  | {
      readonly kind: 'block'
      readonly index: number
      readonly block: Block
      readonly number: number
    }
  | {
      readonly kind: 'furniture'
      readonly first: number
      readonly blocks: readonly number[]
      /** Not furniture: an entry of a live page that stands before already. */
      readonly repeated?: true
    }

/** The article in the reading view: its text, marks, overlaps and what is found in it. */
export class ReaderState {
  view = $state.raw<ArticleView>()
  claims = $state.raw<ArticleClaims>()
  overlaps = $state.raw<readonly OverlapView[]>()
  rows = $state.raw<readonly ClaimRow[]>([])
  failure = $state.raw<Failure>()
  pending = $state(false)
  furnitureShown = $state(false)
  oldestFirst = $state(false)
  /** The saved page is shown in place of its text. */
  originalShown = $state(false)
  findOpen = $state(false)
  findText = $state('')
  findAt = $state(0)
  /** Position in `claims.marks` of the mark whose card is open. */
  activeMark = $state<number>()
  /** Raised when a card is opened by key: the focus then goes into it. */
  cardCalls = $state(0)
  /** How often a card was asked for, by key or not: it is then brought into sight whole. */
  cardShows = $state(0)
  /** Passages of the overlap that is looked at. */
  passages = $state.raw<readonly Span[]>([])
  /** The place that was asked for last, to scroll to; a new object each time. */
  target = $state.raw<Span>()
  readonly #api: ReaderApi
  readonly #settings: SettingsState
  readonly #expected: Expected<ArticleId, ArticleView>
  #latest = 0

  constructor(api: ReaderApi, settings: SettingsState) {
    this.#api = api
    this.#settings = settings
    this.#expected = new Expected((id) => api.article(id))
  }

  readonly found = $derived(this.findOpen && this.view ? find(this.view.text, this.findText) : [])
  /** Marks that are painted now, in text order. */
  readonly painted = $derived(
    (this.claims?.marks ?? []).filter((mark) => isPainted(mark, this.#settings.current))
  )
  readonly active = $derived(
    this.activeMark === undefined ? undefined : this.claims?.marks[this.activeMark]
  )
  /** The article came from a file that is a page. */
  readonly hasOriginal = $derived(this.view !== undefined && PAGES.has(this.view.header.format))
  readonly isLive = $derived((this.view?.blocks ?? []).some((block) => block.role === 'entry'))
  /** Index of the heading that repeats the title; it is shown as the title itself. */
  readonly titleBlock = $derived(this.view ? titleBlockOf(this.view) : undefined)
  readonly parts = $derived(
    this.view
      ? this.#order(
          foldRepeats(partsOf(this.view.blocks, this.titleBlock), (span) => this.quote(span))
        )
      : []
  )
  readonly headings = $derived(
    this.parts.flatMap((part) =>
      part.kind === 'block' && (part.block.role === 'heading' || part.block.role === 'entry')
        ? [part]
        : []
    )
  )
  /** Painted marks by the index of the block they stand in. */
  readonly marksByBlock = $derived(groupByBlock(this.view?.blocks ?? [], this.painted))

  /** Fetches articles that will likely be opened next. */
  expect(ids: readonly ArticleId[]): void {
    this.#expected.expect(ids)
  }

  /** What was fetched ahead may no longer be so. */
  forgetExpected(): void {
    this.#expected.forget()
  }

  async open(id: ArticleId, at?: Span): Promise<void> {
    if (this.view?.header.id === id) {
      if (at) this.target = { ...at }
      return
    }
    const ticket = ++this.#latest
    this.pending = true
    this.activeMark = undefined
    try {
      const view = await this.#expected.ask(id)
      if (ticket !== this.#latest) return
      this.view = view
      this.claims = undefined
      this.overlaps = undefined
      this.rows = []
      this.failure = undefined
      this.furnitureShown = false
      this.originalShown = false
      this.passages = []
      this.findAt = 0
      this.target = at && { ...at }
    } catch (error) {
      if (ticket === this.#latest) {
        this.view = undefined
        this.failure = failureOf(error)
      }
      return
    } finally {
      if (ticket === this.#latest) this.pending = false
    }
    await this.refreshDerived()
  }

  /** Asks again for what is derived: marks, overlaps, origins. */
  async refreshDerived(): Promise<void> {
    const id = this.view?.header.id
    if (id === undefined) return
    const ticket = this.#latest
    const isCurrent = () => ticket === this.#latest
    const marks = async () => {
      const claims = await this.#api.claims(id)
      if (isCurrent()) this.claims = claims
    }
    const overlaps = async () => {
      const found = await this.#api.overlaps(id)
      if (isCurrent()) this.overlaps = found
    }
    const rows = async () => {
      const page = await this.#api.claimList({
        article: id,
        sort: 'article',
        offset: 0,
        limit: CLAIM_ROWS
      })
      if (isCurrent()) this.rows = page.rows
    }
    const tried = await Promise.allSettled([marks(), overlaps(), rows()])
    const refused = tried.find((one) => one.status === 'rejected')
    if (refused !== undefined && isCurrent()) this.failure = failureOf(refused.reason)
  }

  /** The folder-wide row of a mark, with its thread and count of origins. */
  rowOf(mark: Mark): ClaimRow | undefined {
    return this.rows.find((row) => row.mark === mark.index)
  }

  quote(span: Span): string {
    return this.view?.text.slice(span.start, span.end) ?? ''
  }

  openFind(): void {
    this.findOpen = true
  }

  setFind(text: string): void {
    this.findText = text
    this.findAt = 0
    this.#showFound()
  }

  findStep(direction: 1 | -1): void {
    const count = this.found.length
    if (count === 0) return
    this.findAt = (this.findAt + direction + count) % count
    this.#showFound()
  }

  #showFound(): void {
    const span = this.found[this.findAt]
    if (span) this.target = { ...span }
  }

  /** Opens the card of the next or previous painted mark. */
  stepMark(direction: 1 | -1): Mark | undefined {
    const marks = this.painted
    if (marks.length === 0) return undefined
    const now = marks.findIndex((mark) => mark.index === this.activeMark)
    const next =
      now < 0
        ? direction === 1
          ? 0
          : marks.length - 1
        : (now + direction + marks.length) % marks.length
    this.cardCalls++
    return this.showMark(marks[next])
  }

  showMark(mark: Mark | undefined): Mark | undefined {
    this.activeMark = mark?.index
    this.cardShows++
    if (mark) this.target = { ...mark.sentence }
    return mark
  }

  closeMark(): void {
    this.activeMark = undefined
  }

  /** The innermost painted mark at a place of the text. */
  markAt(offset: number): Mark | undefined {
    return this.painted
      .filter((mark) => mark.span.start <= offset && offset <= mark.span.end)
      .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]
  }

  /** Tells the library what the reader thinks of a mark; answers with the id for undo. */
  async judge(
    mark: Mark,
    verdict: 'agree' | 'not-a-claim' | 'wrong-label',
    letter?: MarkLetter
  ): Promise<number> {
    const decision: Decision = {
      kind: 'mark',
      sentence: this.quote(mark.sentence),
      verdict,
      ...(letter && { letter })
    }
    const id = await this.#api.decide(decision)
    await this.refreshDerived()
    return id
  }

  /** Says that a line is page furniture or text: in this article, or wherever it stands. */
  async markFurniture(
    block: Block,
    furniture: boolean,
    where: 'here' | 'everywhere'
  ): Promise<number> {
    const article = where === 'here' ? this.view?.header.id : undefined
    return await this.#api.decide({
      kind: 'furniture',
      line: this.quote(block.span),
      furniture,
      ...(article !== undefined && { article })
    })
  }

  /** Whether a block is folded away by default. */
  isFolded(index: number): boolean {
    return this.parts.some((part) => part.kind === 'furniture' && part.blocks.includes(index))
  }

  /** The remembered place of reading, as the index of a block. */
  recallPosition(): number | undefined {
    return this.view && recall(POSITIONS_KEY, {}, isNumbersByKey)[this.view.contentHash]
  }

  keepPosition(block: number): void {
    if (this.view === undefined) return
    const { contentHash } = this.view
    const recent = Object.entries(recall(POSITIONS_KEY, {}, isNumbersByKey))
      .filter(([hash]) => hash !== contentHash)
      .slice(-MAX_POSITIONS)
    keep(POSITIONS_KEY, { ...Object.fromEntries(recent), [contentHash]: block })
  }

  #order(parts: readonly Part[]): readonly Part[] {
    if (!this.oldestFirst) return parts
    const entries = entriesOf(parts)
    // What stands before the first entry is the head of the page and stays on top.
    const head = entries[0]?.[0]
    const heads = head !== undefined && !opensEntry(head) ? entries.slice(0, 1) : []
    return [...heads, ...entries.slice(heads.length).toReversed()].flat()
  }
}

/** Numbers the paragraphs and gathers neighbouring furniture into one part. */
export function partsOf(blocks: readonly Block[], leaveOut?: number): Part[] {
  const parts: Part[] = []
  let number = 0
  blocks.forEach((block, index) => {
    if (index === leaveOut) return
    const last = parts.at(-1)
    if (block.furniture === undefined) {
      if (block.role !== 'heading') number++
      parts.push({ kind: 'block', index, block, number })
    } else if (last?.kind === 'furniture') {
      parts[parts.length - 1] = { ...last, blocks: [...last.blocks, index] }
    } else {
      parts.push({ kind: 'furniture', first: index, blocks: [index] })
    }
  })
  return parts
}

/** Words from which the same text twice is an entry printed twice, not a phrase that recurs. */
const MIN_REPEATED_WORDS = 8

/** Folds each entry of a live page whose text an earlier one has word for word. */
export function foldRepeats(parts: readonly Part[], textOf: (span: Span) => string): Part[] {
  const seen = new Set<string>()
  return entriesOf(parts).flatMap((entry): Part[] => {
    const [head, ...body] = entry
    if (head?.kind !== 'block' || head.block.role !== 'entry') return entry
    const lines = body.flatMap((part) => (part.kind === 'block' ? [textOf(part.block.span)] : []))
    const words = lines.join(' ').split(/\s+/)
    const key = words.join(' ')
    if (words.length < MIN_REPEATED_WORDS || !seen.has(key)) {
      seen.add(key)
      return entry
    }
    const blocks = entry.flatMap((part) => (part.kind === 'block' ? [part.index] : part.blocks))
    return [{ kind: 'furniture', first: head.index, blocks, repeated: true }]
  })
}

/** Blocks of the body among which a repeated title is looked for. */
const TITLE_WITHIN = 4

/** Index of the heading that repeats the title. */
export function titleBlockOf(view: ArticleView): number | undefined {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
  const title = plain(view.header.title)
  const index = view.blocks
    .slice(0, TITLE_WITHIN)
    .findIndex((block) => plain(view.text.slice(block.span.start, block.span.end)) === title)
  return index < 0 ? undefined : index
}

/** Splits the parts of a live blog before each entry; what stands before the first entry is a piece of its own. */
function entriesOf(parts: readonly Part[]): Part[][] {
  const entries: Part[][] = []
  for (const part of parts) {
    if (opensEntry(part) || entries.length === 0) entries.push([])
    entries.at(-1)?.push(part)
  }
  return entries
}

const opensEntry = (part: Part): boolean =>
  part.kind === 'block' ? part.block.role === 'entry' : part.repeated === true

function groupByBlock(
  blocks: readonly Block[],
  marks: readonly Mark[]
): ReadonlyMap<number, readonly Mark[]> {
  const grouped = new Map<number, Mark[]>()
  let at = 0
  for (const mark of marks) {
    while (at < blocks.length && (blocks[at]?.span.end ?? 0) <= mark.sentence.start) at++
    const block = blocks[at]
    if (block && touches(block.span, mark.sentence))
      grouped.set(at, [...(grouped.get(at) ?? []), mark])
  }
  return grouped
}
