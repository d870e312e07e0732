import {
  AIRS,
  CALLED_MEDIUM,
  KIND_BESIDE,
  KIND_OF_MEDIUM,
  MEDIA_NAME,
  MEDIUM_BEHIND,
  STATE_BESIDE,
  SURELY_MEDIA
} from './actors/media'
import { comparable, isMedium } from './actors/registry'
import { describedPeople, isPersonNoun, resolveBody } from './bodies'
import type { SourceType } from './claim'
import { asMedium } from './medium'
import { ORGANISATION_ENDS, PERSON_TITLES, ROLE_TYPES } from './actors/roles'
import { CLAUSE_WORDS, PREPOSITIONS, UNNAMED_PEOPLE } from './cues/en/frames'
import type { Memory, Person, Place, Resolved } from './memory'
import { parsePhrase, roleIn, sideOf, stripTitles, tidy } from './phrase-parts'
import type { Parsed } from './phrase-parts'
import { sourceWords } from './source-words'

/** A time and nothing else: "last week", "On Monday". */
const ONLY_TIME =
  /^(?:(?:on|in|at|since|by|until|last|this|next|late|early|earlier|the|same) ){1,3}(?:week|weekend|month|year|day|night|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})(?: \d{1,4})?$/i
/** "the 30-year-old" stands for the person spoken of, as "she" does. */
const AGED =
  /^the (?:\d{1,3}-year-old|(?:mother|father|mum|dad|grandmother|grandfather)[- ]of[- ]\w+)$/i
const NAME_ONLY =
  /^(?:\p{Lu}[\p{L}'.&-]*)(?: (?:of|the|and|do|da|de|del|di|des|du|la|le|van|von|for|\p{Lu}[\p{L}'.&-]*)){0,5}$/u
/** "Orbel's chief engineer": a post, of which the name follows. */
const OWNED_ROLE = /['’]s? (?:\p{Ll}+ ){0,3}\p{Ll}+$/u
/** "the Bishop of Tarsk": an office, of which the name follows. */
const holdsOffice = (lower: string): boolean =>
  /^(?:the|a|an|its|their|\p{L}+['’]s?) /u.test(lower) &&
  [/([a-z-]+)$/, /([a-z-]+) (?:of|for|at|in|to) .*$/].some((end) => {
    const noun = end.exec(lower)?.[1] ?? ''
    return PERSON_TITLES.has(noun) || isPersonNoun(noun)
  })

/** "Fauzi" */
const LONE_NAME = /^\p{Lu}\p{Ll}{2,}$/u

/** "Venn said, invoking a detective of films": what somebody does tells nothing of what they are. */
const DOING =
  /^(?!(?:acting|managing|founding|leading|outgoing|incoming|serving|sitting|presiding|visiting|governing|ruling|working)\b)[a-z]{2,}ing\b/

/** "According to reports, the army has moved": a clause of its own tells nothing of who speaks. */
const CLAUSE =
  /^(?!.*\b(?:who|which|that|whose|where)\b)(?:the |an? )?\p{L}+ (?:\p{L}+ ){0,3}(?:has|have|had|is|are|was|were|will|would) /iu

/** Resolves the words of a source to a name, a type and a side; undefined when they name nobody. */
export function resolveSource(
  words: string,
  beside: string,
  memory: Memory,
  place: Place
): Resolved | undefined {
  const told = DOING.test(beside) || CLAUSE.test(beside) ? '' : beside
  // "Its Zurich lawyer": no name begins so.
  const phrase = sourceWords(words).replace(/^(?:Its|His|Her|Their|Our)(?= )/, (w) =>
    w.toLowerCase()
  )
  if (
    phrase === '' ||
    !/\p{L}{2}/u.test(phrase) ||
    /^(?:no one|no-one|nobody|none|no (?:group|organi[sz]ation|party|side))$/i.test(phrase) ||
    PREPOSITIONS.has(phrase.toLowerCase()) ||
    (phrase !== 'WHO' && CLAUSE_WORDS.has(phrase.toLowerCase())) ||
    ONLY_TIME.test(phrase)
  )
    return undefined
  const pronoun = fromPronoun(phrase, memory, place)
  if (pronoun !== null) return pronoun
  // "One of them, Orla Venn, said": one who has a name.
  const some =
    SOME_OF_THEM.test(phrase) && !(told !== '' && isFullName(told, memory))
      ? someOfThem(phrase, memory, place)
      : undefined
  if (some !== undefined) return some
  // "an AFP photographer": the agency, which passes on what its people see.
  const staff = STAFF.exec(phrase)?.[1]
  const staffed = staff === undefined ? undefined : memory.registry.exact(staff)
  if (staff !== undefined && staffed !== undefined && isMedium(staffed))
    return asMedium(parsePhrase(staff, memory), memory)
  const introduced = introducedBefore(phrase, memory, place)
  if (introduced !== undefined) return introduced
  const people = describedPeople(phrase)
  const whole = parsePhrase(phrase, memory)
  // "said Fauzi, an official of the agency": a lone name, of a person by what stands beside it.
  const named = LONE_NAME.test(phrase) && !UNNAMED_PEOPLE.has(phrase.toLowerCase())
  if (named && whole.hits.length === 0 && whole.person === undefined) {
    const near = parsePhrase(told, memory)
    if (near.person === undefined && (/^who\b/.test(told) || holdsOffice(near.lower)))
      return asPerson({ ...whole, person: phrase }, near, sideOf(near.hits), memory, place)
  }
  const beside_ = people === undefined ? undefined : parsePhrase(told, memory)
  // "The delegate in Tarsk, Orla Venn, said": the name stands beside the description.
  if (beside_?.person !== undefined && beside_.phrase.trim() === beside_.person) {
    return asPerson(beside_, parsePhrase(phrase, memory, false), undefined, memory, place)
  }
  // "A mediator, retired judge Orla Venn, said": a trade stands before the name.
  const trade = OF_A_KIND.test(phrase) && told !== '' ? parsePhrase(told, memory) : undefined
  if (trade?.person !== undefined && namesByTrade(trade.phrase.trim(), trade.person)) {
    return asPerson(trade, parsePhrase(phrase, memory, false), undefined, memory, place)
  }
  // "The agency for fishermen, Seanet, said": a body that the registry has.
  const listed = /^\p{Lu}/u.test(told) ? memory.registry.exact(told.trim()) : undefined
  if (
    people === undefined &&
    listed !== undefined &&
    /^(?:un|ngo|monitor|armed-group)$/.test(listed.type)
  )
    return resolveSource(told, '', memory, place)
  // "A coalition partner, the Farmers' League, said": a body that has a name.
  const name = told.trim().replace(/^(?:the|a) /i, '')
  const one = people !== undefined || /^one of /i.test(phrase)
  if (one && ORGANISATION_ENDS.test(name) && NAME_ONLY.test(name)) {
    return resolveSource(name, '', memory, place)
  }
  if (people !== undefined) {
    const unnamed = parsePhrase(phrase, memory, false)
    return resolveBody(unnamed, parsePhrase('', memory), sideOf(whole.hits), { memory, place })
  }
  const parsed = whole
  const near = parsePhrase(told, memory)
  const side = sideOf(parsed.hits) ?? (near.roleType === undefined ? undefined : sideOf(near.hits))
  const printed = tidy(phrase)
  const paper =
    SURELY_MEDIA.test(printed) ||
    CALLED_MEDIUM.test(phrase) ||
    MEDIUM_BEHIND.test(phrase) ||
    /^(?:\p{Lu}\S*['’]s )?(?:state-\p{Ll}+ )?(?:Radio|Channel|Kanal|TV) \p{Lu}/u.test(printed) ||
    (MEDIA_NAME.test(printed) && (/^the /i.test(phrase) || phrase.split(' ').length > 2))
  // "A local portal, Nagar Khabar, carried a picture": the name stands beside the kind.
  const called = near.phrase.trim()
  if (KIND_OF_MEDIUM.test(parsed.lower) && NAME_ONLY.test(called)) {
    const medium =
      asMedium(parsed, memory) ?? asMedium(parsePhrase(`the outlet ${called}`, memory), memory)
    if (medium !== undefined) return { ...medium, source: { ...medium.source, name: called } }
  }
  // "Nagar Khabar, a Dorvel newspaper, reported": the kind stands beside the name.
  if (NAME_ONLY.test(printed) && KIND_BESIDE.test(told.trim())) {
    const medium = asMedium(parsePhrase(`the outlet ${printed}`, memory), memory)
    if (medium !== undefined) return { ...medium, source: { ...medium.source, name: printed } }
  }
  const state = STATE_BESIDE.test(told) && AIRS.test(printed)
  if (parsed.person === undefined || paper || state) {
    const medium = asMedium(
      state ? parsePhrase(`the state-run outlet ${printed}`, memory) : parsed,
      memory,
      place
    )
    if (medium !== undefined && state)
      return { ...medium, source: { ...medium.source, name: printed } }
    if (medium !== undefined) return medium
    const holder = byRole(parsed, side, memory)
    if (holder !== undefined) return personSource(holder)
    // "A spokesman for Orbel, Jon Venn, said": the name stands beside the role.
    if (
      near.person !== undefined &&
      stripTitles(near.phrase.trim()).name === near.person &&
      (roleIn(parsed.lower) !== undefined || OWNED_ROLE.test(phrase) || holdsOffice(parsed.lower))
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

/** "another survivor", "a provincial mediator": somebody of a kind, who may be named behind it. */
const OF_A_KIND = /^(?:an?|another|one|the) (?:[\p{Ll}\d-]+ ){0,3}\p{Ll}+$/iu
/** "fisherman Halid Bakar", "retired judge Orla Venn": a trade of up to three words, and a name. */
function namesByTrade(words: string, person: string): boolean {
  if (!words.endsWith(` ${person}`)) return false
  const trade = words.slice(0, -person.length).trim().split(/\s+/)
  return (
    trade.length <= 3 &&
    trade.every((word) => /^\p{Ll}[\p{L}-]+$/u.test(word) && !PREPOSITIONS.has(word)) &&
    isPersonNoun(trade.at(-1) ?? '')
  )
}

const STAFF =
  /^(?:an?|one|two|three|several) (\p{Lu}[\p{L}. ]*?)(?: news agency)? (?:reporters?|photographers?|correspondents?|journalists?|videographers?|crew|teams?)\b/u

/** A person's name and nothing else. */
function isFullName(words: string, memory: Memory): boolean {
  const { person, phrase } = parsePhrase(words, memory)
  return person !== undefined && phrase.trim() === person
}

/** "one of them", "another", "two of the people": of those who spoke before without a name. */
const SOME_OF_THEM =
  /^(?:(?:one|two|three|four|five|some|several|many|most|all|each|none|few|a few|both)(?: of (?:them|those|these|(?:the|these|those) (?:people|persons|men|women|sources|officials|insiders|executives|diplomats|aides|advisers|witnesses|residents|lawmakers|mps)))|one|another|both|a (?:second|third|fourth)|the (?:other|others|second|third|latter)|others)(?: (?:present|there|who|involved|attending|interviewed|briefed|familiar)\b.*)?$/i

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

/** "the collector", "the Rovers manager": who was introduced as one, or, where nobody was, who spoke right before. */
function introducedBefore(phrase: string, memory: Memory, place: Place): Resolved | undefined {
  const [, before, noun] = /^the ((?:[\p{L}-]+ ){0,2})([a-z-]+)$/iu.exec(phrase) ?? []
  if (noun === undefined || before === undefined || !isPersonNoun(noun.toLowerCase()))
    return undefined
  // "the finance minister" is not the health minister.
  if (before !== '' && roleIn(phrase.toLowerCase()) !== undefined) return undefined
  const known = memory.introducedAs(noun.toLowerCase())
  if (known !== undefined) {
    // "The mayor, Orla Venn, said": the noun tells of an office.
    const office = ROLE_TYPES.find(([pattern]) => pattern.test(phrase.toLowerCase()))?.[1]
    return personSource(
      known.type === 'person' && office !== undefined
        ? memory.mention({ ...known, type: office }, place)
        : known
    )
  }
  // "the dance teacher"; "the coast guard" and "the Ledger" are bodies.
  if (before !== '' && (!/^\p{Ll}[\p{Ll}-]* \p{Ll}+$/u.test(phrase.slice(4)) || noun === 'guard'))
    return undefined
  const last = memory.recall(place.item, (s) => s.place.at >= place.at - INTRODUCED_REACH)
  const named = last?.person === true && !last.unnamed && (last.role === undefined || before !== '')
  return named && last.source.type === 'person' ? last : undefined
}

/** How far back whoever spoke may be meant by a noun that nobody was introduced by, in sentences. */
const INTRODUCED_REACH = 2
/** How far back "one of them" looks, in sentences. */
const SOME_REACH = 6

/** A plural of people, whom "it" never means. */
const PEOPLE = /(?<!\p{L})\p{Ll}+s$/u

const pronounIn = (word: string): 'he' | 'she' | undefined =>
  /^(?:he|his)$/.test(word) ? 'he' : /^(?:she|her)$/.test(word) ? 'she' : undefined

/** Null when the words are no pronoun; undefined when nobody fits. */
function fromPronoun(phrase: string, memory: Memory, place: Place): Resolved | undefined | null {
  if (/^(?:WHO|US|IS)$/.test(phrase)) return null
  const word = phrase.toLowerCase().replace(/'(?:ve|d|ll|s|re|m)$/, '')
  if (/^(?:he|she|his|her)$/.test(word) || AGED.test(phrase)) {
    const pronoun = pronounIn(word)
    const found = memory.pronounPerson(place, pronoun)
    const who = found === undefined || 'source' in found ? found : personSource(found)
    // The text has told of whom it says "she": "he" is somebody else from here on.
    if (who?.person === true && !who.unnamed && pronoun !== undefined)
      memory.calledBy(who.source.name, pronoun)
    return who
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
  const holder = memory.personByRole(role, side)
  if (holder !== undefined || side === undefined || !/^(?:president|leader)$/.test(role))
    return holder
  return memory.leaderOf(side)
}

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
  // "Lt. Jon Venn, a police spokesman": ranks are not those of armies only.
  const ranked =
    parsed.roleType === 'military' && /^(?:police|emergency)$/.test(near.roleType ?? '')
  const named = ranked ? near.roleType : (parsed.roleType ?? near.roleType)
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
  const own = outlet && (reporter || /['’]s /.test(parsed.phrase))
  // "Jan Venn, a reporter for the Harbour Times": another outlet passes on what its own people say.
  const medium =
    !own &&
    /\b(?:reporter|correspondent|journalist|insider)\b/.test(`${parsed.lower} ${near.lower}`) &&
    hits.some((h) => /^(?:media|wire|state-media)$/.test(h.actor.type))
  return { ...personSource(person), own, medium }
}
