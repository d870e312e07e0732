import type { Span } from '../text/span'
import type { Statement } from './statement'

/** A reader's word on whether a status sentence covers another one; spans in canonical text. */
export interface ScopeCorrection {
  readonly status: Span
  readonly sentence: Span
  readonly covered: boolean
}

/** Which status sentence covers which sentences; positions in the list of statements. */
export interface ScopeLink {
  readonly status: number
  readonly kind: 'unverified' | 'unconfirmed' | 'denial' | 'open' | 'anonymity'
  readonly sure: readonly number[]
  readonly possible: readonly number[]
}

/** How far back a denial looks for what it denies, in sentences. Higher finds more and links more by chance. */
const DENIAL_REACH = 12

/** Finds which sentences each status sentence covers; see docs/claims.md for the rules. */
export function findScopes(
  statements: readonly Statement[],
  corrections: readonly ScopeCorrection[]
): ScopeLink[] {
  const links: ScopeLink[] = []
  statements.forEach((statement, i) => {
    if (statement.sentence.role !== 'prose') return
    const kind = kindOf(statement)
    if (kind === undefined) return
    const sure = nearest(statements, i, DENIAL_REACH)
    links.push({ status: i, kind, sure: sure === undefined ? [] : [sure], possible: [] })
  })
  void corrections
  return links
}

function kindOf(statement: Statement): ScopeLink['kind'] | undefined {
  if (statement.categories.has('UNVERIFIED')) return 'unverified'
  if (statement.categories.has('UNCONFIRMED')) return 'unconfirmed'
  if (statement.categories.has('DISPUTED')) return 'denial'
  return undefined
}

function nearest(
  statements: readonly Statement[],
  from: number,
  reach: number
): number | undefined {
  for (let k = from - 1; k >= 0 && k >= from - reach; k--) {
    const candidate = statements[k]
    if (candidate?.sentence.item !== statements[from]?.sentence.item) return undefined
    if (candidate?.source !== undefined && candidate.kind === 'claim') return k
  }
  return undefined
}
