import type { SourceType } from './claim'
import { INSTITUTION_HEADS } from './cues/en/frames'
import type { Resolved } from './memory'

/* Whether "the company", "the army", "the statement" means a source that spoke before. */

/** Which types a bare noun may refer back to. */
const KINDS: Readonly<Record<string, readonly SourceType[]>> = {
  group: ['ngo', 'armed-group', 'monitor'],
  organization: ['ngo', 'armed-group', 'monitor', 'un', 'unknown'],
  organisation: ['ngo', 'armed-group', 'monitor', 'un', 'unknown'],
  agency: ['un', 'wire', 'state-media', 'monitor', 'official', 'ministry'],
  office: ['un', 'official', 'ministry'],
  military: ['military'],
  army: ['military'],
  government: ['state'],
  company: ['company', 'unknown'],
  firm: ['company', 'unknown'],
  paper: ['media', 'state-media'],
  newspaper: ['media', 'state-media'],
  broadcaster: ['media', 'state-media'],
  channel: ['media', 'state-media'],
  outlet: ['media', 'state-media']
}

/** Institutions of which every place has one: what stands before them tells which. */
const OF_A_PLACE: ReadonlySet<string> = new Set(
  'office government military army police council'.split(' ')
)

/** Says whether a noun for a body may mean this source; `words` are those of the whole phrase. */
export function sameKind(resolved: Resolved, head: string, words: readonly string[]): boolean {
  const { source } = resolved
  if (resolved.own) return false
  const singular = head.replace(/s$/, '')
  // "the club" is not the club official who spoke.
  if (resolved.unnamed && INSTITUTION_HEADS.has(singular)) return false
  if (singular === 'statement') return !resolved.medium && !resolved.unnamed
  // A person gives a statement; a report is a paper of its own.
  if (singular === 'report') return !resolved.medium && !resolved.unnamed && !resolved.person
  const name = source.name.toLowerCase()
  // "the harbour office" is another one than the ministry that spoke before; "the office" is the one that did.
  const told = words.slice(0, -1).filter((word) => word.length > 3)
  if (OF_A_PLACE.has(singular) && told.length > 0 && !told.some((word) => name.includes(word)))
    return false
  const ends = name.replace(/s$/, '')
  if (
    singular.length > 3 &&
    ends.split(/[^\p{L}]+/u).some((word) => word.replace(/s$/, '') === singular)
  ) {
    return true
  }
  if (/^spokes/.test(singular))
    return (told.length === 0 && resolved.person && !resolved.unnamed) || name.includes('spokes')
  if (singular === 'official') return /official|ministry|department/.test(name)
  if (source.type === 'unknown' && FIRMS.test(singular) && !maybeFirm(source.name)) return false
  // "the Orbel-based group" is the observatory, not its head who spoke last.
  if (resolved.person && OF_MANY.test(singular)) return false
  return KINDS[singular]?.includes(source.type) ?? false
}

const FIRMS = /^(?:company|firm)$/
/** Bodies that no person is called by. */
const OF_MANY = /^(?:group|organi[sz]ation|agency|office|military|army|government)$/

/** Not the disaster agency, the "short seller Pike", nor a study: no name of a firm, or words that tell of another kind. */
function maybeFirm(name: string): boolean {
  const words = name.split(/\s+/)
  const last = words.at(-1) ?? ''
  if (!/^[\p{Lu}\p{N}]/u.test(last)) return FIRM_NOUN.test(last)
  // "Activist fund Orbel Point" is a fund.
  const kind = words.findLast((word) => /^(?!(?:and|for|the|von|van|del)$)\p{Ll}{3,}$/u.test(word))
  if (kind !== undefined && !FIRM_NOUN.test(kind)) return false
  const told = words.findIndex((word) => /^\p{Lu}/u.test(word))
  if (told > 0 && !FIRM_NOUN.test(words[told - 1] ?? '')) return false
  return !PUBLIC_BODY.test(name)
}

/** Nouns for firms. */
const FIRM_NOUN =
  /^(?:company|firm|group|operator|maker|manufacturer|\w+maker|airline|utility|retailer|supplier|builder|developer|owner|lender|bank|insurer|startup|start-up|brewer|chain|giant|contractor|producer|carrier|brand|business)$/
const PUBLIC_BODY =
  /\b(?:Agency|Ministry|Council|Commission|Authority|Department|Board|Court|Police|Union|Association|Committee|Parliament|University|Hospital|Institute|Government|Administration|Executive|Service|Bureau|Federation|Society|Observatory|Church|Army|Navy)\b/
