import type { Span } from '../text/span'
import { NEEDED_LETTERS } from './cues/en/needs'
import { ENGLISH_CUES } from './cues/en/rules'
import type { CueRule } from './cues/rule'
import type { Sentence } from './sentence'

/** A cue found in a sentence; offsets count in the sentence. */
export interface CueHit {
  readonly rule: CueRule
  readonly span: Span
}

/** Most hits of one rule in one sentence; more tell nothing new. */
const MAX_HITS = 8

/** Finds every cue of a sentence, false friends left out. Linear in its length. */
export function findCues(sentence: Sentence, without: ReadonlySet<string> = new Set()): CueHit[] {
  const hits: CueHit[] = []
  for (const rule of ENGLISH_CUES) {
    if (without.has(rule.group) || without.has(rule.id)) continue
    const text = rule.insideQuotes === true ? sentence.lower : sentence.voice
    const needed = NEEDED_LETTERS.get(rule.id)
    if (needed !== undefined && !needed.some((letters) => text.includes(letters))) continue
    rule.pattern.lastIndex = 0
    for (let n = 0; n < MAX_HITS; n++) {
      const match = rule.pattern.exec(text)
      if (match === null) break
      if (match[0] === '') {
        rule.pattern.lastIndex++
        continue
      }
      const span = { start: match.index, end: match.index + match[0].trimEnd().length }
      if (!falseFriend(rule, span, sentence)) hits.push({ rule, span })
    }
  }
  return settle(hits)
}

/** Looks like the cue, means something else. */
function falseFriend(rule: CueRule, span: Span, sentence: Sentence): boolean {
  const word = sentence.text.slice(span.start, span.end)
  const before = sentence.lower.slice(Math.max(0, span.start - 60), span.start)
  // "Studies cannot answer that question"
  if (
    rule.id === 'unconfirmed/not-confirm' &&
    /^(?:cannot|can't|could not|couldn't) (?:answer|explain)/i.test(word)
  )
    return true
  // "citing a judge it did not identify": of its source an outlet tells no more.
  if (
    rule.id === 'unconfirmed/not-confirm' &&
    /(?:identif(?:y|ied)|named?)$/i.test(word) &&
    /\b(?:citing|quoting|according to)\b[^,;]*$/.test(before)
  )
    return true
  // "Footage appears to show": what seems so is not shown.
  if (rule.id === 'confirmed/footage' && /\b(?:purport|appear|seem|claim|alleg)/i.test(word))
    return true
  if (rule.id === 'unconfirmed/not-confirm') {
    // Persons without a name are no silence of a party.
    if (/identified$/.test(word) && /\bwho\b[^,;]{0,20}$/.test(before)) return true
  }
  if (rule.id === 'hedged/may-might' || rule.id === 'hedged/could') {
    // The month, and what people fear, hope or would like.
    if (word.startsWith('May') && span.start > 0) return true
    if (
      /\b(?:fears?|feared|hopes?|hoped|hoping|hopeful|concerns?|worr(?:y|ies|ied)|warn(?:s|ed|ing|ings)?|so|so that|if|whether|wish(?:es|ed)?|how)\b[^,;]{0,50}$/.test(
        before
      )
    )
      return true
    return (
      /\bif\b/.test(sentence.lower.slice(span.end, span.end + 60)) && rule.id === 'hedged/could'
    )
  }
  if (rule.group === 'epistemic' && /\b(?:if|unless) [^,;]{0,40}$/.test(before)) return true
  return false
}

/** How far behind a denial the allegation that it denies may stand, in code units. */
const OBJECT_REACH = 30

/** Negated patterns win over the bare verbs inside them: "did not confirm" is no confirmation, "no group claimed" no claim. */
function settle(hits: readonly CueHit[]): CueHit[] {
  const strong = hits.filter(
    (h) => h.rule.category === 'UNVERIFIED' || h.rule.category === 'UNCONFIRMED'
  )
  const unverified = strong.filter((h) => h.rule.category === 'UNVERIFIED')
  const denials = hits.filter((h) => h.rule.category === 'DISPUTED')
  return hits.filter((hit) => {
    if (hit.rule.category === 'UNVERIFIED') return true
    const inside = (outer: CueHit) =>
      outer !== hit && outer.span.start <= hit.span.end && hit.span.start <= outer.span.end
    if (hit.rule.category === 'UNCONFIRMED') {
      // "It offered no evidence, and the claim could not be verified": one doubt, told by the graver words.
      if (hit.rule.id === 'unconfirmed/no-details' && unverified.length > 0) return false
      return !unverified.some(inside)
    }
    // "denied claims that …": the allegation is what is denied.
    const denied = ({ span }: CueHit) =>
      span.start <= hit.span.start && hit.span.start - span.end <= OBJECT_REACH
    if (hit.rule.id === 'alleged/allegation-that' && denials.some(denied)) return false
    return !strong.some(inside)
  })
}
