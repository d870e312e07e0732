import type { RuleSet } from '../rule'

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
        /\b(?:denies|denied|denying|deny)\b(?! (?:[\w'-]{1,15} ){0,3}(?:the (?:ability|right|opportunity|chance)|entry|access|bail|permission|visas?|service|services|asylum|the right|the opportunity|the chance|parole|penalty|goal|equali[sz]er|win|victory|boarding|medical|treatment|a visa|an? request|the request|a motion|the motion|an appeal|the appeal|requests))/g,
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
      pattern:
        /\b(?:dismiss|dismisses|dismissed|dismissing|reject|rejects|rejected|rejecting|refute|refutes|refuted|refuting|rebuff|rebuffed|rubbished|disputes?|disputed|disputing|contest|contests|contested|challenged|push(?:ed|es|ing)? back (?:on|against)|hit back at|denounced|disavowed|repudiated)(?: (?!warnings?\b)[\w'.-]{1,20}){0,6}? (?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|rumou?rs?|findings?|assertions?|account|accounts|version|narrative|notion|insinuations?|figures|characteri[sz]ation|criticisms? that|idea that)\b/g,
      tells: 'A party rejects the claim.',
      yes: 'The governor dismissed claims that the dam had failed.',
      no: 'The governor dismissed warnings from the capital.'
    },
    {
      id: 'disputed/dispute-that',
      category: 'DISPUTED',
      group: 'dispute',
      pattern:
        /\b(?:dispute|disputes|disputed|refutes?|refuted|contradict|contradicts|contradicted|contradicting|debunk|debunks|debunked|disproved|disproves|rebutted|rebuts|at odds with)\b(?! (?:between|over the|territor|areas?|regions?|border|waters|islands?|lands?|election))/g,
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
        /\b(?:(?:plead|pleads|pleaded|pleading|pled) not guilty|not guilty|maintain(?:s|ed|ing)? (?:his|her|their|its) innocence|protest(?:s|ed)? (?:his|her|their) innocence|insist(?:s|ed)? (?:he|she|they|it) (?:is|are|was|were|did|had|has|have) (?:innocent|not|nothing|no|never)|(?:did|done|do|doing) nothing (?:wrong|illegal|improper|unlawful|untoward))\b/g,
      tells: 'The accused pleads not guilty.',
      yes: 'He pleaded not guilty to all counts.',
      no: 'He pleaded guilty to all counts.'
    },
    {
      id: 'disputed/untrue',
      category: 'DISPUTED',
      group: 'dispute',
      insideQuotes: true,
      pattern:
        /(?:["“]|\b(?:called|calls|branded|described) (?:it|them|this|that|(?:the |these |those )[\w' -]{1,40}?) (?:as )?["“]?)(?:(?:that|this|it|they|all of this|these claims)(?:'s| is| are|'re) )?(?:(?:simply|completely|absolutely|totally|just|utterly|entirely|categorically|pure|complete|utter|a|an|total|patently|plainly|blatant|outright|wholly) ){0,2}(?:untrue|false|not true|a lie|lies|lie|nonsense|fiction|fabrications?|fabricated|baseless|unfounded|fake(?: news)?|absurd|ridiculous|rubbish|slander|invention|disinformation)\b/g,
      tells: 'A party calls it untrue.',
      yes: 'The embassy called the report “pure fiction”.',
      no: 'She reads fiction on the train.'
    },
    {
      id: 'disputed/baseless',
      category: 'DISPUTED',
      group: 'dispute',
      insideQuotes: true,
      pattern:
        /\b(?:claims?|allegations?|accusations?|reports?|charges?|rumou?rs?|story|stories|assertions?|suggestions?)\b[^.;]{0,60}?\b(?:without (?:merit|foundation|basis)|baseless|unfounded|groundless|meritless|untrue|false|fabricated|fabrications?|a lie|lies|nonsense|fake news|fake|ludicrous|absurd|no basis)\b/g,
      tells: 'A party calls the claim baseless.',
      yes: 'The embassy said the accusations were “wholly without merit.”',
      no: 'The claims office is without heating.'
    }
  ]
}
