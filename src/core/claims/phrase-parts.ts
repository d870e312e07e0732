import { pronounOfName } from './actors/given-names'
import { MEDIA_NAME } from './actors/media'
import { ORGANISATION_ENDS, PERSON_TITLES, ROLE_TYPES } from './actors/roles'
import { isMedium, type ActorHit } from './actors/registry'
import type { SourceType } from './claim'
import type { Memory } from './memory'

const PERSON_NAME =
  /(?:\p{Lu}[\p{L}'.-]*|al-\p{Lu}[\p{L}'-]*)(?:(?: "[^"]{1,12}"| “[^”]{1,12}”)? (?:(?:al|el|bin|ibn|van|von|de|der|den|da|di|du|la|le|dos|ben|abu)[- ])?(?:\p{Lu}[\p{L}'.-]*|al-\p{Lu}[\p{L}'-]*)){0,7}/gu
const ARTICLE =
  /^(?:the|an?|this|that|but|and|in|on|at|while|when|as|after|before|since|if|although|many|some|most|several|all|no|one|two|three)$/i

/** Words of a source taken apart. */
export interface Parsed {
  readonly phrase: string
  readonly lower: string
  readonly hits: readonly ActorHit[]
  readonly person?: string
  readonly roleType?: SourceType
}

/** Finds actors, a role and (where people may be named) a person's name in the words of a source. */
export function parsePhrase(phrase: string, memory: Memory, named = true): Parsed {
  const all = phrase === '' ? [] : actorsIn(phrase, memory)
  const lower = phrase.toLowerCase()
  const person = named ? personIn(phrase, all, memory) : undefined
  const hits = all.filter((hit) => !MATTER.test(phrase.slice(0, hit.start)))
  const roleType = ROLE_TYPES.find(([pattern]) => pattern.test(lower))?.[1]
  return {
    phrase,
    lower,
    hits,
    ...(person !== undefined && { person }),
    ...(roleType !== undefined && { roleType })
  }
}

/** "the envoy TO Tarsk", "the counsel INVESTIGATING Tarskan meddling": with whom or what somebody deals, not whose they are. */
const MATTER =
  /\b(?:(?:envoy|ambassador|consul|representative|mission|delegation) to|(?:expert|specialist|analyst|adviser|advisor|scholar|authority) (?:on|in)|(?:investigating|visiting|monitoring|covering|tracking|studying|fighting|opposing)(?: into| in)?) (?:the )?(?:\p{L}+ ){0,2}$/iu

/** The actors that a text names, but for those of whose name a longer one is made. */
export function actorsIn(text: string, memory: Memory): readonly ActorHit[] {
  return memory.registry
    .find(text)
    .filter((hit) => !isPartOfBody(text, hit) && !partOfName(text, hit) && !isLastName(text, hit))
}

/** "Mr. Jordan" is no state. */
function isLastName(text: string, hit: ActorHit): boolean {
  return hit.actor.type === 'state' && !hit.adjective && TITLE_BEFORE.test(text.slice(0, hit.start))
}
const TITLE_BEFORE =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sen|Rep|Gov|Judge|Prof|Senator|Representative|Congress(?:man|woman)|Professor)\.? $/

/** "North Velland": a state or a part of one. */
const PART_OF_STATE =
  /^(?:(?:north|south|east|west)(?:ern)?|central|inner|outer|greater|upper|lower|mainland|soviet|nazi|imperial|occupied|ancient|modern|rural|democratic|united|great|new|old|republic|anti|pro)$/i

/** "Air Norway", "Public Health Wales", "Radio France Internationale": a body of which a state's name is a part. */
export function isPartOfBody(phrase: string, hit: ActorHit): boolean {
  if (hit.actor.type !== 'state' || hit.adjective) return false
  const before = /(\p{Lu}[\p{L}-]*) $/u.exec(phrase.slice(0, hit.start))?.[1]
  if (before === undefined || PART_OF_STATE.test(before)) return false
  return ORGANISATION_ENDS.test(before) || !PERSON_TITLES.has(before.toLowerCase())
}

const NAME_RUN = /\p{Lu}[\p{L}'.-]*(?: (?:(?:of|for|on|and|&)(?: the)? )?\p{Lu}[\p{L}'.-]*)*/gu
/** Ends of names that only bodies have when a name is composed. */
const COMPOSED_ENDS =
  /\b(?:Executive|Inspectorate|Directorate General|Officers|Workers|Affairs|Divers)$/

/** "Bureau of Internal Affairs", "Health and Safety Executive": a body by its head, parts of which are no person. */
function composedBodies(phrase: string, hits: readonly ActorHit[]): string[] {
  if (!/ (?:of|for|on|and|&) /.test(phrase)) return []
  return [...withoutActors(phrase, hits).matchAll(NAME_RUN)].flatMap(([run]) =>
    composedIn(run.split(POST_OF)[0] ?? run)
  )
}

/** "the Department of Forests SECRETARY Orla Venn": a post that its holder's name follows. */
const POST_OF =
  / (?:Secretary|General|Lieutenant|Colonel|Major|Brigadier|Captain|Admiral|Commander|Head|Director|Minister|Chief|President|Chair\w*|Spokes\w+|Governor|Mayor|Senator|Judge|Justice|Inspector|Detective|Sergeant|Officer|Constable|Superintendent|Commissioner|Administrator|Professor|Dr|Mr|Ms|Mrs|Sir|Lord|Manager|CEO|Coach|Adviser|Advisor|Attorney|Analyst|Economist|Rep|Sen|Representative|Gov|Gen|Lt|Col)\.? (?=\p{Lu})/u

function composedIn(run: string): string[] {
  const parts = / (?:of|for|on)(?: the)? /.exec(run)
  if (parts === null)
    return / (?:and|&) (?!the )/.test(run) &&
      (ORGANISATION_ENDS.test(run) || COMPOSED_ENDS.test(run))
      ? [run]
      : []
  const head = run.slice(0, parts.index)
  return ORGANISATION_ENDS.test(head) || COMPOSED_ENDS.test(head)
    ? [run]
    : composedIn(run.slice(parts.index + parts[0].length))
}

/** "Dawn Front" is not the paper Dawn: an organisation goes on with the word that an outlet is called by. */
function partOfName(phrase: string, hit: ActorHit): boolean {
  if (!isMedium(hit.actor)) return false
  const longer = /^\p{L}+(?: \p{Lu}[\p{L}'-]*)+/u.exec(phrase.slice(hit.start))?.[0]
  return (
    longer !== undefined &&
    longer.length > hit.end - hit.start &&
    ORGANISATION_ENDS.test(longer) &&
    !MEDIA_NAME.test(longer)
  )
}

/** The last capitalised name that is neither an actor, nor a title, nor an organisation. */
function personIn(phrase: string, hits: readonly ActorHit[], memory: Memory): string | undefined {
  // "chair of the Budget Committee Rep. Orla Venn": the title tells where the name begins.
  const called = TITLED.exec(phrase)?.[1]
  if (called !== undefined) return memory.personByName(called)?.full ?? called
  const candidates = namesIn(phrase, hits)
  const bodies = composedBodies(phrase, hits)
  for (const [k, candidate] of [...candidates.entries()].toReversed()) {
    const { name, words, titled } = stripTitles(candidate)
    // "Orla Venn of Norbury Insight": the body that the person before belongs to.
    if (candidates.slice(0, k).some((before) => isAffiliation(phrase, before))) continue
    if (name === '' || ORGANISATION_ENDS.test(name) || ORGANISATION_ENDS.test(candidate)) continue
    if (candidate.endsWith("'s") && candidate !== phrase) continue
    if (bodies.some((body) => body.includes(candidate))) continue
    // "Public Health Wales": a field, not a post, stands before the last word.
    if (words === 1 && ORGANISATION_ENDS.test(candidate.split(' ').at(-2) ?? '')) continue
    // "several Civic Alliance MPs": members of a body, no name.
    if (/ (?:MPs|MEPs|MSPs|TDs|MLAs)$/.test(candidate)) continue
    if (isPlaceIn(phrase, candidate) || memory.isCompany(name)) continue
    const known = memory.personByName(name)
    if (known !== undefined) return known.full
    if (words >= 2 && /\p{Ll}/u.test(name) && !NO_NAME.test(name) && !partlyState(name, memory))
      return lastNames(name)
    // One capitalised word after a title or role is a name too: "Mr Venn", "spokesman Venn".
    if (words === 1 && /\p{Ll}/u.test(name) && (titled || afterRole(phrase, candidate))) return name
  }
  return undefined
}

const TITLED = / (?:Rep|Sen|Gov|Gen|Col|Lt|Prof)\. (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]+){1,2})$/u

/** "Orla Venn OF NORBURY INSIGHT", "Orla Venn from the Institute for River Studies": behind a full name and a preposition. */
function isAffiliation(phrase: string, before: string): boolean {
  const { name, words } = stripTitles(before)
  if (words < 2 || ORGANISATION_ENDS.test(name)) return false
  const from = phrase.indexOf(before) + before.length
  return /^ (?:of|from|at|with|for) /.test(phrase.slice(from))
}

/** "officials on both sides of the Sable Sound", "sources at the Port of Venn": the name says where, not who. */
function isPlaceIn(phrase: string, candidate: string): boolean {
  const before = phrase.slice(0, phrase.lastIndexOf(candidate)).trimEnd()
  return (
    /\b(?:of|in|on|at|from|near|across|around|inside|outside|along|to) the$/i.test(before) ||
    /\b(?:in|at|near|across|around|inside|outside|port of|city of|town of|village of|river|lake|mount)$/i.test(
      before
    )
  )
}

/** Capitalised runs of a phrase without its actors. */
export function namesIn(phrase: string, hits: readonly ActorHit[]): string[] {
  return [...withoutActors(phrase, hits).matchAll(PERSON_NAME)].map((m) => m[0])
}

function withoutActors(phrase: string, hits: readonly ActorHit[]): string {
  let free = phrase
  for (const hit of hits) {
    free = `${free.slice(0, hit.start)}${' '.repeat(hit.end - hit.start - 1)}|${free.slice(hit.end)}`
  }
  return free
}

/** A capitalised run without its titles. */
export function stripTitles(candidate: string): { name: string; words: number; titled: boolean } {
  const parts = candidate.split(' ')
  // "Orla A. Venn": an initial is no article.
  const isTitle = (word: string) =>
    !/^\p{Lu}\.$/u.test(word) && PERSON_TITLES.has(word.toLowerCase().replace(/\.$/, ''))
  const last = parts.findLastIndex((word) => isTitle(word))
  // "Orbel Director Jon Venn": the name stands after the last title.
  const after = last >= 0 && last < parts.length - 1 ? parts.slice(last + 1) : parts
  const words = after.filter((word) => !isTitle(word))
  return {
    name: words
      .join(' ')
      .replace(/ ?["“][^"”]*["”]/, '')
      .replace(/^.*'s (?=\p{Lu})/u, '')
      .replace(/'s?$/, '')
      .replace(SENTENCE_END, ''),
    words: words.length,
    titled: parts.some((word) => isTitle(word) && !ARTICLE.test(word))
  }
}

/** Longest personal name, in words; what stands before it is a team, a title or a department. */
const MAX_NAME_WORDS = 3

function lastNames(name: string): string {
  const words = name.split(' ')
  const generation = /^(?:Jr|Sr|II|III|IV)\.?$/.test(words.at(-1) ?? '')
  if (words.length <= MAX_NAME_WORDS || generation) return name
  const particle = /^(?:al|el|bin|ibn|van|von|de|der|den|da|di|du|la|le|dos|ben|abu)$/i.test(
    words.at(-2) ?? ''
  )
  // "Adam B. Venn": the initial is part of the name.
  const long = particle || /^\p{Lu}\.$/u.test(words.at(-2) ?? '')
  return words.slice(long ? -MAX_NAME_WORDS : 1 - MAX_NAME_WORDS).join(' ')
}

/** May be a person's full name: neither an organisation's nor partly a state's. */
export function looksPersonal(name: string, memory: Memory): boolean {
  return (
    /\p{Ll}/u.test(name) &&
    !NO_NAME.test(name) &&
    !ORGANISATION_ENDS.test(name) &&
    !partlyState(name, memory) &&
    !memory.isCompany(name)
  )
}

/** "South Velland", "Frankly I": a part of the map, or words that a capital only opens. */
const NO_NAME =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower|Greater|Central|Inner|Outer|Port|Fort|Mount|Lake|Cape|Saint|San|Santa|Los|Las|New) | (?:Committees|Local|Web|Stand)$|(?:^| )(?:I|We|He|She|It|They|You|The|This|That)(?: |$)/

/** "Tarsk-Orbel" is no person; "Jim Jordan" is one. */
function partlyState(name: string, memory: Memory): boolean {
  const [first = '', last, more] = name.split(' ')
  if (last !== undefined && more === undefined && pronounOfName(first) !== undefined) return false
  return name.split(/[ -]/).some((part) => memory.registry.exact(part)?.type === 'state')
}

const ROLE_BEFORE =
  /\b(?:spokes(?:man|woman|person)|president|minister|governor|mayor|ombudsman|lawyer|attorney|analyst|economist|professor|director|chairman|chief|leader|founder|resident|doctor|officer|secretary|ambassador|commissioner|author|activist|senator|judge|sheriff|commander|manager|editor|owner|colonel|general|captain)$/i

function afterRole(phrase: string, candidate: string): boolean {
  const at = phrase.lastIndexOf(candidate)
  return at > 0 && ROLE_BEFORE.test(phrase.slice(0, at).trim())
}

/** The side that the words name: the first actor that has one. */
export function sideOf(hits: readonly ActorHit[]): string | undefined {
  return hits.find((hit) => hit.actor.side !== undefined)?.actor.side
}

const ROLE_WORD =
  /\b((?:foreign|defen[cs]e|interior|prime|finance|health|home|justice|energy) (?:minister|secretary)|president|spokes(?:man|woman|person)|press secretary|governor|mayor|chancellor|premier|ambassador|ombudsman|chief executive|chairman|director|police chief|king|queen|leader|(?<!u\.s\. |district |county |state )(?:lawyer|attorney|solicitor|barrister)|candidate|coach)\b/

/** The role that the words name, lower case: "foreign minister". */
export function roleIn(lower: string): string | undefined {
  return ROLE_WORD.exec(lower)?.[1]
}

/** "The Russian Defense Ministry" without article, possessive end and extra spaces. */
export function tidy(phrase: string): string {
  return phrase
    .trim()
    .replace(/^(?:the|a|an|this|that|both)\s+/i, '')
    .replace(/['’]s?$/, '')
    .replace(SENTENCE_END, '')
    .replace(/\s+/g, ' ')
}

/** The full stop behind "said the spokesman, Jon Venn."; "Inc." and "Jr." keep theirs. */
const SENTENCE_END = /(?<=\p{Ll}{3})\.$/u
