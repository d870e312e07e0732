import type { Category, Source } from './claim'
import type { Statement } from './statement'

/** What the line on a mark needs beside the statement. */
export interface ReasonFacts {
  readonly outlet: string
  /** The words of the status sentence that covers this one. */
  readonly coveredCue?: string
  /** Those who deny it. */
  readonly deniers: readonly string[]
  readonly others: boolean
}

const ORDER: readonly Category[] = [
  'UNVERIFIED',
  'UNCONFIRMED',
  'DISPUTED',
  'ALLEGED',
  'ANONYMOUS',
  'UNCLEAR',
  'PARTY',
  'MEDIA',
  'HEDGED',
  'ONRECORD',
  'CONFIRMED'
]

/** Longest quoted cue in a line, in code units. */
const MAX_CUE = 48

/** Returns one plain line that quotes the cue and names the source; says what the text does, never what is true. */
export function reasonFor(statement: Statement, text: string, facts: ReasonFacts): string {
  const parts: string[] = []
  const shown = new Set<Category>()
  for (const category of ORDER) {
    if (!statement.categories.has(category) || parts.length >= 2) continue
    // Who says it is told once.
    if (
      shown.size > 0 &&
      (category === 'PARTY' || category === 'ONRECORD' || category === 'CONFIRMED')
    )
      continue
    shown.add(category)
    parts.push(line(category, statement, text, facts))
  }
  if (facts.coveredCue !== undefined && !statement.categories.has('UNVERIFIED')) {
    const told = statement.source === undefined ? '' : `; told by ${statement.source.name}`
    parts.unshift(`Covered by “${facts.coveredCue}”${told}.`)
  }
  if (facts.deniers.length > 0) parts.push(`Denied by ${list(facts.deniers)}.`)
  return parts.slice(0, 3).join(' ')
}

function line(category: Category, s: Statement, text: string, facts: ReasonFacts): string {
  const cue = cueText(category, s, text)
  const who = s.source === undefined ? undefined : capital(s.source.name)
  switch (category) {
    case 'UNVERIFIED':
      if (s.cues.some((c) => c.ruleId === 'unverified/adjective'))
        return `“${cue}”: nobody has verified this, the report says.`
      return `${who ?? facts.outlet} says it could not verify this: “${cue}”.`
    case 'UNCONFIRMED':
      return who === undefined
        ? `No confirmation or answer: “${cue}”.`
        : `${who} had not confirmed or answered: “${cue}”.`
    case 'DISPUTED':
      return who === undefined
        ? `Disputed: “${cue}”.`
        : `Denied or disputed by ${s.source?.name ?? ''}: “${cue}”.`
    case 'ALLEGED':
      return who === undefined
        ? `“${cue}”: an allegation, nobody is named.`
        : `“${cue}”: an allegation by ${s.source?.name ?? ''}.`
    case 'ANONYMOUS':
      return who === undefined
        ? `“${cue}”: the source is not named.`
        : `${who}: a source that is not named.`
    case 'UNCLEAR':
      return `“${cue}”: the report leaves this open.`
    case 'PARTY':
      return `Said by ${s.source?.name ?? 'a party'}, a side in the matter${facts.others ? '' : '; no other source in this report'}.`
    case 'MEDIA':
      return relayLine(s)
    case 'HEDGED':
      return s.hits.some((h) => h.rule.category === 'HEDGED' && h.rule.expected !== true)
        ? who === undefined
          ? `“${cue}”: the outlet is not certain.`
          : `“${cue}”: not told as certain by ${s.source?.name ?? ''}.`
        : `“${cue}”: a plan or forecast.`
    case 'ONRECORD':
      return `On the record: ${s.source?.name ?? 'a named source'}.`
    case 'CONFIRMED':
      return `“${cue}”: the report points to evidence or an admission.`
    case 'PLAIN':
      return ''
  }
}

function relayLine(s: Statement): string {
  const outer = s.via[0]
  if (outer === undefined)
    return `Relayed from ${s.source === undefined ? 'another outlet' : named(s.source)}.`
  return `Relayed from ${named(outer)}, which cites ${s.source?.name ?? 'another source'}.`
}

function named(source: Source): string {
  if (source.type !== 'state-media') return source.name
  return `${source.name} (state media${source.side === undefined ? '' : ` of ${source.side}`})`
}

function cueText(category: Category, s: Statement, text: string): string {
  const cue = s.cues.find((c) => c.category === category) ?? s.cues[0]
  if (cue === undefined) return ''
  const words = text.slice(cue.span.start, cue.span.end).replace(/\s+/g, ' ')
  return words.length > MAX_CUE ? `${words.slice(0, MAX_CUE - 1)}…` : words
}

function list(names: readonly string[]): string {
  const distinct = [...new Set(names)]
  const last = distinct.pop()
  return distinct.length === 0 ? (last ?? '') : `${distinct.join(', ')} and ${last ?? ''}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
