import type { Span } from '../text/span'
import type { Category } from './claim'
import { isAttributedClaim, sameSource } from './scope-common'
import type { Statement } from './statement'
import { contentTerms, sharedTerms } from './terms'

/** How far back the contradicted claim may stand, in sentences. */
const REACH = 4
/** Content words that both must share, the denied one included. */
const MIN_SHARED = 3
const DENIED = /\b(?:was|were|is|are|had|has|have|did) not (?:been )?([a-z]{3,}(?:ed|en|wn))\b/

/**
 * Marks as disputed what one source says and another, shortly before, said without the "not": "the roof was damaged, the guild
 * said" – "the mayor said the roof was not damaged".
 */
export function markContradictions(statements: readonly Statement[]): void {
  statements.forEach((statement, at) => {
    if (statement.categories.has('DISPUTED') || statement.source === undefined) return
    if (!isAttributedClaim(statement)) return
    const match = DENIED.exec(statement.sentence.voice)
    if (match === null) return
    const [denied] = contentTerms(match[1] ?? '')
    if (denied === undefined) return
    for (let k = at - 1; k >= 0 && k >= at - REACH; k--) {
      const earlier = statements[k]
      if (earlier === undefined || earlier.sentence.item !== statement.sentence.item) return
      if (!isAttributedClaim(earlier) || sameSource(earlier, statement)) continue
      const { text } = earlier.sentence
      const says = contentTerms(text).some(({ term }) => term === denied.term)
      if (
        !says ||
        sharedTerms(text, statement.sentence.text) < MIN_SHARED ||
        DENIED.test(earlier.sentence.voice)
      )
        continue
      const start = statement.sentence.span.start + match.index
      statement.categories.add('DISPUTED')
      statement.cues.push({
        span: { start, end: start + match[0].length },
        category: 'DISPUTED',
        ruleId: 'disputed/contradicts'
      })
      return
    }
  })
}

/** How far back the charge may stand that somebody answers, in sentences. */
const REPLY_REACH = 2
/** How far behind "accused" whoever is charged may stand, in words. */
const CHARGED_WORDS = 5
/** What is no answer: an admission, a step, a feeling. */
const NO_ANSWER =
  /\b(?:regret\w*|apologi\w+|sorry|will|would|plans? to|investigat\w+|review\w*|looking into|cooperat\w+|admit\w*|acknowledg\w+|conced\w+|confirm\w*|welcom\w+)\b/
/** What the accused tells of deeds of their own, in which no defence stands: another matter. */
const OTHER_DEED =
  /^(?:that )?(?:it|they|we|he|she|its|our|their)\b(?!.*\b(?:not?|never|nothing|none|\w+n't|only|acted|lawful\w*|legal\w*|complied|within|in line)\b)/
const CHARGING = /^alleged\/(?:accuse|blame)$/

/**
 * Marks as disputed what whoever was just accused says of it: "Tarsk accused Velland of holding back prisoners. Velland says the
 * list was honoured."
 */
export function markReplies(statements: readonly Statement[]): void {
  statements.forEach((statement, at) => {
    const { source, kind, categories, carried, attributions, sentence } = statement
    if (source === undefined || kind !== 'claim' || carried || categories.has('DISPUTED')) return
    const said = attributions.find(
      (a) => !a.negated && /^(?:say|claim)$/.test(a.verb?.verbClass ?? '')
    )
    if (said === undefined || attributions.some((a) => a.verb?.verbClass === 'accuse')) return
    const content = sentence.lower.slice(statement.content.start, statement.content.end)
    if (NO_ANSWER.test(content) || OTHER_DEED.test(content)) return
    for (let k = at - 1; k >= 0 && k >= at - REPLY_REACH; k--) {
      const charge = statements[k]
      if (charge === undefined || charge.sentence.item !== sentence.item) return
      if (sameSource(charge, statement) || !charges(charge, source.name)) continue
      if (sharedTerms(charge.sentence.text, content) === 0) continue
      dispute(statement, said.cue, 'disputed/reply')
      return
    }
  })
}

/** Marks a statement as disputed by a cue, which stands within its sentence. */
function dispute({ sentence, categories, cues }: Statement, cue: Span, ruleId: string): void {
  const { start } = sentence.span
  categories.add('DISPUTED')
  categories.delete('ONRECORD')
  cues.push({
    span: { start: start + cue.start, end: start + cue.end },
    category: 'DISPUTED',
    ruleId
  })
}

/** How far back the claim may stand that somebody says no to, in sentences. */
const ANSWER_REACH = 4
/** A no in what is said: nothing of the kind was done. */
const SAYS_NO =
  /\b(?:never|no|none|nothing|nobody|neither|not|only|(?:did|was|were|had|has|have|is|are|does|do)n't)\b/
/** A no that opens what is said. */
const FLAT_NO =
  /^["“'‘]*(?:that )?(?:there (?:is|was|were|are|has been|had been) (?:absolutely |simply |certainly )?(?:no|nothing|never)|no \w|not (?:a|one) |never|none |nobody |(?:we|i|he|she|they|it) (?:have |has |had )?(?:never|did not|do not|didn't|don't) |(?:our|its) [\w' -]{1,40}? (?:has|have|had|was|were|is|are) (?:never|not) )/
/** What its speaker merely does not know yet, want or plan. */
const OTHER_NO =
  /\byet\b|\b(?:no (?:longer|doubt|decision|plans?|date|comment|details?|injur\w+|casualties|deaths|victims|one (?:was|had been) (?:hurt|injured|killed)|matter|problem|need)|not (?:yet|only|just|enough|want|going|sure|know|comment|immediately|clear)|know|knows|knew|n't (?:yet|know|want|comment|sure|going)|only (?:when|if|way|hope))\b/
/** Words of what is said in which its no must stand. */
const NO_WORDS = 14
const CHARGED: readonly Category[] = ['ALLEGED', 'PARTY', 'ANONYMOUS', 'MEDIA']

/**
 * Marks as disputed the no of whoever another voice has just spoken of: "Tenants said the lift had not worked for weeks. Orbel
 * Homes said the lift had never been out of order."
 */
export function markAnswers(statements: readonly Statement[]): void {
  statements.forEach((statement, at) => {
    const { source, kind, categories, carried, attributions, sentence } = statement
    if (source === undefined || kind !== 'claim' || carried || !ANSWERERS.test(source.type)) return
    if (NO_REPLY.some((category) => categories.has(category))) return
    const said = attributions.find((a) => !a.negated && a.verb?.verbClass === 'say')
    if (said === undefined) return
    const content = sentence.lower.slice(statement.content.start, statement.content.end)
    const opening = content.split(/\s+/, NO_WORDS).join(' ')
    if (!SAYS_NO.test(opening) || OTHER_NO.test(opening) || NO_ANSWER.test(content)) return
    const names = namesOf(statement)
    const flat = FLAT_NO.test(content)
    for (let k = at - 1; k >= 0 && k >= at - ANSWER_REACH; k--) {
      const claim = statements[k]
      if (claim === undefined || claim.sentence.item !== sentence.item) return
      if (claim.kind !== 'claim' || sameSource(claim, statement)) continue
      if (!CHARGED.some((category) => claim.categories.has(category))) continue
      if (claim.source !== undefined && names.some((n) => claim.source?.name.includes(n))) continue
      if (!flat && !names.some((name) => claim.sentence.text.includes(name))) continue
      if (sharedTerms(claim.sentence.text, content) === 0) continue
      dispute(statement, said.cue, 'disputed/answer')
      return
    }
  })
}

/** Who answers for something; courts, police and the like find. */
const ANSWERERS =
  /^(?:person|company|official|ministry|military|armed-group|state|party-politician|unknown|ngo)$/
const NO_REPLY: readonly Category[] = [
  'DISPUTED',
  'UNCONFIRMED',
  'UNVERIFIED',
  'UNCLEAR',
  'CONFIRMED'
]

/** The names of a source, and of what it is introduced with: "Cody Orr, manager at Orbel Homes". */
function namesOf({ source, attributions, sentence }: Statement): string[] {
  const words = attributions.flatMap(({ source: who, beside }) =>
    [who, beside].map((span) =>
      span === undefined ? '' : sentence.text.slice(span.start, span.end)
    )
  )
  return [...new Set([source?.name ?? '', ...words].join(' ').match(/\p{Lu}[\p{L}]{3,}/gu) ?? [])]
}

/** Says whether somebody of that name is accused or blamed in a statement. */
function charges({ hits, sentence }: Statement, name: string): boolean {
  const words = name.split(/[ -]/).filter((word) => /^\p{Lu}[\p{L}.]{2,}/u.test(word))
  return hits.some(({ rule, span }) => {
    if (!CHARGING.test(rule.id)) return false
    const charged = sentence.text
      .slice(span.end)
      .split(/\s+/, CHARGED_WORDS + 1)
      .join(' ')
    return words.some((word) => charged.includes(word))
  })
}
