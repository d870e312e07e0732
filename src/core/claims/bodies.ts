import type { ActorHit } from './actors/registry'
import type { SourceType } from './claim'
import {
  INSTITUTION_HEADS,
  POSTMODIFIER,
  SAYING_THINGS,
  UNNAMED_PEOPLE,
  VAGUE_QUALIFIERS
} from './cues/en/frames'
import { PERSON_TITLES } from './actors/roles'
import { sameKind } from './kinds'
import type { Memory, Place, Resolved } from './memory'
import { roleIn, tidy } from './phrase-parts'
import type { Parsed } from './phrase-parts'

/** Resolves a source that is no named person and no outlet: an institution, a state, or people without a name. */
export function resolveBody(
  parsed: Parsed,
  near: Parsed,
  side: string | undefined,
  context: { memory: Memory; place: Place }
): Resolved | undefined {
  const { lower, phrase, hits } = parsed
  const { memory, place } = context
  const bare = lower
    .replace(/^(?:the|this|that|its|his|her|their|a|an|another) /, '')
    .replace(/'s?$/, '')
  const words = bare.split(/[^\p{L}\p{N}.'-]+/u).filter((w) => w !== '')
  const head = headOf(words)
  // "the Orbel-based group"
  const seat = phrase.replace(/^\p{Lu}/u, '').replace(/\b\p{Lu}\p{L}+-based\b/u, '')
  const generic = (hits.length === 0 || /-based /.test(lower)) && !/\p{Lu}/u.test(seat)
  if (generic && /^(?:the|this|that|its|their) /.test(lower)) {
    const called =
      MANY_KINDS.has(head) && words.length === 1 ? ending(head, memory, place) : undefined
    if (called !== undefined) return called
    // "Venn's office, the report said, …": the report that spoke before, whoever has spoken since.
    const told = head === 'report' && words.length === 1 ? namedReport(memory, place) : undefined
    if (told !== undefined) return told
    const earlier = memory.recall(place.item, (s) => sameKind(s.resolved, head, words))
    if (earlier !== undefined) return earlier
    if (
      (words.length === 1 || !/^(?:operator|group|organi[sz]ation|bank|agency)$/.test(head)) &&
      /^(?:company|firm|operator|group|organi[sz]ation|startup|carmaker|airline|bank|agency)$/.test(
        head
      )
    ) {
      const main = words.length === 1 ? memory.companyMeant(head, place) : memory.mainBody()
      if (main !== undefined) {
        const known = memory.registry.exact(main)
        return body(main, known?.type ?? 'company', known?.side, false)
      }
    }
  }
  const owner =
    /^(?:(?:the|a|an|its) )?([a-z]+)(?:'s?)?(?: (?:news |press |information |media )?(?:service|statement|office|department|staff|command|spokes\w+))?$/.exec(
      lower
    )?.[1]
  const noted = generic && owner !== undefined ? memory.bodyEnding(owner) : undefined
  if (noted !== undefined) {
    const known = memory.registry.exact(noted)
    return body(noted, known?.type ?? 'unknown', known?.side, false)
  }
  const name = nameOf(parsed, { memory, place })
  if (name === '') return undefined
  // "Rovers say": a club that the text names elsewhere, no people by their trade.
  const unnamed =
    (!memory.isBody(name) || UNNAMED_PEOPLE.has(lower)) &&
    (isUnnamed(words, head, { lower, hits, name }) ||
      // "a shepherd who was on the other bank": whatever its trade, a person.
      (generic && /^who\b/.test(near.lower) && INDEFINITE.test(lower)))
  if (!unnamed && hits.length === 0 && (NOBODY.test(name) || GERUND.test(name))) return undefined
  const world = hits.find((h) => h.actor.type === 'un')
  const actor = headActor(hits, phrase) ?? world?.actor.type
  const named = parsed.roleType ?? near.roleType
  const type: SourceType = unnamed
    ? 'unnamed'
    : (actor ??
      named ??
      typeOfHit(hits[0], phrase) ??
      (memory.isCompany(name) ? 'company' : 'unknown'))
  const ownSide =
    (NO_STATE.test(phrase) || world !== undefined ? undefined : side) ??
    (type === 'unknown' || type === 'unnamed' || world !== undefined
      ? undefined
      : sideOfPlace(name, memory))
  const plural = /(?:[^s']s|people|police)$/.test(head) || / and /.test(lower)
  // "the president" and "a doctor" are somebody, whom "she" may mean.
  const role = roleIn(lower)
  const post = role !== undefined && (bare.endsWith(role) || bare.startsWith(`${role} `))
  const person = post || (unnamed && !plural)
  return { ...body(name, type, ownSide, plural), unnamed, person }
}

/** "Velland International Airport" is no state. */
const typeOfHit = (hit: ActorHit | undefined, phrase: string): SourceType | undefined =>
  hit?.actor.type === 'state' && NO_STATE.test(phrase) ? undefined : hit?.actor.type
const NO_STATE =
  /\b(?:Airport|Airlines?|Airways|University|College|Hospital|Bank|Museum|Stadium|Railways?|Club|Zoo)$|\b\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u

/** Bodies of many kinds are called so: the one whose name ends so comes first. */
const MANY_KINDS: ReadonlySet<string> = new Set(
  'agency office organisation organization'.split(' ')
)

/** "The agency": who spoke and is called one, or the National Crime Agency that was spoken of. */
function ending(head: string, memory: Memory, place: Place): Resolved | undefined {
  const ends = (name: string) => name.toLowerCase().endsWith(` ${head}`)
  const spoke = memory.recall(place.item, ({ resolved: r }) => !r.unnamed && ends(r.source.name))
  if (spoke !== undefined) return spoke
  const noted = memory.bodyEnding(head)
  if (noted === undefined) return undefined
  const known = memory.registry.exact(noted)
  return body(noted, known?.type ?? 'unknown', known?.side, false)
}

/** The last source that is called a report. */
const namedReport = (memory: Memory, place: Place): Resolved | undefined =>
  memory.recall(place.item, ({ resolved: r }) => / report$/i.test(r.source.name))

/** One word that names nobody: a function word, a time or the rest of a verb. */
const NOBODY =
  /^(?:(?:un|in|im|dis)\p{Ll}+(?:ed|ble|ive)|irrelevant|the|an?|if|as|so|name|title|numerous|almost|nearly|various|several|such|today|yesterday|earlier|later|now|then|there|here|not|also|only|even|(?:in )?(?:late |early |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december))$/iu
/** A lone form in -ing is the rest of a verb; these are nouns. "Boeing" is a name. */
const GERUND = /^(?!briefing|filing|finding|hearing|ruling|posting|meeting|wing|king)[a-z]{2,}ing$/

function body(name: string, type: SourceType, side: string | undefined, plural: boolean): Resolved {
  return {
    source: { name, type, ...(side !== undefined && { side }) },
    unnamed: false,
    medium: false,
    own: false,
    plural,
    person: false
  }
}

function sideOfPlace(name: string, memory: Memory): string | undefined {
  return memory.registry.find(name).find((hit) => hit.actor.side !== undefined)?.actor.side
}

/** The type of the actor that ends the phrase. */
function headActor(hits: readonly ActorHit[], phrase: string): SourceType | undefined {
  const last = hits.findLast((h) => !h.adjective && h.actor.type !== 'state')
  return last !== undefined && last.end >= phrase.length - 12 ? last.actor.type : undefined
}

function headOf(all: readonly string[]): string {
  // "most of the companies": the companies.
  const of =
    /^(?:most|many|some|all|both|several|one|two|three|none)$/.test(all[0] ?? '') && all[1] === 'of'
  const words = of
    ? all.slice(/^(?:the|his|her|its|their|those|these)$/.test(all[2] ?? '') ? 3 : 2)
    : all
  const stop = postmodifierAt(words)
  return (stop > 0 ? words.slice(0, stop) : words).at(-1) ?? ''
}

/** Guards that are a service. */
const NO_GUARD =
  /\b(?:coast|national|home|revolutionary|border|republican|presidential|civil) guards?\b/

const CLOSED_POSTMODIFIER =
  /^(?:of|for|in|on|at|from|with|who|whose|to|near|close|familiar|inside|working|briefed|involved|by)$/

/** Where the words after the head of a noun phrase begin, or -1: "residents REACHED by phone". */
function postmodifierAt(words: readonly string[]): number {
  return words.findIndex((word, i) => {
    const before = words[i - 1]
    if (before === undefined) return false
    if (CLOSED_POSTMODIFIER.test(word)) return true
    const noun =
      UNNAMED_PEOPLE.has(before) ||
      SAYING_THINGS.has(before) ||
      /[^s]s$/.test(before) ||
      isPersonNoun(before)
    return noun && POSTMODIFIER.test(word)
  })
}

/**
 * Returns "residents", "a guard" of "residents reached by phone", "a guard at the Hotel Miramar": people whom nobody names, told
 * apart by words of which names are none of theirs; undefined when the head is named or names no people.
 */
export function describedPeople(phrase: string): string | undefined {
  const some = SOME_OF.exec(phrase)
  if (some?.[1] !== undefined)
    return describedPeople(`several ${some[1]} who`) === undefined ? undefined : phrase
  const words = phrase.split(/\s+/)
  const lower = words.map((word) => word.toLowerCase())
  const stop = postmodifierAt(lower)
  if (stop < 1) return undefined
  const core = words.slice(0, stop)
  if (core.slice(1).some((word) => /^\p{Lu}/u.test(word))) return undefined
  const head = lower[stop - 1] ?? ''
  if (MISSION.test(head) && OF_NAMED.test(words.slice(stop).join(' '))) return undefined
  if (NO_GUARD.test(lower.slice(0, stop).join(' '))) return undefined
  const people = UNNAMED_PEOPLE.has(head) || isIndefinitePerson(core.join(' ').toLowerCase(), head)
  return people ? core.join(' ') : undefined
}

/** "four of the survivors": some of people who are told by what they are. */
const SOME_OF =
  /^(?:one|two|three|four|five|six|several|some|many|most|half|dozens|a few|a number|\d+) of (?:the|those|these|his|her|its|their) (\p{Ll}[\p{L}-]+(?: \p{Ll}[\p{L}-]+)?)$/iu

/** "observers from the Orbel Union": a mission of a body that is named. */
const MISSION = /^(?:observers|monitors|inspectors|peacekeepers|mediators|negotiators)$/
const OF_NAMED = /^(?:of|from|for) (?:the )?\p{Lu}/u

/** Groups and office-holders of whom only the kind is told. */
const SOME_GROUPS =
  /^(?:(?:the|some|several|many|most|other|local|international|various|leading) )*(?:aid|rights|human rights|consumer|advocacy|environmental|environmentalist|activist|civil society|civil rights|civil liberties|monitoring|industry|business|relief|humanitarian|patient|patients'|victims'|women's|student|community|campaign|conservation|animal welfare|watchdog|charity|trade|religious|press freedom) (?:groups|organi[sz]ations|charities|agencies|bodies|workers)$/
const SOME_LEADERS =
  /^(?:(?:the|some|several|many|most|other|two|three) )*(?:community|local|tribal|village|religious|business|industry|civic|church|indigenous|muslim|jewish|christian) leaders$/
const SOME_HOLDER =
  /^(?:an?|one|another|two|three|four|five|several|some|many) (?:(?:senior|serving|former|current|junior|cabinet|government|party|opposition|veteran|leading|prominent|unnamed|other|ruling-party|coalition|conservative|labour|republican|democratic) )*(?:ministers?|senators?|mps?|lawmakers?|legislators?|ambassadors?|councillors?|peers?|frontbenchers?|congress(?:man|men|woman|women)|generals?)$/
const SOME_STAFF =
  /^(?:the )?(?:hospital|hotel|school|airport|airline|campaign|embassy|museum|medical|nursing|shop|office|park|station|prison|aid|club|cabin|kitchen|bar) (?:staff|crew)$/

/** Endings of words for people. */
const PERSON_NOUN =
  /(?:[^aeiou]er|eer|or|ist|ian|ant|ent|ee|man|men|woman|women|hand|mate|folk|nurse|cook|clerk|aide|guard|chef|pilot|monk|nun|youth|teen|friend|pal|kid|goer)s?$/
/** Endings of what nobody can be: "a failure", "an investment". */
const ABSTRACT = /(?:ure|tion|sion|ment|ness|ity|ance|ence|ism|age|ing|cy|ry|phy)s?$/
/** Fields and bodies that stand in titles. */
const FIELDS =
  /^(?:defen[cs]e|prosecutions?|press|health|state|home|education|interior|finance|security|council|authority|office|research|policy|opposition|public|law|council)$/
/** Says whether a noun in lower case is a person's trade or post: "collector", "manager". */
export function isPersonNoun(noun: string): boolean {
  if (FIELDS.test(noun)) return false
  if (PERSON_TITLES.has(noun) || UNNAMED_PEOPLE.has(noun)) return !/(?:[^s]s|people)$/.test(noun)
  if (/^(?:executive|bishop|judge|minister|spokes\w+|prosecutor|coroner|investigator)$/.test(noun))
    return true
  return (
    PERSON_NOUN.test(noun) &&
    !/s$/.test(noun) &&
    !ABSTRACT.test(noun) &&
    !SAYING_THINGS.has(noun) &&
    !INSTITUTION_HEADS.has(noun)
  )
}
const INDEFINITE =
  /^(?:an?|one|another|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|few|a few|a number of|dozens of|scores of|hundreds of|thousands of|other|\d+) (?!of\b)/

/** "a deckhand", "two shopkeepers": whatever says something and is no thing and no body is a person. */
function isIndefinitePerson(lower: string, head: string): boolean {
  return (
    INDEFINITE.test(lower) &&
    /^[a-z-]{3,}$/.test(head) &&
    PERSON_NOUN.test(head) &&
    !ABSTRACT.test(head) &&
    !SAYING_THINGS.has(head) &&
    !INSTITUTION_HEADS.has(head)
  )
}

function isUnnamed(
  words: readonly string[],
  head: string,
  facts: { lower: string; hits: readonly ActorHit[]; name: string }
): boolean {
  const { lower, hits, name } = facts
  if (
    hits.length === 0 &&
    (SOME_GROUPS.test(lower) || SOME_LEADERS.test(lower) || SOME_STAFF.test(lower))
  )
    return true
  if (SOME_OF.test(lower) && describedPeople(lower) !== undefined) return true
  if (SOME_HOLDER.test(lower) || /^some(?:one|body)$/.test(lower)) return true
  if (MISSION.test(head) && OF_NAMED.test(name.slice(name.indexOf(' ') + 1))) return false
  if (
    /^(?:researchers|scientists)$/.test(head) &&
    /^(?:other|some|many|several|most|independent|outside) /.test(lower)
  )
    return true
  if (
    /\b(?:familiar with|privy to|briefed on|with (?:direct )?knowledge of) /.test(lower) &&
    hits.length === 0
  )
    return true
  if (INSTITUTION_HEADS.has(head) || NO_GUARD.test(lower)) return false
  // "the Health Service Executive": a word of a name.
  if (
    !INDEFINITE.test(lower) &&
    name
      .split(/\s+/)
      .some((word, i) => i > 0 && /^\p{Lu}/u.test(word) && word.toLowerCase() === head)
  )
    return false
  // "the EU's observers": a mission.
  if (
    /^(?:observers|monitors|inspectors|peacekeepers|mediators|negotiators)$/.test(head) &&
    hits.length > 0
  )
    return false
  // "Somebody who was in the room", "those briefed on the plan", "a senior figure at the bank"
  if (
    /^(?:some(?:body|one)|one|those|anybody|anyone|people|others|several|two|three|four) (?:who|close|briefed|familiar|involved|present)\b/.test(
      lower
    ) ||
    /^(?:an?|one|another|two|three|several|senior|some|leading) (?:[a-z-]+ ){0,2}figures?\b(?! (?:of|for) [\d£$€])/.test(
      lower
    )
  )
    return true
  if (
    /\bsources?\b|\binsiders?\b|\bfamiliar with\b|\bclose to the\b|\bwith knowledge of\b/.test(
      lower
    )
  ) {
    return true
  }
  if (hits.length === 0 && PEOPLE_BY_TRADE.test(head) && !/\p{Lu}/u.test(name.slice(1))) return true
  const core = words.slice(0, Math.max(1, words.indexOf(head) + 1)).join(' ')
  const article = /^(?:an?|one|another) /.exec(lower)?.[0] ?? ''
  if (!/\p{Lu}/u.test(name.slice(1, core.length)) && isIndefinitePerson(`${article}${core}`, head))
    return !/\bfor \p{Lu}/u.test(name) || UNNAMED_PEOPLE.has(head)
  if (!UNNAMED_PEOPLE.has(head) || /\bspokes(?:man|woman|person|people)\b/.test(lower)) return false
  // Bare "officials" are those of the place that the report is about.
  if (lower === 'officials' || lower === 'the officials') return false
  if (/^(?:officials?|officers?|commanders?|aides?|advisers?|advisors?)$/.test(head)) {
    const institution =
      hits.length > 0 ||
      /\p{Lu}/u.test(name) ||
      /\b(?:ministry|department|health|local|city|county|state|police|hospital|military|army|school|election|emergency|fire|government|regional|civil|u\.n\.|un)\b/.test(
        lower
      )
    const vague =
      words.some((w, i) => i < words.length - 1 && VAGUE_QUALIFIERS.has(w)) ||
      /^(?:an?|one|two|three|four|five|some|several|many) /.test(lower)
    return !institution || vague
  }
  const related =
    /^(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|mother|father|parents?|wife|husband|brother|sister|son|daughter|uncle|aunt|cousin|widow|grandmother|grandfather|executives?)$/.test(
      head
    ) && /'s |\bhis |\bher |\btheir |\bfor |\bof /.test(lower)
  return !related
}

/** Plurals of people by what they do: "islanders", "cyclists"; those who speak for an institution left out. */
const PEOPLE_BY_TRADE =
  /^(?!(?:numbers|papers|letters|orders|offers|posters|computers|servers|others|matters|leaders|ministers|officers|commanders|lawyers|lawmakers|policymakers|organi[sz]ers|publishers|researchers|managers|employers|insurers|lenders|carriers|retailers|makers|manufacturers|carmakers|automakers|brokers|suppliers|developers|firefighters|rangers|partners|readers|members|rulers|owners|scientists|economists)$)[a-z]{2,}(?:[^aeiou]ers|eers|ists|ians|women|goers|[^o]men)$/

const OWNED =
  /^(?:the |its |his |her |their )?(?:local|its|his|her|their|the country's|the city's|the region's|country's) /i
const BARE =
  /^(?:ministry|governor|government|military|army|police|authorities|officials|mayor|(?:defen[cs]e|foreign|interior|health|finance) (?:ministry|minister))$/i

/** Posts that firms and associations have, as states have ministries. */
const POST =
  /^(?:(?:managing|executive|medical|sporting|deputy|vice|general|finance|technical) )*(?:vice-president|president|director|chief executive|chairman|chairwoman|chair|secretary|manager|founder|owner|spokes\w+|head|boss|officer|lawyers?|press office)$/

/** The body that spoke or was spoken of just before: whose "its president" is. */
function bodyJust(memory: Memory, place: Place): string | undefined {
  const spoke = memory.recall(
    place.item,
    ({ resolved: r, place: p }) =>
      p.at >= place.at - JUST && !r.person && !r.unnamed && !r.own && !r.medium
  )
  return spoke?.source.name
}
/** How far back that may be, in sentences. */
const JUST = 2

/** The printed name, completed by its owner: "its Foreign Ministry" → "Tarsk Foreign Ministry". */
function nameOf(parsed: Parsed, context: { memory: Memory; place: Place }): string {
  const { phrase, hits } = parsed
  const { memory, place } = context
  const clean = tidy(phrase)
  const only = hits.length === 1 ? hits[0] : undefined
  const ends =
    only !== undefined &&
    !BESIDE_A_PLACE.test(phrase.slice(0, only.start)) &&
    (only.end >= phrase.length - 2 ||
      (only.actor.type !== 'state' && A_KIND.test(phrase.slice(only.end))))
  if (only !== undefined && !only.adjective && ends) {
    const whole = /^(?:the )?$/i.test(phrase.slice(0, only.start))
    if (only.actor.type !== 'state') return only.actor.name
    if (whole) return /kremlin|white house|pentagon/i.test(clean) ? clean : only.actor.name
  }
  // "the Orbelian statement": Orbel's.
  if (only?.adjective === true && /^[^\s-]+[^s\s]$/.test(clean)) return only.actor.name
  if (OWNED.test(phrase) || (BARE.test(clean) && hits.length === 0)) {
    const rest = clean.replace(/^(?:local|its|his|her|their|country's|city's|region's) /i, '')
    const personal = /^(?:his|her) /i.test(phrase)
    const post = !personal && POST.test(rest) ? bodyJust(memory, place) : undefined
    const owner = post ?? (personal ? memory.lastPerson(place)?.full : memory.lastPlace(place.item))
    return owner === undefined ? rest : `${owner} ${rest}`
  }
  // "the General Staff": the one that was spoken of.
  if (/^General Staff$/i.test(clean)) return memory.bodyEnding('general staff') ?? clean
  return clean
}

/** "an eyewitness near the White House" */
const BESIDE_A_PLACE = /\b(?:near|outside|inside|around|opposite) (?:the )?$/i
/** "the Observatory monitor": what kind of body it is, behind its name. */
const A_KIND =
  /^ (?:(?:militant|armed|extremist|jihadist|terror|terrorist|rebel|rights|aid) )?(?:monitor|monitoring group|war monitor|watchdog|group|organi[sz]ation|agency|think[- ]tank|movement|militia|charity)$/
