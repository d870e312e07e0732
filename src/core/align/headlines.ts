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
  const [left, right] = [headlineOf(a), headlineOf(b)]
  if (left === undefined || right === undefined || !isFree(work, left, right)) return
  const features = ({ units }: Prepared, index: number) =>
    units[index]?.features ?? new Int32Array()
  const weight = sharedMass(features(a, left), features(b, right), graph.similarity)
  const similarity = weight / Math.max(graph.massA[left] ?? 0, graph.massB[right] ?? 0, 1)
  if (similarity >= LEAST) pair(work, left, right, similarity, false)
}

/** Similarity that a name in common gives: less, and both only share small words. */
const LEAST = 0.08

/** Returns the sentence that is the headline: the one that is the report's title, or a first line without a stop. */
function headlineOf({ report, units }: Prepared): number | undefined {
  const title = report.metadata?.title.value
  if (title !== undefined) {
    const index = units
      .slice(0, LATEST)
      .findIndex(({ span }) => textUnder(report.text, span) === title)
    if (index >= 0) return index
  }
  const [first, second] = units
  if (first === undefined || second === undefined || first.block === second.block) return undefined
  return first.words <= MAX_HEADLINE && !STOPPED.test(textUnder(report.text, first.span))
    ? 0
    : undefined
}

/** Sentences among which a headline is looked for: what surrounds a saved page may stand before it. */
const LATEST = 40
