import type { Budget } from '../budget'
import { groupBlocks, type Group } from './blocks'
import { linkSentences, type Link, type Links } from './links'
import type { Prepared, Report } from './report'
import type { Vocabulary } from './vocabulary'

/** Linked sentences and grouped blocks of two reports. */
export interface Pairing extends Links {
  readonly groups: readonly Group[]
}

/** Says whether `a` goes first when both are compared; depends on the texts alone, never on who was selected first. */
export function goesFirst(a: Report, b: Report): boolean {
  if (a.text !== b.text) return a.text < b.text
  return blockKey(a) <= blockKey(b)
}

const blockKey = ({ blocks }: Report): string =>
  blocks.map(({ span, furniture }) => `${span.start}-${span.end}${furniture ?? ''}`).join()

/**
 * Pairs two reports that were prepared with one vocabulary. Swapped reports get the mirrored result, because the work is always
 * done in the order of `goesFirst`.
 */
export function pairReports(
  a: Prepared,
  b: Prepared,
  vocabulary: Vocabulary,
  budget: Budget
): Pairing {
  if (!goesFirst(a.report, b.report)) return mirror(pairReports(b, a, vocabulary, budget))
  const links = linkSentences(a, b, vocabulary, budget)
  return { ...links, groups: groupBlocks(a, b, links.links) }
}

function mirror({ links, scopes, groups, exhaustive }: Pairing): Pairing {
  const swap = (link: Link): Link => ({ ...link, a: link.b, b: link.a })
  return {
    links: links.map(swap).sort((x, y) => x.a.from - y.a.from),
    scopes: scopes.map(({ a, b }) => ({ a: b, b: a })),
    groups: groups.map((group) => ({ ...group, a: group.b, b: group.a })),
    exhaustive
  }
}
