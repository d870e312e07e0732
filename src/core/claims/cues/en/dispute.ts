import type { RuleSet } from '../rule'
import { any, anyOpen, NOT, SAYINGS } from './parts'

/** To meet a claim with disbelief; alone these verbs may have any object. */
const DISMISS =
  '(?:dismiss(?:es|ed|ing)?|rejects?|rejected|rejecting|refutes?|refuted|refuting|rebuff(?:s|ed)?|rubbish(?:es|ed)|disputes?|disputed|disputing|contests?|contested|contesting|challeng(?:e|es|ed|ing)|rebut(?:s|ted)?|counter(?:s|ed)|push(?:ed|es|ing)? back (?:on|against|at)|hit back at|denounced|disavow(?:s|ed)|repudiat(?:e|es|ed)|downplay(?:s|ed|ing)?|play(?:s|ed|ing)? down|brush(?:es|ed|ing)? (?:off|aside)|shrug(?:s|ged|ging)? off|laugh(?:s|ed|ing)? off|wav(?:es|ed|ing) (?:off|away|aside)|scoff(?:s|ed|ing)? at|pour(?:s|ed|ing)? (?:cold water|scorn) (?:on|over)|cast(?:s|ing)? doubt (?:on|over)|throws? doubt on|threw doubt on|takes? issue with|took issue with|disagree(?:s|d)? with|calls? into question|called into question|slap(?:s|ped) down|knock(?:s|ed)? down|ridicul(?:es|ed|ing)|question(?:s|ed|ing))'
/** Words by which a thing said is called untrue. */
const UNTRUE =
  '(?:without (?:any )?(?:merit|foundation|basis)|baseless|unfounded|groundless|meritless|untrue|false|incorrect|inaccurate|fabricated|fabrications?|a lie|lies|nonsense|fake news|fake|ludicrous|absurd|no basis|invented|made up|made-up|a hoax|a smear|a myth|pure invention|fiction|phony|phoney|fantas(?:y|ies)|propaganda|laughable|wishful thinking|bogus|rubbish|fanciful|far-fetched|wide of the mark|not (?:true|accurate|correct|credible))'

/** Wording with which a party denies, rejects or contradicts. */
export const DISPUTED: RuleSet = {
  title: 'Disputed',
  provenance:
    'Own list; the split by object (dismiss claims, not warnings) follows the counter-factive verbs of Saurí & Pustejovsky 2009.',
  rules: [
    {
      id: 'disputed/deny',
      category: 'DISPUTED',
      group: 'dispute',
      pattern:
        /\b(?:denies|(?<!\b(?:was|were|been|being|be|is|are|get|got) )denied|denied(?= by\b)|denying|deny)\b(?! (?:yourself|ourselves|themselves|himself|herself))(?! (?:(?:him|her|us|me)\b|them (?!$|[.,;])|(?:[\w'-]{1,15} ){0,3}(?:the (?:ability|right|opportunity|chance)|entry|access|bail|permission|visas?|service|services|asylum|the right|the opportunity|the chance|parole|penalty|goal|equali[sz]er|win|victory|boarding|medical|treatment|a visa|consular|visits|an? request|the request|a motion|the motion|an appeal|the appeal|requests)))/g,
      tells: 'A party denies it.',
      yes: 'The mayor denied the accusation.',
      no: 'The court denied bail to the mayor.'
    },
    {
      id: 'disputed/denial',
      category: 'DISPUTED',
      group: 'dispute',
      pattern:
        /\b(?:(?:issued|issues|repeated|published|gave|his|her|its|their|categorical|flat|strong|vehement)(?: an?)? denials?|denials? (?:of (?:any|all|the|wrongdoing|involvement)|that|by|from))\b/g,
      tells: 'A denial is reported.',
      yes: 'The firm issued a denial.',
      no: 'Denial of service attacks are common.'
    },
    {
      id: 'disputed/reject-claims',
      category: 'DISPUTED',
      group: 'dispute',
      pattern: anyOpen(
        `${DISMISS}(?: (?!warnings?\\b)[\\w'.£$€-]{1,20}){0,6}? (?:${SAYINGS}|talk|criticisms? that|ideas? that|that (?:view|idea|sequence)|(?:accuracy|credibility|veracity|validity|authenticity|truth) of)\\b`
      ),
      tells: 'A party rejects the claim.',
      yes: 'The governor dismissed claims that the dam had failed.',
      no: 'The governor dismissed warnings from the capital.'
    },
    {
      id: 'disputed/dispute-that',
      category: 'DISPUTED',
      group: 'dispute',
      pattern: anyOpen(
        `(?<!\\b(?:a|an|the|this|that|of|in|pay|trade|border|legal|labou?r|long|any|by|over|for|to) )disput(?:e|es|ed|ing)(?= (?:that|the|this|those|these|his|her|their|its|any|some|both|how|whether|what|much|most|all|[\\w-]{1,15}'s)\\b)(?! the (?:territory|areas?|regions?|border|waters|islands?|lands?|election))`,
        '(?:disputed|contested|challenged) by\\b',
        `(?:refutes?|refuted|contradict|contradicts|contradicted|contradicting|debunk|debunks|debunked|disproved|disproves|rebutted|rebuts)\\b(?! (?:between|territory|areas?|regions?))`,
        '(?:inconsistent with|flies in the face of|in dispute|differs? (?:sharply |markedly )?from (?:that|those|the (?:account|version|story)))',
        `${SAYINGS}\\b[^.;]{0,60}? at odds with`,
        '(?:conflicting|contradictory|differing|competing|rival|opposing) (?:accounts?|reports?|versions?|claims?|statements?|figures|information|stories|explanations?)',
        '(?:tells?|told|gives?|gave|offers?|offered|paints?|painted)(?: [\\w-]{1,15}){0,2} a (?:very |rather |quite |somewhat |wholly )?different (?:story|account|version|picture|tale|explanation)'
      ),
      tells: 'A party disputes it.',
      yes: 'Her lawyers dispute that she signed the letter.',
      no: 'The disputed border is long.'
    },
    {
      id: 'disputed/rule-out',
      category: 'DISPUTED',
      group: 'dispute',
      pattern: /\b(?:rule|rules|ruled|ruling) out\b/g,
      tells: 'A party rules it out.',
      yes: 'Police ruled out an accident.',
      no: 'The court ruled on the case.'
    },
    {
      id: 'disputed/plea',
      category: 'DISPUTED',
      group: 'dispute',
      insideQuotes: true,
      pattern:
        /\b(?:(?:plead|pleads|pleaded|pleading|pled) (?:not guilty|innocent|innocence)|(?:enter(?:s|ed|ing)? )?(?:an? |their )?pleas? of not guilty|not guilty|maintain(?:s|ed|ing)? (?:his|her|their|its|complete|total|that (?:he|she|they) (?:is|are|was|were) innocent)(?: innocence)?(?<=innocence|innocent)|protest(?:s|ed)? (?:his|her|their) innocence|insist(?:s|ed)? (?:that )?(?:he|she|they|it) (?:(?:is|are|was|were|did|had|has|have) (?:innocent|not|nothing|no|never)|never)|(?:did|done|do|doing) nothing (?:wrong|illegal|improper|unlawful|untoward)|(?:is|are|was|were) innocent of|den(?:y|ies|ied) wrongdoing)\b/g,
      tells: 'The accused pleads not guilty.',
      yes: 'He pleaded not guilty to all counts.',
      no: 'He pleaded guilty to all counts.'
    },
    {
      id: 'disputed/not-accept',
      category: 'DISPUTED',
      group: 'dispute',
      pattern: any(
        `${NOT} (?:accept|agree with|recogni[sz]e|share|buy)(?: (?:the|that|this|those|these|her|his|their|its|any|such)){0,2} (?:[\\w-]{1,15} ){0,2}?(?:${SAYINGS}|sequence|view|premise|picture|chronology|interpretation|reading|depiction|suggestion)`,
        `${NOT} (?:hold up|stand up|hold water|add up)`,
        'no truth (?:in|to|whatsoever)',
        'nothing to do with (?:it|the|this|that)(?= (?:[^.;,]{1,40})(?:said|says))',
        'nothing of the (?:kind|sort) (?:had |has |ever )?(?:happened|occurred|took place)',
        '(?:that|this|it|which|the (?:meeting|conversation|incident|call|exchange)) (?:has |had )?never (?:happened|occurred|took place|took|existed)',
        '(?:takes?|took|taken) exception to',
        '(?:has|have|had) nothing to do with',
        'in no way (?:involved|responsible|connected|linked|to blame)',
        '(?:is|was|are|were) (?:simply |just |plainly |completely |totally |entirely |categorically |flatly )?(?:untrue|a lie|not true)'
      ),
      tells: 'A party does not accept it.',
      yes: 'The defence does not accept that sequence.',
      no: 'The shop does not accept cards.'
    },
    {
      id: 'disputed/untrue',
      category: 'DISPUTED',
      group: 'dispute',
      insideQuotes: true,
      pattern:
        /(?:["“]|\b(?:called|calls|branded|described) (?:it|them|this|that|(?:the |these |those )[\w' -]{1,40}?) (?:as )?["“]?)(?:(?:that|this|it|they|all of this|these claims)(?:'s| is| are|'re) )?(?:(?:simply|completely|absolutely|totally|just|utterly|entirely|categorically|pure|complete|utter|a|an|total|patently|plainly|blatant|outright|wholly) ){0,2}(?:fantas(?:y|ies)|propaganda|laughable|untrue|false|not true|a lie|lies|lie|nonsense|fiction|fabrications?|fabricated|baseless|unfounded|fake(?: news)?|absurd|ridiculous|rubbish|slander|invention|disinformation)\b/g,
      tells: 'A party calls it untrue.',
      yes: 'The embassy called the report “pure fiction”.',
      no: 'She reads fiction on the train.'
    },
    {
      id: 'disputed/baseless',
      category: 'DISPUTED',
      group: 'dispute',
      insideQuotes: true,
      pattern: anyOpen(
        `(?:${SAYINGS}|footage|videos?|photos?|articles?|statements?|comments|remarks|ideas?|case|numbers|picture)\\b[^.;]{0,90}? (?:(?:was|were|is|are|as|been|being|had|has|have|merely|simply|just|totally|completely|utterly|wholly|entirely|pure|["“]|¤{1,40}|a|all|patently|based on) ?){0,4}${UNTRUE}\\b`,
        `(?:these|those|such|this) (?:\\w{2,14} )?(?:baseless|false|unfounded|groundless|fabricated|fake|bogus|spurious|untrue|phony|malicious) ${SAYINGS}\\b`,
        `(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?|rumou?rs?|assertions?|findings)(?: [\\w'-]{1,20}){0,8}? (?:was|were|been|is|are|being) (?:\\w{2,12}ly )?(?:denied|rejected|dismissed|disputed|refuted|challenged|contested|questioned|contradicted|rubbished|debunked)(?! by (?:an? |the )?(?:[\\w-]{1,15} )?(?:judges?|courts?|tribunal|jury|magistrates?))`,
        `(?:charges?|claims?|accusations?|allegations?|suggestions?|characteri[sz]ations?) (?:that |which )?(?:he|she|it|they|the [\\w-]{1,15}|both|all) (?:has |have |had )?(?:\\w{2,12}ly )?(?:rejects?|dismiss(?:es|ed)?|disputes?|contests?|rejected|disputed|contested)`
      ),
      tells: 'A party calls the claim baseless.',
      yes: 'The embassy said the accusations were “wholly without merit.”',
      no: 'The claims office is without heating.'
    }
  ]
}
