import type { Article } from '../../core/article/article'
import type { Mark, MarkLetter } from '../../core/claims/claim'
import { comparison, detectClaims, type DetectOptions } from '../../core/claims/detect'
import { keyOf, spreadOf } from '../../core/claims/key'
import type { NewClaim } from './claim-linker'

/** Painted marks by strength. */
export interface Counts {
  readonly strong: number
  readonly soft: number
}

/** What is kept of the claims of one article. Structured-clone data. */
export interface FoundClaims {
  /** Its `ArticleClaims` as JSON: so they are kept, and so they cross between threads fastest. */
  readonly claims: string
  readonly counts: Counts
  /** The marked sentences that say something, in their order. */
  readonly rows: readonly NewClaim[]
}

/** Returns what is kept of the claims of an article. Pure: the same article and options give the same. */
export function findClaims(article: Article, options: DetectOptions): FoundClaims {
  const claims = detectClaims(article, options)
  return {
    claims: JSON.stringify(claims),
    counts: countsOf(claims.marks),
    rows: claimsIn(article, claims.marks)
  }
}

/** Says whether a painted mark counts as a strong one. */
export function isStrong(severity: number, letter: MarkLetter | undefined): boolean {
  return severity >= 3 || letter === 'V' || letter === 'N'
}

function countsOf(marks: readonly Mark[]): Counts {
  let strong = 0
  let soft = 0
  for (const mark of marks) {
    if (!mark.highlight) continue
    if (isStrong(mark.severity, mark.letter)) strong++
    else soft++
  }
  return { strong, soft }
}

/** The marked sentences of an article that say something, with what they are compared by. */
function claimsIn(article: Article, marks: readonly Mark[]): NewClaim[] {
  const spread = spreadOf(marks, article.text)
  return marks.flatMap((mark): NewClaim[] => {
    if (mark.letter === undefined || mark.kind === 'structure') return []
    const text = article.text.slice(mark.sentence.start, mark.sentence.end)
    const [relay] = mark.via
    const record = {
      article: article.id,
      mark: mark.index,
      letter: mark.letter,
      severity: mark.severity,
      highlight: mark.highlight,
      denies: mark.categories.includes('DISPUTED'),
      text,
      plain: comparison(text),
      ...(mark.source && { source: mark.source }),
      ...(relay && { relay })
    }
    const key = keyOf(mark, article.text, { id: article.id, spread })
    return [{ record, key, linked: mark.kind !== 'status' }]
  })
}
