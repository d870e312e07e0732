import { ORGANISATION_ENDS } from './actors/roles'
import type { Attribution } from './citation'
import type { Memory, Resolved } from './memory'
import { placeOf } from './reading'
import { resolveSource } from './resolve'
import type { Sentence } from './sentence'
import { subjectOf } from './subject'

/* Which sources only pass on what another says. */

/** "The paper published the story, citing two officials": the subject relays, though its verb reports nothing. */
export function relayOfCitation(
  sentence: Sentence,
  pairs: { a: Attribution; r: Resolved | undefined }[],
  memory: Memory
): { a: Attribution; r: Resolved } | undefined {
  // "…, cited by the site Kelp": what cites and is not known is an outlet.
  for (const pair of pairs) {
    const { a, r } = pair
    const lone = r?.source.type === 'person' && !r.source.name.includes(' ')
    if (a.relay !== true || r === undefined || (r.source.type !== 'unknown' && !lone)) continue
    pair.r = { ...r, medium: true, source: { ...r.source, type: 'media' } }
  }
  // "NikkoTech reports that": the present tense of an outlet that is not known.
  for (const pair of pairs) {
    const { a, r } = pair
    if (r?.source.type !== 'unknown' || !/^\p{Lu}/u.test(r.source.name)) continue
    if (!/^(?:reports|writes)$/.test(a.verb?.form ?? '')) continue
    pair.r = { ...r, medium: true, source: { ...r.source, type: 'media' } }
  }
  // "Velland's Tageblatt reported": what has a name of its own and reports is an outlet.
  for (const pair of pairs) {
    const { a, r } = pair
    const name = /^\p{Lu}[\p{L} ]*'s (\p{Lu}[\p{L}-]+)$/u.exec(r?.source.name ?? '')?.[1]
    if (r === undefined || name === undefined || a.verb?.lemma !== 'report') continue
    if (r.person || ORGANISATION_ENDS.test(name)) continue
    pair.r = { ...r, medium: true, source: { name, type: 'media' } }
  }
  // "the agency cited the ministry as saying": who cites another's words passes them on.
  const quotes = pairs.find(({ a }) => a.frame === 'quotes')
  for (const pair of pairs) {
    const { a, r } = pair
    if (quotes === undefined || a.frame !== 'says' || r === undefined || r.medium || r.own) continue
    if (a.cue.start !== quotes.a.cue.start || r.person || r.source.type === 'state') continue
    pair.r = { ...r, medium: true, source: { ...r.source, type: 'media' } }
  }
  const citing = pairs.find(({ a }) => a.frame === 'cites')
  if (citing === undefined || pairs.some(({ r }) => r?.medium === true || r?.own === true)) {
    return undefined
  }
  // Whoever is unknown, has a name and cites others is an outlet.
  const citer = pairs.find(
    ({ a, r }) =>
      a.frame === 'says' &&
      a.cue.start < citing.a.cue.end &&
      (r?.source.type === 'unknown' ||
        // "Tarsk Today": a name of which a state is only a part.
        (r?.source.type === 'state' && memory.registry.exact(r.source.name) === undefined)) &&
      /^\p{Lu}/u.test(r.source.name)
  )
  if (citer?.r !== undefined) {
    const { a, r } = citer
    citer.r = { ...r, medium: true, source: { ...r.source, type: 'media' } }
    return { a, r: citer.r }
  }
  const subject = subjectOf(sentence, citing.a.cue.start)
  const relay = subject === '' ? undefined : resolveSource(subject, '', memory, placeOf(sentence))
  if (relay?.medium !== true) return undefined
  return { a: { frame: 'says', cue: citing.a.cue, trailing: false, negated: false }, r: relay }
}
