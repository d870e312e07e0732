import type { Source, SourceType } from './claim'
import { comparable } from './actors/registry'
import type { ActorHit, Registry } from './actors/registry'
import { MEDIA_NAME, MEDIA_WORDS, STATE_OWNED } from './actors/media'
import { INSTITUTION_HEADS, UNNAMED_PEOPLE, VAGUE_QUALIFIERS } from './cues/en/frames'
import { ORGANISATION_ENDS, PERSON_TITLES, ROLE_TYPES } from './actors/roles'

/** A source with what the classifier needs to know beside its name and type. */
export interface Resolved {
  readonly source: Source
  /** Only described: "two officials", "residents". */
  readonly unnamed: boolean
  readonly medium: boolean
  /** The outlet itself or its own reporter. */
  readonly own: boolean
  readonly plural: boolean
  readonly person: boolean
}

/** What was mentioned so far; sources and pronouns are looked up here. */
export class Memory {
  readonly registry: Registry
  readonly outlet: ReadonlySet<string>
  #people: {
    full: string
    last: string
    type: SourceType
    side?: string
    at: number
    item: number
  }[] = []
  #sources: { resolved: Resolved; head: string; at: number; item: number }[] = []
  #places: { name: string; at: number; item: number }[] = []

  constructor(registry: Registry, outlet: ReadonlySet<string>) {
    this.registry = registry
    this.outlet = outlet
  }

  mention(
    person: { full: string; type: SourceType; side?: string },
    at: number,
    item: number
  ): void {
    const last = person.full.split(' ').at(-1) ?? person.full
    const known = this.#people.find((p) => p.full === person.full)
    if (known !== undefined) {
      if (known.type === 'person' && person.type !== 'person') {
        known.type = person.type
        if (person.side !== undefined) known.side = person.side
      }
      known.at = at
      known.item = item
      return
    }
    this.#people.push({ ...person, last, at, item })
  }

  place(name: string, at: number, item: number): void {
    this.#places.push({ name, at, item })
  }

  lastPlace(item: number): string | undefined {
    return this.#places.findLast((p) => p.item === item)?.name
  }

  personByLast(last: string): { full: string; type: SourceType; side?: string } | undefined {
    const key = last.replace(/'s?$/, '')
    return this.#people.findLast((p) => p.last === key || p.full === key)
  }

  lastPerson(item: number): { full: string; type: SourceType; side?: string } | undefined {
    return this.#people
      .filter((p) => p.item === item)
      .sort((a, b) => a.at - b.at)
      .at(-1)
  }

  remember(resolved: Resolved, head: string, at: number, item: number): void {
    this.#sources.push({ resolved, head, at, item })
  }

  /** The last source of the item that fits. */
  recall(
    item: number,
    fits: (entry: { resolved: Resolved; head: string; at: number }) => boolean
  ): Resolved | undefined {
    return this.#sources.findLast((s) => s.item === item && fits(s))?.resolved
  }
}

const LEADING =
  /^(?:but|and|also|meanwhile|however|yet|so|still|instead|earlier|later|separately|in addition|additionally|for (?:his|her|its) part|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|as|both|then|nevertheless|therefore|indeed|even)\s+/i
const PERSON_NAME =
  /(?:\p{Lu}[\p{L}'.-]*|al-\p{Lu}[\p{L}'-]*)(?:(?: "[^"]{1,12}"| “[^”]{1,12}”)? (?:(?:al|el|bin|ibn|van|von|de|der|den|da|di|du|la|le|dos|ben|abu)[- ])*(?:\p{Lu}[\p{L}'.-]*|al-\p{Lu}[\p{L}'-]*)){0,4}/gu

const ARTICLE =
  /^(?:the|an?|this|that|but|and|in|on|at|while|when|as|after|before|since|if|although|many|some|most|several|all|no|one|two|three)$/i

/** Words around a name in one source phrase. */
interface Parsed {
  readonly phrase: string
  readonly lower: string
  readonly hits: readonly ActorHit[]
  readonly person?: string
  readonly roleType?: SourceType
}

/** Resolves the words of a source to a name, a type and a side. */
export function resolveSource(
  words: string,
  beside: string,
  memory: Memory,
  place: { at: number; item: number }
): Resolved | undefined {
  let phrase = words.trim()
  for (let n = 0; n < 3 && LEADING.test(phrase); n++) phrase = phrase.replace(LEADING, '')
  phrase = stripOpening(phrase)
  if (phrase === '') return undefined
  const pronoun = fromPronoun(phrase, memory, place)
  if (pronoun !== null) return pronoun
  const parsed = parse(phrase, memory)
  const near = parse(beside, memory)
  const side = sideOf(parsed.hits) ?? sideOf(near.hits)

  const medium = asMedium(parsed, memory)
  if (medium !== undefined && parsed.person === undefined) return medium
  if (parsed.person !== undefined) return asPerson(parsed, near, side, memory, place)
  return asBody(parsed, near, side, memory, place)
}

/** "In a statement the ministry" → "the ministry"; "strikes that Orbel" keeps its end. */
function stripOpening(phrase: string): string {
  if (
    !/^(?:In|On|At|During|After|Before|For|From|With|By|Since|Under|Over|Following|Despite|Amid)\b/.test(
      phrase
    )
  )
    return phrase
  const cut = /.*\b((?:the|its|his|her|their|an?) .*)$/i.exec(phrase.slice(3))
  return cut?.[1] ?? phrase
}

function fromPronoun(
  phrase: string,
  memory: Memory,
  place: { at: number; item: number }
): Resolved | undefined | null {
  const word = phrase.toLowerCase()
  if (/^(?:he|she)$/.test(word)) {
    const said = memory.recall(place.item, (s) => s.resolved.person)
    if (said !== undefined) return said
    const person = memory.lastPerson(place.item)
    return person === undefined ? undefined : personSource(person)
  }
  if (word === 'it') {
    return memory.recall(place.item, (s) => !s.resolved.person && !s.resolved.own)
  }
  if (
    /^(?:they|both|both sides|the two|the pair|the two sides|both men|both countries)$/.test(word)
  ) {
    return (
      memory.recall(place.item, (s) => s.resolved.plural) ??
      memory.recall(place.item, (s) => !s.resolved.person)
    )
  }
  if (/^(?:i|we|you)$/.test(word)) return undefined
  return null
}

function personSource(person: { full: string; type: SourceType; side?: string }): Resolved {
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
    person: true
  }
}

function parse(phrase: string, memory: Memory): Parsed {
  const hits = phrase === '' ? [] : memory.registry.find(phrase)
  const lower = phrase.toLowerCase()
  const person = personIn(phrase, hits, memory)
  const roleType = ROLE_TYPES.find(([pattern]) => pattern.test(lower))?.[1]
  return {
    phrase,
    lower,
    hits,
    ...(person !== undefined && { person }),
    ...(roleType !== undefined && { roleType })
  }
}

/** The last capitalised name that is neither an actor, nor a title, nor an organisation. */
function personIn(phrase: string, hits: readonly ActorHit[], memory: Memory): string | undefined {
  let free = phrase
  for (const hit of hits)
    free =
      free.slice(0, hit.start) + ' '.repeat(hit.end - hit.start - 1) + '|' + free.slice(hit.end)
  const names = [...free.matchAll(PERSON_NAME)].map((m) => m[0])
  for (const candidate of names.toReversed()) {
    const parts = candidate.split(' ')
    const isTitle = (word: string) => PERSON_TITLES.has(word.toLowerCase().replace(/\.$/, ''))
    const words = parts.filter((word) => !isTitle(word))
    const titled = parts.some((word) => isTitle(word) && !ARTICLE.test(word))
    const name = words.join(' ').replace(/'s?$/, '')
    if (name === '' || ORGANISATION_ENDS.test(name) || ORGANISATION_ENDS.test(candidate)) continue
    if (candidate.endsWith("'s") && candidate !== phrase) continue
    if (words.length >= 2 && /\p{Ll}/u.test(name)) return name
    const known = memory.personByLast(name)
    if (known !== undefined) return known.full
    // One capitalised word after a title or role is a name too: "Mr Venn", "spokesman Venn".
    if (words.length === 1 && /\p{Ll}/u.test(name) && titled) return name
  }
  return undefined
}

function sideOf(hits: readonly ActorHit[]): string | undefined {
  return hits.find((hit) => hit.actor.side !== undefined)?.actor.side
}

function asMedium(parsed: Parsed, memory: Memory): Resolved | undefined {
  const hit = parsed.hits.findLast((h) => /^(?:media|wire|state-media)$/.test(h.actor.type))
  const described =
    MEDIA_WORDS.test(parsed.lower) &&
    !/\b(?:spokes\w+|officer|adviser|aide|official|minister|relations|user|pool)\b/.test(
      parsed.lower
    )
  const looks = MEDIA_NAME.test(parsed.phrase)
  if (hit === undefined && !described && !looks) return undefined
  // "The Post's Adam Taylor", "the Harbour Times's report".
  const tail = hit === undefined ? '' : parsed.phrase.slice(hit.end).trim()
  if (
    hit !== undefined &&
    !described &&
    tail !== '' &&
    !/^(?:['’]s )?(?:report|reports|news|agency|journalist|reporter|correspondent|\(|on\b|in\b)/i.test(
      tail
    )
  )
    return undefined
  const state = STATE_OWNED.test(parsed.lower) || hit?.actor.type === 'state-media'
  const side = sideOf(parsed.hits)
  const name = hit?.actor.name ?? tidy(parsed.phrase)
  const own = hit !== undefined && memory.outlet.has(comparable(hit.actor.name))
  return {
    source: {
      name,
      type: state ? 'state-media' : (hit?.actor.type ?? 'media'),
      ...(side !== undefined && { side })
    },
    unnamed: false,
    medium: !own,
    own,
    plural: /s$|media$/.test(parsed.lower),
    person: false
  }
}

function asPerson(
  parsed: Parsed,
  near: Parsed,
  side: string | undefined,
  memory: Memory,
  place: { at: number; item: number }
): Resolved {
  const full = parsed.person ?? ''
  const known = memory.personByLast(full)
  const outlet = [...parsed.hits, ...near.hits].some((h) =>
    memory.outlet.has(comparable(h.actor.name))
  )
  const reporter =
    /\b(?:reporter|correspondent|journalist|editor|columnist|writes|photographer)\b/.test(
      `${parsed.lower} ${near.lower}`
    )
  const body = [...parsed.hits, ...near.hits].find(
    (h) => !/^(?:media|wire|state-media)$/.test(h.actor.type)
  )
  const role = parsed.roleType ?? near.roleType
  const bodyType = body === undefined || body.actor.type === 'state' ? undefined : body.actor.type
  const type: SourceType =
    role !== undefined && role !== 'person'
      ? role
      : (bodyType ?? known?.type ?? (role === 'person' ? 'person' : 'person'))
  const ownSide = side ?? known?.side
  const person = {
    full: known?.full ?? full,
    type: type === 'person' && known !== undefined ? known.type : type,
    ...(ownSide !== undefined && { side: ownSide })
  }
  memory.mention(person, place.at, place.item)
  return { ...personSource(person), own: outlet && (reporter || /['’]s /.test(parsed.phrase)) }
}

function asBody(
  parsed: Parsed,
  near: Parsed,
  side: string | undefined,
  memory: Memory,
  place: { at: number; item: number }
): Resolved | undefined {
  const { lower, phrase, hits } = parsed
  const bare = lower
    .replace(/^(?:the|this|that|its|his|her|their|a|an|another) /, '')
    .replace(/'s?$/, '')
  const words = bare.split(/[^\p{L}.'-]+/u).filter((w) => w !== '')
  const head = headOf(words)
  const body =
    hits.find((h) => !h.adjective && h.actor.type !== 'state') ??
    hits.find((h) => !h.adjective) ??
    hits[0]
  const plural = /(?:[^s']s|people|police|media|both .*)$/.test(head) || / and /.test(lower)
  const generic = hits.length === 0 && !/\p{Lu}/u.test(phrase.replace(/^\p{Lu}/u, ''))

  if (generic && /^(?:the|this|that|its|his|her|their) /.test(lower)) {
    const earlier = memory.recall(place.item, (s) => sameKind(s, head))
    if (earlier !== undefined) return earlier
  }
  const unnamed = isUnnamed(words, head, lower, hits)
  const roleType = parsed.roleType ?? near.roleType
  const type: SourceType = unnamed
    ? 'unnamed'
    : body !== undefined &&
        !body.adjective &&
        body.actor.type !== 'state' &&
        body.end >= phrase.length - 12
      ? body.actor.type
      : (roleType ?? body?.actor.type ?? (/\p{Lu}/u.test(phrase) ? 'unknown' : 'unknown'))
  const name = nameOf(parsed, body, head, memory, place)
  if (name === '') return undefined
  return {
    source: { name, type, ...(side !== undefined && { side }) },
    unnamed,
    medium: false,
    own: false,
    plural,
    person: false
  }
}

function headOf(words: readonly string[]): string {
  const stop = words.findIndex(
    (w, i) =>
      i > 0 &&
      /^(?:of|for|in|on|at|from|with|who|to|near|close|familiar|inside|working|briefed|involved)$/.test(
        w
      )
  )
  const core = stop > 0 ? words.slice(0, stop) : words
  return core.at(-1) ?? ''
}

function sameKind(entry: { resolved: Resolved; head: string }, head: string): boolean {
  if (entry.resolved.own) return false
  const singular = head.replace(/s$/, '')
  if (entry.head.replace(/s$/, '') === singular) return true
  const name = entry.resolved.source.name.toLowerCase()
  if (name.includes(singular) && singular.length > 3) return true
  const { type, name: full } = entry.resolved.source
  switch (singular) {
    case 'group':
    case 'organization':
    case 'organisation':
      return type === 'ngo' || type === 'armed-group' || type === 'monitor' || type === 'unknown'
    case 'agency':
    case 'office':
      return (
        type === 'un' ||
        type === 'wire' ||
        type === 'state-media' ||
        type === 'monitor' ||
        type === 'official' ||
        type === 'ministry'
      )
    case 'statement':
      return true
    case 'military':
    case 'army':
      return type === 'military'
    case 'government':
      return type === 'state'
    case 'company':
    case 'firm':
      return type === 'company' || type === 'unknown'
    case 'spokesman':
    case 'spokeswoman':
    case 'spokesperson':
      return entry.resolved.person || /spokes/.test(full)
    case 'paper':
    case 'newspaper':
    case 'broadcaster':
    case 'channel':
    case 'outlet':
      return entry.resolved.medium
    case 'prosecutor':
    case 'governor':
    case 'mayor':
    case 'minister':
    case 'president':
    case 'chief':
    case 'director':
      return name.includes(singular)
    case 'official':
      return /official|ministry|department/.test(name)
    default:
      return false
  }
}

function isUnnamed(
  words: readonly string[],
  head: string,
  lower: string,
  hits: readonly ActorHit[]
): boolean {
  if (INSTITUTION_HEADS.has(head)) return false
  if (
    /\bsources?\b|\binsiders?\b|\bfamiliar with\b|\bclose to the\b|\bwith knowledge of\b/.test(
      lower
    )
  )
    return true
  if (!UNNAMED_PEOPLE.has(head)) return false
  if (/\bspokes(?:man|woman|person|people)\b/.test(lower)) return false
  if (/^(?:officials?|officers?|commanders?|diplomats?|aides?|advisers?|advisors?)$/.test(head)) {
    const institution =
      hits.length > 0 ||
      /\b(?:ministry|department|health|local|city|county|state|police|hospital|military|army|school|election|emergency|fire|government|regional|government|civil)\b/.test(
        lower
      )
    const vague =
      words.some((w, i) => i < words.length - 1 && VAGUE_QUALIFIERS.has(w)) ||
      /^(?:an?|one|two|three|four|five|some|several|many) /.test(lower)
    return !institution || vague
  }
  if (
    /^(?:lawyers?|attorneys?|mother|father|parents?|wife|husband|executives?)$/.test(head) &&
    /'s |\bhis |\bher |\bfor \p{Lu}/u.test(lower)
  )
    return false
  return true
}

function nameOf(
  parsed: Parsed,
  body: ActorHit | undefined,
  head: string,
  memory: Memory,
  place: { at: number; item: number }
): string {
  const { phrase, hits } = parsed
  const clean = tidy(phrase)
  if (
    body !== undefined &&
    !body.adjective &&
    body.actor.type !== 'state' &&
    body.end >= phrase.length - 2 &&
    hits.length === 1
  ) {
    return body.actor.name
  }
  if (
    body !== undefined &&
    body.actor.type === 'state' &&
    body.start <= 4 &&
    body.end >= phrase.length - 2 &&
    !body.adjective
  ) {
    return /kremlin|white house|pentagon/i.test(clean) ? clean : body.actor.name
  }
  if (
    /^(?:the )?local /i.test(phrase) ||
    /^(?:its|his|her|their|the country's|the city's|the region's) /i.test(phrase)
  ) {
    const owner = possessor(memory, place)
    const rest = clean.replace(/^(?:local|its|his|her|their|country's|city's|region's) /i, '')
    return owner === undefined ? rest : `${owner} ${rest}`
  }
  if (
    /^(?:ministry|governor|government|military|army|police|authorities|officials|mayor|defen[cs]e ministry|foreign ministry|interior ministry|health ministry)$/i.test(
      clean
    ) &&
    hits.length === 0
  ) {
    const owner = possessor(memory, place)
    return owner === undefined ? clean : `${owner} ${clean}`
  }
  return clean
}

/** Whose ministry "its Foreign Ministry" is: the state or place named last in the item. */
function possessor(memory: Memory, place: { item: number }): string | undefined {
  return memory.lastPlace(place.item)
}

/** "The Russian Defense Ministry" and "Russia's Defense Ministry" alike, without article. */
export function tidy(phrase: string): string {
  return phrase
    .trim()
    .replace(/^(?:the|a|an|this|that)\s+/i, '')
    .replace(/['’]s?$/, '')
    .replace(/\s+/g, ' ')
}
