import {
  CALLED_MEDIUM,
  MEDIA_NAME,
  MEDIA_WORDS,
  SHORT_MEDIUM,
  STATE_OWNED,
  SURELY_MEDIA
} from './actors/media'
import { comparable } from './actors/registry'
import { describedPeople, resolveBody } from './bodies'
import type { SourceType } from './claim'
import { PREPOSITIONS } from './cues/en/frames'
import type { Memory, Person, Place, Resolved } from './memory'
import { parsePhrase, roleIn, sideOf, tidy } from './phrase-parts'
import type { Parsed } from './phrase-parts'

const LEADING =
  /^(?:but|and|also|meanwhile|however|yet|so|still|instead|earlier|later|separately|in addition|additionally|for (?:his|her|its) part|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|as|then|nevertheless|therefore|indeed|even|with)\s+/i
/** When or on what occasion somebody spoke: "the ministry on Tuesday", "the firm in a statement". */
const OCCASION =
  /(?<=\p{L}) (?:(?:late|early) )?(?:on|in|at|since) (?:an? (?:[\p{L}-]+ ){0,3}(?:statement|letter|message|post|admission|report|briefing|interview|speech|tweet|email|memo|note|comment|response|move|ruling|filing)\b.*|(?:(?:late|early|last) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*)$/u
/** A time and nothing else: "last week", "On Monday". */
const ONLY_TIME =
  /^(?:(?:on|in|at|since|by|until|last|this|next|late|early|earlier|the|same) ){1,3}(?:week|weekend|month|year|day|night|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})(?: \d{1,4})?$/i
/** "the 30-year-old" stands for the person spoken of, as "she" does. */
const AGED = /^the \d{1,3}-year-old$/i
/** "credible reports received by X", "data from X", "a report seen by X": what was passed on, and who stands behind it. */
const PRODUCT =
  /\b(?:reports?|data|figures|estimates?|statistics|statements?|documents?|numbers|analysis|survey|poll|calculations|accounts?|information|testimony|readout|release|tally|count) (?:(?:received|released|issued|published|compiled|collected|provided|given|made|posted|tracked) )?(?:by|from) (.+)$/i
const SEEN_BY = / (?:seen|obtained|reviewed|verified|viewed|heard|published|cited) by .+$/i
/** "a report in the Ledger", "the Ledger's story", "a Kelp article": what an outlet printed, and the outlet. */
const PRINTED =
  /^(?:an? |the |this |that |its |one )?(?:[\p{Ll}-]+ ){0,2}(?:reports?|articles?|stor(?:y|ies)|investigations?|accounts?|interview|column|editorial|exclusive|documentary|dispatch|piece|coverage|commentary) (?:in|on|by|from|published by|published in|aired by|broadcast by|carried by) (.+)$/iu
const PRINTED_BY =
  /^((?:an? |the )?\p{Lu}.*?)(?:['’]s?)? (?:articles?|stor(?:y|ies)|investigation|exclusive|documentary|dispatch|coverage|reporting|account|report)$/iu
/** "a study tracking nurses over two decades" is the study. */
const PAPER =
  /^((?:[\p{L}'’-]+ ){0,4}(?:study|survey|research|analysis|paper|poll|review)) (?:[\p{Ll}]+ing|published|released|conducted|carried|commissioned|based|led|involving) .+$/iu
/** "a poll for the Evening Star", "a survey of 1,204 adults" */
const POLL_FOR = /^((?:[\p{L}'’-]+ ){0,4}(?:polls?|surveys?)) (?:for|of|among) .+$/iu
/** "economists polled by the agency" are economists. */
const ASKED_BY =
  / (?:polled|surveyed|interviewed|consulted|contacted|quoted|questioned|canvassed|reached) by .+$/i
/** "a poll for the Evening Star" is the poll's, not the paper's. */
const POLL =
  /^(?:(?:the|an?|this|that|its|new|latest|recent|separate) ){0,3}(?:[\p{L}-]+ ){0,2}(?:polls?|surveys?|study|index|census)\b/iu
/** "the fleet statement" stands for the fleet. */
const STATEMENT_OF =
  /^((?:the |a |an )?(?!the\b|an?\b|this\b|that\b|separate|joint|brief|written|new|recent|short|later|earlier|official|subsequent)[\p{L}'.-]+(?: [\p{L}'.-]+)*?)(?:'s)? (?:statement|announcement|readout|press release|briefing|update|communiqu[eé])(?: of .+)?$/iu
const NAME_ONLY = /^(?:\p{Lu}[\p{L}'.&-]*)(?: (?:of|the|and|\p{Lu}[\p{L}'.&-]*)){0,5}$/u
/** "Orbel's chief engineer": a post, of which the name follows. */
const OWNED_ROLE = /['’]s? (?:\p{Ll}+ ){0,3}\p{Ll}+$/u
const CALLED = /\b(?:called|named|known as|calling itself|dubbed) (.+)$/i

/** Resolves the words of a source to a name, a type and a side; undefined when they name nobody. */
export function resolveSource(
  words: string,
  beside: string,
  memory: Memory,
  place: Place
): Resolved | undefined {
  const phrase = clean(words)
  if (
    phrase === '' ||
    !/\p{L}{2}/u.test(phrase) ||
    /^(?:no one|no-one|nobody|none|no (?:group|organi[sz]ation|party|side))$/i.test(phrase) ||
    PREPOSITIONS.has(phrase.toLowerCase()) ||
    ONLY_TIME.test(phrase)
  )
    return undefined
  const pronoun = fromPronoun(phrase, memory, place)
  if (pronoun !== null) return pronoun
  const some = someOfThem(phrase, memory, place)
  if (some !== undefined) return some
  const people = describedPeople(phrase)
  const whole = parsePhrase(phrase, memory)
  if (people !== undefined) {
    const { person: _named, ...unnamed } = whole
    return resolveBody(unnamed, parsePhrase('', memory), sideOf(whole.hits), { memory, place })
  }
  const parsed = whole
  const near = parsePhrase(beside, memory)
  const side = sideOf(parsed.hits) ?? (near.roleType === undefined ? undefined : sideOf(near.hits))
  const printed = tidy(phrase)
  const paper =
    SURELY_MEDIA.test(printed) ||
    CALLED_MEDIUM.test(phrase) ||
    /^(?:Radio|Channel|Kanal|TV) \p{Lu}/u.test(printed) ||
    (MEDIA_NAME.test(printed) && (/^the /i.test(phrase) || phrase.split(' ').length > 2))
  if (parsed.person === undefined || paper) {
    const medium = asMedium(parsed, memory)
    if (medium !== undefined) return medium
    const holder = byRole(parsed, side, memory)
    if (holder !== undefined) return personSource(holder)
    // "A spokesman for Orbel, Jon Venn, said": the name stands beside the role.
    if (
      near.person !== undefined &&
      near.phrase.trim() === near.person &&
      (roleIn(parsed.lower) !== undefined || OWNED_ROLE.test(phrase))
    ) {
      return asPerson(near, parsed, side, memory, place)
    }
    // "The firm that owns the pier, Orbel Docks, said": the name stands beside the description.
    if (!/\p{Lu}/u.test(phrase.slice(1)) && NAME_ONLY.test(near.phrase.trim())) {
      return resolveSource(near.phrase, words, memory, place)
    }
    if (parsed.person === undefined) return resolveBody(parsed, near, side, { memory, place })
  }
  return asPerson(parsed, near, side, memory, place)
}

function clean(words: string): string {
  let phrase = words.trim()
  for (let n = 0; n < 3 && LEADING.test(phrase); n++) phrase = phrase.replace(LEADING, '')
  phrase = stripOpening(phrase).replace(SEEN_BY, '')
  phrase = PRODUCT.exec(phrase)?.[1] ?? phrase
  phrase = CALLED.exec(phrase)?.[1] ?? phrase
  phrase = printedBy(phrase)
  phrase = PAPER.exec(phrase)?.[1] ?? POLL_FOR.exec(phrase)?.[1] ?? phrase
  phrase = phrase.replace(OCCASION, '').replace(ASKED_BY, '')
  return STATEMENT_OF.exec(phrase)?.[1] ?? phrase
}

/** The outlet that printed it, where it looks like one; the words themselves otherwise. */
function printedBy(phrase: string): string {
  const outlet = PRINTED.exec(phrase)?.[1] ?? PRINTED_BY.exec(phrase)?.[1]
  if (outlet === undefined) return phrase
  const name = outlet.replace(/^(?:an?|the) /i, 'the ')
  return SHORT_MEDIUM.test(name) || MEDIA_NAME.test(tidy(name)) || CALLED_MEDIUM.test(name)
    ? name
    : phrase
}

/** "In a statement the ministry" → "the ministry". */
function stripOpening(phrase: string): string {
  if (
    !/^(?:In|On|At|During|After|Before|For|From|With|By|Since|Under|Over|Following|Despite|Amid)\b/.test(
      phrase
    )
  ) {
    return phrase
  }
  const cut = /.*\b((?:the|its|his|her|their|an?) .*)$/i.exec(phrase.slice(3))
  return cut?.[1] ?? phrase
}

/** "one of them", "another", "two of the people": of those who spoke before without a name. */
const SOME_OF_THEM =
  /^(?:(?:one|two|three|four|five|some|several|many|most|all|each|none|few|a few|both)(?: of (?:them|those|these|(?:the|these|those) (?:people|men|women|sources|officials|insiders|executives|diplomats|aides|advisers|witnesses|residents|lawmakers|mps)))|another|a (?:second|third|fourth)|the (?:other|others|second|third|latter)|others)(?: (?:present|there|who|involved|attending|interviewed|briefed|familiar)\b.*)?$/i

function someOfThem(phrase: string, memory: Memory, place: Place): Resolved | undefined {
  if (!SOME_OF_THEM.test(phrase)) return undefined
  const before = memory.recall(
    place.item,
    (s) => s.resolved.unnamed && s.place.at >= place.at - SOME_REACH
  )
  if (before !== undefined) return before
  if (/^(?:all|each|both|none)\b|^the\b/i.test(phrase)) return undefined
  const name = phrase.replace(/ (?:who|that)\b.*$/, '')
  const plural = !/^(?:one|another|a)\b/i.test(phrase)
  return { ...plain({ name, type: 'unnamed' }, plural), unnamed: true, person: !plural }
}

/** How far back "one of them" looks, in sentences. */
const SOME_REACH = 6

/** A plural of people, whom "it" never means. */
const PEOPLE = /(?<!\p{L})\p{Ll}+s$/u

/** Null when the words are no pronoun; undefined when nobody fits. */
function fromPronoun(phrase: string, memory: Memory, place: Place): Resolved | undefined | null {
  const word = phrase.toLowerCase().replace(/'(?:ve|d|ll|s|re|m)$/, '')
  if (/^(?:he|she|his|her)$/.test(word) || AGED.test(phrase)) {
    const who = memory.pronounPerson(place)
    return who === undefined || 'source' in who ? who : personSource(who)
  }
  const organisation = (s: { resolved: Resolved }) =>
    !s.resolved.person && !s.resolved.own && !s.resolved.unnamed
  if (word === 'it' || word === 'its')
    return (
      memory.recall(place.item, (s) => organisation(s) && !PEOPLE.test(s.resolved.source.name)) ??
      memory.recall(place.item, organisation)
    )
  if (
    /^(?:both sides|the two sides|either side|both countries|the two countries|both governments)$/.test(
      word
    )
  ) {
    const name = memory.bothSides(place.item)
    return plain({ name: name ?? word, type: 'state' }, true)
  }
  if (
    /^(?:both|the two) (?:men|women|brothers|sisters|leaders|suspects|players|girls|boys)$/.test(
      word
    )
  ) {
    const name = memory.bothPeople(place)
    if (name !== undefined) return plain({ name, type: 'person' }, true)
  }
  if (/^(?:they|their|both|the two|the pair|both men|all three)$/.test(word)) {
    const last = memory.recall(place.item, (s) => s.place.at >= place.at - 2 && !s.resolved.own)
    if (last !== undefined && !last.person) return last
    return memory.recall(place.item, (s) => s.resolved.plural) ?? last
  }
  return /^(?:i|we|you|who|that|which|there|this|these|those|what)$/.test(word) ? undefined : null
}

function plain(source: Resolved['source'], plural: boolean): Resolved {
  return { source, unnamed: false, medium: false, own: false, plural, person: false }
}

function personSource(person: Person): Resolved {
  return {
    source: {
      name: person.full,
      type: person.type,
      ...(person.side !== undefined && { side: person.side })
    },
    unnamed: false,
    medium: false,
    own: false,
    plural: false,
    person: true,
    ...(person.role !== undefined && { role: person.role })
  }
}

/** "Tarsk's foreign minister", "the Kremlin spokesman": whoever was introduced with that role. */
function byRole(parsed: Parsed, side: string | undefined, memory: Memory): Person | undefined {
  const role = roleIn(parsed.lower)
  if (
    role === undefined ||
    /^(?:an?|one|another) /i.test(parsed.phrase) ||
    /ministers\b/.test(parsed.lower)
  )
    return undefined
  if (side === undefined && parsed.hits.length === 0 && !/^(?:the )?[a-z ]+$/i.test(parsed.phrase))
    return undefined
  if (!parsed.lower.endsWith(role)) return undefined
  return memory.personByRole(role, side)
}

function asMedium(parsed: Parsed, memory: Memory): Resolved | undefined {
  if (POLL.test(parsed.phrase)) return undefined
  const hit = parsed.hits.findLast((h) => /^(?:media|wire|state-media)$/.test(h.actor.type))
  const described =
    MEDIA_WORDS.test(parsed.lower) &&
    !/'s? (?:news|press|information|media) (?:service|office|department|team|cent(?:er|re))/.test(
      parsed.lower
    ) &&
    !/\b(?:spokes\w+|officer|social media|users?|adviser|aide|official(?! (?:news|media|broadcaster|daily|newspaper|tv|television|press))|minister|relations|user|pool|footage|photographs?|images?|conference)\b/.test(
      parsed.lower
    )
  const looks =
    MEDIA_NAME.test(tidy(parsed.phrase)) ||
    CALLED_MEDIUM.test(parsed.phrase) ||
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
  const name = hit === undefined || (longer && looks) ? tidy(parsed.phrase) : hit.actor.name
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

/** "the state news agency ONA": the name by which it comes back. */
const LAST_NAME_OF_MEDIUM = /(?<=\p{Ll} )\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)*$/u

/** "Orla Venn SC, for the prosecution" */
function advocacy(lower: string): string | undefined {
  return /\b(?:for the (?:prosecution|defen[cs]e|plaintiffs?|claimants?|opposition|state|crown|union|employers?)|counsel for)\b| (?:defending|prosecuting)$/.exec(
    lower
  )?.[0]
}

function asPerson(
  parsed: Parsed,
  near: Parsed,
  side: string | undefined,
  memory: Memory,
  place: Place
): Resolved {
  const full = parsed.person ?? ''
  const known = memory.personByName(full)
  const hits = [...parsed.hits, ...near.hits]
  const outlet = hits.some((h) => memory.outlet.has(comparable(h.actor.name)))
  const reporter =
    /\b(?:reporter|correspondent|journalist|editor|columnist|writes|photographer)\b/.test(
      `${parsed.lower} ${near.lower}`
    )
  const body = hits.find((h) => !/^(?:media|wire|state-media|state)$/.test(h.actor.type))
  const named = parsed.roleType ?? near.roleType
  const type: SourceType =
    named !== undefined && named !== 'person' ? named : (body?.actor.type ?? 'person')
  const role =
    roleIn(parsed.lower) ?? roleIn(near.lower) ?? advocacy(`${parsed.lower} ${near.lower}`)
  const person = memory.mention(
    {
      full: known?.full ?? full,
      type,
      ...(side !== undefined && { side }),
      ...(role !== undefined && { role })
    },
    place
  )
  return { ...personSource(person), own: outlet && (reporter || /['’]s /.test(parsed.phrase)) }
}
