import { compareRefs, joinThreads, refKey } from '../../core/claims/join'
import type { ClaimLink, ClaimRef, ThreadDecision } from '../../core/claims/join'
import type { LinkTables } from '../catalog/claim-links'
import type { ClaimTables } from '../catalog/claims'

/** Threads as the reader's decisions change them. */
export interface Overlay {
  /** Heads of the kept threads that are no longer what they were. */
  readonly heads: ReadonlyMap<string, ClaimRef>
  /** What stands for these, each with its claims in order. */
  readonly threads: readonly (readonly ClaimRef[])[]
}

/**
 * Joins the threads anew that the reader's decisions bear on.
 *
 * A claim of which the reader decided stands for itself, with the links of the claim whose words it shares; any other in the same
 * words stays with that one. O(claims of these threads).
 */
export function overlayOf(
  decisions: readonly ThreadDecision[],
  tables: { readonly claims: ClaimTables; readonly links: LinkTables }
): Overlay {
  const heads = new Map<string, ClaimRef>()
  const decided = new Set<string>()
  for (const ref of decisions.flatMap(({ a, b }) => [a, b])) {
    decided.add(refKey(ref))
    const head = tables.links.headOf(ref)
    if (head !== undefined) heads.set(refKey(head), head)
  }
  const units = new Map<string, ClaimRef[]>()
  const followers = new Map<string, ClaimRef[]>()
  for (const head of heads.values()) {
    const leads = new Map<string, ClaimRef>()
    for (const record of tables.claims.thread(head)) {
      const ref = { article: record.article, mark: record.mark }
      const lead = leads.get(record.plain) ?? ref
      leads.set(record.plain, lead)
      add(lead === ref || decided.has(refKey(ref)) ? units : followers, lead, ref)
    }
  }
  const links = [...units.values()].flatMap((same) => linksOf(same, units, tables.links))
  const grouped = new Map<string, ClaimRef[]>()
  for (const refs of joinThreads(links, decisions))
    for (const ref of refs) grouped.set(refKey(ref), refs)
  const groups = new Set<readonly ClaimRef[]>(grouped.values())
  for (const [lead, refs] of followers) {
    const group = grouped.get(lead)
    if (group === undefined) groups.add([...(units.get(lead) ?? []).slice(0, 1), ...refs])
    else group.push(...refs)
  }
  return { heads, threads: [...groups].map((refs) => refs.toSorted(compareRefs)) }
}

function add(lists: Map<string, ClaimRef[]>, to: ClaimRef, ref: ClaimRef): void {
  const known = lists.get(refKey(to))
  if (known === undefined) lists.set(refKey(to), [ref])
  else known.push(ref)
}

/** Links of claims in the same words: among themselves, and to those that come before the one that leads them. */
function linksOf(
  same: readonly ClaimRef[],
  units: ReadonlyMap<string, readonly ClaimRef[]>,
  tables: LinkTables
): ClaimLink[] {
  const [lead] = same
  if (lead === undefined) return []
  const among = same.flatMap((a, i) => same.slice(i + 1).map((b) => ({ a, b, score: 1 })))
  const others = tables
    .linksOf(lead)
    .filter(({ b }) => compareRefs(b, lead) === 0)
    .flatMap(({ a, score }) =>
      (units.get(refKey(a)) ?? []).flatMap((x) => same.map((b) => ({ a: x, b, score })))
    )
  return [...among, ...others]
}
