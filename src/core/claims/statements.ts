import { comparable } from './actors/registry'
import type { Registry } from './actors/registry'
import { findAttributions, subjectOfCue } from './attribution'
import type { Attribution } from './attribution'
import { chainOf } from './chain'
import type { Category, Source } from './claim'
import { isParty, isStance, speaksOfConflict } from './classify'
import type { Topic } from './classify'
import { contentOf } from './content'
import { findCues } from './cues'
import type { CueHit } from './cues'
import type { RuleGroup } from './cues/rule'
import { Memory } from './memory'
import type { Place, Resolved } from './memory'
import { namesIn, stripTitles } from './phrase-parts'
import { resolveSource } from './resolve'
import type { Sentence } from './sentence'
import type { PlacedCue, Statement } from './statement'

/** What reading needs beside the sentences. */
export interface ReadOptions {
  readonly registry: Registry
  readonly without: ReadonlySet<RuleGroup>
  readonly publisher?: string
}

/** Reads the sentences in order: who speaks, what is cued, which categories follow. */
export function readStatements(
  sentences: readonly Sentence[],
  options: ReadOptions
): { statements: Statement[]; outlet: string } {
  const outlets = ownOutlets(sentences, options)
  const memory = new Memory(options.registry, new Set(outlets.map(comparable)))
  const topic = topicOf(sentences)
  const statements: Statement[] = []
  let speaker: Speaker | undefined
  sentences.forEach((sentence, i) => {
    if (speaker !== undefined && speaker.item !== sentence.item) speaker = undefined
    const statement = readOne(sentence, { memory, topic, options, speaker, sentences, i })
    statements.push(statement)
    if (statement.source !== undefined && !statement.carried && statement.kind !== 'status') {
      speaker = speakerAfter(statement, sentence)
    } else if (speaker !== undefined && !statement.carried) {
      speaker = { ...speaker, bare: speaker.bare + 1 }
    }
  })
  return { statements, outlet: outlets[0] ?? 'The outlet' }
}

/** Who spoke last, for quotations that go on and lead-ins. */
interface Speaker {
  readonly resolved: Resolved
  readonly via: readonly Source[]
  readonly item: number
  readonly block: number
  /** The sentence was a lead-in ("X said:"): the next block is its quotation. */
  readonly leadIn: boolean
  readonly stance: boolean
  readonly categories: ReadonlySet<Category>
  readonly bare: number
}

function speakerAfter(statement: Statement, sentence: Sentence): Speaker | undefined {
  const resolved = statement.resolved.find((r) => r.source.name === statement.source?.name)
  if (resolved === undefined) return undefined
  return {
    resolved,
    via: statement.via,
    item: sentence.item,
    block: sentence.block,
    leadIn: sentence.role === 'lead-in' || /:\s*$/.test(sentence.text),
    stance: statement.kind === 'stance',
    categories: statement.categories,
    bare: 0
  }
}

interface ReadContext {
  readonly memory: Memory
  readonly topic: Topic
  readonly options: ReadOptions
  readonly speaker: Speaker | undefined
  readonly sentences: readonly Sentence[]
  readonly i: number
}

function readOne(sentence: Sentence, context: ReadContext): Statement {
  const { memory, options } = context
  const here = placeOf(sentence)
  notePlaces(sentence, memory)
  noteMentions(sentence, memory)
  const attributions = options.without.has('attribution') ? [] : findAttributions(sentence)
  const pairs = attributions.map((a) => ({
    a,
    r: resolveAttribution(a, sentence, attributions, memory)
  }))
  const hits = sentence.role === 'prose' ? findCues(sentence, options.without) : []
  const known = pairs.flatMap(({ a, r }) => (r === undefined ? [] : [{ a, r }]))
  const chain = chainOf(known)
  const content = contentOf(sentence.text, attributions)
  const statement: Statement = {
    sentence,
    attributions,
    hits,
    resolved: known.map((k) => k.r),
    via: chain.via.map((r) => r.source),
    ...(chain.source && { source: chain.source.source }),
    categories: new Set<Category>(),
    cues: [],
    kind: sentence.role === 'prose' ? 'claim' : 'structure',
    carried: false,
    content
  }
  // Relays first, the innermost source last: "it" and "he" are whoever spoke.
  for (const resolved of [...chain.via, ...(chain.source === undefined ? [] : [chain.source])]) {
    if (!resolved.own) memory.remember(resolved, here)
  }
  if (sentence.role !== 'prose') return statement
  statusSource(statement, context)
  if (known.length === 0) carry(statement, context)
  categorise(statement, known, context)
  return statement
}

function placeOf(sentence: Sentence): Place {
  return { at: sentence.index, item: sentence.item, block: sentence.block }
}

function resolveAttribution(
  a: Attribution,
  sentence: Sentence,
  all: readonly Attribution[],
  memory: Memory
): Resolved | undefined {
  const place = placeOf(sentence)
  if (a.source === undefined) {
    // "…, saying": the subject of the sentence, by its first attribution or its first name.
    const first = all.find(
      (b) => b.source !== undefined && b.cue.start < a.cue.start && !b.trailing
    )
    if (first?.source !== undefined) {
      return resolveSource(
        slice(sentence, first.source),
        slice(sentence, first.beside),
        memory,
        place
      )
    }
    const subject = subjectOf(sentence, a.cue.start)
    return subject === '' ? undefined : resolveSource(subject, '', memory, place)
  }
  return resolveSource(slice(sentence, a.source), slice(sentence, a.beside), memory, place)
}

function slice(sentence: Sentence, span: { start: number; end: number } | undefined): string {
  return span === undefined ? '' : sentence.text.slice(span.start, span.end)
}

/** The likely subject of a sentence: what stands before its first finite verb. */
function subjectOf(sentence: Sentence, before: number): string {
  const start = sentence.text.slice(0, before).replace(/^[A-Z][A-Z .,()-]{3,40} [—–-]+ /, '')
  const clause =
    /^(?:(?:In|On|At|After|Before|During|Despite|With|For|Since|Under)\b[^,]{0,80}, )?(.{2,160})/.exec(
      start
    )?.[1] ?? start
  const cut =
    /^(.{1,90}?)(?:,| (?:has|have|had|is|are|was|were|will|would|could|did|does|said|[a-z]{3,}ed|struck|met|went|took|made|gave|held|left|came|told|began|says|who|that|which)\b)/.exec(
      clause
    )
  return (cut?.[1] ?? '').trim()
}

function notePlaces(sentence: Sentence, memory: Memory): void {
  for (const match of sentence.text.matchAll(
    /\b(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?) (?:Oblast|region|province|district|city|county|state|governorate)\b/gu
  )) {
    if (match[1] !== undefined) memory.place(match[1], placeOf(sentence))
  }
  for (const hit of memory.registry.find(sentence.text)) {
    if (!/^(?:state|media|wire|state-media)$/.test(hit.actor.type)) memory.body(hit.actor.name)
  }
  for (const hit of memory.registry.find(sentence.text)) {
    if (hit.actor.type === 'state' && hit.start < sentence.text.length / 2) {
      memory.place(hit.actor.name, placeOf(sentence))
      break
    }
  }
}

/** How far before and after a name its role may stand, in code units. */
const ROLE_REACH = 60

/** Full names that later come back as last names or pronouns, and organisations that come back as "the company". */
function noteMentions(sentence: Sentence, memory: Memory): void {
  const { text } = sentence
  const hits = memory.registry.find(text)
  let from = 0
  for (const candidate of namesIn(text, hits)) {
    const at = text.indexOf(candidate, from)
    from = at + candidate.length
    const { name, words } = stripTitles(candidate)
    if (words === 1 && /\p{Ll}/u.test(name) && at > 0) memory.body(name)
    if (words < 2 && memory.personByName(name) === undefined) continue
    const before = text.slice(Math.max(0, at - ROLE_REACH), at)
    resolveSource(`${clauseEnd(before)}${candidate}`, '', memory, placeOf(sentence))
  }
}

/** The words right before a name that may be its title or affiliation. */
function clauseEnd(before: string): string {
  return (
    /(?:^|[^\p{L}\p{N}'.’ -])([^,;:()]*)$/u
      .exec(before)?.[1]
      ?.replace(/^.*\b(?:that|and|while|as|of|to|by|with|said|told|for|from|in) /, '') ?? ''
  )
}

/** Who could not verify or did not answer is the source of a status sentence, and of no claim. */
function statusSource(statement: Statement, context: ReadContext): void {
  const { sentence, hits } = statement
  const hit = hits.find(
    (h) =>
      h.rule.category === 'UNVERIFIED' ||
      h.rule.category === 'UNCONFIRMED' ||
      h.rule.id === 'anonymous/condition' ||
      h.rule.group === 'dispute'
  )
  if (hit === undefined || statement.attributions.some((a) => !a.negated && a.source !== undefined))
    return
  const subject = hit.rule.group === 'anonymity' ? undefined : subjectOfCue(sentence, hit.span)
  const words =
    subject === undefined
      ? hit.rule.group === 'anonymity'
        ? (/^\p{L}+/u.exec(sentence.text)?.[0] ?? '')
        : ''
      : slice(sentence, subject.source)
  if (words === '') return
  const place = placeOf(sentence)
  const resolved = resolveSource(words, slice(sentence, subject?.beside), context.memory, place)
  if (resolved !== undefined) statement.source = resolved.source
}

/** A quotation that goes on, a block after a lead-in, or a quotation whose speaker is named after it. */
function carry(statement: Statement, context: ReadContext): void {
  const { sentence } = statement
  const { speaker, options } = context
  if (options.without.has('quotes')) return
  const afterLeadIn =
    speaker?.leadIn === true &&
    sentence.block > speaker.block &&
    sentence.block <= speaker.block + 1
  const goesOn = sentence.continues || sentence.quotedWhole
  if (!goesOn && !afterLeadIn) return
  const ahead = afterLeadIn ? undefined : speakerAhead(context)
  const from = ahead ?? speaker?.resolved
  if (from === undefined) return
  statement.source = from.source
  statement.carried = true
  if (ahead === undefined && speaker !== undefined) statement.via = speaker.via
}

/** “One sentence. Another,” she said: the speaker is named where the quotation closes. */
function speakerAhead(context: ReadContext): Resolved | undefined {
  const { sentences, i, memory } = context
  const here = sentences[i]
  if (here === undefined) return undefined
  const begins = here.quotedWhole && !here.continues
  if (!begins) {
    // In the middle: whoever was found at its beginning goes on, unless nobody was.
    if (context.speaker !== undefined && context.speaker.block === here.block) return undefined
  }
  for (let k = i + 1; k < sentences.length; k++) {
    const next = sentences[k]
    if (next === undefined || next.block !== here.block || !next.continues) return undefined
    const attributions = findAttributions(next)
    for (const a of attributions) {
      const resolved = resolveAttribution(a, next, attributions, memory)
      if (resolved !== undefined) return resolved
    }
  }
  return undefined
}

function categorise(
  statement: Statement,
  known: readonly { a: Attribution; r: Resolved }[],
  context: ReadContext
): void {
  const { sentence, hits, attributions } = statement
  const { options, topic } = context
  const content = sentence.lower.slice(statement.content.start, statement.content.end)
  const add = (category: Category, span: { start: number; end: number }, ruleId: string) => {
    statement.categories.add(category)
    statement.cues.push(place(sentence, span, category, ruleId))
  }
  // In the block after "X said:" every word is X's.
  const quotation =
    statement.carried && context.speaker?.leadIn === true && sentence.block > context.speaker.block
  for (const hit of quotation ? [] : hits) {
    if (dropped(hit, statement)) continue
    add(hit.rule.category, hit.span, hit.rule.id)
  }
  const status = statement.categories.has('UNVERIFIED') || statement.categories.has('UNCONFIRMED')
  const stance = isStance(sentence, attributions, content)
  if (status && known.every(({ a }) => a.verb === undefined || a.negated)) statement.kind = 'status'
  else if (stance) statement.kind = 'stance'

  for (const { a, r } of known) {
    if (r.own || a.negated || a.verb?.verbClass === 'deny') continue
    // "…, affirming that …, according to the palace": the palace answers for it.
    if (a.frame === 'participle' && r.unnamed && statement.source?.name !== r.source.name) continue
    const artefact = ARTEFACT_HEAD.test(r.source.name)
    const cue = a.cue
    if (r.medium) {
      if (!options.without.has('media') && a.verb?.verbClass !== 'act')
        add('MEDIA', cue, 'media/relay')
    }
    const position = statement.kind === 'stance' && a.verb?.verbClass === 'act'
    if (r.unnamed && !position && !options.without.has('anonymity'))
      add('ANONYMOUS', a.source ?? cue, 'anonymous/described')
    const others = tellsOfOthers(statement, { a, r }, known, context.memory)
    const verb = a.verb?.lemma ?? ''
    const party =
      !options.without.has('party') &&
      statement.kind !== 'stance' &&
      isParty(r, { content, sentence, topic, verb, others })
    if (party && !artefact) add('PARTY', cue, 'party/side')
    else if (!r.medium && !r.unnamed && !artefact) add('ONRECORD', cue, 'onrecord/named')
  }
  if (statement.carried && statement.source !== undefined)
    carryCategories(statement, context, content)
  if (statement.categories.has('PARTY') || statement.categories.has('ALLEGED'))
    statement.categories.delete('ONRECORD')
}

function carryCategories(statement: Statement, context: ReadContext, content: string): void {
  const { speaker } = context
  const { source, sentence } = statement
  if (source === undefined) return
  const span = { start: 0, end: Math.min(1, sentence.text.length) }
  const add = (category: Category) => {
    statement.categories.add(category)
    statement.cues.push(place(sentence, span, category, 'carried/quotation'))
  }
  const resolved: Resolved = {
    source,
    unnamed: source.type === 'unnamed',
    medium: false,
    own: false,
    plural: false,
    person: true
  }
  if (
    isStance(sentence, [{ frame: 'carried', cue: span, trailing: false, negated: false }], content)
  )
    statement.kind = 'stance'
  const medium = source.type === 'media' || source.type === 'wire' || source.type === 'state-media'
  if (
    medium ||
    (statement.via.length > 0 && speaker?.categories.has('MEDIA') === true && !speaker.leadIn)
  )
    add('MEDIA')
  if (source.type === 'unnamed') add('ANONYMOUS')
  const before = speaker?.resolved.source.name === source.name && speaker.categories.has('PARTY')
  if (
    statement.kind !== 'stance' &&
    (before ||
      isParty(resolved, { content, sentence, topic: context.topic, verb: '', others: false }))
  )
    add('PARTY')
  else if (!medium && source.type !== 'unnamed') add('ONRECORD')
}

/** "He denied the claims. “There is no shortage,” he said.": the second sentence goes on with the denial. */
function afterOwnDenial(statement: Statement, context: ReadContext): boolean {
  const { speaker } = context
  return (
    !context.options.without.has('party') &&
    statement.kind === 'claim' &&
    speaker?.categories.has('DISPUTED') === true &&
    speaker.block === statement.sentence.block &&
    speaker.bare === 0 &&
    speaker.resolved.source.name === statement.source?.name
  )
}

/** What a party says about another state, or the words that it puts in another's mouth. */
function tellsOfOthers(
  statement: Statement,
  speaker: { a: Attribution; r: Resolved },
  known: readonly { a: Attribution; r: Resolved }[],
  memory: Memory
): boolean {
  const { side, name } = speaker.r.source
  const quoted = known.some(
    (k) =>
      k.r.source.name !== name &&
      !k.r.own &&
      k.a.frame !== 'participle' &&
      k.a.verb?.verbClass === 'say'
  )
  if (quoted) return true
  const content = statement.sentence.text.slice(statement.content.start, statement.content.end)
  const subject = content.split(/\s+/).slice(0, SUBJECT_WORDS).join(' ')
  if (/^(?:that )?(?:it|they|we|he|she|its|our|their|his|her|i)\b/i.test(subject)) return false
  const sides = memory.registry.find(subject).flatMap((hit) => hit.actor.side ?? [])
  return sides.length > 0 && side !== undefined && sides[0] !== side
}

/** Sources that are things: what they show is evidence, nobody says it. */
const ARTEFACT_HEAD = /(?:photographs?|photos?|images?|footage|videos?|pictures|recordings?)$/i

/** Words at the start of a content in which its subject is looked for. */
const SUBJECT_WORDS = 6

/** Cues that the rest of the sentence takes back. */
function dropped(hit: CueHit, statement: Statement): boolean {
  const { rule, span } = hit
  // Forecasts in somebody's reported speech are theirs; they add nothing to a stance.
  if (rule.id === 'confirmed/verb') {
    return (
      statement.attributions.length > 0 &&
      !statement.attributions.some((a) => a.cue.start === span.start) &&
      statement.attributions.some((a) => a.cue.start < span.start)
    )
  }
  return false
}

function place(
  sentence: Sentence,
  span: { start: number; end: number },
  category: Category,
  ruleId: string
): PlacedCue {
  const at = sentence.span.start
  return { span: { start: at + span.start, end: at + span.end }, category, ruleId }
}

function topicOf(sentences: readonly Sentence[]): Topic {
  const counts = new Map<number, { all: number; war: number }>()
  let all = 0
  let war = 0
  for (const sentence of sentences) {
    if (sentence.role === 'structure') continue
    const entry = counts.get(sentence.item) ?? { all: 0, war: 0 }
    const speaks = speaksOfConflict(sentence) ? 1 : 0
    counts.set(sentence.item, { all: entry.all + 1, war: entry.war + speaks })
    all++
    war += speaks
  }
  const whole = all === 0 ? 0 : war / all
  return {
    conflict: (item) => {
      const entry = counts.get(item)
      return Math.max(whole, entry === undefined || entry.all === 0 ? 0 : entry.war / entry.all)
    }
  }
}

/** The outlet that publishes the article: by metadata, by its dateline, or because it could not verify. */
function ownOutlets(sentences: readonly Sentence[], options: ReadOptions): string[] {
  const names: string[] = []
  if (options.publisher !== undefined) {
    names.push(options.registry.exact(options.publisher)?.name ?? options.publisher)
  }
  for (const sentence of sentences) {
    const dateline = /^[^a-z]{0,60}?\(([A-Z][A-Za-z .]{1,30})\)/.exec(sentence.text)?.[1]
    const unable =
      /\b((?:The )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,4}) (?:could|can|has|was|is|did)(?:not| not|n't)\b[^.]{0,60}\b(?:verif|confirm|authenticat|corroborat)/.exec(
        sentence.text
      )?.[1]
    for (const name of [dateline, unable]) {
      if (name === undefined) continue
      const actor =
        options.registry.exact(name.replace(/ (?:Business|News|Politics)$/, '')) ??
        options.registry.exact(name)
      if (actor !== undefined && /^(?:media|wire|state-media)$/.test(actor.type))
        names.push(actor.name)
    }
  }
  return [...new Set(names)]
}
