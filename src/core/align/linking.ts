import { at } from '../at'
import type { Budget } from '../budget'
import { textUnder } from '../text/span'
import { CUE } from './cues'
import { isPointer } from './formula'
import type { Graph } from './graph'
import type { Prepared } from './report'

/** Mutable state while sentences are linked: the partner of each, or -1. */
export interface Linking {
  readonly a: Prepared
  readonly b: Prepared
  readonly graph: Graph
  readonly partnerA: Int32Array
  readonly partnerB: Int32Array
  readonly similarity: Float64Array
  readonly moved: Uint8Array
  readonly budget: Budget
}

/** Makes two sentences partners. */
export function pair(
  work: Linking,
  a: number,
  b: number,
  similarity: number,
  moved: boolean
): void {
  work.partnerA[a] = b
  work.partnerB[b] = a
  work.similarity[a] = similarity
  work.moved[a] = moved ? 1 : 0
}

/** Says whether neither sentence has a partner. */
export const isFree = (work: Linking, a: number, b: number): boolean =>
  work.partnerA[a] === -1 && work.partnerB[b] === -1

/** Says whether a sentence only comments on the one before. */
export function pointsBack({ report, units }: Prepared, index: number): boolean {
  const unit = at(units, index)
  return (unit.cues & CUE.pointer) !== 0 && isPointer(textUnder(report.text, unit.span), unit.words)
}
