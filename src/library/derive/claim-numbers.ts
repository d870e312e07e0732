import type { Article, ArticleId } from '../../core/article/article'
import type { Mark } from '../../core/claims/claim'
import { findNumbers } from '../../core/claims/numbers'
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
 * five near the port" are two things.
 */
export function numbersOf(
  reports: readonly ReportMarks[],
  rowOf: (article: ArticleId, mark: Mark) => ClaimRow | undefined
): NumberRow[] {
  const measures = new Map<string, { counts: string; unit: string; values: NumberValue[] }>()
  for (const { article, marks } of reports) {
    for (const mark of marks) {
      if (mark.kind === 'structure') continue
      const text = article.text.slice(mark.sentence.start, mark.sentence.end)
      const facts = findNumbers(text).filter((fact) => fact.counts !== '' || fact.unit !== '')
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

function conflictsIn(values: readonly NumberValue[]): string[] {
  const found = new Set<string>()
  values.forEach((a, i) => {
    for (const b of values.slice(i + 1)) {
      const same = a.claim.thread !== undefined && a.claim.thread === b.claim.thread
      // A report that tells both numbers in one thread tells two things: "first three, then five".
      const apart = a.claim.article.id !== b.claim.article.id
      if (same && apart && a.value !== b.value && a.outOf === b.outOf)
        found.add(`${a.value} / ${b.value}`)
    }
  })
  return [...found]
}

function reportsIn(row: NumberRow): number {
  return new Set(row.values.map(({ claim }) => claim.article.id)).size
}
