import type { Budget } from '../budget'
import { hull, textUnder, type Span } from '../text/span'
import { inOrder, type Group, type Passage } from './blocks'
import type { Link, Links } from './links'
import type { AlignmentRow, SentencePair, WordEdit } from './model'
import type { Prepared } from './report'
import type { Stretch } from './tokens'
import type { Vocabulary } from './vocabulary'
import { diffWords, type WordDiff } from './words'

/** Rows without their changes, and the links that no row can show because its blocks do not belong together. */
export interface Grid {
  readonly rows: readonly AlignmentRow[]
  /** Sentences that stand in other paragraphs of the other report. */
  readonly strays: readonly Stray[]
}

/** Two linked sentences, or runs of them, that no row shows side by side; the row is that of the left one. */
export interface Stray {
  readonly row: number
  readonly pair: SentencePair
}

/** Share of equal words from which two linked sentences are one sentence edited, not one statement in other words. */
const EDITED = 0.34
/** The same between versions of one text, where a sentence in the place of another is that sentence rewritten. */
const EDITED_VERSION = 0.2
/** Similarity of links that only copies have, and share of such links that makes two reports versions of one text. */
const COPIED = 0.6
const MOSTLY_COPIED = 0.3
/** Or share of the shorter one's words: a sentence that only grew. */
const GROWN = 0.6

/** Lays linked sentences out as rows in reading order. */
export function layOut(
  a: Prepared,
  b: Prepared,
  { links, scopes }: Links,
  groups: readonly Group[],
  budget: Budget
): Grid {
  const passages = inOrder(a, b, groups)
  const maker = new PairMaker(a, b, links, scopes, budget)
  const rows: AlignmentRow[] = []
  const awayRow = new Map<number, number>()
  const shownRow = new Map<number, number>()
  for (const passage of passages) {
    const index = rows.length
    const away = passage.moved && passage.b.length === 0
    ;(away ? awayRow : shownRow).set(passage.a[0] ?? -1, index)
    const pairs = away ? [] : maker.pairsOf(passage)
    rows.push({
      index,
      kind: away ? 'moved-away' : kindOf(passage, pairs),
      a: passage.a,
      b: passage.b,
      pairs,
      ...groupingOf(passage),
      changes: []
    })
  }
  return {
    rows: rows.map((row, index) => withMove(row, passages[index], awayRow, shownRow)),
    strays: maker.strays(rows)
  }
}

function kindOf({ a, b }: Passage, pairs: readonly SentencePair[]): AlignmentRow['kind'] {
  if (b.length === 0) return 'only-a'
  if (a.length === 0) return 'only-b'
  return pairs.every(({ relation }) => relation === 'equal') ? 'equal' : 'changed'
}

function groupingOf({ a, b }: Passage): Pick<AlignmentRow, 'grouping'> {
  if (a.length === 0 || b.length === 0 || (a.length === 1 && b.length === 1)) return {}
  if (a.length === 1) return { grouping: 'split' }
  return { grouping: b.length === 1 ? 'merge' : 'several' }
}

function withMove(
  row: AlignmentRow,
  passage: Passage | undefined,
  awayRow: ReadonlyMap<number, number>,
  shownRow: ReadonlyMap<number, number>
): AlignmentRow {
  if (passage?.moved !== true) return row
  const first = passage.a[0] ?? -1
  const away = awayRow.get(first) ?? row.index
  const shown = shownRow.get(first) ?? row.index
  const other = row.kind === 'moved-away' ? shown : away
  return { ...row, move: { other, direction: shown > away ? 'down' : 'up' } }
}

/** Turns links into the sentence pairs of rows. */
class PairMaker {
  readonly #a: Prepared
  readonly #b: Prepared
  readonly #budget: Budget
  readonly #links: readonly Link[]
  readonly #versions: boolean
  readonly #linkOfA = new Map<number, Link>()
  readonly #linkOfB = new Map<number, Link>()
  readonly #scopedA: ReadonlySet<number>
  readonly #scopedB: ReadonlySet<number>
  readonly #unitsA: ReadonlyMap<number, readonly number[]>
  readonly #unitsB: ReadonlyMap<number, readonly number[]>

  constructor(
    a: Prepared,
    b: Prepared,
    links: readonly Link[],
    scopes: Links['scopes'],
    budget: Budget
  ) {
    this.#a = a
    this.#b = b
    this.#budget = budget
    this.#links = links
    const copied = links.filter(({ similarity }) => similarity >= COPIED).length
    this.#versions = copied > MOSTLY_COPIED * links.length
    this.#scopedA = new Set(scopes.map((scope) => scope.a))
    this.#scopedB = new Set(scopes.map((scope) => scope.b))
    this.#unitsA = unitsByBlock(a)
    this.#unitsB = unitsByBlock(b)
    for (const link of links) {
      for (let i = link.a.from; i < link.a.to; i++) this.#linkOfA.set(i, link)
      for (let j = link.b.from; j < link.b.to; j++) this.#linkOfB.set(j, link)
    }
  }

  pairsOf({ a, b }: Passage): SentencePair[] {
    const left = a.flatMap((block) => this.#unitsA.get(block) ?? [])
    const right = b.flatMap((block) => this.#unitsB.get(block) ?? [])
    const inLeft = new Set(left)
    const inRight = new Set(right)
    const pairs: SentencePair[] = []
    let next = 0
    const loneUpTo = (end: number) => {
      for (; next < right.length && (right[next] ?? end) < end; next++) {
        const j = right[next] ?? 0
        const link = this.#linkOfB.get(j)
        if (link === undefined || !inLeft.has(link.a.from)) pairs.push(this.#lone('b', j))
      }
    }
    for (const i of left) {
      const link = this.#linkOfA.get(i)
      if (link === undefined || !inRight.has(link.b.from)) {
        pairs.push(this.#lone('a', i))
        continue
      }
      if (link.a.from !== i) continue
      loneUpTo(link.b.from)
      pairs.push(this.#linked(link))
    }
    loneUpTo(Number.MAX_SAFE_INTEGER)
    return pairs
  }

  strays(rows: readonly AlignmentRow[]): Stray[] {
    const rowOfA = new Map<number, number>()
    const rowOfB = new Map<number, number>()
    for (const { index, kind, a, b } of rows) {
      if (kind === 'moved-away') continue
      for (const block of a) rowOfA.set(block, index)
      for (const block of b) rowOfB.set(block, index)
    }
    return this.#links.flatMap((link) => {
      const row = rowOfA.get(this.#a.units[link.a.from]?.block ?? -1)
      const other = rowOfB.get(this.#b.units[link.b.from]?.block ?? -1)
      if (row === undefined || row === other) return []
      return [{ row, pair: this.#linked(link) }]
    })
  }

  #lone(side: 'a' | 'b', index: number): SentencePair {
    const report = side === 'a' ? this.#a : this.#b
    const scoped = (side === 'a' ? this.#scopedA : this.#scopedB).has(index)
    const span = spanOf(report, { from: index, to: index + 1 })
    const relation = scoped ? 'other-scope' : side === 'a' ? 'only-a' : 'only-b'
    return { relation, [side]: span, similarity: 0, edits: [] }
  }

  #linked(link: Link): SentencePair {
    const a = spanOf(this.#a, link.a)
    const b = spanOf(this.#b, link.b)
    const { similarity } = link
    const { vocabulary } = this.#a
    return pairSpans(
      { text: this.#a.report.text, span: a, known: this.#a },
      { text: this.#b.report.text, span: b, known: this.#b },
      { similarity, versions: this.#versions, vocabulary },
      this.#budget
    )
  }
}

/** Returns the pair of two linked stretches, with word edits when they are one sentence edited. */
export function pairSpans(
  a: Stretch,
  b: Stretch,
  {
    similarity,
    versions,
    vocabulary
  }: { readonly similarity: number; readonly versions: boolean; readonly vocabulary: Vocabulary },
  budget: Budget
): SentencePair {
  const ends = { a: a.span, b: b.span }
  const left = textUnder(a.text, a.span)
  const right = textUnder(b.text, b.span)
  if (left === right)
    return { relation: 'equal', ...ends, similarity: 1, edits: [{ op: 'equal', ...ends }] }
  // Always in one order, so that swapped sides get the mirrored steps.
  const { edits, equal, contained } =
    left < right
      ? diffWords(a, b, budget, vocabulary)
      : mirrorDiff(diffWords(b, a, budget, vocabulary))
  if (equal < (versions ? EDITED_VERSION : EDITED) && contained < GROWN)
    return { relation: 'same-statement', ...ends, similarity, edits: [] }
  return { relation: 'edited', ...ends, similarity, edits }
}

function unitsByBlock({ units }: Prepared): Map<number, number[]> {
  return Map.groupBy(units.keys(), (index) => units[index]?.block ?? -1)
}

/** Returns the stretch of text that a range of sentences covers. */
export function spanOf({ units }: Prepared, { from, to }: Link['a']): Span {
  const first = units[from]
  const last = units[to - 1]
  if (first === undefined || last === undefined) return { start: 0, end: 0 }
  return hull(first.span, last.span)
}

function mirrorDiff(diff: WordDiff): WordDiff {
  return { ...diff, edits: diff.edits.map(mirrorEdit) }
}

const MIRRORED = { equal: 'equal', replace: 'replace', insert: 'delete', delete: 'insert' } as const

function mirrorEdit({ op, a, b }: WordEdit): WordEdit {
  return { op: MIRRORED[op], a: b, b: a }
}
