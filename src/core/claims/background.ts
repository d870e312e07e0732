import type { Topic } from './classify'
import { speaksOfConflict } from './classify'
import { speaksOfContest } from './contest'
import type { Memory } from './memory'
import { ORGANISATION_ENDS } from './actors/roles'
import { isPersonNoun } from './bodies'
import { actorsIn, isPartOfBody, looksPersonal, namesIn, stripTitles } from './phrase-parts'
import { placeOf } from './reading'
import { resolveSource } from './resolve'
import type { Sentence } from './sentence'

/** Notes the states, regions and bodies that a sentence names. */
export function notePlaces(sentence: Sentence, memory: Memory): void {
  for (const match of sentence.text.matchAll(
    /(?<![\p{L}'-])(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?) (?:Oblast|region|province|district|city|county|state|governorate)\b/gu
  )) {
    if (match[1] !== undefined) memory.place(match[1], placeOf(sentence))
  }
  for (const hit of memory.registry.find(sentence.text)) {
    if (!/^(?:state|media|wire|state-media)$/.test(hit.actor.type)) memory.body(hit.actor.name)
    const { side } = hit.actor
    if (side !== undefined && hit.actor.type !== 'state-media') memory.side(side, placeOf(sentence))
  }
  for (const hit of memory.registry.find(sentence.text)) {
    if (
      hit.actor.type === 'state' &&
      hit.start < sentence.text.length / 2 &&
      !isPartOfBody(sentence.text, hit)
    ) {
      memory.place(hit.actor.name, placeOf(sentence))
      break
    }
  }
}

const COMPANY =
  'operator|company|firm|manufacturer|carmaker|airline|utility|shipowner|contractor|retailer|brewer|supplier|builder|maker'
const NAMED = "((?:\\p{Lu}[\\p{L}'&-]*)(?: (?:(?:of|and|&) )?\\p{Lu}[\\p{L}'&-]*){0,4})"
/** "the operator, Orbel Docks,", "the shipping company Orbel Docks". */
const CALLED_COMPANY = new RegExp(`\\b(?:${COMPANY})(?: of [\\p{L}' -]{1,40})?,? ${NAMED}`, 'gu')
/** "Orbel Docks, the operator of the pier". */
const IS_COMPANY = new RegExp(
  `(?<![\\p{L}'&-])${NAMED}, (?:the|an?) (?:[\\p{L}-]+ ){0,3}(?:${COMPANY})\\b`,
  'gu'
)

/** "Orbel Docks, which owns the pier". */
const OWNS = new RegExp(
  `(?<![\\p{L}'&-])${NAMED}, which (?:also )?(?:owns|makes|sells|runs|operates|develops|manufactures|employs|supplies|markets|built|produces)\\b`,
  'gu'
)

/** Notes what a sentence calls a company, so that "the company" finds it later. */
function noteCompanies(sentence: Sentence, memory: Memory): void {
  for (const pattern of [CALLED_COMPANY, IS_COMPANY, OWNS]) {
    for (const [, name] of sentence.text.matchAll(pattern)) {
      const last = name?.replace(/['’]s?$/, '')
      if (
        last !== undefined &&
        stripTitles(last).name === last &&
        memory.registry.exact(last)?.type !== 'state'
      )
        memory.company(last, placeOf(sentence))
    }
  }
}

const MONTH =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|June|Jul|July|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|January|February|March|April|August|September|October|November|December|\w+day)$/

/** How far before a name a word for a place may begin, in code units. */
const PLACE_REACH = 18
/** How far before and after a name its role may stand, in code units. */
const ROLE_REACH = 60

/** Full names that later come back as last names or pronouns, and organisations that come back as "the company". */
export function noteMentions(sentence: Sentence, memory: Memory): void {
  noteCompanies(sentence, memory)
  const { text } = sentence
  // "Rook Says Venn Directed Osk to Lie": a headline in capitals parts no names.
  if (inCapitals(sentence)) return
  const hits = actorsIn(text, memory)
  let from = 0
  for (const candidate of namesIn(text, hits)) {
    const at = text.indexOf(candidate, from)
    from = at + candidate.length
    const { name, words } = stripTitles(candidate)
    const title = TITLE.exec(candidate)
    const titled = title === null ? undefined : memory.personByName(name)?.full
    if (titled !== undefined) memory.calledBy(titled, title?.[1] === undefined ? 'she' : 'he')
    if (words === 1 && /\p{Ll}/u.test(name) && at > 0 && !MONTH.test(name)) memory.body(name)
    // "in Cahir Garda station": a place.
    if (
      /\b(?:in|at|near|outside|inside|around|across|(?:district|city|town|village|province|region|county|island|port|suburb|area|municipality) of) $/.test(
        text.slice(Math.max(0, at - PLACE_REACH), at)
      )
    )
      continue
    if (words > 1 && ORGANISATION_ENDS.test(candidate))
      memory.body(candidate.replace(/['’]s?$/, ''))
    const known = memory.personByName(name)
    if (words < 2 && known === undefined) continue
    // "“Venn has left,” he said": whom a quotation tells of is seldom who speaks.
    if (known !== undefined && sentence.quotes.some((q) => q.start <= at && at < q.end)) continue
    // "Kim Jong Un's turn" makes the name known; the sentence is about something else.
    if (words >= 2 && /['’]s?$/.test(candidate) && looksPersonal(name, memory)) {
      memory.know({ full: name, type: 'person' })
    }
    const before = text.slice(Math.max(0, at - ROLE_REACH), at)
    if (words >= 2) introduce(name, before, text.slice(at + candidate.length), memory)
    const lead = clauseEnd(before)
    // "Front fighters say … FRONT Venn was there": a group right before a name is not whose they are.
    const apart = memory.registry.exact(lead.trim())?.type === 'armed-group'
    resolveSource(`${apart ? '' : lead}${candidate}`, '', memory, placeOf(sentence))
  }
  const relative = RELATIVE.exec(text)?.[1]
  if (relative !== undefined && memory.personByName(relative) === undefined)
    memory.mention({ full: relative, type: 'person' }, placeOf(sentence))
}

/** A headline in which most words of more than three letters begin with a capital. */
function inCapitals({ text, role }: Sentence): boolean {
  if (role === 'prose' && /[.!?]["”'’]?$/.test(text)) return false
  const long = text.match(/\b\p{L}{4,}/gu) ?? []
  return long.length >= HEADLINE && long.every((word) => /^\p{Lu}/u.test(word))
}

/** Words of a headline that tell its case. */
const HEADLINE = 4

/** "Mr Venn", "Ms Venn" */
const TITLE = /^(?:(Mr|Sir|Lord)|Ms|Mrs|Miss|Lady|Dame)\b/

/** "His wife, Yelena, was": a person by her first name. */
const RELATIVE =
  /\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s) (?:\p{Ll}+ )?(?:wife|husband|partner|widow|widower|mother|father|sister|brother|son|daughter|fianc[ée]e?|girlfriend|boyfriend|ex-wife|ex-husband|mum|mom|dad|grandmother|grandfather|aunt|uncle|niece|nephew|cousin), (\p{Lu}\p{Ll}+)(?=, )/u

/** "district collector Orla Venn", "Orla Venn, a former buyer of hats": the noun that says what a person is. */
function introduce(name: string, before: string, after: string, memory: Memory): void {
  const post = /(?:^|[ ,])([\p{L}-]{4,}),? (?:(?:Mr|Ms|Mrs|Dr|Sir) )?$/u.exec(before)?.[1]
  const beside =
    /^,? (?:\(?\d+\)?, )?(?:the|an?|its|their|his|her) (?:[\p{L}-]+ ){0,3}?([\p{L}-]{4,})(?= (?:of|at|for|in|from|who|with|and|to|on)\b|[,.;)])/u.exec(
      after
    )?.[1]
  for (const noun of [post, beside]) {
    const word = noun?.toLowerCase()
    if (word !== undefined && isPersonNoun(word)) memory.introduce(name, word)
  }
}

/** The words right before a name that may be its title or affiliation. */
function clauseEnd(before: string): string {
  return (
    /(?:^|[^\p{L}\p{N}'.’ -])([^,;:()]*)$/u
      .exec(before)?.[1]
      ?.replace(
        /^.*\b(?:that|and|but|while|as|of|to|by|with|against|near|over|said|told|for|from|in|has|have|had|is|are|was|were|will|would|[a-z]{3,}ed) /,
        ''
      ) ?? ''
  )
}

/** Measures how much of each item speaks of armed conflict. */
export function topicOf(sentences: readonly Sentence[]): Topic {
  const counts = new Map<number, { all: number; war: number; court: number; labour: number }>()
  let all = 0
  let war = 0
  for (const sentence of sentences) {
    if (sentence.role === 'structure') continue
    const entry = counts.get(sentence.item) ?? { all: 0, war: 0, court: 0, labour: 0 }
    const speaks = speaksOfConflict(sentence) ? 1 : 0
    const contest = speaksOfContest(sentence)
    counts.set(sentence.item, {
      all: entry.all + 1,
      war: entry.war + speaks,
      court: entry.court + (contest.court ? 1 : 0),
      labour: entry.labour + (contest.labour ? 1 : 0)
    })
    all++
    war += speaks
  }
  const whole = all === 0 ? 0 : war / all
  const prose = sentences.filter((s) => s.role === 'prose')
  const toReader = prose.filter((s) => /\b(?:you|your|yours|yourself)\b/.test(s.voice))
  const advice = prose.length === 0 ? 0 : toReader.length / prose.length
  return {
    advice,
    conflict: (item) => {
      const entry = counts.get(item)
      return Math.max(whole, entry === undefined || entry.all === 0 ? 0 : entry.war / entry.all)
    },
    contest: (item) => {
      const entry = counts.get(item)
      const all = Math.max(1, entry?.all ?? 0)
      return { court: (entry?.court ?? 0) / all, labour: (entry?.labour ?? 0) / all }
    }
  }
}
