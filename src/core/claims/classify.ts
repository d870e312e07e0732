import type { Category, Severity } from './claim'
import type { Attribution } from './citation'
import type { CueHit } from './cues'
import { CONFLICT, OWN_ACT, STANCE_CONTENT, STANCE_VERBS } from './cues/en/frames'
import { words } from './cues/en/parts'
import { isContender } from './contest'
import type { Contest } from './contest'
import type { Resolved } from './memory'
import type { Sentence } from './sentence'

/** How grave each category is; the gravest of a sentence is its severity. */
const SEVERITY: Readonly<Record<Category, Severity>> = {
  UNVERIFIED: 4,
  UNCONFIRMED: 3,
  DISPUTED: 3,
  ALLEGED: 3,
  ANONYMOUS: 3,
  UNCLEAR: 3,
  PARTY: 2,
  MEDIA: 2,
  HEDGED: 2,
  ONRECORD: 1,
  CONFIRMED: 0,
  PLAIN: 0
}

/** What an article is about, as far as it decides who is a party. */
export interface Topic {
  /** Share of sentences of the item that speak of armed conflict, 0…1. */
  readonly conflict: (item: number) => number
  /** What other dispute the item is about. */
  readonly contest: (item: number) => Contest
  /** Share of the whole that speaks to its reader ("you"), 0…1. */
  readonly advice: number
}

/** From this share on an item is about a conflict. Higher calls fewer officials a side. From the development articles. */
export const CONFLICT_SHARE = 0.3

/** Below this share soldiers and weapons only occur: those who clear a road after a quake make no war. From real reports. */
const MENTION_SHARE = 0.12

/** Weapons and ships. */
const ARMS = String.raw`
  shrapnel|warheads?|projectiles?|mortars?|grenades?|drones?|missiles?|rockets?|shell(?:s|ed|ing)
  weapons?|weaponry|munitions?|ammunition|artillery|tanks?|submarines?|warships?|warplanes?|arms
  nuclear|booby|air defen[cs]es?
`
/** Those who fight. */
const FIGHTERS = String.raw`
  snipers?|paratroopers?|troops?|soldiers?|militants?|fighters?|rebels?|separatists?|insurgents?
  gunm[ae]n|military|terror(?:ists?|ism)?
`
/** What happens in a war, and around it. */
const FIGHTING = String.raw`
  strikes?|airstrikes?|bomb(?:s|ed|ing|ings|ardment)|raids?|invasion|offensive|ceasefire|hostages?
  war(?! (?:footing|chest|room|of words|memorial|effort))|clash(?:es|ed)?|truce|cease-fire|hostilities|front ?line|casualties|gunfire|tunnels?
  massacre|genocide|shot down|sanctions?|espionage|spying|coup
`
const WAR = words(ARMS, FIGHTERS, FIGHTING)

/** Says whether a sentence speaks of armed conflict. */
export function speaksOfConflict(sentence: Sentence): boolean {
  return WAR.test(sentence.lower)
}

/** Losses. */
const LOSSES = String.raw`
  kill(?:s|ed|ing)|destroy(?:s|ed|ing)?|shot (?:down|dead|in|by|at)|downed|damag(?:e|ed|ing)
  injur(?:ed|ies|y|ing)|wounded|died|dead|casualt(?:y|ies)|deaths?|losses|sank|sunk
`
/** Blows, and how they were met. */
const BLOWS = String.raw`
  struck|hit|hits|intercept(?:s|ed)|thwarted|repelled|stopped|attack(?:s|ed|ing)?|launch(?:ed|es)
  fired|firing|explod(?:ed|es)|explosions?|bombed|shelled|shelling|targeted|detonated|strikes?
  prevented|blocked|gunshots?|booby|planted|aiding|endanger|violated|violating|trafficking|seized
  captured
`
/** Ground gained and lost. */
const GROUND = String.raw`
  entered|raised the (?:national )?flag|advanced|retook|regained|recaptured|retaken|reclaimed
  liberated|encircled
`
export const OUTCOME = words(LOSSES, BLOWS, GROUND)
/** What one state charges another with, also in peace. */
const CHARGE =
  /\b(?:violat\w{1,4}|provo(?:ked?|king|cations?)|interfer\w{2,5}|meddl\w{2,3}|abduct\w{2,3}|kidnap\w{2,4}|hack\w{2,3}|poison\w{2,3}|sabotag\w{1,3}|smuggl\w{2,3}|trespass\w{2,3}|illegally|unlawfully|unprovoked|aggression|espionage|spying|tortur\w{1,3}|war crimes?)\b/
/** What a security service tells of plots: nobody else can check it. */
const PLOT =
  /\b(?:(?:thwart|foil|avert|prevent|neutrali[sz]|expos|uncover|disrupt|suppress)(?:s|ed|es|ing)|recruited|special services|agents?|spies|spy|saboteurs?|sabotage|provocations?|plots?|extremis[mt]s?|high treason|subversi(?:on|ve)|(?:pass|hand|leak|send|transmit|sell)(?:ed|ing|s) (?:\S+ ){1,8}to (?:\S+ ){0,3}(?:military )?intelligence|terror\w*|foreign (?:intelligence|powers?|handlers?)|curators?|handlers?)\b/
const SERVICE =
  /\b(?:state security|security (?:committee|service|agency|council)|secret (?:service|police)|special services|protection service|federal service|intelligence|counter-?intelligence|border (?:guards?|committee|service)|foreign (?:ministry|minister)|ministry of foreign affairs|kgb|fsb)\b/
const DEFENCE =
  /\b(?:defen[cs]e (?:ministry|minister|department|forces?)|ministry of defen[cs]e|general staff)\b/
const INTELLIGENCE =
  /\b(?:intelligence|(?:has|have|had) (?:information|evidence)|assess(?:es|ed|ments?))\b/
/** Verbs with which a side defends itself or charges another. */
const CONTEST_VERBS = new Set([
  'defend',
  'insist',
  'maintain',
  'contend',
  'accuse',
  'blame',
  'claim',
  'allege'
])
/** The speaker's own will. */
const OWN_WILL =
  /\b(?:we|i|they|it|he|she) (?:will|would|must|want|wants|need|needs|stand|stands|support|supports|appreciate|(?:is|are|was|were) (?:not )?(?:ready|interested|prepared|determined|committed|concerned|willing|working))\b|\b(?:we'll|i'll|they'll|we're|i'm|we've got to|let's|let us)\b/

/** Says whether the sentence only takes a position, promises or feels: nothing in it can be checked. */
export function isStance(
  sentence: Sentence,
  attributions: readonly Attribution[],
  content: string
): boolean {
  const said = attributions.filter((a) => !a.negated)
  if (said.length === 0) return STANCE_VERBS.test(sentence.voice) && !OUTCOME.test(content)
  if (said.every((a) => a.verb?.verbClass === 'act')) return true
  const first = said[0]?.verb
  if (callsNames(sentence, said)) return true
  if (said.some((a) => FEELS.test(a.verb?.lemma ?? ''))) return true
  // "called the case revenge and said the tapes had been cut": what is said beside a position.
  const beside = said
    .slice(1)
    .findLast((a) => a.frame === 'says' && !a.trailing && a.verb?.lemma === 'say')
  if (first?.verbClass === 'act' && beside !== undefined)
    return isStance(sentence, [beside], sentence.lower.slice(beside.cue.end))
  // "talks in which the government agreed to free 22 fighters, according to …": a step of which another tells.
  const inner = IN_WHICH.test(sentence.lower.slice(0, said[0]?.source?.start ?? 0))
  if (first?.verbClass === 'act' && !inner && first.lemma !== 'defend' && !OUTCOME.test(content))
    return true
  if (IMPERATIVE.test(content) || OPENS_STANCE.test(content)) return true
  if (OUTCOME.test(content)) return OWN_WILL.test(content) && /\bcontinue to\b/.test(content)
  if (OWN_WILL.test(content)) return true
  if (said.some((a) => a.frame !== 'participle') && isExclamation(sentence)) return true
  return STANCE_CONTENT.test(content) && !/\b\d{2,}\b/.test(content)
}

const IN_WHICH = /\b(?:(?:in|under|by|through|after|at) which|where) (?:the )?$/

/** "described the truce as “a door and not a house”": a picture, not a fact. */
export function callsNames(sentence: Sentence, said: readonly Attribution[]): boolean {
  const verbs = said.filter((a) => !a.negated)
  return (
    /^(?:describe|call|label|brand|liken)$/.test(verbs[0]?.verb?.lemma ?? '') &&
    verbs.every((a, i) => i === 0 || a.verb?.verbClass === 'act') &&
    /\b(?:as|to|the \p{L}+|(?:his|her|its|their) \p{L}+) ["“]an? /u.test(sentence.text)
  )
}

/** "“We see these as hopeful signs”", "“I cannot confirm that”": what follows is a view, a wish or a step, whatever it names. */
const OPENS_STANCE =
  /^["“'‘]*(?:(?:but|and|so|now|well|look|yes|no),? )*(?:we|i) (?:(?:\w+ly|also|still|all|do|just|really|can only|continue to|will continue to) ){0,2}(?:see (?:this|these|it|them) as|believe|hope|wish|welcome|condemn|regret|urge|call (?:on|for|upon)|thank|appreciate|pray|trust|look forward|(?:stand|remain) (?:ready|committed|by|with|firm|united)|keep a close eye|(?:cannot|can't|can’t|can neither) confirm)\b/

/** "“Please do what they ask,” she said.": nothing is told. */
const IMPERATIVE =
  /^["“'‘]*(?:please|don't|do not|let|let's|stop|tell|look|ask (?:me|us|him|her|them))\b(?! (?:me\b|that\b))/

/** Verbs with which somebody wonders, feels or jests: nothing is claimed. */
const FEELS = /^(?:remind|wonder|sigh|gush|fume|enthuse|quip|joke|muse|grumble)$/

/** "“Queen behaviour,” wrote one fan.": a few quoted words without a number. */
function isExclamation(sentence: Sentence): boolean {
  const [quote] = sentence.quotes
  if (sentence.quotes.length !== 1 || quote === undefined) return false
  const words = sentence.text.slice(quote.start, quote.end)
  const whole = quote.end - quote.start > sentence.text.length / 3
  return whole && words.split(/\s+/).length <= MAX_EXCLAMATION && !NO_EXCLAMATION.test(words)
}

/** A verb or a question tells or asks something. */
const NO_EXCLAMATION =
  /\d|\?|\b(?:is|are|was|were|did|do|does|had|has|have|will|gone)\b|['’](?:s|re|ve|ll|m|d)\b|\b(?:it|he|she|they|we|i|that|nobody|nothing) (?:\w+ )?(?:\w{2,}ed|went|came|lied|knew|saw|took|gave|left|got|made|fell|ran)\b/i
/** Longest exclamation, in words. */
const MAX_EXCLAMATION = 4

/** What decides whether a source speaks as a side. */
export interface PartyFacts {
  readonly content: string
  /** How the sentence introduces the source, lower case. */
  readonly introduced: string
  readonly sentence: Sentence
  readonly topic: Topic
  readonly verb: string
  /** The content tells what another state, side or person said or did. */
  readonly others: boolean
}

/** "it had declared two diplomats unwelcome": the speaker's own deed. */
const OWN_DEED =
  /^["“'‘]*(?:that |on \w+day |last \w+ )?(?:it|they|we|he|she|i) (?:has|have|had) (?!been\b|no\b|not\b)[a-z]+/

/** "the incursion had been planned for months", "40 soldiers had entered": no plan or deed of the speaker's own. */
function ofOthers(content: string): boolean {
  const clause = content.split(/\s+/).slice(0, CLAUSE_WORDS).join(' ')
  return (
    !/^(?:that )?(?:it|they|we|he|she|i|its|our|their|his|her|the (?:government|ministry|country|president|minister|army|two (?:sides|countries)|talks|meeting|summit))\b/.test(
      clause
    ) &&
    /\b(?:had been|has been|have been|was|were) \w+/.test(clause) &&
    CONFLICT.test(clause)
  )
}
/** Words at the start of what is said that tell of whom it is. */
const CLAUSE_WORDS = 8

const OWN_MEN =
  /\b(?:our (?:guys|men|boys|lads|forces|troops|soldiers|defenders|fighters|units|positions)|the enemy)\b/
const JUSTICE = /\b(?:attorney general|prosecutors?|coroner|medical examiner|public defender)\b/
const OPENS_CASE =
  /^["“'‘]*(?:that )?(?:it|they|he|she|we) (?:has|have|had|was|were|is|are) (?:\w+ly )?(?:open|launch|start|begun|initiat|investigat|document|examin|collect)\w*/
/** Offices that stand beside a war. */
const OMBUDS = /\b(?:ombuds\w+|public defender|election|electoral|envoy|mediator)\b/
/** What an office tells of a war that is no plan, no deed and no wish of its own. */
const tellsOfField = (content: string): boolean =>
  !OWN_ACT.test(content) && !OWN_START.test(content)
/** The speaker's own as the subject, "our" men and positions left out: they are the matter of the war. */
const OWN_START = /^["“'‘]*(?:that )?(?:it|they|we|he|she|i|its|his|her|my)\b/

/** Unnamed people who speak for a side: those in its service. */
const IN_SERVICE =
  /\b(?:officials?|officers?|soldiers?|fighters?|militants?|commanders?|spokes\w+|diplomats?|officers?)\b/i

/** Says whether this source speaks here as a side about what others can't check. */
export function isParty(who: Resolved, facts: PartyFacts): boolean {
  const { source } = who
  const { content, sentence, topic } = facts
  if (who.unnamed && (source.side === undefined || !IN_SERVICE.test(source.name))) return false
  const contest = topic.contest(sentence.item)
  const labour = contest.labour > topic.conflict(sentence.item)
  const war =
    !labour &&
    ((WAR.test(sentence.lower) && topic.conflict(sentence.item) >= MENTION_SHARE) ||
      topic.conflict(sentence.item) >= CONFLICT_SHARE)
  const who_ = `${source.name} ${who.role ?? ''}`.toLowerCase()
  const named =
    /^(?!Other|Some|Many|Several|Most|New|Recent|Such|Studies|Research|Scientists)\p{Lu}/u.test(
      source.name
    )
  if (
    isContender({
      who: who_,
      introduced: facts.introduced,
      named,
      type: source.type,
      content,
      contest
    })
  )
    return true
  switch (source.type) {
    case 'state-media':
      return war || facts.others || OUTCOME.test(content) || CHARGE.test(content)
    case 'military':
    case 'armed-group':
      return OUTCOME.test(content) || (war && !OWN_ACT.test(content))
    case 'state':
    case 'ministry':
    case 'official':
    case 'party-politician':
    case 'unnamed':
    case 'health':
      if (source.type === 'unnamed' && source.side === undefined) return false
      if (PLOT.test(content) && SERVICE.test(who_)) return true
      // "had opened proceedings under the article on war crimes": who prosecutes takes a step.
      if (JUSTICE.test(who_) && OPENS_CASE.test(content)) return false
      if (OUTCOME.test(content) && DEFENCE.test(who_)) return true
      if (INTELLIGENCE.test(content) || INTELLIGENCE.test(source.name.toLowerCase())) return true
      if (CONTEST_VERBS.has(facts.verb)) return true
      if (!war) return source.side !== undefined && CHARGE.test(content)
      if (source.type === 'health' && source.side === undefined) return false
      // "At least four were hit by gunfire, the attorney general's office said.": who looks into it.
      if (
        OUTCOME.test(content) &&
        source.side === undefined &&
        topic.conflict(sentence.item) < CONFLICT_SHARE &&
        JUSTICE.test(who_)
      )
        return false
      if (OUTCOME.test(content))
        return !/\b(?:authori[sz]ed|investigating|monitoring)\b/.test(content)
      // "said it had put the ship on its list": its own act.
      if (OWN_DEED.test(content)) return false
      // Statesmen of other countries speak too: the sentence itself must be of arms, or of "our" men.
      if (
        topic.conflict(sentence.item) >= CONFLICT_SHARE &&
        (WAR.test(sentence.lower) || OWN_MEN.test(sentence.lower)) &&
        !OMBUDS.test(who_) &&
        tellsOfField(content)
      )
        return true
      return (
        facts.others || (CONFLICT.test(content) && !(OWN_ACT.test(content) && !ofOthers(content)))
      )
    case 'ngo':
      return source.side !== undefined && war && OUTCOME.test(content)
    case 'company':
      return CONTEST_VERBS.has(facts.verb)
    default:
      if (PLOT.test(content) && SERVICE.test(who_)) return true
      return CONTEST_VERBS.has(facts.verb) && source.side !== undefined
  }
}

/** Returns the gravest of the categories; forecasts alone weigh 1. */
export function severityOf(categories: readonly Category[], hits: readonly CueHit[]): Severity {
  let severity: Severity = 0
  const epistemic = hits.some((h) => h.rule.category === 'HEDGED' && h.rule.expected !== true)
  for (const category of categories) {
    const weight = category === 'HEDGED' && !epistemic ? 1 : SEVERITY[category]
    if (weight > severity) severity = weight
  }
  return severity
}
