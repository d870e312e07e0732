import { comparable } from './actors/registry'
import { findAttributions } from './attribution'
import { PUBLISH } from './saying'
import { noteMentions, notePlaces, topicOf } from './background'
import { carry } from './carry'
import { categorise } from './categorise'
import { chainOf } from './chain'
import type { Category, Source } from './claim'
import { contentOf } from './content'
import { findCues } from './cues'
import type { CueHit } from './cues'
import { artefactAsSource, outletSaw, outletUnable } from './first-hand'
import { completeNames } from './late-names'
import { Memory } from './memory'
import type { Resolved } from './memory'
import { likelyOutlet, ownOutlets } from './own-outlet'
import { placeOf } from './reading'
import type { ReadContext, ReadOptions, Speaker } from './reading'
import { relayOfCitation } from './relays'
import type { Sentence } from './sentence'
import { resolveAttribution, statusSource, subjectAsSource } from './speakers'
import type { Statement } from './statement'
import { subjectOf } from './subject'

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
  completeNames(statements, sentences, memory)
  const [outlet] = outlets
  nameUnable(statements, () => outlet ?? likelyOutlet(sentences, options), options)
  return { statements, outlet: outlet ?? 'The outlet' }
}

/** "The claim could not be verified": it is the outlet that tells so, where it is known. */
function nameUnable(
  statements: readonly Statement[],
  find: () => string | undefined,
  { registry }: ReadOptions
): void {
  const nameless = statements.filter(
    ({ source, kind, categories }) =>
      source === undefined && kind === 'status' && categories.has('UNVERIFIED')
  )
  const outlet = nameless.length === 0 ? undefined : find()
  if (outlet === undefined) return
  const type = registry.exact(outlet)?.type ?? 'media'
  for (const statement of nameless) statement.source = { name: outlet, type }
}

function speakerAfter(statement: Statement, sentence: Sentence): Speaker | undefined {
  const { source } = statement
  const resolved =
    statement.resolved.find((r) => r.source.name === source?.name) ??
    // "His agent blasted the reports as “garbage”.": nobody is said to say it, yet "he" goes on.
    (source === undefined || !statement.categories.has('DISPUTED') ? undefined : asSpeaker(source))
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

function asSpeaker(source: Source): Resolved {
  const unnamed = source.type === 'unnamed'
  return { source, unnamed, medium: false, own: false, plural: false, person: true }
}

function cuesOf(sentence: Sentence, context: ReadContext): CueHit[] {
  const { options, memory } = context
  const hits = findCues(sentence, options.without)
  const unable =
    options.without.has('unverified') || hits.some((h) => h.rule.category === 'UNVERIFIED')
      ? undefined
      : outletUnable(sentence, memory)
  return unable === undefined
    ? hits
    : [unable, ...hits.filter((h) => h.rule.category !== 'UNCONFIRMED')]
}

function readOne(sentence: Sentence, context: ReadContext): Statement {
  const { memory, options } = context
  const here = placeOf(sentence)
  notePlaces(sentence, memory)
  noteMentions(sentence, memory)
  const attributions = options.without.has('attribution') ? [] : findAttributions(sentence)
  const pairs = attributions
    .map((a) => ({ a, r: resolveAttribution(a, sentence, attributions, memory) }))
    // Only outlets say what they print: "the ship carried reports".
    .filter(({ a, r }) => !PUBLISH.test(a.verb?.lemma ?? '') || r?.medium === true)
  const saw =
    sentence.role === 'prose' && attributions.length === 0 && !options.without.has('evidence')
      ? outletSaw(sentence, memory)
      : undefined
  const hits = [
    ...(sentence.role === 'prose' ? cuesOf(sentence, context) : []),
    ...(saw === undefined ? [] : [saw.hit])
  ]
  const cites = relayOfCitation(sentence, pairs, memory)
  if (cites !== undefined) pairs.unshift(cites)
  const known = pairs.flatMap(({ a, r }) => (r === undefined ? [] : [{ a, r }]))
  const chain = chainOf(known, sentence.text.length)
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
    const agent = known.some(({ a, r }) => r === resolved && a.agent === true)
    if (!resolved.own && !agent) memory.remember(resolved, here)
  }
  // A closing quotation mark that stands alone says nothing.
  if (sentence.role !== 'prose' || !/\p{L}/u.test(sentence.text)) return statement
  statusSource(statement, context)
  if (saw?.who !== undefined) statement.source ??= saw.who.source
  if (known.length === 0) carry(statement, context)
  if (!options.without.has('attribution')) subjectAsSource(statement, context)
  if (!options.without.has('attribution')) artefactAsSource(statement)
  categorise(statement, known, context)
  memory.subject(sentence.text, () => subjectOf(sentence, sentence.text.length), here)
  return statement
}
