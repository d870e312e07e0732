import { covers, lengthOf, textUnder, touches, type Span } from '../text/span'
import { learnAffiliations, type Affiliations } from './affiliations'
import { compareFacts } from './compare-facts'
import { isCredit } from './credits'
import { pairText, type FactChange } from './fact-change'
import { Whereabouts } from './elsewhere'
import { factsIn } from './facts'
import { tellsOfPicture, withoutFrames } from './frames'
import { VERB_ACTS } from './lexicon'
import type { Links } from './links'
import type { AlignmentRow, Change, ChangeKind, SentencePair, WordEdit } from './model'
import { learnNames, type NameSense } from './names'
import { cuesUnder, wordsUnder, type Prepared, type Report } from './report'
import { spanOf, type Grid } from './rows'
import { areSpellings } from './spelling'
import { ELSEWHERE, loneStatement, newsOf, type Teller } from './statements'
import { tollConflicts, type TollConflict } from './tolls'
import { compareWording } from './wording'

/** A change before it has its place in the list. */
type NamedChange = Omit<Change, 'index' | 'row' | 'weight'>

/** A change with the row that shows it. */
interface Found {
  readonly row: number
  readonly change: NamedChange
}

/** What a kind of change weighs, 0…1, for the order of the list: what was said and how many before where and who. */
const WEIGHTS: Readonly<Record<ChangeKind, number>> = {
  negation: 0.95,
  number: 0.9,
  quotation: 0.88,
  attribution: 0.86,
  status: 0.84,
  hedge: 0.75,
  time: 0.6,
  place: 0.58,
  name: 0.56,
  omission: 0.42,
  addition: 0.42,
  scope: 0.3,
  wording: 0.25,
  moved: 0.2
}
const STRENGTHS = { strong: 1, soft: 0.6, minor: 0.1 }
/** What the last row's changes lose against the first row's: news comes first. */
const FALL = 0.2

/** Names the differences that a grid of rows shows, heaviest first. */
export function nameChanges(
  a: Prepared,
  b: Prepared,
  grid: Grid,
  scopes: Links['scopes']
): Change[] {
  const namer = new Namer(a, b, grid)
  const found: Found[] = []
  const [strayA, strayB] = [placesOf(grid, 'a'), placesOf(grid, 'b')]
  const strays = ({ relation, a: left, b: right }: SentencePair) =>
    (relation === 'only-a' && strayA.has(left?.start ?? -1)) ||
    (relation === 'only-b' && strayB.has(right?.start ?? -1))
  for (const row of grid.rows) {
    if (row.kind === 'moved-away') found.push(movedRow(row, grid.rows))
    for (const pair of row.pairs) {
      if (strays(pair)) continue
      for (const change of namer.changesOf(row, pair)) found.push({ row: row.index, change })
    }
  }
  found.push(...scopeChanges(a, b, grid.rows, scopes))
  for (const { row, pair } of grid.strays) {
    const shown = grid.rows[row]
    if (shown !== undefined)
      for (const change of namer.changesOf(shown, pair)) found.push({ row, change })
    found.push({
      row,
      change: {
        kind: 'moved',
        strength: 'minor',
        ...(pair.a && { a: pair.a }),
        ...(pair.b && { b: pair.b }),
        text: 'stands in another paragraph'
      }
    })
  }
  found.push(...namer.tollChanges(grid.rows, found))
  return found
    .map(({ row, change }) => ({
      row,
      change,
      weight: weightOf({ row, change }, grid.rows.length),
      start: change.a?.start ?? 0
    }))
    .sort((x, y) => y.weight - x.weight || x.row - y.row || x.start - y.start)
    .map(({ row, weight, change }, index) => ({ index, row, weight, ...change }))
}

/** Where the sentences start whose partners stand in other paragraphs: these are neither additions nor omissions. */
function placesOf({ strays }: Grid, side: 'a' | 'b'): ReadonlySet<number> {
  return new Set(strays.flatMap(({ pair }) => pair[side]?.start ?? []))
}

function weightOf({ row, change: { kind, strength, a, b } }: Found, rows: number): number {
  const fall = 1 - (FALL * row) / Math.max(1, rows)
  const size =
    kind === 'addition' || kind === 'omission'
      ? Math.min(0.15, Math.max(sizeOf(a), sizeOf(b)) / 3000)
      : 0
  return Math.min(1, (WEIGHTS[kind] + size) * STRENGTHS[strength] * fall)
}

const sizeOf = (span: Span | undefined): number => (span === undefined ? 0 : lengthOf(span))

function movedRow({ index, move }: AlignmentRow, rows: readonly AlignmentRow[]): Found {
  const shown = rows[move?.other ?? index]
  const span = shown?.pairs[0]
  return {
    row: shown?.index ?? index,
    change: {
      kind: 'moved',
      strength: 'minor',
      ...(span?.a && { a: span.a }),
      ...(span?.b && { b: span.b }),
      text: `stands further ${move?.direction ?? 'down'} in B`
    }
  }
}

function scopeChanges(
  a: Prepared,
  b: Prepared,
  rows: readonly AlignmentRow[],
  scopes: Links['scopes']
): Found[] {
  return scopes.map((scope) => {
    const left = spanOf(a, { from: scope.a, to: scope.a + 1 })
    const right = spanOf(b, { from: scope.b, to: scope.b + 1 })
    const row = rows.findIndex(({ pairs }) => pairs.some((pair) => pair.a?.start === left.start))
    return {
      row: Math.max(0, row),
      change: {
        kind: 'scope',
        strength: 'soft',
        a: left,
        b: right,
        text: 'same wording, other scope'
      }
    }
  })
}

/** Names what changed in the pairs of two reports. */
class Namer {
  readonly #preparedA: Prepared
  readonly #preparedB: Prepared
  readonly #a: Report
  readonly #b: Report
  readonly #sense: NameSense
  readonly #affiliations: Affiliations
  readonly #inA: Whereabouts
  readonly #inB: Whereabouts
  readonly #tellers: Readonly<Record<'a' | 'b', Teller>>

  constructor(a: Prepared, b: Prepared, { rows }: Grid) {
    this.#preparedA = a
    this.#preparedB = b
    this.#a = a.report
    this.#b = b.report
    this.#sense = learnNames([a, b].map((known) => ({ text: known.report.text, known })))
    this.#affiliations = learnAffiliations([a, b])
    this.#inA = new Whereabouts(a)
    this.#inB = new Whereabouts(b)
    this.#tellers = {
      a: { report: a, other: this.#inB, news: newsOf(a, this.#inB, rows, 'a') },
      b: { report: b, other: this.#inA, news: newsOf(b, this.#inA, rows, 'b') }
    }
  }

  changesOf(row: AlignmentRow, pair: SentencePair): readonly NamedChange[] {
    const { relation, a, b } = pair
    if (relation === 'only-a' || relation === 'only-b') {
      const side = relation === 'only-a' ? 'a' : 'b'
      const span = pair[side] ?? { start: 0, end: 0 }
      return [loneStatement(side, this.#tellers[side], span, row[side])]
    }
    if (a === undefined || b === undefined || relation === 'equal' || relation === 'other-scope')
      return []
    if (isCredit(textUnder(this.#a.text, a)) || isCredit(textUnder(this.#b.text, b)))
      return [{ kind: 'wording', strength: 'minor', a, b, text: 'credits differ' }]
    const inner = withoutFrames({ text: this.#a.text, span: a }, { text: this.#b.text, span: b })
    const changed = pair.edits.filter(({ op }) => op !== 'equal')
    const facts = this.#factChanges(inner.a, inner.b, changed, isRewrite(pair, a, b))
    if (relation === 'same-statement') {
      const text = pairText(textUnder(this.#a.text, a), textUnder(this.#b.text, b))
      return [
        ...facts.filter(
          (fact) => fact.a && fact.b && (fact.kind === 'number' || this.#isAct(fact))
        ),
        { kind: 'wording', strength: 'soft', a, b, text }
      ]
    }
    const edits = changed.filter((edit) => reaches(edit.a, inner.a) || reaches(edit.b, inner.b))
    const found: NamedChange[] = [
      ...(facts.length > 0 && this.#isCaption(row, a, b) ? facts.map(soften) : facts),
      ...compareWording({ a: this.#preparedA, b: this.#preparedB, edits, facts })
    ]
    if (edits.length < changed.length)
      found.push({ kind: 'wording', strength: 'minor', a, b, text: 'dateline or label differs' })
    return this.#withoutMoved(found, edits)
  }

  /** Counts of people that differ between the reports as wholes, unless a row says so already. */
  tollChanges(rows: readonly AlignmentRow[], named: readonly Found[]): Found[] {
    const isNamed = ({ a, b }: TollConflict) =>
      named.some(
        ({ change }) =>
          change.kind === 'number' &&
          change.a !== undefined &&
          change.b !== undefined &&
          textUnder(this.#a.text, change.a) === a.text &&
          textUnder(this.#b.text, change.b) === b.text
      )
    const conflicts = tollConflicts(this.#preparedA, this.#preparedB, this.#sense)
    return conflicts.flatMap((conflict) => {
      const { kind, a, b } = conflict
      if (isNamed(conflict)) return []
      const row = rows.findIndex(({ pairs }) =>
        pairs.some(
          (pair) => pair.a !== undefined && pair.a.start <= a.span.start && a.span.end <= pair.a.end
        )
      )
      return [
        {
          row: Math.max(0, row),
          change: {
            kind: 'number' as const,
            strength: 'strong' as const,
            a: a.span,
            b: b.span,
            text: `${a.text} → ${b.text} ${kind}`
          }
        }
      ]
    })
  }

  /** Two desks print different pictures of one event. */
  #isCaption(row: AlignmentRow, a: Span, b: Span): boolean {
    return (
      row.a.some((block) => this.#a.blocks[block]?.role === 'caption') ||
      row.b.some((block) => this.#b.blocks[block]?.role === 'caption') ||
      tellsOfPicture(textUnder(this.#a.text, a)) ||
      tellsOfPicture(textUnder(this.#b.text, b))
    )
  }

  /** Says whether one side says and the other denies, accuses or the like. */
  #isAct({ kind, a, b }: FactChange): boolean {
    if (kind !== 'attribution' || a === undefined || b === undefined) return false
    return [textUnder(this.#a.text, a), textUnder(this.#b.text, b)].some((verb) =>
      VERB_ACTS.has(verb.toLowerCase())
    )
  }

  /** What lies in a clause that only moved to another sentence is no change. */
  #withoutMoved(found: readonly NamedChange[], edits: readonly WordEdit[]): readonly NamedChange[] {
    if (found.every(({ a, b }) => a !== undefined && b !== undefined)) return found
    const movedA = edits.filter(({ a, b }) => isEmpty(b) && this.#inB.has(this.#preparedA, a))
    const movedB = edits.filter(({ a, b }) => isEmpty(a) && this.#inA.has(this.#preparedB, b))
    return found.map((change) => {
      const { a, b } = change
      const moved =
        (b === undefined && a !== undefined && movedA.some((edit) => covers(edit.a, a))) ||
        (a === undefined && b !== undefined && movedB.some((edit) => covers(edit.b, b)))
      return moved ? { ...change, kind: 'moved', strength: 'minor', text: ELSEWHERE } : change
    })
  }

  /** Two words that one report has side by side are two names, and so is one that both reports have. */
  #isInBoth(form: string): boolean {
    return this.#inA.hasWord(form) && this.#inB.hasWord(form)
  }

  #countWords(side: 'a' | 'b', edit: WordEdit): number {
    return wordsUnder(side === 'a' ? this.#preparedA : this.#preparedB, edit[side]).length
  }

  #factChanges(a: Span, b: Span, changed: readonly WordEdit[], isRewrite: boolean): FactChange[] {
    const [textA, textB] = [this.#a.text, this.#b.text]
    // Few comparisons ask for words, and most pairs need none of them.
    return compareFacts(
      {
        a: factsIn(textA, a, this.#sense, cuesUnder(this.#preparedA, a)),
        b: factsIn(textB, b, this.#sense, cuesUnder(this.#preparedB, b)),
        wordsA: once(() => formsIn(this.#preparedA, a)),
        wordsB: once(() => formsIn(this.#preparedB, b)),
        toldInA: (fact) => this.#inA.tells(fact),
        toldInB: (fact) => this.#inB.tells(fact),
        isInClause: (span, side, instead) =>
          changed.some(
            (edit) =>
              covers(edit[side], span) &&
              this.#countWords(side, edit) >= CLAUSE_WORDS &&
              (instead === 'any' || this.#countWords(side === 'a' ? 'b' : 'a', edit) <= 1)
          ),
        standsInA: (span) => this.#inA.hasAround(this.#preparedB, span),
        standsInB: (span) => this.#inB.hasAround(this.#preparedA, span),
        isRewrite,
        isQuotation: (side) =>
          QUOTATION.test(side === 'a' ? textUnder(textA, a) : textUnder(textB, b)),
        replaces: (x, y) => changed.some((edit) => touches(edit.a, x) && touches(edit.b, y)),
        isSpelling: (x, y) => areSpellings(x, y) && !this.#isInBoth(x) && !this.#isInBoth(y),
        insteadOf: (span, side) =>
          changed
            .filter((edit) => touches(edit[side], span))
            .flatMap((edit) =>
              side === 'a' ? formsIn(this.#preparedB, edit.b) : formsIn(this.#preparedA, edit.a)
            )
      },
      this.#affiliations
    )
  }
}

/** Says whether a change lies in what a frame holds, be it a mere place in it. */
const reaches = ({ start, end }: Span, frame: Span): boolean =>
  start === end ? false : end > frame.start && start < frame.end

const soften = (fact: FactChange): FactChange => ({ ...fact, strength: 'soft' })

const isEmpty = ({ start, end }: Span): boolean => start === end

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** A quotation, or the beginning or the end of one. */
const QUOTATION = /^["“][^"“”]*["”]?$|^[^"“]*["”]$/u
/** Similarity below which a sentence was told anew rather than edited, and length from which that can be said, in code units. */
const REWRITTEN = { similarity: 0.34, length: 100 }

/** In headlines and other short sentences what differs faces each other, however much it is. */
const isRewrite = ({ similarity }: SentencePair, a: Span, b: Span): boolean =>
  similarity < REWRITTEN.similarity && Math.min(lengthOf(a), lengthOf(b)) >= REWRITTEN.length

/** Words from which a run is a clause of its own. */
const CLAUSE_WORDS = 6
const formsIn = (report: Prepared, span: Span): string[] =>
  wordsUnder(report, span).flatMap(({ word: { form } }) => {
    const bare = form.includes("'") ? form.replace(/'s?$/, '') : form
    return bare.includes('-') ? bare.split('-') : bare
  })
