import type { Sentence } from './sentence'

/* Disputes without arms: courts, labour, politics, business. Who speaks for a side there, and of what. Own lists. */

/** What kind of dispute an item is about, by the share of its sentences that speak of it, 0…1. */
export interface Contest {
  readonly court: number
  readonly labour: number
}

const COURT =
  /\b(?:trial|jury|jurors|court|judge|accused|prosecution|prosecutors?|defen[cs]e (?:lawyers?|attorneys?|counsel|team)|lawsuit|sued|suing|plaintiffs?|defendants?|pleaded|testif(?:y|ied)|cross-examination|tribunal|damages|settlement|charged|verdict)\b/
const LABOUR =
  /\b(?:(?<!(?:european|soviet|african|credit|civil|customs|monetary|of the) )unions?|on strike|strike (?:action|vote|by|over|ballot)|(?:their|the|a|port|rail|transit|teachers'|nurses') strike|strikers?|walkouts?|walked out|pickets?|picketers?|picketing|lockout|locked out|employers?|bargaining|mediators?|collective agreement|pay (?:offer|deal|rise|dispute|talks)|industrial action|stoppage)\b/
/** "strike" in a war is no walkout. */
const BOMBS =
  /\b(?:missiles?|drones?|airstrikes?|air strikes?|bomb\w*|shell(?:ed|ing)|troops|artillery|rockets?)\b/

/** Says which dispute a sentence speaks of. */
export function speaksOfContest(sentence: Sentence): { court: boolean; labour: boolean } {
  const labour = LABOUR.test(sentence.lower) && !BOMBS.test(sentence.lower)
  return { court: COURT.test(sentence.lower), labour }
}

/** From this share on "the State" is the one that prosecutes. */
const COURT_SHARE = 0.3
/** From this share on a labour dispute makes sides of those who speak for its parties. */
const LABOUR_SHARE = 0.3

/** Who speaks for one side before a court. */
const ADVOCATE =
  /\b(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|legal team|prosecution|prosecuting|defending|defen[cs]e|plaintiffs?|claimants?|complainants?|defendants?|litigants?|petitioners?|(?<!sports )agents?)\b/
/** Ministers and bodies of which "defence" is no side in court, and those who only comment on the law. */
const NO_ADVOCATE =
  /\b(?:defen[cs]e (?:ministry|minister|secretary|department|officials?|forces?|analysts?|experts?|chief|attach[eé]|contractor|company|firm|sources?)|ministry of defen[cs]e|human rights lawyers?|lawyers(?:'|’)? (?:network|association|group|society|guild|federation)|bar association|public prosecutor|u\.?s\.? attorneys?|attorneys? general|(?:district|county|city|state|prosecuting) attorneys?|prosecution (?:authority|service|office)|public prosecution|fbi|federal agents?|estate agents?|travel agents?|constitutional lawyers?)\b/
/** Who speaks for one side of a quarrel about work, votes, rent or business. */
const CONTENDER =
  /\b(?:unions?|employers?|management|strikers?|campaign|candidate|opposition|shadow|rivals?|challenger|ruling party|the party|landlords?|tenants?|shareholders?|investor group|bidder|lobby|campaigners?|longshore|teamsters|negotiators?|coach|manager|club)\b/
/** Who speaks for anybody. */
const MOUTHPIECE =
  /\b(?:spokes(?:man|woman|person|people)|president|leader|head|chief|secretary|negotiators?|representative|chair(?:man|woman)?|official)\b/
/** Those who stand above the sides of a labour dispute. */
const NEUTRAL_IN_LABOUR =
  /\b(?:minister|ministry|mediators?|board|police|court|judge|prime|government|federal|mayor|governor|analysts?|economists?|professor|farmer|university)\b/

/** Acts that one charges another with. */
const FAULT =
  /\b(?:refus\w{2,3}|fail(?:ed|s|ing)?|broke(?:n)?|breach\w{0,3}|violat\w{2,4}|ignor\w{2,3}|hid(?:den)?|hiding|conceal\w{0,3}|cover(?:ed)? up|lied|lying|lies|misled|mislead\w{0,3}|deceiv\w{2,3}|cheat\w{0,3}|rigg(?:ed|ing)|stole|stolen|stealing|copied|fabricat\w{2,3}|forged|falsif\w{2,4}|brib\w{1,4}|corrupt\w{0,3}|fraud\w{0,6}|embezzl\w{2,3}|sabotag\w{1,3}|damaged|threaten\w{0,3}|bull(?:ied|ying)|harass\w{0,4}|intimidat\w{2,3}|discriminat\w{2,3}|retaliat\w{2,3}|walked (?:out|away)|got up from|left the (?:table|room|talks)|would not|wouldn't|never (?:told|paid|answered|came|asked|offered)|had no (?:mandate|right|intention)|stall(?:ed|ing)|squander\w{0,3}|wast(?:ed|ing)|stopped paying|neglect\w{0,3}|poison\w{0,3}|pollut\w{2,3}|dump(?:ed|ing)|overcharg\w{2,3}|underpa\w{2,4}|withheld|withholding|illegal\w{0,2}|unlawful\w{0,2}|improper\w{0,2}|unsafe|biased|reckless\w{0,2}|negligen\w{1,2}|false\w{0,2}|bussed in|smuggl\w{2,4}|spied|hacked|mistreat\w{0,3}|exploit\w{0,3}|bribes?|cut off|lost the|slowed|spent [\d£$€][^,.]{1,30} on|dodg(?:ed|ing)|evad(?:ed|ing)|rigging|silenced?|tricked|duped|knew about)\b/
/** Charges grave enough that even an office-holder's word on them is one side's. */
const GRAVE =
  /\b(?:broke(?:n)? (?:the law|its promise|a promise|promises|an agreement|the agreement|international law)|violat\w{2,4}|hid(?:den)?|conceal\w{0,3}|lied|lying|misled|cheat\w{0,3}|rigg(?:ed|ing)|stole|stolen|fabricat\w{2,3}|forged|falsif\w{2,4}|bribes?|bribed|sabotag\w{1,3}|bussed in|spied|hacked|spent [\d£$€][^,.]{1,30} on|squander\w{0,3}|arm(?:ing|ed) (?:rebels|smugglers|militants|separatists)|sent (?:agents|spies|troops))\b/
/** What one side says that the other said, offered or accepted. */
const TALKS =
  /\b(?:had|has|have) (?:agreed|promised|offered|accepted|rejected|threatened|demanded|refused|pledged|backed (?:out|down))\b/
/** Praise of one's own goods that others could measure. */
const MERIT =
  /\b(?:(?:world's|country's|industry's|market's) (?:first|fastest|largest|lightest|safest|thinnest|best|most)|(?:twice|three times|four times|\d+ times|\d+(?:\.\d+)? ?(?:%|per cent|percent)) (?:as \w+ as|as \w+|more|less|faster|safer|cheaper|better|lighter|longer)|safest|fastest on|most (?:advanced|accurate|powerful|efficient|effective|secure|reliable)|better than (?:any|its|all|every)|as well as any|works? (?:better|twice)|(?:could|can|will|would) (?:save|cut|reduce|boost|double|halve|prevent|eliminate|replace)|safe and effective|carbon[- ]neutral)\b/

const OWN_SUBJECT =
  /^["“'‘]*(?:that )?(?:it|they|we|he|she|i|(?:its|our|their|his|her|my)(?! (?:\w{1,10} )?(?:rivals?|opponents?|neighbou?rs?|competitors?|tenants?|landlord|former|enem(?:y|ies)|critics?|accusers?|predecessors?|employers?|bosses|ex)\b))\b/
/** Steps in a procedure and plans: their speaker is the best source. */
const STEP =
  /\b(?:will|would (?:appeal|seek|file|ask|fight|contest|continue|visit|strike|hold)|plans? to|intends? to|to appeal|is considering|are considering|filed|voted|scheduled|adjourned|hired|sign(?:ed|ing))\b/

/** Says whether a content charges somebody else with what only its speaker calls a fault. */
export function chargesOthers(content: string): boolean {
  return !OWN_SUBJECT.test(content) && (GRAVE.test(content) || TALKS.test(content))
}

/** Who speaks, and of what, as far as it decides whether a side does. */
export interface ContestFacts {
  /** Name and post of the source, lower case. */
  readonly who: string
  /** The source has a name of its own. */
  readonly named: boolean
  readonly type: string
  readonly content: string
  readonly contest: Contest
}

/** Says whether the source speaks as a side of a dispute that is no war. */
export function isContender(facts: ContestFacts): boolean {
  const { who, type, content, contest } = facts
  if (/^(?:court|police|emergency|health|un|monitor|media|wire)$/.test(type)) return false
  const own = OWN_SUBJECT.test(content)
  if (ADVOCATE.test(who) && !NO_ADVOCATE.test(who)) return !STEP.test(content)
  // "It is the State's case that"
  if (contest.court >= COURT_SHARE && /^(?:the )?(?:state|crown|people)$/.test(who.trim()))
    return true
  if (
    (type === 'company' ||
      (type === 'unknown' && facts.named && /^(?:that )?(?:its|our)\b/.test(content))) &&
    MERIT.test(content) &&
    !/\bjobs?\b/.test(content)
  )
    return true
  const labour = contest.labour >= LABOUR_SHARE
  if (labour && !NEUTRAL_IN_LABOUR.test(who) && type !== 'unnamed') {
    const speaks = CONTENDER.test(who) || MOUTHPIECE.test(who)
    if (speaks) return !STEP.test(content)
    if (FAULT.test(content) || /^(?:"|“)?they /.test(content)) return type === 'person'
  }
  if (own) return false
  if (CONTENDER.test(who) || type === 'company' || type === 'party-politician')
    return FAULT.test(content) || TALKS.test(content)
  if (type === 'official' || type === 'state' || type === 'ministry')
    return GRAVE.test(content) || (type === 'state' && TALKS.test(content))
  return false
}
