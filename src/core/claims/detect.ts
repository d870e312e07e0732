import type { Canonical, Metadata } from '../article/article'
import { shift } from '../text/span'
import type { Span } from '../text/span'
import { actorRegistry } from './actors/registry'
import type { ActorCorrection } from './actors/registry'
import type { ArticleClaims, Mark, MarkLetter } from './claim'
import { severityOf } from './classify'
import { markAnswers, markContradictions, markReplies } from './contradiction'
import { withoutInvisible } from './invisible'
import { otherLanguage } from './language'
import { reasonFor } from './reason'
import { findScopes } from './scope'
import type { ScopeCorrection, ScopeLink } from './scope'
import { prepare } from './sentence'
import { markSides } from './sides'
import { sourceKey } from './source-key'
import { readStatements } from './statements'
import type { Statement } from './statement'

/** A reader's word on a sentence; it holds for the identical sentence everywhere. */
export interface MarkCorrection {
  readonly sentence: string
  readonly verdict: 'agree' | 'not-a-claim' | 'wrong-label'
  readonly letter?: MarkLetter
}

/** What a reader put right, and which rules to leave out. */
export interface DetectOptions {
  readonly actors?: readonly ActorCorrection[]
  readonly corrections?: readonly MarkCorrection[]
  readonly scopes?: readonly ScopeCorrection[]
  /** Rule groups, or single rules by id, that are left out, to measure what they add. */
  readonly without?: ReadonlySet<string>
}

/** What detection reads: canonical text, and metadata where there are any. */
export type Analysable = Canonical & { readonly metadata?: Partial<Metadata> }

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Returns every body sentence of an article with what it leaves unsupported, who says it and which disclaimers cover it.
 *
 * Total on any text; furniture is left out; O(length). Marks ascend and do not overlap. Text in another language than English
 * yields no marks but `notAnalysed`.
 */
export function detectClaims(article: Analysable, options: DetectOptions = {}): ArticleClaims {
  const seen = withoutInvisible(article)
  if (seen !== undefined) {
    const scopes = seen.scopes(options.scopes ?? [])
    return seen.restore(detectClaims(seen.plain, { ...options, scopes }))
  }
  const body = article.blocks.filter((b) => b.furniture === undefined)
  const sample = body.map((b) => article.text.slice(b.span.start, b.span.end)).join(' ')
  const language = otherLanguage(sample, article.metadata)
  if (language !== undefined) return { marks: [], notAnalysed: language }

  const without = options.without ?? NOTHING
  const sentences = prepare(article)
  const registry = actorRegistry(options.actors ?? [])
  const { statements, outlet } = readStatements(sentences, {
    registry,
    without,
    ...(article.metadata?.publisher && { publisher: article.metadata.publisher.value })
  })
  if (!without.has('dispute')) {
    markContradictions(statements)
    markReplies(statements)
    markAnswers(statements)
  }
  if (!without.has('party') && !without.has('party/dispute')) markSides(statements)
  const links = without.has('scope') ? [] : findScopes(statements, options.scopes ?? [])
  const corrections = new Map((options.corrections ?? []).map((c) => [comparison(c.sentence), c]))
  const shared = {
    article,
    outlet,
    statements,
    corrections,
    voices: voicesOf(statements),
    linksFrom: Map.groupBy(links, (link) => link.status),
    linksTo: linksTo(links)
  }
  const marks = statements.map((statement, index) => toMark(statement, { ...shared, index }))
  return { marks }
}

interface MarkContext {
  readonly index: number
  readonly article: Canonical
  readonly outlet: string
  readonly statements: readonly Statement[]
  readonly voices: Voices
  readonly linksFrom: ReadonlyMap<number, readonly ScopeLink[]>
  /** Links of other status sentences, by what they surely cover. */
  readonly linksTo: ReadonlyMap<number, readonly ScopeLink[]>
  readonly corrections: ReadonlyMap<string, MarkCorrection>
}

function toMark(statement: Statement, context: MarkContext): Mark {
  const { index, article, statements } = context
  const { sentence } = statement
  const own = context.linksFrom.get(index) ?? []
  const links = context.linksTo.get(index) ?? []
  const covering = links.filter((l) => l.kind !== 'denial')
  const denying = links.filter((l) => l.kind === 'denial')
  const correction = context.corrections.get(comparison(sentence.text))
  const dropped = correction?.verdict === 'not-a-claim'
  const categories =
    statement.categories.size === 0 ? (['PLAIN'] as const) : [...statement.categories]
  // Opinions of people without a name are opinions: nothing in them can be checked.
  const opinion =
    statement.kind === 'stance' &&
    [...statement.categories].every((c) => /^(?:ANONYMOUS|ONRECORD|HEDGED)$/.test(c)) &&
    (!statement.categories.has('HEDGED') || severityOf(['HEDGED'], statement.hits) < 2)
  const severity = opinion
    ? severityOf(statement.categories.size === 0 ? ['PLAIN'] : ['ONRECORD'], statement.hits)
    : severityOf(categories, statement.hits)
  const prose = sentence.role === 'prose'
  const covered = covering.length > 0 || denying.length > 0
  const highlight = prose && !dropped && (severity >= 2 || covered)
  const letter =
    dropped || !prose ? undefined : (correction?.letter ?? letterOf(statement, severity, covering))
  const spans = (positions: readonly number[]): Span[] =>
    positions.flatMap((p) => statements[p]?.sentence.span ?? [])
  const sure = distinct(own.flatMap((l) => l.sure))
  const possible = distinct(own.flatMap((l) => l.possible)).filter((n) => !sure.includes(n))
  const scope = { sure: spans(sure), possible: spans(possible) }
  const firstCover = covering[0]
  const coverStatement = firstCover === undefined ? undefined : statements[firstCover.status]
  const coveredCue =
    coverStatement === undefined ? undefined : statusCue(coverStatement, article.text)
  const reason = reasonFor(statement, article.text, {
    outlet: context.outlet,
    ...(coveredCue !== undefined && { coveredCue }),
    deniers: denying.flatMap((l) => statements[l.status]?.source?.name ?? []),
    others: hasOtherSource(statement, context.voices)
  })
  return {
    index,
    sentence: sentence.span,
    span: shift(statement.content, sentence.span.start),
    kind: prose ? statement.kind : 'structure',
    categories,
    severity: dropped ? 0 : severity,
    ...(letter !== undefined && { letter }),
    highlight,
    cues: statement.cues,
    ...(statement.source && { source: statement.source }),
    via: statement.via,
    ...(statement.silent && { silent: statement.silent }),
    ...((sure.length > 0 || possible.length > 0) && { scope }),
    coveredBy: covering.map((l) => l.status),
    deniedBy: denying.map((l) => l.status),
    reason
  }
}

const distinct = (positions: readonly number[]): number[] =>
  [...new Set(positions)].toSorted((a, b) => a - b)

function linksTo(links: readonly ScopeLink[]): Map<number, ScopeLink[]> {
  const found = new Map<number, ScopeLink[]>()
  for (const link of links)
    for (const covered of new Set(link.sure)) {
      if (covered === link.status) continue
      const known = found.get(covered)
      if (known === undefined) found.set(covered, [link])
      else known.push(link)
    }
  return found
}

/** Sources by item and side, two of each at most: more are not needed to find one that is another. */
type Voices = ReadonlyMap<number, ReadonlyMap<string | undefined, readonly string[]>>

function voicesOf(statements: readonly Statement[]): Voices {
  const voices = new Map<number, Map<string | undefined, string[]>>()
  for (const { source, sentence } of statements) {
    if (source === undefined) continue
    const item = voices.get(sentence.item) ?? new Map<string | undefined, string[]>()
    voices.set(sentence.item, item)
    const names = item.get(source.side) ?? []
    item.set(source.side, names)
    const key = sourceKey(source.name)
    if (names.length < 2 && !names.includes(key)) names.push(key)
  }
  return voices
}

/** Says whether somebody else than the source of a statement speaks in its item, and not for the same side. */
function hasOtherSource({ sentence, source }: Statement, voices: Voices): boolean {
  const own = source && sourceKey(source.name)
  for (const [side, names] of voices.get(sentence.item) ?? []) {
    if (source !== undefined && side !== undefined && side === source.side) continue
    if (names.some((name) => name !== own)) return true
  }
  return false
}

function statusCue(statement: Statement, text: string): string | undefined {
  const cue = statement.cues.find((c) => c.category !== 'HEDGED' && c.category !== 'ONRECORD')
  return cue === undefined ? undefined : text.slice(cue.span.start, cue.span.end)
}

const LETTERS: readonly (readonly [string, MarkLetter])[] = [
  ['UNVERIFIED', 'V'],
  ['UNCONFIRMED', 'N'],
  ['DISPUTED', 'D'],
  ['ALLEGED', 'S'],
  ['ANONYMOUS', 'U'],
  ['UNCLEAR', 'H'],
  ['PARTY', 'S'],
  ['MEDIA', 'R']
]

function letterOf(
  statement: Statement,
  severity: number,
  covering: readonly ScopeLink[]
): MarkLetter | undefined {
  if (covering.some((l) => l.kind === 'unverified')) return 'V'
  if (severity < 3 && covering.some((l) => l.kind === 'unconfirmed')) return 'N'
  for (const [category, letter] of LETTERS) {
    for (const present of statement.categories) if (present === category) return letter
  }
  if (statement.categories.has('HEDGED')) return severity >= 2 ? 'H' : 'P'
  return statement.categories.has('ONRECORD') ? 'P' : undefined
}

/** Returns the form in which identical sentences of copies are equal: plain marks and single spaces. */
export function comparison(sentence: string): string {
  return sentence
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
}
