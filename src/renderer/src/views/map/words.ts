import type { Voicing } from '../../../../core/claims/matrix'
import type { ClaimCell, DescentNode } from '../../../../shared/overview'
import { percent } from '../../lib/format'
import { markName } from '../../lib/marks'

/** How reports word claims, as people call it, from the report's own voice to denial. */
export const VOICINGS: readonly { id: Voicing; name: string; meaning: string }[] = [
  { id: 'asserted', name: 'asserted', meaning: 'in the report’s own voice' },
  { id: 'hedged', name: 'hedged', meaning: 'in its own voice, but not as certain' },
  { id: 'attributed', name: 'attributed', meaning: 'as somebody’s statement' },
  { id: 'disclaimed', name: 'disclaimed', meaning: 'with the note that it is not verified' },
  { id: 'denied', name: 'denied', meaning: 'somebody denies it' }
]

/** One shape each, so that nothing rests on colour. The right half of the second is of single lines, which no paint fills. */
export const SHAPES: Readonly<Record<Voicing, string>> = {
  asserted: 'M2 2H14V14H2Z',
  hedged: 'M2 2H8V14H2ZM8 2H14M14 2V14M14 14H8',
  attributed: 'M8 1.5A6.5 6.5 0 1 1 7.99 1.5Z',
  disclaimed: 'M8 2L15 14H1Z',
  denied: 'M3 3L13 13M13 3L3 13'
}

/** `attributed to the harbour office, one side says`. */
export function cellName(cell: ClaimCell): string {
  const to = cell.source === undefined ? '' : ` (${cell.source})`
  const mark = cell.letter === undefined ? '' : `, mark ${cell.letter}: ${markName(cell.letter)}`
  return `${cell.voicing}${to}${mark}`
}

/** Why a report is said to have its text from another, in plain words. */
export function basisName(from: NonNullable<DescentNode['from']>): string {
  switch (from.basis) {
    case 'says-so':
      return `its own words say so: ${from.evidence ?? ''}`
    case 'later':
      return 'it is the later one'
    case 'unordered':
      return 'nothing tells which came first'
  }
}

/** Reports of which nothing tells that those after them are later: they may not have been first. */
export const perhapsLater = (nodes: readonly DescentNode[]): ReadonlySet<number> =>
  new Set(nodes.flatMap(({ from }) => (from?.basis === 'unordered' ? [from.parent] : [])))

/** `87 % of its words stand there`. */
export const shareName = (from: NonNullable<DescentNode['from']>): string =>
  `${percent(from.share)} of its words stand there`
