import { touches } from '../text/span'
import type { Span } from '../text/span'
import { scopeOfDenial } from './scope-denial'
import { scopeOfAnonymity, scopeOfOpenQuestion, scopeOfSilence } from './scope-silence'
import { scopeOfUnverified } from './scope-unverified'
import type { Covered } from './scope-common'
import type { Statement } from './statement'

/** A reader's word on whether a status sentence covers another one; spans in canonical text. */
export interface ScopeCorrection {
  readonly status: Span
  readonly sentence: Span
  readonly covered: boolean
}

/** A status sentence with what it covers. */
export interface ScopeLink extends Covered {
  readonly status: number
  readonly kind: 'unverified' | 'unconfirmed' | 'denial' | 'open' | 'anonymity'
}

/**
 * Finds which sentences each status sentence covers; the rules stand in docs/claims.md. The reader's corrections win.
 * A sentence may have several status cues ("could not verify, and the office declined to comment"): each has its own scope.
 */
export function findScopes(
  statements: readonly Statement[],
  corrections: readonly ScopeCorrection[]
): ScopeLink[] {
  const links: ScopeLink[] = []
  statements.forEach((statement, i) => {
    if (statement.sentence.role !== 'prose') return
    for (const [kind, find] of FINDERS) {
      const covered = find(statements, i)
      if (covered !== undefined) links.push({ status: i, kind, ...covered })
    }
  })
  return corrections.length === 0 ? links : corrected(links, statements, corrections)
}

type Finder = (statements: readonly Statement[], at: number) => Covered | undefined

const FINDERS: readonly (readonly [ScopeLink['kind'], Finder])[] = [
  ['unverified', scopeOfUnverified],
  ['unconfirmed', scopeOfSilence],
  ['denial', scopeOfDenial],
  ['open', scopeOfOpenQuestion],
  ['anonymity', scopeOfAnonymity]
]

function corrected(
  links: readonly ScopeLink[],
  statements: readonly Statement[],
  corrections: readonly ScopeCorrection[]
): ScopeLink[] {
  const positionOf = (span: Span) => statements.findIndex((s) => touches(s.sentence.span, span))
  const fixed = [...links]
  for (const { status, sentence, covered } of corrections) {
    const from = positionOf(status)
    const to = positionOf(sentence)
    if (from < 0 || to < 0) continue
    const at = fixed.findIndex((l) => l.status === from)
    const link = fixed[at] ?? {
      status: from,
      kind: kindOf(statements[from]),
      sure: [],
      possible: []
    }
    const others = (list: readonly number[]) => list.filter((n) => n !== to)
    const next = {
      ...link,
      sure: covered ? [...others(link.sure), to].toSorted((a, b) => a - b) : others(link.sure),
      possible: others(link.possible)
    }
    if (at < 0) fixed.push(next)
    else fixed[at] = next
  }
  return fixed
}

/** How a line covers others when the rules found nothing that it covers. */
function kindOf(status: Statement | undefined): ScopeLink['kind'] {
  if (status?.categories.has('UNVERIFIED') === true) return 'unverified'
  if (status?.categories.has('UNCONFIRMED') === true) return 'unconfirmed'
  if (status?.categories.has('DISPUTED') === true) return 'denial'
  return status?.categories.has('UNCLEAR') === true ? 'open' : 'unverified'
}
