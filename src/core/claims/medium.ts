import {
  A_MEDIUM,
  CALLED_MEDIUM,
  KIND_OF_MEDIUM,
  MEDIA_NAME,
  MEDIA_WORDS,
  MEDIUM_BEHIND,
  ON_AIR,
  PRINT,
  SHORT_MEDIUM,
  STATE_OWNED
} from './actors/media'
import { comparable } from './actors/registry'
import type { Memory, Place, Resolved } from './memory'
import { sideOf, tidy } from './phrase-parts'
import type { Parsed } from './phrase-parts'

/* Which outlet words name, if they name one. */

/** "a poll for the Evening Star" is the poll's, not the paper's. */
const POLL =
  /^(?:(?:the|an?|this|that|its|new|latest|recent|separate) ){0,3}(?:[\p{L}-]+ ){0,2}(?:polls?|surveys?|study|index|census)\b/iu

/** The outlet that words name; undefined when they name none. */
export function asMedium(parsed: Parsed, memory: Memory, place?: Place): Resolved | undefined {
  if (POLL.test(parsed.phrase)) return undefined
  // "the broadcaster": the outlet that spoke before.
  if (
    place !== undefined &&
    /^(?:the|this|that) [a-z]+$/i.test(parsed.phrase) &&
    KIND_OF_MEDIUM.test(parsed.lower)
  ) {
    const airs = /(?:broadcaster|channel|station)$/.test(parsed.lower)
    const before = memory.recall(
      place.item,
      ({ resolved: { medium, own, source } }) =>
        (medium || own) && !(airs ? PRINT : ON_AIR).test(source.name)
    )
    if (before !== undefined) return before
  }
  const hit = parsed.hits.findLast((h) => /^(?:media|wire|state-media)$/.test(h.actor.type))
  const described =
    MEDIA_WORDS.test(parsed.lower) &&
    !/'s? (?:news|press|information|media) (?:service|office|department|team|cent(?:er|re))/.test(
      parsed.lower
    ) &&
    !/\b(?:spokes\w+|press secretary|officer|social media|users?|adviser|aide|official(?! (?:\p{L}+ ){0,2}(?:news|media|broadcaster|daily|newspaper|tv|television|press))|minister|relations|user|pool|footage|photographs?|images?|conference)\b/u.test(
      parsed.lower
    )
  // "Tarsk's state-run Channel Four"
  const named = parsed.phrase.replace(OWNED_BY_STATE, '')
  const looks =
    A_MEDIUM.test(parsed.phrase) ||
    MEDIA_NAME.test(tidy(named)) ||
    CALLED_MEDIUM.test(parsed.phrase) ||
    MEDIUM_BEHIND.test(parsed.phrase) ||
    SHORT_MEDIUM.test(parsed.phrase) ||
    /^the (?:channel|station)$/i.test(parsed.phrase)
  if (hit === undefined && !described && !looks) return memory.medium(tidy(parsed.phrase))
  // "The Post's Adam Taylor" is a person; "the Harbour Times's report" is the paper.
  const tail = hit === undefined ? '' : parsed.phrase.slice(hit.end).trim()
  const report =
    /^(?:['’]s )?(?:report|reports|news|agency|newspaper|journalist|reporter|correspondent|\(|on\b|in\b|story|article|tv|television|radio|website)/i
  // "the Dawn Gazette" is no "Dawn".
  const longer = hit !== undefined && tail !== '' && !report.test(tail)
  if (longer && !described && !looks) return undefined
  const state = STATE_OWNED.test(parsed.lower) || hit?.actor.type === 'state-media'
  const side = sideOf(parsed.hits)
  const name =
    hit === undefined || (longer && looks)
      ? tidy(MEDIA_NAME.test(tidy(named)) ? named : parsed.phrase)
      : hit.actor.name
  const own = memory.outlet.has(comparable(name))
  const called = LAST_NAME_OF_MEDIUM.exec(parsed.phrase)?.[0]
  const medium: Resolved = {
    source: {
      name,
      type: state ? 'state-media' : (hit?.actor.type ?? 'media'),
      ...(side !== undefined && state && { side })
    },
    unnamed: false,
    medium: !own,
    own,
    plural: /(?:media|outlets|newspapers|papers|reports|agencies|releases|cables)$/.test(
      parsed.lower
    ),
    person: false
  }
  if (hit === undefined && called !== undefined) memory.noteMedium(called, medium)
  return medium
}

/** Whose an outlet is, before its name. */
const OWNED_BY_STATE =
  /^(?:the )?\p{Lu}[\p{L}-]*(?:(?:['’]s)? state-(?:run|owned|controlled|funded) (?=\p{Lu})|['’]s (?=(?:Radio|Channel|Kanal|TV) \p{Lu}))/u

/** "the state news agency ONA": the name by which it comes back. */
const LAST_NAME_OF_MEDIUM = /(?<=\p{Ll} )\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)*$/u
