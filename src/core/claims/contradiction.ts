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
      const start = sentence.span.start
      categories.add('DISPUTED')
      categories.delete('ONRECORD')
      statement.cues.push({
        span: { start: start + said.cue.start, end: start + said.cue.end },
        category: 'DISPUTED',
        ruleId: 'disputed/reply'
      })
      return
    }
  })
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
