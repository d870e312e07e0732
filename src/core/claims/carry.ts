import { findAttributions } from './attribution'
import type { Memory, Resolved } from './memory'
import { placeOf } from './reading'
import type { ReadContext } from './reading'
import { resolveSource } from './resolve'
import type { Sentence } from './sentence'
import { resolveAttribution } from './speakers'
import type { Statement } from './statement'

/* Who speaks where the sentence itself names nobody: a quotation that goes on, one whose speaker stands behind it, a signed post. */

/** A quotation that goes on, a block after a lead-in, or a quotation whose speaker is named after it. */
export function carry(statement: Statement, context: ReadContext): void {
  const { sentence } = statement
  const { speaker, options } = context
  if (options.without.has('quotes')) return
  const afterLeadIn =
    speaker?.leadIn === true &&
    sentence.block > speaker.block &&
    sentence.block <= speaker.block + 1
  const signed = signedBy(context)
  if (signed !== undefined) {
    statement.source = signed.source
    statement.carried = true
    return
  }
  const goesOn = sentence.continues || sentence.quotedWhole || LABELLED_QUOTE.test(sentence.lower)
  if (!goesOn && !afterLeadIn) return
  const ahead = afterLeadIn ? undefined : speakerAhead(context)
  const from = ahead ?? speaker?.resolved
  if (from === undefined) return
  statement.source = from.source
  statement.carried = true
  if (ahead === undefined && speaker !== undefined) statement.via = speaker.via
}

/** "Quote: “…”": of whoever the line "Source: …" before it names. */
const LABELLED_QUOTE = /^(?:(?:direct )?quote|verbatim|literally): ?["“]/

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
  const alone = namedBehind(here, sentences[i + 1], memory)
  if (alone !== undefined) return alone
  for (let k = i + 1; k < sentences.length; k++) {
    const next = sentences[k]
    if (next === undefined || next.block !== here.block || !next.continues) return undefined
    const attributions = findAttributions(next)
    for (const a of attributions) {
      const resolved = resolveAttribution(a, next, attributions, memory)
      if (resolved !== undefined) return resolved
    }
    const behind = namedBehind(next, sentences[k + 1], memory)
    if (behind !== undefined) return behind
  }
  return undefined
}

/** “Nothing has changed!” Venn wrote: behind a mark of the quotation's own, who speaks stands in a sentence alone. */
function namedBehind(
  quote: Sentence,
  next: Sentence | undefined,
  memory: Memory
): Resolved | undefined {
  if (next?.block !== quote.block || next.quotes.length > 0) return undefined
  if (!/[!?]["”']+$/.test(quote.text) || next.text.length > MAX_ALONE) return undefined
  const [a, more] = findAttributions(next)
  if (a?.source?.start !== 0 || more !== undefined || a.negated) return undefined
  if (!NOTHING_MORE.test(next.text.slice(a.cue.end))) return undefined
  return resolveAttribution(a, next, [a], memory)
}

/** Longest sentence that does no more than name who speaks, in code units. */
const MAX_ALONE = 90
/** What may follow its verb: when, where and how. */
const NOTHING_MORE =
  /^(?: (?:(?:in|on|at|from|via|to|during|after|before|late|early|last|later|again|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,;:]*))?[.]$/

/** A post that its author signs in the line below: "— Orla Venn (@ovenn) July 16". */
function signedBy({ sentences, i, memory }: ReadContext): Resolved | undefined {
  const here = sentences[i]
  const next = sentences.slice(i + 1, i + 1 + LONGEST_POST).find((s) => s.block !== here?.block)
  if (here?.role !== 'prose' || next?.block !== here.block + 1) return undefined
  const name = SIGNATURE.exec(next.text)?.[1]
  return name === undefined ? undefined : resolveSource(name, '', memory, placeOf(here))
}

const SIGNATURE = /^(?:—|–|--?) ?(\p{Lu}[^()@]{2,60}?) \(@\w+\)/u
/** Most sentences of a post. */
const LONGEST_POST = 8
