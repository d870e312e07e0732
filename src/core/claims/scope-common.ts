import { sourceKey } from './source-key'
import type { Statement } from './statement'

/** Which sentences a status sentence covers; positions in the list of statements. */
export interface Covered {
  readonly sure: readonly number[]
  /** Same event, offered but not painted. */
  readonly possible: readonly number[]
}

/** Says whether somebody is said to have said the sentence, or it is hedged or alleged: something that can be covered. */
export function isAttributedClaim(statement: Statement | undefined): boolean {
  if (statement === undefined || statement.sentence.role !== 'prose') return false
  if (statement.kind === 'status' || statement.kind === 'structure') return false
  const { categories } = statement
  if (categories.has('UNVERIFIED')) return false
  // What a reporter saw, or an outlet could confirm, needs no cover.
  if (categories.has('CONFIRMED') && statement.attributions.length === 0 && !statement.carried)
    return false
  return (
    statement.source !== undefined ||
    categories.has('ALLEGED') ||
    categories.has('MEDIA') ||
    categories.has('ANONYMOUS')
  )
}

/** A status sentence without content of its own. */
export function isBareStatus(statement: Statement | undefined): boolean {
  return statement?.kind === 'status'
}

/**
 * How far back a disclaimer may reach at all, in sentences. Far more than any passage has; without it a text that repeats its
 * disclaimers takes the square of its length.
 */
const FARTHEST = 100

/** First position from which `belongs` holds up to `at`, at most `FARTHEST` sentences back. */
function startOf(at: number, belongs: (k: number) => boolean): number {
  const first = Math.max(0, at - FARTHEST)
  let k = at
  while (k > first && belongs(k - 1)) k--
  return k
}

/** First position of the paragraph of `at`. */
export function paragraphStart(statements: readonly Statement[], at: number): number {
  const block = statements[at]?.sentence.block
  return startOf(at, (k) => statements[k]?.sentence.block === block)
}

/** First position of the item of `at`; a lead-in ("Reuters reports:") begins a passage of its own. */
export function passageStart(statements: readonly Statement[], at: number): number {
  const item = statements[at]?.sentence.item
  return startOf(
    at,
    (k) => statements[k]?.sentence.item === item && statements[k]?.sentence.role !== 'lead-in'
  )
}

/** First position of the item of `at`, lead-ins passed over. */
export function itemStart(statements: readonly Statement[], at: number): number {
  const item = statements[at]?.sentence.item
  return startOf(at, (k) => statements[k]?.sentence.item === item)
}

/** Attributed claims in [from, to). */
export function claimsIn(statements: readonly Statement[], from: number, to: number): number[] {
  const found: number[] = []
  for (let k = from; k < to; k++) if (isAttributedClaim(statements[k])) found.push(k)
  return found
}

/**
 * Positions from the first to the last of `found`, with bare prose between them swept in, and one bare sentence between the last
 * one and the status sentence at `to` when they share a paragraph.
 */
export function swept(
  statements: readonly Statement[],
  found: readonly number[],
  to?: number
): number[] {
  const first = found[0]
  const last = found.at(-1)
  if (first === undefined || last === undefined) return []
  const all: number[] = []
  const block = to === undefined ? undefined : statements[last]?.sentence.block
  const trailing = to === last + 2 && statements[last + 1]?.sentence.block === block ? 1 : 0
  for (let k = first; k <= last + trailing; k++) {
    const statement = statements[k]
    if (found.includes(k)) all.push(k)
    else if (
      statement?.sentence.role === 'prose' &&
      statement.kind === 'claim' &&
      k - 1 === all.at(-1) &&
      !statement.sentence.first
    )
      all.push(k)
  }
  return all
}

/** Nearest attributed claim before `at` within the item; undefined when there is none within reach. */
export function nearestClaim(
  statements: readonly Statement[],
  at: number,
  options: { reach: number; fits?: (s: Statement) => boolean }
): number | undefined {
  const from = Math.max(itemStart(statements, at), at - options.reach)
  for (let k = at - 1; k >= from; k--) {
    const candidate = statements[k]
    if (candidate === undefined || !isAttributedClaim(candidate)) continue
    if (options.fits === undefined || options.fits(candidate)) return k
  }
  return undefined
}

/** Says whether two statements have the same innermost source. */
export function sameSource(a: Statement | undefined, b: Statement | undefined): boolean {
  if (a?.source === undefined || b?.source === undefined) return false
  return a.source.name === b.source.name || sourceKey(a.source.name) === sourceKey(b.source.name)
}

/** Says whether the sentence is in doubt by its own wording, so that a silence or a denial is likely to answer it. */
export function isDoubtful(statement: Statement): boolean {
  const { kind, categories } = statement
  if (kind === 'stance' || (grantsAnonymity(statement) && !saysSomething(statement))) return false
  return DOUBTS.some((category) => categories.has(category))
}
const DOUBTS = ['ALLEGED', 'PARTY', 'MEDIA', 'ANONYMOUS'] as const

/** Says whether a sentence tells why its source is not named: "spoke on condition of anonymity". */
export const grantsAnonymity = ({ hits }: Statement): boolean =>
  hits.some(({ rule }) => rule.id === 'anonymous/condition' || rule.id === 'anonymous/not-named')

/** Says whether somebody is said to say something in the sentence itself. */
export const saysSomething = ({ attributions }: Statement): boolean =>
  attributions.some((a) => a.frame === 'says' && !a.negated)

/**
 * Positions of what one voice says up to `last`, ascending: sentences between are passed over when they are plain, and the run
 * ends where somebody else speaks. Unnamed sources of one report are one voice: "two people said", "one of them said".
 */
export function runOfVoice(statements: readonly Statement[], last: number): number[] {
  const voice = statements[last]
  if (voice === undefined) return []
  const unnamed = voice.categories.has('ANONYMOUS')
  const run = [last]
  for (let k = last - 1; k >= passageStart(statements, last); k--) {
    const statement = statements[k]
    if (statement === undefined || statement.kind !== 'claim') continue
    if (grantsAnonymity(statement) && !saysSomething(statement)) continue
    if (sameSource(statement, voice) || (unnamed && statement.categories.has('ANONYMOUS')))
      run.push(k)
    else if (isAttributedClaim(statement)) break
  }
  return run.toReversed()
}

/** The words after a cue, up to the end of its clause. */
export function afterCue(statement: Statement, end: number): string {
  return (
    /^[^.;]*?(?=$|[.;:—]|, (?:and|but|though|although|while|as|because)\b)/.exec(
      statement.sentence.lower.slice(end)
    )?.[0] ?? ''
  )
}

/** The words before a cue, back to the beginning of its clause. */
export function beforeCue(statement: Statement, start: number): string {
  return (
    /(?:^|[,;:—] ?(?:and|but|though|although|while)? ?)([^,;:—]*)$/.exec(
      statement.sentence.lower.slice(0, start)
    )?.[1] ?? ''
  )
}
