import { fold } from '../text/fold'
import type { Canonical } from './article'
import { squeeze } from './metadata'

/**
 * Returns the time with which the line of a live blog opens ("11.04 Uhr: …", "3:05 p.m.") as ISO 8601 on the given day, the time
 * alone when the day is empty, or undefined.
 *
 * @param day - `YYYY-MM-DD`
 */
export function entryTime(text: string, day: string): string | undefined {
  const match = /^(\d{1,2})[:.](\d{2})(?!\d)(?:\s?([ap])\.?m)?/i.exec(text)
  if (match === null) return undefined
  const half = match[3]?.toLowerCase()
  const given = Number(match[1])
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  const minute = match[2] ?? '00'
  if (hour > 23 || Number(minute) > 59) return undefined
  return `${day}T${String(hour).padStart(2, '0')}:${minute}`
}

/** Blocks that stand in a live blog again, word for word. */
export interface RepeatedRun {
  /** Index of the block that the first of them repeats. */
  readonly first: number
  /** Indices of the blocks that repeat it and those after it, in order; furniture among the former is passed over. */
  readonly blocks: readonly number[]
}

/** Code units of the longest block of a run at least; shorter lines come again by chance. */
const MIN_REPEATED = 60

/**
 * Returns the entries of a live blog that stand there again: pinned ones and those of a page that was saved while it grew. They stay
 * text, with their claims; views may fold them. Empty for other reports. O(length).
 */
export function repeatedRuns({ text, blocks }: Canonical): RepeatedRun[] {
  if (!blocks.some((block) => block.role === 'entry')) return []
  const body = blocks.flatMap((block, index) =>
    block.furniture === undefined
      ? [{ index, line: fold(squeeze(text.slice(block.span.start, block.span.end))) }]
      : []
  )
  const places = new Map<string, number>()
  const runs: RepeatedRun[] = []
  for (let at = 0; at < body.length;) {
    const from = places.get(body[at]?.line ?? '')
    let length = 0
    if (from !== undefined)
      while (from + length < at && body[from + length]?.line === body[at + length]?.line) length++
    const run = body.slice(at, at + length)
    const first = body[from ?? 0]
    if (first !== undefined && run.some(({ line }) => line.length >= MIN_REPEATED))
      runs.push({ first: first.index, blocks: run.map(({ index }) => index) })
    // A run of short lines is passed over as a whole, or lines that are all the same would be compared with each other.
    const next = at + Math.max(1, length)
    for (; at < next; at++) {
      const line = body[at]?.line ?? ''
      if (!places.has(line)) places.set(line, at)
    }
  }
  return runs
}
