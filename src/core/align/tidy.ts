import { at } from '../at'
import type { Group, Token } from './tokens'

/** Tokens of one side with the runs that belong together. */
export interface Side {
  readonly tokens: readonly Token[]
  readonly groups: readonly Group[]
}

/** Rounds of widening: dropping a match can break a group on the other side, which rarely happens twice. */
const MAX_ROUNDS = 3

/**
 * Makes matches readable: a number with its unit, a date or a name is equal as a whole or not at all, and function words or
 * signs that stand alone between changes belong to the change.
 *
 * @param toRight - by token of the left side the same one of the right side, or -1; is changed
 */
export function tidyMatches(toRight: number[], left: Side, right: Side): void {
  const toLeft = new Array<number>(right.tokens.length).fill(-1)
  for (let i = 0; i < toRight.length; i++) {
    const j = toRight[i] ?? -1
    if (j >= 0) toLeft[j] = i
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const broken =
      breakGroups(left.groups, toRight, toLeft) + breakGroups(right.groups, toLeft, toRight)
    if (broken === 0) break
  }
  dropIslands(left.tokens, toRight, toLeft)
}

/** Unlinks groups that are equal in part only; answers how many were. */
function breakGroups(groups: readonly Group[], partner: number[], back: number[]): number {
  let broken = 0
  for (const { from, to } of groups) {
    const first = partner[from] ?? -1
    let whole = first >= 0
    let any = false
    for (let i = from; i < to; i++) {
      const j = partner[i] ?? -1
      if (j >= 0) any = true
      if (j !== first + i - from) whole = false
    }
    if (whole || !any) continue
    broken++
    for (let i = from; i < to; i++) {
      const j = partner[i] ?? -1
      if (j >= 0) back[j] = -1
      partner[i] = -1
    }
  }
  return broken
}

/** Longest run of function words and signs that is swallowed by the changes around it, in tokens. Longer ones help the eye. */
const MAX_ISLAND = 2

function dropIslands(tokens: readonly Token[], toRight: number[], toLeft: number[]): void {
  let start = 0
  while (start < tokens.length) {
    const first = toRight[start] ?? -1
    if (first < 0) {
      start++
      continue
    }
    let end = start + 1
    while (end < tokens.length && toRight[end] === first + end - start) end++
    let next = end
    while (next < tokens.length && (toRight[next] ?? -1) < 0) next++
    const after = next < tokens.length ? (toRight[next] ?? -1) : toLeft.length
    const changedBefore =
      start > 0 && toRight[start - 1] === -1 && first > 0 && toLeft[first - 1] === -1
    const changedAfter = end < tokens.length && toRight[end] === -1 && after > first + end - start
    if (changedBefore && changedAfter && end - start <= MAX_ISLAND && isThin(tokens, start, end)) {
      for (let i = start; i < end; i++) {
        toLeft[first + i - start] = -1
        toRight[i] = -1
      }
    }
    start = end
  }
}

function isThin(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const { word } = at(tokens, index)
    if (!word.binds && (word.kind !== 'sign' || word.form === '"')) return false
  }
  return true
}
