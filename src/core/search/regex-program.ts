import type { RegexNode, RegexPlace } from './regex-parse'

/** Most steps of a program. A longer expression is not understood: looking through a text takes time by this number. */
const MAX_STEPS = 2000

/** A step of a regular expression made ready: take one unit, go on at both places, stand at a place, or have found a match. */
export type Step =
  | { readonly kind: 'unit'; readonly set: number; readonly next: number }
  | { readonly kind: 'fork'; readonly first: number; readonly second: number }
  | { readonly kind: 'place'; readonly at: RegexPlace; readonly next: number }
  | { readonly kind: 'match' }

/** A set of units, as the expression names it. */
export type UnitSet = Pick<Extract<RegexNode, { kind: 'unit' }>, 'has' | 'negated'>

export interface Program {
  readonly steps: readonly Step[]
  readonly start: number
  readonly sets: readonly UnitSet[]
}

/** Returns the program of an expression; null when it would be too long. Source: Thompson, CACM 11 (1968). */
export function programOf(node: RegexNode): Program | null {
  const steps: Step[] = [{ kind: 'match' }]
  const sets: UnitSet[] = []
  const setOf = new Map<RegexNode, number>()
  const put = (step: Step): number => steps.push(step) - 1
  // Written from the end to the beginning: each step knows the one after it.
  const write = (part: RegexNode, next: number): number => {
    if (steps.length > MAX_STEPS) return next
    switch (part.kind) {
      case 'unit': {
        // A piece that is repeated is one set, however often it is written.
        const set = setOf.get(part) ?? sets.push(part) - 1
        setOf.set(part, set)
        return put({ kind: 'unit', set, next })
      }
      case 'place':
        return put({ kind: 'place', at: part.at, next })
      case 'all':
        return part.parts.reduceRight((after, inner) => write(inner, after), next)
      case 'one-of':
        return part.parts
          .map((inner) => write(inner, next))
          .reduceRight((second, first) => put({ kind: 'fork', first, second }))
      case 'repeat':
        return writeRepeat(part, next)
    }
  }
  const writeRepeat = (part: Extract<RegexNode, { kind: 'repeat' }>, next: number): number => {
    let entry = next
    if (part.most === Infinity) {
      const loop = put({ kind: 'match' })
      const first = write(part.part, loop)
      steps[loop] = { kind: 'fork', first, second: next }
      entry = loop
    } else {
      for (let i = part.least; i < part.most && steps.length <= MAX_STEPS; i++)
        entry = put({ kind: 'fork', first: write(part.part, entry), second: next })
    }
    for (let i = 0; i < part.least && steps.length <= MAX_STEPS; i++)
      entry = write(part.part, entry)
    return entry
  }
  const start = write(node, 0)
  return steps.length > MAX_STEPS ? null : { steps, start, sets }
}
