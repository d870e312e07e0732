import { headOf, names } from './citation'
import { DETERMINERS, PREPOSITIONS, PRONOUNS, TAKEN } from './cues/en/frames'
import { PLURAL_FORMS } from './cues/en/reporting'
import type { ReportingVerb } from './cues/en/reporting'
import { MAX_SOURCE } from './phrases'
import { pluralEnd } from './phrase-shape'
import type { Phrase } from './phrases'
import { isCapital } from './tokens'
import type { Token } from './tokens'
import { FINDING_SUBJECT, isPassive } from './verb-place'

/* Whether a word that may report speech does so here. */

/** Says whether the word is an adjective, or a verb with which nothing is said: "claimed the title", "called the police". */
export function isOtherWord(tokens: readonly Token[], i: number, verb: ReportingVerb): boolean {
  const token = tokens[i]
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  if (token === undefined) return true
  // "the United States" is no verb.
  if (i > 0 && /^\p{Lu}/u.test(token.raw)) return true
  // "longer than expected"
  if (before?.lower === 'than') return true
  // "the alleged plan", "her reported illness": an adjective.
  // "a friend of Venn's said": this form is never an adjective.
  const owner =
    before?.kind === 'word' && /'s?$/.test(before.lower) && !/^(?:said|says)$/.test(token.lower)
  const alone =
    SOMEBODY.test(before?.lower ?? '') && (after?.lower === 'that' || !ADJECTIVES.test(token.lower))
  const article = /^(?:the|a)$/.test(tokens[i - 2]?.lower ?? '') ? 1 : 0
  const somebody = alone && opens(tokens[i - 2 - article])
  // "Channel One said"
  const name = isCapital(before) && isCapital(tokens[i - 2])
  if ((DETERMINERS.has(before?.lower ?? '') && !somebody && !name) || owner) return true
  const perfect = /^(?:has|have|had)$/.test(before?.lower ?? '')
  const adjective = /^(?:alleged|purported|suspected)$/.test(token.lower)
  // "…, opponents alleged in a filing"
  const told =
    token.lower === 'alleged' &&
    ((/^(?:in|on)$/.test(after?.lower ?? '') && before?.kind === 'word') ||
      (/^(?:he|she|they|it)$/.test(before?.lower ?? '') && after?.kind !== 'word'))
  if (adjective && !perfect && !complement(after) && after?.lower !== 'by' && !told) return true
  switch (verb.lemma) {
    // "insurgents in Upper Tarsk and Lower Orbel states": places.
    case 'state':
      return (
        token.lower === 'states' &&
        isCapital(before) &&
        after?.kind !== 'word' &&
        tokens.slice(Math.max(0, i - 4), i).some((t) => t.lower === 'and')
      )
    case 'claim':
      return takes(tokens, i)
    // "went on trial accused of fraud", "the gang blamed for it": done to whom the words are about.
    case 'accuse':
      return token.lower === 'accused' && after?.lower === 'of' && !isPassive(tokens, i)
    case 'blame':
      return token.lower === 'blamed' && after?.lower === 'for' && !isPassive(tokens, i)
    case 'call':
      return !calls(tokens, i)
    case 'dispute':
      // "border claims disputed with Tarsk": an adjective.
      return token.lower === 'disputed' && /^(?:with|between|over|among)$/.test(after?.lower ?? '')
    case 'testify':
      // "testified before the panel about the leak": that somebody spoke, not what.
      return (
        /^(?:before|about|against|behind|alongside|publicly|privately|side-by-side|twice|remotely)$/.test(
          after?.lower ?? ''
        ) && !tokens.slice(i + 1, i + TESTIFIED_REACH).some((t) => t.lower === 'that')
      )
    case 'add':
      // "added another jolt to a bad week": no words.
      return ADDS_TO.test(after?.lower ?? '') && before?.kind !== 'quote'
    case 'ask':
      // "gave no answer when asked": nobody is said to ask.
      if (/^(?:when|if|as)$/.test(before?.lower ?? '') && token.lower === 'asked') return true
      return /^(?:not|to|for|that|him|her|them|us|me)$/.test(after?.lower ?? '')
    case 'describe':
      // "…, described as a key site": nobody is said to describe it.
      return before?.raw === ',' && PREPOSITIONS.has(after?.lower ?? 'as')
    case 'continue':
      return before?.kind !== 'quote' && tokens[i - 2]?.kind !== 'quote' && after?.kind !== 'mark'
    case 'refer':
      return !tokens
        .slice(i + 1, i + REFER_REACH)
        .some((t) => t.lower === 'as' || t.kind === 'quote')
    case 'maintain':
      return verb.participle && after?.lower !== 'that'
    default:
      return false
  }
}

/** How far behind "testified" its "that" may stand, in tokens. */
const TESTIFIED_REACH = 12
/** What is added to something, not said. */
const ADDS_TO =
  /^(?:to|both|another|fuel|weight|momentum|urgency|pressure|up|insult|extra|further|new|more|\d.*)$/

/** "“…,” one said", "another wondered why": of those who were spoken of. */
const SOMEBODY =
  /^(?:one|another|both|some|many|most|all|neither|two|three|several|others?|second|third|first|latter)$/
/** Forms that before a noun are adjectives: "another alleged member". */
const ADJECTIVES =
  /^(?:reported|alleged|claimed|purported|suspected|expected|feared|proposed|promised|disputed|estimated|published|projected|anticipated|named|found|confirmed|shouted|yelled|cried|called|protested|carried|ran|aired|held|ruled|spoke|voiced|posted|stated|planned|charged|determined|concerned)$/
const opens = (before: Token | undefined): boolean =>
  before === undefined || before.kind !== 'word' || /^(?:and|but|as|while)$/.test(before.lower)

/** How far behind "referred" its "as", and behind "called" a quotation may stand, in tokens. */
const REFER_REACH = 14
const QUOTE_REACH = 8

/** "called on the firm to", "called for", "called it a lie", "called the plan “mad”". */
function calls(tokens: readonly Token[], i: number): boolean {
  const after = tokens[i + 1]
  if (after === undefined) return false
  if (/^(?:on|for|upon|it|this|that|them|him|her|himself|herself)$/.test(after.lower)) return true
  return tokens.slice(i + 1, i + QUOTE_REACH).some((t) => t.kind === 'quote')
}

/** "claimed the title", "claimed nine lives": took, not said. */
function takes(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(i + 1, i + 6).some((t) => TAKEN.has(t.lower))
}

/** Who hears what is said in evidence: "…, the inquest heard". */
export const HEARS =
  /^(?:court|jury|inquest|inquiry|tribunal|hearing|committee|panel|judge|jurors)$/

/** What follows a verb of saying: "that", a pronoun, an article, a name. */
function complement(after: Token | undefined): boolean {
  return (
    after !== undefined &&
    (after.lower === 'that' ||
      PRONOUNS.has(after.lower) ||
      DETERMINERS.has(after.lower) ||
      isCapital(after))
  )
}

/** "officials say", "Der Spiegel insist that". */
export function baseFits(tokens: readonly Token[], i: number, left: Phrase): boolean {
  const form = tokens[i]?.lower ?? ''
  const modal = tokens[i - 1]?.lower ?? ''
  // "He did concede that"
  if (/^(?:did|does|do)$/.test(modal)) return tokens[i + 1]?.lower === 'that'
  if (!PLURAL_FORMS.has(form)) return false
  if (/^(?:will|would|could|can|may|might|must|should|did|does|do|not)$|n't$/.test(modal))
    return false
  return pluralEnd(tokens, left.source) || tokens[i + 1]?.lower === 'that'
}

/** Before "that" or a clause of a study, or after what was said. */
export function saysSomething(
  tokens: readonly Token[],
  i: number,
  verb: ReportingVerb,
  left: Phrase
): boolean {
  const after = tokens[afterTime(tokens, i)]
  const papers =
    /^(?:reports|media|documents|emails|files|figures|data|results|studies|surveys?|polls?|records)$/
  if (verb.lemma === 'suggest' && papers.test(headOf(tokens, left.source))) return true
  const strict = /^(?:hear|identify|name|understand)$/.test(verb.lemma)
  if (!strict && (after === undefined || after.lower === 'that' || after.raw === ':')) return true
  // "recalled being told", "remembers the couple arguing", "recalled how he wept"
  const remembered = tokens
    .slice(i + 1, i + 1 + MEMORY_REACH)
    .some((t) => /^[a-z]{2,}ing$/.test(t.lower) || (!verb.base && WHAT.test(t.lower)))
  if (REMEMBERS.test(verb.lemma) && remembered) return true
  // "considers it plausible that", "judged the video to be authentic", "attributed the fall to a rumour"
  if (verb.lemma === 'estimate' && complement(after)) return true
  if (JUDGES.test(verb.lemma))
    return (
      after?.lower === 'it' ||
      tokens
        .slice(i + 2, i + JUDGE_REACH)
        .some((t, k) => JUDGED.test(t.lower) && tokens[i + k + 3]?.kind !== 'word') ||
      tokens.slice(i + 1, i + JUDGE_REACH).some((t) => t.lower === 'to' || t.lower === 'that')
    )
  if (tokens[i]?.lower === 'pointed') return after?.lower === 'out'
  if (verb.verbClass === 'act' && verb.lemma !== 'invite' && verb.lemma !== 'offer') return true
  if (PUBLISH.test(verb.lemma)) return printed(tokens, i)
  // "Prosecutors have charged the captain with"
  if (verb.lemma === 'charge')
    return (
      CHARGERS.test(headOf(tokens, left.source)) &&
      tokens.slice(i + 1, i + MAX_SOURCE).some((t) => /^(?:with|over)$/.test(t.lower))
    )
  // After what was said, in quotation marks: "“I resign,” Orla Venn posted on her page."
  const quote = tokens.findLast((t) => t.end <= left.source.start && t.raw !== ',')
  if (quote?.kind === 'quote' && !verb.base) return true
  const head = headOf(tokens, left.source)
  // "The court heard"; "police named the victim as Orla Venn".
  if (verb.lemma === 'speak') return after?.lower === 'of'
  // "…, the Harbour Times understands": a paper that has it from somebody.
  if (verb.lemma === 'understand')
    return (
      names(
        tokens,
        tokens.findIndex((t) => t.start >= left.source.start)
      ) && after?.kind !== 'word'
    )
  if (verb.lemma === 'doubt' || verb.lemma === 'wonder')
    return /^(?:that|whether|if|why|how|what|the)$/.test(after?.lower ?? '')
  if (verb.lemma === 'hear') return HEARS.test(head)
  if (verb.lemma === 'identify' || verb.lemma === 'name')
    return tokens.slice(i + 1, i + MAX_SOURCE).some((t) => t.lower === 'as')
  if (verb.verbClass === 'find')
    return (
      FINDING_SUBJECT.test(head) &&
      !/^(?:dead|guilty|himself|herself|themselves)$/.test(after?.lower ?? '')
    )
  if (after?.kind !== 'mark' || tokens[i - 1]?.kind === 'mark') return false
  // "eight candidates have declared, among them …": nothing stands before that they could have said.
  const said = tokens.findLast((t) => t.end <= left.source.start)
  return /^[.!?]$/.test(after.raw) ? true : said === undefined || said.kind !== 'word'
}

const REMEMBERS = /^(?:recall|remember|recount)$/
const WHAT = /^(?:that|how|why|what|when|who|where)$/
/** How far behind "remembers" what is remembered may begin, in tokens. */
const MEMORY_REACH = 5
const JUDGES = /^(?:consider|judge|attribute|deem)$/
/** "considers a grounding UNNECESSARY" */
const JUDGED =
  /^(?:(?:un|im|il|in)?(?:likely|necessary|possible|probable|safe|lawful|legal|fair|justified|adequate|acceptable|realistic|reasonable|credible|reliable|suitable)|premature|dangerous|excessive|genuine|inevitable|sufficient|essential|harmless|effective|futile|useless)$/
/** How far behind "judged" its "to be" may stand, in tokens. */
const JUDGE_REACH = 12

/** Skips when, where and to whom it was said: "projected in May that", "suggested in a televised address that". */
function afterTime(tokens: readonly Token[], i: number): number {
  let k = i + 1
  while (k < i + TIME_REACH && TIME_WORD.test(tokens[k]?.lower ?? '')) k++
  if (tokens[k]?.lower === 'that') return k
  if (!OCCASION_WORD.test(tokens[i + 1]?.lower ?? '')) return i + 1
  k = i + 2
  while (k < i + OCCASION_REACH && tokens[k]?.kind === 'word' && tokens[k]?.lower !== 'that') k++
  return tokens[k]?.lower === 'that' ? k : i + 1
}

const TIME_REACH = 6
const OCCASION_WORD = /^(?:in|on|at|during|to|via|before|after|by|through|from)$/
/** How far behind the verb its "that" may stand where an occasion comes between, in tokens. */
const OCCASION_REACH = 11
const TIME_WORD =
  /^(?:in|on|at|last|this|earlier|late|early|week|month|year|the|same|\d{1,4}|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall|recently|separately|again)$/

/** Verbs that tell of an outlet what it printed, of others what they carry. */
export const PUBLISH = /^(?:publish|air|carry|run|print)$/

/** "ran a story", "aired footage": what outlets print. */
function printed(tokens: readonly Token[], i: number): boolean {
  return tokens
    .slice(i + 1, i + PRINT_REACH)
    .some((t) =>
      /^(?:reports?|stor(?:y|ies)|articles?|footage|videos?|interviews?|allegations|claims|documents|editorial|commentary|pictures?|photos?|photographs?|images?|recordings?|clips?|letters?|screenshots?|transcripts?|statements?|emails?|messages?|items?)$/.test(
        t.lower
      )
    )
}

const PRINT_REACH = 7
/** Who charges somebody with a crime; others charge a fee, or at a fence. */
const CHARGERS =
  /^(?:prosecutors?|police|authorities|jury|investigators|state|regulators?|commission|agency)$/
