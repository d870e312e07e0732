import { textUnder } from '../text/span'
import { isFree, pair, type Linking } from './linking'
import type { Prepared } from './report'
import { sharedMass } from './similarity'

/** Longest headline, in words. */
const MAX_HEADLINE = 25
/** What a headline ends without. */
const STOPPED = /[.!?…:;]["”’']?$/u

/**
 * Pairs the headlines of two versions that no similarity paired: one is written anew with every turn of the story and stands for the
 * other as long as both have a telling word in common.
 */
export function pairHeadlines(work: Linking): void {
  const { a, b, graph } = work
  if (!isFree(work, 0, 0) || !opensWithHeadline(a) || !opensWithHeadline(b)) return
  const features = (report: Prepared) => report.units[0]?.features ?? new Int32Array()
  const weight = sharedMass(features(a), features(b), graph.similarity)
  const similarity = weight / Math.max(graph.massA[0] ?? 0, graph.massB[0] ?? 0, 1)
  if (similarity >= LEAST) pair(work, 0, 0, similarity, false)
}

/** Similarity that a name in common gives: less, and both only share small words. */
const LEAST = 0.08

function opensWithHeadline({ report, units }: Prepared): boolean {
  const [first, second] = units
  if (first === undefined || second === undefined || first.block === second.block) return false
  return first.words <= MAX_HEADLINE && !STOPPED.test(textUnder(report.text, first.span))
}
