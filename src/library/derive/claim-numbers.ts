import type { Article, ArticleId } from '../../core/article/article'
import type { Mark } from '../../core/claims/claim'
import { findNumbers, singular, type NumberFact } from '../../core/claims/numbers'
import type { ClaimRow, NumberRow, NumberValue } from '../../shared/shapes'

/** A report with all its sentences, marked or not. */
export interface ReportMarks {
  readonly article: Article
  readonly marks: readonly Mark[]
}

/**
 * Gathers every number of some reports by what it counts; numbers that count nothing are left out. Measures with conflicts come
 * first, then those that most reports tell, then by name.
 *
 * Two values conflict only when they are told of one claim (one thread) and out of the same whole: "19 of 21 nationwide" and "all
 * five near the port" are two things. Numbers that two reports both tell of it, "10 km deep, 55 km from the town", never conflict.
 */
export function numbersOf(
  reports: readonly ReportMarks[],
  rowOf: (article: ArticleId, mark: Mark) => ClaimRow | undefined
): NumberRow[] {
  const measures = new Map<string, { counts: string; unit: string; values: NumberValue[] }>()
  for (const { article, marks } of reports) {
    for (const mark of marks) {
      if (mark.kind === 'structure') continue
      const facts = measuresIn(article.text.slice(mark.sentence.start, mark.sentence.end))
      const claim = facts.length === 0 ? undefined : rowOf(article.id, mark)
      if (claim === undefined) continue
      for (const { value, unit, counts, outOf } of facts) {
        const key = `${unit} ${counts}`
        const measure = measures.get(key) ?? { counts, unit, values: [] }
        measure.values.push({ value, ...(outOf !== undefined && { outOf }), claim })
        measures.set(key, measure)
      }
    }
  }
  return [...measures.values()].map(rowFrom).toSorted(
    (a, b) =>
      Math.sign(b.conflicts.length) - Math.sign(a.conflicts.length) ||
      reportsIn(b) - reportsIn(a) ||
      b.values.length - a.values.length ||
      // By code points, so that every machine sorts alike.
      (`${a.counts}${a.unit}` < `${b.counts}${b.unit}` ? -1 : 1)
  )
}

/** What follows a number and is nothing that can be counted: words that hold a sentence together, months, zones of time. */
const NO_MEASURE =
  /^(?:over|with|without|what|did|does|ever|including|than|more|less|one|ones|s|gmt|utc|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
/** Whole words; "6.1-magnitude" leaves the word behind a hyphen. */
const MEASURE = /^-?(\p{L}{3,}(?:['’-]\p{L}+)*)$/u

/** The numbers of a sentence that measure something a reader can name. */
function measuresIn(sentence: string): NumberFact[] {
  return findNumbers(sentence).flatMap((fact) => {
    if (inAddress(sentence, fact.span.start)) return []
    if (fact.unit !== '') return [fact]
    const counts = MEASURE.exec(fact.counts)?.[1] ?? ''
    if (counts === '' || NO_MEASURE.test(counts)) return []
    // "300 square kilometres": a square of what.
    const area =
      counts === 'square' ? /^ square (\p{Ll}{3,})/u.exec(sentence.slice(fact.span.end)) : null
    return [{ ...fact, counts: area?.[1] === undefined ? counts : `square ${singular(area[1])}` }]
  })
}

/** Whether a place in a text is part of a web address or of a path. */
function inAddress(text: string, at: number): boolean {
  const start = text.lastIndexOf(' ', at) + 1
  return /[/@_]/.test(text.slice(start, at + 1))
}

function rowFrom({
  counts,
  unit,
  values
}: {
  counts: string
  unit: string
  values: readonly NumberValue[]
}): NumberRow {
  const sorted = values.toSorted(
    (a, b) =>
      a.value - b.value || a.claim.article.id - b.claim.article.id || a.claim.mark - b.claim.mark
  )
  return {
    counts,
    unit,
    low: sorted[0]?.value ?? 0,
    high: sorted.at(-1)?.value ?? 0,
    values: sorted,
    conflicts: conflictsIn(sorted)
  }
}

/** "3 / 5", lower first, of the values that reports tell differently of one thread and out of one whole. */
function conflictsIn(values: readonly NumberValue[]): string[] {
  const found = new Map<string, readonly [number, number]>()
  for (const reports of toldTogether(values))
    reports.forEach((mine, i) => {
      for (const theirs of reports.slice(i + 1)) {
        const [a, ...restOfMine] = without(mine, theirs)
        const [b, ...restOfTheirs] = without(theirs, mine)
        // Each tells one number that the other does not; where one tells more, nothing says which stands against which.
        if (a === undefined || b === undefined || restOfMine.length + restOfTheirs.length > 0)
          continue
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        found.set(`${low} / ${high}`, [low, high])
      }
    })
  return [...found].toSorted(([, a], [, b]) => a[0] - b[0] || a[1] - b[1]).map(([text]) => text)
}

const without = (these: ReadonlySet<number>, those: ReadonlySet<number>): number[] =>
  [...these].filter((value) => !those.has(value))

/** Of each thread and whole the sets of values that a report tells, every set once. */
function toldTogether(values: readonly NumberValue[]): ReadonlySet<number>[][] {
  const threads = new Map<string, Map<ArticleId, Set<number>>>()
  for (const { value, outOf, claim } of values) {
    if (claim.thread === undefined) continue
    const key = `${claim.thread} ${outOf ?? ''}`
    const reports = threads.get(key) ?? new Map<ArticleId, Set<number>>()
    threads.set(key, reports)
    const told = reports.get(claim.article.id) ?? new Set()
    reports.set(claim.article.id, told.add(value))
  }
  return [...threads.values()].map((reports) => [
    ...new Map([...reports.values()].map((told) => [[...told].join(' '), told])).values()
  ])
}

function reportsIn(row: NumberRow): number {
  return new Set(row.values.map(({ claim }) => claim.article.id)).size
}
