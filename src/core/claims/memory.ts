import { pronounOfName } from './actors/given-names'
import { leaderCalled } from './actors/leaders'
import type { Registry } from './actors/registry'
import type { Source, SourceType } from './claim'
import { lastNameOf, sameButInitials, withoutInitials } from './same-name'

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
  /** Post or description by which it was introduced, lower case: "lawyer for the driver". */
  readonly role?: string
}

/** Where in the article something is said. */
export interface Place {
  readonly at: number
  readonly item: number
  readonly block: number
}

/** A person with what the text has told of them so far. */
export interface Person {
  readonly full: string
  readonly type: SourceType
  readonly side?: string
  /** Title or role as printed, lower case: "foreign minister". */
  readonly role?: string
}

/** Opens a sentence that goes on about the same body. */
const GOES_ON = /^(?:its?|their|the (?:company|firm|group|agency|club|bank|airline))\b/i

/** How much oftener one of two holders of an office must be named to be the one who is meant. */
const CLEARLY = 2

/** Whose ranks are those of an army, too. */
const OF_PEACE = /^(?:police|emergency)$/

/** How far back somebody named comes before somebody unnamed as "he", in sentences. */
const NAMED_REACH = 8

interface Mention extends Person {
  readonly place: Place
}

interface Said {
  readonly resolved: Resolved
  readonly place: Place
}

/** What was mentioned and who spoke so far: last names, pronouns and "the ministry" are looked up here. */
export class Memory {
  readonly registry: Registry
  /** Comparable names of the outlet that publishes the article. */
  readonly outlet: ReadonlySet<string>
  readonly #people = new Map<string, Person>()
  /** Last names of people as they are compared. */
  readonly #lasts = new Map<string, string>()
  readonly #mentions: Mention[] = []
  /** The sentence in which a person was named first. */
  readonly #firstAt = new Map<string, number>()
  /** How often each person was named. */
  readonly #told = new Map<string, number>()
  /** How the text speaks of a person: "he" or "she". */
  readonly #pronouns = new Map<string, 'he' | 'she'>()
  readonly #said: Said[] = []
  readonly #places: { name: string; place: Place }[] = []
  readonly #sides: { name: string; place: Place }[] = []
  readonly #bodies = new Map<string, number>()
  readonly #media = new Map<string, Resolved>()
  /** By which nouns each person was introduced: "collector", "manager". */
  readonly #introduced = new Map<string, string>()
  readonly #companies: { name: string; place: Place }[] = []
  #subject: { words: () => string; text: string; place: Place } | undefined

  constructor(registry: Registry, outlet: ReadonlySet<string>) {
    this.registry = registry
    this.outlet = outlet
  }

  /** Notes a person; what is known of them is kept and completed. */
  mention(person: Person, place: Place): Person {
    const known = this.#people.get(person.full) ?? leaderCalled(person.full)
    const side = known?.side ?? person.side
    const role = this.#people.get(person.full)?.role ?? person.role
    const merged: Person = {
      full: person.full,
      type:
        known === undefined ||
        known.type === 'person' ||
        (known.type === 'military' && OF_PEACE.test(person.type))
          ? person.type
          : known.type,
      ...(side !== undefined && { side }),
      ...(role !== undefined && { role })
    }
    this.#people.set(person.full, merged)
    this.#mentions.push({ ...merged, place })
    this.#told.set(merged.full, (this.#told.get(merged.full) ?? 0) + 1)
    if (!this.#firstAt.has(merged.full)) this.#firstAt.set(merged.full, place.at)
    return merged
  }

  /** Notes the noun by which a person was introduced: "the collector" means whoever was called so last. */
  introduce(full: string, noun: string): void {
    this.#introduced.delete(noun)
    this.#introduced.set(noun, full)
  }

  /** Who was introduced as a collector, a manager. */
  introducedAs(noun: string): Person | undefined {
    const full = this.#introduced.get(noun)
    return full === undefined ? undefined : this.#people.get(full)
  }

  /** Notes that the text calls a person "he" or "she": another pronoun means somebody else. */
  calledBy(full: string, pronoun: 'he' | 'she'): void {
    if (!this.#pronouns.has(full)) this.#pronouns.set(full, pronoun)
  }

  /** How the text, or a given name, tells of whom "he" and "she" may mean. */
  pronounOf(full: string): 'he' | 'she' | undefined {
    return this.#pronouns.get(full) ?? pronounOfName(full)
  }

  /** Makes a full name known, so that a last name finds it; pronouns do not mean the person. */
  know(person: Person): void {
    if (this.#people.has(person.full)) return
    const known = leaderCalled(withoutInitials(person.full))
    const { full, type, side } = known ?? person
    if (!this.#people.has(full)) this.#people.set(full, { full, type, ...(side && { side }) })
  }

  /** Notes a state or region that later possessives ("its ministry", "the local governor") refer to. */
  place(name: string, place: Place): void {
    this.#places.push({ name, place })
  }

  lastPlace(item: number): string | undefined {
    return (this.#places.findLast((p) => p.place.item === item) ?? this.#places.at(-1))?.name
  }

  /** Notes an organisation by name; the most frequent one is "the company" when nobody else is meant. */
  body(name: string): void {
    this.#bodies.set(name, (this.#bodies.get(name) ?? 0) + 1)
  }

  /** Says whether a name was noted as an organisation's or, standing alone, as nobody's in particular. */
  isBody(name: string): boolean {
    if (this.#bodies.has(name)) return true
    return name.length > 3 && [...this.#bodies.keys()].some((body) => body.startsWith(`${name} `))
  }

  /** The last noted body whose name ends in this word: "the fleet" is the Northern Fleet. */
  bodyEnding(word: string): string | undefined {
    return [...this.#bodies.keys()].findLast((name) => name.toLowerCase().endsWith(` ${word}`))
  }

  /** Notes the name of an outlet that was introduced as one: "the broadcaster NTV-3". */
  noteMedium(name: string, medium: Resolved): void {
    this.#media.set(name, medium)
  }

  medium(name: string): Resolved | undefined {
    return this.#media.get(name)
  }

  /** Notes what a sentence is about; one that opens with "it" or its own goes on with what the one before was about. */
  subject(text: string, words: () => string, place: Place): void {
    const before = this.#adjacent(place)
    this.#subject = {
      words: before !== undefined && GOES_ON.test(text) ? before : words,
      text,
      place
    }
  }

  /** What the sentence right before this one was about, within its item. */
  subjectBefore(place: Place): string | undefined {
    return this.#adjacent(place)?.()
  }

  /** The sentence right before this one, within its item. */
  textBefore(place: Place): string | undefined {
    return this.#adjacent(place) === undefined ? undefined : this.#subject?.text
  }

  #adjacent(place: Place): (() => string) | undefined {
    const before = this.#subject
    return before?.place.at === place.at - 1 && before.place.item === place.item
      ? before.words
      : undefined
  }

  /** Says whether a person is named for the first time in this sentence. */
  isNew(full: string, place: Place): boolean {
    return (this.#firstAt.get(full) ?? place.at) === place.at
  }

  /** Notes who is called an operator, a company or the like: "the operator, Orbel Docks". */
  company(name: string, place: Place): void {
    this.#companies.push({ name, place })
  }

  isCompany(name: string): boolean {
    return this.#companies.some((c) => c.name === name)
  }

  /**
   * Whom "the company" means: who was called one, else the organisation named more than once, else the last speaker that might
   * be one, having a name of several words and no role, else any organisation.
   */
  companyMeant(head: string, place: Place): string | undefined {
    const called = this.#companies.findLast((c) => c.place.item === place.item)
    if (called !== undefined) return called.name
    const main = this.mainBody()
    if (main !== undefined && (this.#bodies.get(main) ?? 0) > 1) return main
    if (!/^(?:company|firm|operator)$/.test(head)) return main
    const spoke = this.recall(place.item, ({ resolved: { source, person } }) => {
      const role = this.#people.get(source.name)?.role
      return person && source.type === 'person' && role === undefined && source.name.includes(' ')
    })
    return spoke?.source.name ?? main
  }

  mainBody(): string | undefined {
    let best: string | undefined
    let most = 0
    for (const [name, count] of this.#bodies) {
      if (count > most) {
        most = count
        best = name
      }
    }
    return best
  }

  /** The person of this last, full or (where names run the other way) first name. */
  personByName(name: string): Person | undefined {
    const key = name.replace(/'s?$/, '')
    const exact = this.#people.get(key)
    if (exact !== undefined) return exact
    const all = [...this.#people.values()].filter((p) => p.full.includes(' '))
    if (key.includes(' ')) {
      const leader = leaderCalled(withoutInitials(key))
      const known =
        leader === undefined
          ? all.find((p) => sameButInitials(p.full, key))
          : (this.#people.get(leader.full) ?? leader)
      if (known !== undefined) return known
    }
    return (
      this.#mostTold(all.filter((p) => p.full.endsWith(` ${key}`) || this.#lastNamed(p, key))) ??
      all.findLast((p) => p.full.startsWith(`${key} `) && /^\S+ \S+(?:-| )\S+$/.test(p.full)) ??
      leaderCalled(key)
    )
  }

  /** "Zameli" and "Al-Zameli" are Hakem al-Zameli, "Venn" is Orla Venn Jr. */
  #lastNamed({ full }: Person, key: string): boolean {
    if (key.includes(' ')) return false
    const last = this.#lasts.get(full) ?? lastNameOf(full)
    this.#lasts.set(full, last)
    return last === lastNameOf(key)
  }

  /** Of those who share a name or a post, the one of whom the text tells clearly more, else the last. */
  #mostTold(people: readonly Person[]): Person | undefined {
    if (people.length < 2) return people[0]
    const told = (p: Person) => this.#told.get(p.full) ?? 0
    const most = Math.max(...people.map(told))
    return people.findLast((p) => told(p) * CLEARLY >= most)
  }

  /** The person who holds a role on a side: "Tarsk's foreign minister". */
  personByRole(role: string, side: string | undefined): Person | undefined {
    const holders = [...this.#people.values()].filter(
      (p) =>
        p.role !== undefined &&
        (p.role === role || p.role.endsWith(` ${role}`)) &&
        (side === undefined || p.side === side)
    )
    return this.#mostTold(holders)
  }

  /** Who of those whom newspapers name without their office heads a state, and is told of: "the Tarskan leader". */
  leaderOf(side: string): Person | undefined {
    const heads = [...this.#people.values()].filter(
      ({ full, role, side: own }) =>
        own === side &&
        leaderCalled(full)?.full === full &&
        (role === undefined || /president|prime minister|chancellor|premier|leader|king/.test(role))
    )
    return this.#mostTold(heads)
  }

  /**
   * Whom "he" or "she" means: the last speaker if they spoke in the sentence before, else whom that sentence is about. Nobody whose
   * name says otherwise.
   */
  pronounPerson(place: Place, pronoun?: 'he' | 'she'): Resolved | Person | undefined {
    const fits = (full: string) => {
      const known = pronoun === undefined ? undefined : this.pronounOf(full)
      return known === undefined || known === pronoun
    }
    const speaks = (s: Said) => s.resolved.person && fits(s.resolved.source.name)
    const spoke = this.recall(place.item, speaks)
    const last = this.#mentions.findLastIndex((m) => m.place.at < place.at && fits(m.full))
    const before =
      this.#mentions[last]?.place.item === place.item ? this.#mentions[last] : undefined
    const previous: Mention[] = []
    for (let k = last; k >= 0 && this.#mentions[k]?.place.at === place.at - 1; k--) {
      const mention = this.#mentions[k]
      if (mention === undefined || !fits(mention.full)) continue
      if (mention.place.block === place.block && mention.place.item === place.item)
        previous.unshift(mention)
    }
    const said = this.#said.findLast((s) => s.place.item === place.item && speaks(s))
    // "One of them admitted it. … In a speech he accused …": where somebody is named, he is none of those without a name.
    if (
      spoke?.unnamed === true &&
      before !== undefined &&
      (before.role !== undefined || this.pronounOf(before.full) !== undefined) &&
      previous.length === 0 &&
      said?.place.block !== place.block &&
      place.at - before.place.at <= NAMED_REACH
    )
      return before
    // "Mr Venn was granted asylum. He was sentenced. He has always said …": whom the paragraph is about.
    if (
      said !== undefined &&
      before !== undefined &&
      previous.length === 0 &&
      before.place.block === place.block &&
      said.place.block !== place.block
    )
      return before
    if (said !== undefined && (said.place.at === place.at - 1 || previous.length === 0))
      return spoke
    if (
      said !== undefined &&
      said.place.block === place.block &&
      previous.some((m) => m.full === said.resolved.source.name)
    ) {
      return spoke
    }
    return (
      previous[0] ??
      spoke ??
      before ??
      this.#mentions.findLast((m) => m.place.at === place.at && fits(m.full))
    )
  }

  /** The two people whom the item mentioned last: "both men". */
  bothPeople(place: Place): string | undefined {
    const names: string[] = []
    for (const m of this.#mentions.toReversed()) {
      const here = m.place.item === place.item && m.place.at < place.at
      if (here && !names.includes(m.full)) names.push(m.full)
      if (names.length === 2) return names.toReversed().join(' and ')
    }
    return undefined
  }

  lastPerson(place: Place): Person | undefined {
    return this.#mentions.findLast((m) => m.place.item === place.item)
  }

  remember(resolved: Resolved, place: Place): void {
    this.#said.push({ resolved, place })
  }

  /** The last source of the item that fits. */
  recall(item: number, fits: (entry: Said) => boolean): Resolved | undefined {
    return this.#said.findLast((s) => s.place.item === item && fits(s))?.resolved
  }

  /** Notes that a side is spoken of. */
  side(name: string, place: Place): void {
    this.#sides.push({ name, place })
  }

  /** The last two different sides of the item: "both sides". */
  bothSides(item: number): string | undefined {
    const sides: string[] = []
    for (const { name, place } of this.#sides.toReversed()) {
      if (place.item === item && !sides.includes(name)) sides.push(name)
      if (sides.length === 2) return sides.toReversed().join(' and ')
    }
    return undefined
  }
}
