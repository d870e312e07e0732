import type { Decision } from '../../../shared/decision'
import { CREDIBILITY, RELIABILITY } from './format'
import { markName } from './marks'
import { unreachable } from './unreachable'

/** Says in a few words what was decided. */
export function describeDecision(decision: Decision): string {
  switch (decision.kind) {
    case 'furniture':
      return `“${decision.line}” is ${decision.furniture ? 'page furniture' : 'text'}${decision.article === undefined ? '' : ' in one report'}`
    case 'mark':
      if (decision.verdict === 'agree') return `The mark is right: “${decision.sentence}”`
      if (decision.verdict === 'not-a-claim') return `Not a claim: “${decision.sentence}”`
      return `Rather “${decision.letter ? markName(decision.letter) : 'no mark'}”: “${decision.sentence}”`
    case 'scope':
      return `A sentence is ${decision.covered ? '' : 'not '}covered by a status line`
    case 'cluster':
      return `Two reports ${decision.together ? 'belong' : 'do not belong'} together`
    case 'origin':
      return decision.copy === 'neither'
        ? 'Neither of two reports copies the other'
        : 'One of two reports copies the other'
    case 'pin':
      return `A cluster is ${decision.pinned ? '' : 'no longer '}pinned`
    case 'thread':
      return `Two claims are ${decision.together ? '' : 'not '}the same`
    case 'actor':
      return `${decision.name} is classed as ${decision.type}${decision.side === undefined ? '' : `, side: ${decision.side}`}`
    case 'metadata':
      return `${decision.field} is “${decision.value}”`
    case 'note':
      return decision.text === '' ? 'A passage is highlighted' : `Note: “${decision.text}”`
    case 'verdict':
      return `Verdict: ${CREDIBILITY[decision.credibility]}${decision.comment === '' ? '' : ` – ${decision.comment}`}`
    case 'grade':
      return `${decision.source}: ${RELIABILITY[decision.reliability]}`
    case 'tag':
      return `${decision.tagged ? 'Tagged' : 'No longer tagged'}: ${decision.tag}`
    case 'star':
      return decision.starred ? 'Starred' : 'No longer starred'
    case 'read':
      return decision.read ? 'Read' : 'Marked as not read'
    default:
      return unreachable(decision)
  }
}
