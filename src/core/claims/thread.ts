import type { ThreadRelation } from './claim'
import type { ClaimKey } from './key'
import type { NumberFact } from './numbers'

/** Two claims that say the same, with how alike they are. */
export interface ClaimLink {
  readonly a: ClaimRef
  readonly b: ClaimRef
  /** 0…1. */
  readonly score: number
}

/** A claim in an article. */
export interface ClaimRef {
  readonly article: number
  readonly mark: number
}

/** From this likeness on two claims are one, 0…1. Higher splits reworded claims, lower joins different ones. */
export const SAME_CLAIM = 0.5
/** Least shared weight; short sentences must share more than a name and a verb. */
export const MIN_SHARED = 3.5
/** Share of equal 5-grams from which two sentences are the same wording. Spec 2.5. */
export const SAME_WORDING = 0.6

/** Returns the likeness of two claims, 0…1; 0 when they share too little. Symmetric; O(terms). */
export function likeness(a: ClaimKey, b: ClaimKey): number {
  if (gramContainment(a.wording, b.wording) >= SAME_WORDING) return 1
  let shared = 0
  let i = 0
  let j = 0
  while (i < a.terms.length && j < b.terms.length) {
    const x = a.terms[i]
    const y = b.terms[j]
    if (x === undefined || y === undefined) break
    if (x[0] === y[0]) {
      shared += Math.min(x[1], y[1])
      i++
      j++
    } else if (x[0] < y[0]) i++
    else j++
  }
  const agreeing = a.numbers.filter((n) =>
    b.numbers.some((m) => sameMeasure(n, m) && n.value === m.value)
  ).length
  shared += agreeing
  if (shared < MIN_SHARED) return 0
  const weigh = (key: ClaimKey) => key.terms.reduce((sum, [, w]) => sum + w, 0) + key.numbers.length
  const smaller = Math.min(weigh(a), weigh(b))
  const larger = Math.max(weigh(a), weigh(b))
  // Between containment and Dice: a short report of a long claim is still that claim.
  return Math.min(1, shared / Math.sqrt(smaller * larger))
}

/** Says whether two numbers measure the same thing. */
export function sameMeasure(a: NumberFact, b: NumberFact): boolean {
  return a.unit === b.unit && a.counts === b.counts && (a.counts !== '' || a.unit !== '')
}

const GRAM = 5

/** Share of the shorter sentence's 5-grams that stand in the other, 0…1. */
export function gramContainment(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < GRAM) return short.join(' ') === long.join(' ') && short.length > 0 ? 1 : 0
  const grams = new Set<string>()
  for (let i = 0; i + GRAM <= long.length; i++) grams.add(long.slice(i, i + GRAM).join(' '))
  let hits = 0
  const total = short.length - GRAM + 1
  for (let i = 0; i < total; i++) if (grams.has(short.slice(i, i + GRAM).join(' '))) hits++
  return hits / total
}

/** Two claims that a reader keeps together or apart. */
export interface ThreadDecision {
  readonly a: ClaimRef
  readonly b: ClaimRef
  readonly together: boolean
}

const refKey = (ref: ClaimRef) => `${ref.article}:${ref.mark}`

/**
 * Joins claims into threads: linked claims hang together, the strongest links first, unless the reader keeps two of them apart.
 * The result does not depend on the order of the links. Claims without a link form no thread.
 */
export function joinThreads(
  links: readonly ClaimLink[],
  decisions: readonly ThreadDecision[] = []
): ClaimRef[][] {
  const parent = new Map<string, string>()
  const members = new Map<string, ClaimRef[]>()
  const apart = decisions.filter((d) => !d.together)
  const find = (key: string): string => {
    let root = key
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root))
      root = up
    return root
  }
  const add = (ref: ClaimRef) => {
    const key = refKey(ref)
    if (parent.has(key)) return
    parent.set(key, key)
    members.set(key, [ref])
  }
  const forbidden = (x: string, y: string) =>
    apart.some((d) => {
      const [a, b] = [find(refKey(d.a)), find(refKey(d.b))]
      return (a === x && b === y) || (a === y && b === x)
    })
  const union = (a: ClaimRef, b: ClaimRef) => {
    add(a)
    add(b)
    const x = find(refKey(a))
    const y = find(refKey(b))
    if (x === y || forbidden(x, y)) return
    parent.set(y, x)
    members.set(x, [...(members.get(x) ?? []), ...(members.get(y) ?? [])])
    members.delete(y)
  }
  for (const d of apart) {
    add(d.a)
    add(d.b)
  }
  for (const d of decisions) if (d.together) union(d.a, d.b)
  const ordered = links.toSorted(
    (p, q) => q.score - p.score || compareRefs(p.a, q.a) || compareRefs(p.b, q.b)
  )
  for (const link of ordered) union(link.a, link.b)
  return [...members.values()]
    .filter((refs) => refs.length > 1)
    .map((refs) => refs.toSorted(compareRefs))
    .toSorted((p, q) => (p[0] && q[0] ? compareRefs(p[0], q[0]) : 0))
}

function compareRefs(a: ClaimRef, b: ClaimRef): number {
  return a.article - b.article || a.mark - b.mark
}

/** Facts about a member that its relation to the first one is read from. */
export interface MemberFacts {
  readonly key: ClaimKey
  /** How it is said: 0 confirmed, 1 said, 2 hedged, 3 claimed or alleged. */
  readonly verb: number
  readonly covered: boolean
  readonly denies: boolean
}

/** Says how a member relates to the first one; the weightiest difference wins. */
export function relationOf(first: MemberFacts, member: MemberFacts): ThreadRelation {
  if (member.denies !== first.denies) return 'conflict'
  if (numbersDiffer(first.key, member.key)) return 'number-differs'
  if (first.covered !== member.covered || (first.verb === 0) !== (member.verb === 0))
    return 'status-changed'
  if (first.verb !== member.verb) return 'verb-changed'
  return gramContainment(first.key.wording, member.key.wording) >= SAME_WORDING
    ? 'same-wording'
    : 'other-words'
}

/** Says whether both count the same thing with different results; "19 of 21" and "all five" count different wholes. */
export function numbersDiffer(a: ClaimKey, b: ClaimKey): boolean {
  return (
    a.numbers.some((n) =>
      b.numbers.some((m) => sameMeasure(n, m) && n.value !== m.value && n.outOf === m.outOf)
    ) && !a.numbers.some((n) => b.numbers.some((m) => sameMeasure(n, m) && n.value === m.value))
  )
}
