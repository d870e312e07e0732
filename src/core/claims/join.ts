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

/** Two claims that a reader keeps together or apart. */
export interface ThreadDecision {
  readonly a: ClaimRef
  readonly b: ClaimRef
  readonly together: boolean
}

/** Least mean likeness of a claim to a thread that it joins. Higher splits threads, lower lets a hub chain them. */
const GROUP_LIKENESS = 0.3
/**
 * Members that a claim must be alike at most: in a larger thread no more links than to so many are asked for, because a claim has
 * a bounded number of them.
 */
const ENOUGH_MEMBERS = 6

/** Returns the order of claims: by article, within it by place. */
export function compareRefs(a: ClaimRef, b: ClaimRef): number {
  return a.article - b.article || a.mark - b.mark
}

/** Returns the name of a claim, unique in a library. */
export function refKey(ref: ClaimRef): string {
  return `${ref.article}:${ref.mark}`
}

/**
 * Says whether a group with these likenesses to a thread belongs to it: it must be alike on the whole, so that no hub chains what
 * has nothing in common. Members without a link count as not alike.
 *
 * @param total - sum of the scores of the links between the two
 * @param pairs - pairs that there are between the two
 */
export function fits(total: number, pairs: number): boolean {
  return total / Math.min(pairs, ENOUGH_MEMBERS) >= GROUP_LIKENESS
}

/**
 * Returns the thread that a claim joins, the one of its strongest link first; undefined when it begins one of its own. O(links).
 *
 * @param links - to claims before it, each with the thread in which that stands
 * @param sizeOf - number of claims in a thread
 */
export function threadFor<Thread>(
  links: readonly { readonly thread: Thread; readonly score: number }[],
  sizeOf: (thread: Thread) => number
): Thread | undefined {
  const totals = new Map<Thread, number>()
  for (const { thread, score } of links) totals.set(thread, (totals.get(thread) ?? 0) + score)
  return links
    .toSorted((p, q) => q.score - p.score)
    .find(({ thread }) => fits(totals.get(thread) ?? 0, sizeOf(thread)))?.thread
}

/**
 * Joins claims into threads: each in its order with the claims before it, by `threadFor`, unless the reader keeps two of them apart.
 * What the reader joined stays joined. The result does not depend on the order of the links. Claims without a partner form no
 * thread. O(links) but for threads that hold decisions.
 */
export function joinThreads(
  links: readonly ClaimLink[],
  decisions: readonly ThreadDecision[] = []
): ClaimRef[][] {
  const groups = new Groups(decisions)
  const earlier = new Map<string, { ref: ClaimRef; links: { to: ClaimRef; score: number }[] }>()
  for (const { a, b, score } of links) {
    const [to, ref] = compareRefs(a, b) < 0 ? [a, b] : [b, a]
    groups.of(to)
    const known = earlier.get(refKey(ref))
    if (known === undefined) earlier.set(refKey(ref), { ref, links: [{ to, score }] })
    else known.links.push({ to, score })
  }
  const inOrder = [...earlier.values()].sort((p, q) => compareRefs(p.ref, q.ref))
  for (const { ref, links: own } of inOrder) {
    const group = groups.of(ref)
    const others = own
      .toSorted((p, q) => compareRefs(p.to, q.to))
      .map(({ to, score }) => ({ thread: groups.of(to), score }))
      .filter(({ thread }) => thread !== group && !groups.apart(thread, group))
    const thread = threadFor(others, (one) => one.length)
    if (thread !== undefined) groups.merge(thread, group)
  }
  return groups.threads()
}

/** Claims by the group in which they stand. */
class Groups {
  readonly #groups = new Map<string, ClaimRef[]>()
  readonly #apart = new Map<string, Set<string>>()

  constructor(decisions: readonly ThreadDecision[]) {
    for (const { a, b, together } of decisions) {
      if (together) this.merge(this.of(a), this.of(b))
      else {
        this.#keepApart(a, b)
        this.#keepApart(b, a)
      }
    }
  }

  #keepApart(a: ClaimRef, b: ClaimRef): void {
    const known = this.#apart.get(refKey(a))
    if (known === undefined) this.#apart.set(refKey(a), new Set([refKey(b)]))
    else known.add(refKey(b))
  }

  of(ref: ClaimRef): ClaimRef[] {
    const known = this.#groups.get(refKey(ref))
    if (known !== undefined) return known
    const made = [ref]
    this.#groups.set(refKey(ref), made)
    return made
  }

  apart(a: readonly ClaimRef[], b: readonly ClaimRef[]): boolean {
    if (this.#apart.size === 0) return false
    return a.some((x) => {
      const apart = this.#apart.get(refKey(x))
      return apart !== undefined && b.some((y) => apart.has(refKey(y)))
    })
  }

  merge(a: ClaimRef[], b: ClaimRef[]): void {
    if (a === b) return
    a.push(...b)
    for (const ref of b) this.#groups.set(refKey(ref), a)
  }

  threads(): ClaimRef[][] {
    return [...new Set(this.#groups.values())]
      .filter((refs) => refs.length > 1)
      .map((refs) => refs.toSorted(compareRefs))
      .toSorted((p, q) => (p[0] && q[0] ? compareRefs(p[0], q[0]) : 0))
  }
}
