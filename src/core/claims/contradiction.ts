import type { Span } from '../text/span'
import { isMedium } from './actors/registry'
import type { Attribution } from './citation'
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
  /\b(?:regret\w*|apologi\w+|sorry|will|would|plans? to|investigat\w+|review\w*|looking into|cooperat\w+|admit\w*|acknowledg\w+|conced\w+|confirm\w*|welcom\w+|glad|pleased|proud)\b/
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
    if (NO_ANSWER.test(content)) return
    if (answersSuspicion(statements, at)) {
      dispute(statement, said.cue, 'disputed/reply')
      return
    }
    if (OTHER_DEED.test(content)) return
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

/**
 * "Ruiz was held on suspicion of burglary. Ruiz said he had been looking for his cat.": whoever is named right before in a charge tells
 * how it was.
 */
function answersSuspicion(statements: readonly Statement[], at: number): boolean {
  const statement = statements[at]
  const { name = '', type = '' } = statement?.source ?? {}
  if (!/^(?:person|company)$/.test(type) && !(type === 'unknown' && /^\p{Lu}\p{L}+$/u.test(name)))
    return false
  // A last name, or the first word of a firm's.
  const all = capitals(name)
  const names = type === 'person' ? all.slice(-1) : all.slice(0, 1)
  for (let k = at - 1; k >= 0 && k >= at - REPLY_REACH; k--) {
    const charge = statements[k]
    if (charge === undefined || charge.sentence.item !== statement?.sentence.item) return false
    if (sameSource(charge, statement) || charge.categories.has('DISPUTED')) continue
    const hit = charge.hits.find(({ rule }) => SUSPICION.test(rule.id))
    if (hit !== undefined && names.some((name) => charge.sentence.text.includes(name))) return true
  }
  return false
}
const SUSPICION = /^alleged\/(?:charged-with|accuse|in-the-charge|allege)$/

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
const THERE_IS = '(?:is|was|were|are|has been|had been)'
/** A no that opens what is said. */
const FLAT_NO = new RegExp(
  `^["“'‘]*(?:that )?(?:${[
    `there ${THERE_IS} (?:absolutely |simply |certainly )?(?:no|nothing|never)`,
    'no \\w|not (?:a|one) |never |none |nobody ',
    "(?:we|i|he|she|they|it) (?:have |has |had |was |were |am |are )?(?:never|not|did not|do not|didn't|don't) |(?:we|i|he|she|they|it) (?:had|has|have|was|were)n't ",
    "(?:our|its) [\\w' -]{1,40}? (?:has|have|had|was|were|is|are) (?:never|not) "
  ].join('|')})`
)
/** What nobody is said to have suffered or decided. */
const NO_HARM =
  'no (?:longer|(?:immediate |further )?reports?|doubt|decision|date|comment|details?|injur\\w+|casualties|deaths|victims|one (?:was|had been) (?:hurt|injured|killed)|matter|problem|need)'
const NOT_SURE = 'not (?:yet|only|just|enough|want|going|sure|know|comment|immediately|clear)'
/** What its speaker merely does not know yet, want or plan. */
const OTHER_NO = new RegExp(
  `\\byet\\b|\\b(?:${NO_HARM}|${NOT_SURE}|know|knows|knew|n't (?:yet|know|want|comment|sure|going|imagine|think|believe|expect|mind)|only (?:when|if|way|hope))\\b`
)
/** "has no plans to bid": an answer to whoever said that it has, and otherwise none. */
const NO_PLAN = /\bno (?:(?:current|immediate|such|present) )?(?:plans?|intentions?)\b/
/** All is as it should be: what whoever answers for a thing says of it. */
const IN_ORDER =
  /\b(?:genuine|authentic|on (?:schedule|time|track|course|budget)|in (?:good )?order|lawful(?:ly)?|legal(?:ly)?|legitimate|safe(?:ly)?|routine|proper(?:ly)?|normal(?:ly)?|adequate(?:ly)?|fully|well within|fit for|approved|authori[sz]ed|licensed|insured|certified|inspected|tested|sealed|consensual|accident(?:al(?:ly)?)?|mistake|misunderstanding|empty|consulted|informed|standard practice)\b/
/** Words of what is said in which its no must stand. */
const NO_WORDS = 14
/** Words at the start of what is said in which its subject stands. */
const SUBJECT_WORDS = 5
const CHARGED: readonly Category[] = ['ALLEGED', 'PARTY', 'ANONYMOUS', 'MEDIA']

/**
 * Marks as disputed what whoever another voice has just spoken of says against it: "Tenants said the lift had not worked for weeks.
 * Orbel Homes said the lift had never been out of order." So is whatever somebody "insists" after another voice has spoken.
 */
export function markAnswers(statements: readonly Statement[]): void {
  statements.forEach((statement, at) => {
    const { source, kind, categories, carried, attributions } = statement
    if (source === undefined || kind !== 'claim' || carried) return
    if (NO_REPLY.some((category) => categories.has(category))) return
    const said = attributions.find((a) => !a.negated && a.verb?.verbClass === 'say')
    if (said === undefined) return
    if (INSISTS.test(said.verb?.lemma ?? '')) {
      if (!isMedium(source) && insistsAgainst(statements, at, said))
        dispute(statement, said.cue, 'disputed/answer')
    } else if (ANSWERERS.test(source.type) && answersClaim(statements, at))
      dispute(statement, said.cue, 'disputed/answer')
  })
}

/** Verbs that hold on to something against another voice. */
const INSISTS = /^(?:insist|maintain|counter|retort)$/

/** "Survivors said it was crowded. The owner insists it carried 207.": a clause, not a thing, and somebody else spoke before. */
function insistsAgainst(statements: readonly Statement[], at: number, said: Attribution): boolean {
  const { sentence } = statements[at] ?? {}
  if (sentence === undefined) return false
  const after = sentence.lower.slice(said.cue.end)
  // "as the club previously insisted": told in passing.
  if (/\bas $/.test(sentence.lower.slice(0, said.source?.start ?? 0))) return false
  if (!said.trailing && !CLAUSE.test(after)) return false
  for (let k = at - 1; k >= 0 && k >= at - ANSWER_REACH; k--) {
    const claim = statements[k]
    if (claim?.sentence.item !== sentence.item) return false
    if (isAttributedClaim(claim) && claim.kind === 'claim' && !sameSource(claim, statements[at]))
      return true
  }
  return false
}

/** A clause follows: "that", or a subject and its verb. */
const CLAUSE =
  /^(?: (?:in|on|at|to|during)\b[^,;]{0,40}?)? (?:that\b|(?:it|he|she|they|we|there|this|these|those)\b|(?:the|an?|its|his|her|their|no|all|both|\w+s)\b[^,;.]{1,50}? (?:is|are|was|were|had|has|have|did|does|do|would|could|can|will|\w{3,}ed)\b)/

function answersClaim(statements: readonly Statement[], at: number): boolean {
  const statement = statements[at]
  if (statement === undefined) return false
  const { sentence } = statement
  const content = sentence.lower.slice(statement.content.start, statement.content.end)
  const opening = content.split(/\s+/, NO_WORDS).join(' ')
  const plans = NO_PLAN.test(opening)
  const no = SAYS_NO.test(opening) && !OTHER_NO.test(opening)
  const order = IN_ORDER.test(content) && answersFor(statement)
  if (!plans && (!(no || order) || NO_ANSWER.test(content))) return false
  const { start } = statement.content
  const subject = sentence.text.slice(start).split(/\s+/, SUBJECT_WORDS).join(' ')
  // "Orbel has no plans to bid": whose plans they are.
  const names = plans ? capitals(subject) : namesOf(statement)
  const flat = FLAT_NO.test(content) && !plans
  for (let k = at - 1; k >= 0 && k >= at - ANSWER_REACH; k--) {
    const claim = statements[k]
    if (claim?.sentence.item !== sentence.item) return false
    if (claim.kind !== 'claim' || sameSource(claim, statement)) continue
    if (
      !CHARGED.some((category) => claim.categories.has(category)) &&
      !ACCUSERS.test(claim.source?.name ?? '')
    )
      continue
    if (claim.source !== undefined && names.some((n) => claim.source?.name.includes(n))) continue
    // "A suit alleges that the machines were online. The clerk said the equipment has no modem.": right beside a charge.
    const beside = k === at - 1 && !REPEATS.test(sentence.voice)
    if (no && beside && alleges(claim, sentence.block)) return true
    const named = names.some((name) => claim.sentence.text.includes(name))
    if (plans ? !named : !flat && !named && !answersFor(statement)) continue
    if (plans || sharedTerms(claim.sentence.text, content) > 0) return true
  }
  return false
}

/** What was said before is no answer. */
const REPEATS = /\b(?:repeat|reiterat|stress|reaffirm)/

/** Somebody alleges something in that paragraph, and not only that somebody was charged. */
function alleges({ categories, attributions, sentence }: Statement, block: number): boolean {
  return (
    sentence.block === block &&
    categories.has('ALLEGED') &&
    attributions.some((a) => !a.negated && /^(?:claim|accuse)$/.test(a.verb?.verbClass ?? ''))
  )
}

/** Those whose trade it is to charge. */
const ACCUSERS =
  /\b(?:prosecut\w+|plaintiffs?|claimants?|complainants?|tenants|campaigners|opposition)\b/i

/** Whoever has to answer for a thing or a person: its owner, his lawyer, the head of the firm. */
const ANSWERS_FOR =
  /(?:^|\b(?:the|his|her|their|its|'s?) )(?:\w+ )?(?:owners?|operators?|landlords?|landlady|lawyers?|solicitors?|attorneys?|barristers?|counsel|agents?|managers?|manufacturers?|builders?|developers?|contractors?|chief executive|chairman|chairwoman|founder)\b|^(?:lawyers?|solicitors?|attorneys?|counsel|a (?:lawyer|rep|representative|spokes\w+)) for\b/

function answersFor({ source, attributions, sentence }: Statement): boolean {
  return (
    attributions.some(({ source: who, beside }) =>
      [who, beside].some(
        (span) =>
          span !== undefined && ANSWERS_FOR.test(sentence.lower.slice(span.start, span.end).trim())
      )
    ) || source?.type === 'company'
  )
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
  return capitals([source?.name ?? '', ...words].join(' '))
}

const capitals = (text: string): string[] => [...new Set(text.match(/\p{Lu}\p{L}{3,}/gu) ?? [])]

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
