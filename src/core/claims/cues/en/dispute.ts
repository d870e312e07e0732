import type { RuleSet } from '../rule'
import { any, anyOpen, gap, NOT, SAYINGS } from './parts'

/** To meet a claim with disbelief; alone these verbs may have any object. */
const DISMISS =
  '(?:dismiss(?:es|ed|ing)?|rejects?|rejected|rejecting|refutes?|refuted|refuting|rebuff(?:s|ed)?|rubbish(?:es|ed)|disputes?|disputed|disputing|(?<!no )contests?|contested|contesting|challeng(?:e|es|ed|ing)|rebut(?:s|ted)?|counter(?:s|ed)|push(?:ed|es|ing)? back (?:on|against|at)|hit back at|denounced|distanc(?:e|es|ed|ing) (?:himself|herself|itself|themselves) from|pooh-pooh(?:s|ed)?|derid(?:e|es|ed|ing)|mock(?:s|ed|ing)?|decri(?:es|ed)|downplay(?:s|ed|ing)?|play(?:s|ed|ing)? down|brush(?:es|ed|ing)? (?:off|aside)|shrug(?:s|ged|ging)? off|laugh(?:s|ed|ing)? off|wav(?:es|ed|ing) (?:off|away|aside)|scoff(?:s|ed|ing)? at|pour(?:s|ed|ing)? (?:cold water|scorn) (?:on|over)|cast(?:s|ing)? doubt (?:on|over)|throws? doubt on|threw doubt on|takes? issue with|took issue with|disagree(?:s|d)? with|calls? into question|called into question|slap(?:s|ped) down|knock(?:s|ed)? down|ridicul(?:es|ed|ing)|question(?:s|ed|ing)(?! (?:[\\w-]{1,20} ){1,4}?about\\b)|scotch(?:es|ed|ing)?|quash(?:es|ed|ing)?|quell(?:s|ed|ing)?|bristl(?:es|ed|ing) at|hit out at|put paid to|(?:lay|laid|put) to rest|g[ai]ve short shrift to|deprecat(?:es|ed)|demolish(?:es|ed))'
/** Words by which a thing said is called untrue. */
const UNTRUE =
  '(?:without (?:any )?(?:merit|foundation|basis)|baseless|unfounded|groundless|meritless|untrue|false|incorrect|inaccurate|fabricated|fabrications?|a lie|lies|nonsense|fake news|fake|ludicrous|absurd|no basis|invented|made up|made-up|a hoax|a smear|a myth|pure invention|fiction|phony|phoney|fairy[- ]tales?|witch[- ]hunts?|canards?|sour grapes|hot air|mischief|tittle-tattle|scaremongering|concoctions?|cock and bull|fantas(?:y|ies)|propaganda|laughable|wishful thinking|bogus|rubbish|fanciful|far-fetched|wide of the mark|not (?:true|accurate|correct|credible))'

/** To meet with laughter or a wave of the hand: with "this" or "it" for its object it answers what was said last. */
const WAVE_OFF = '(?:brush|laugh|shrug|wav|bat|swat|play)(?:e?s|ed|ted|ing|ting)?'
/** Any verb that may meet a thing said with scorn, "blasted the reports as “garbage”": those that praise, use or merely name are none. */
const SCORN =
  "(?<![\\w'-])(?!(?:describ|hail|prais|welcom|laud|applaud|regard|view|recogni[sz]|accept|us|treat|present|publish|cit|quot|list|interpret|submit|issu|record|class|tout|defend|endors|commend|salut|celebrat|acknowledg|mark|fram|count|report|reveal|releas|promot|valu|remember|summari[sz]|characteri[sz])(?:e?d|e?s|ied|ies)\\b)[a-z]{3,14}(?:ed|es|s)"
/** How a thing said is when it is untrue, behind "is", "was", "were". */
const OFF_THE_MARK =
  '(?:wide of the mark|off the mark|far from (?:the truth|true)|a long way from the truth|a travesty|a distortion|a falsehood|a fabrication|not (?:so|the case|what happened|how it happened|what (?:he|she|they|it|we) (?:said|did|meant)|remotely true|borne out)|out of (?:whole )?cloth|simply wrong|just wrong|plain wrong|flat(?:ly)? wrong|completely wrong|entirely wrong|factually (?:wrong|incorrect|inaccurate)|misinformed|mistaken(?! (?:for|as|identity))|invented|made up|a misunderstanding|news to (?:him|her|them|us|me)|beyond parody|grossly (?:exaggerated|misleading|unfair|inaccurate)|vastly exaggerated|wildly exaggerated|misleading|without (?:any )?(?:merit|foundation|basis|substance))'

/** What is said against somebody, and what may be meant by it. */
const CHARGE =
  '(?:claims?|allegations?|accusations?|charges?|suggestions?|insinuations?|implications?|rumou?rs?|complaints?|assertions?|contentions?|notions?|ideas?|hints?|lawsuits?|suits?|theor(?:y|ies)|reports?|reporting|accounts?|versions?|stor(?:y|ies)|articles?|speculation|comparisons?|criticisms?|links?|talk|explanations?)'
/** To call by a name. */
const CALL =
  '(?:call|term|brand|label|dub|describ|dismiss|denounc|decri|deem|characteri[sz]|portray|condemn|attack|slam|blast|lambast)(?:s|es|e?d|l?ed|ies|ied|ing|ling)?'
/** Words by whose root a thing said is called untrue or spiteful. */
const UNTRUE_ROOTS =
  '(?:untru|fals|lie\\b|lies\\b|liar|lying|fabricat|fict|fantas|invent|nonsens|absurd|ridicul|preposterous|ludicrous|baseless|groundless|unfounded|meritless|slander|defam|libel|smear|hysteri|paranoi|propagand|theatr?(?:e|ic)|fair(?:y|ies)|bedtime|rubbish|garbage|trash|hoax|fake|farc|delusion|malicious|distort|mislead|exaggerat|incorrect|inaccura|imagin|spurious|fanciful|laughable|outlandish|bogus|hearsay|gossip|conspirac|witch|myth|without (?:any )?(?:merit|foundation|basis)|not true|pure|wrong)'
/** What a charge is when it is taken seriously: who calls it so disputes nothing. */
const GRAVE =
  '(?!(?:[\\w-]+ ){0,2}(?:serious|grave|troubling|disturbing|shocking|shocked|appalling|alarming|concerning|worrying|credible|plausible|true|accurate|significant|deeply|horrif|sicken|heinous|damning|explosive|unacceptable|being|under|important|devastating|extraordinary|historic))'

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
        /\b(?:denies|(?<!\b(?:was|were|been|being|be|is|are|get|got) )denied|denied(?= by\b(?! (?:law|statute|default)\b))|(?<!\b(?:no|not|never|nor|cannot|\w{2,6}n't) )(?:denying|deny))\b(?! [\w'-]{2,15} (?:with (?:an?|his|her)|from (?:close|point|long|the (?:spot|edge|penalty))|at the (?:near|far|death))\b)(?! (?:yourself|ourselves|themselves|himself|herself))(?! (?:(?:him|her|us|me)\b|them (?!$|[.,;])|(?:[\w'-]{1,15} ){0,3}(?:the (?:ability|right|opportunity|chance)|entry|access|bail|permission|visas?|service|services|asylum|the right|the opportunity|the chance|parole|penalty|goal|equali[sz]er|win|victory|boarding|medical|treatment|a visa|consular|visits|an? request|the request|a motion|the motion|an appeal|the appeal|requests)))/g,
      tells: 'A party denies it.',
      yes: 'The mayor denied the accusation.',
      no: 'The court denied bail to the mayor.'
    },
    {
      id: 'disputed/denial',
      category: 'DISPUTED',
      group: 'dispute',
      pattern: any(
        "(?:issued|issues|repeated|published|gave|made|his|her|its|their|categorical|flat|flatly|strong|vehement|firm|furious|swift|outright|blanket|repeated|official|public|in a|'s|s') denials?(?! (?:of service|letter|notice|rate))",
        '(?:issued|issues|repeated|published|gave|his|her|its|their|categorical|flat|strong|vehement) an? denials?',
        'denials? (?:of (?:any|all|the|wrongdoing|involvement)|that|by|from|issued)',
        '(?:in|into|despite|amid) denials?(?= (?:about|that|from|by|over))'
      ),
      tells: 'A denial is reported.',
      yes: 'The firm issued a denial.',
      no: 'Denial of service attacks are common.'
    },
    {
      id: 'disputed/reject-claims',
      category: 'DISPUTED',
      group: 'dispute',
      pattern: anyOpen(
        `${DISMISS}(?: (?!(?:warnings?|refund|insurance|compensation|damages?|benefits?|asylum|tax|warranty)\\b)[\\w'.£$€-]{1,20}){0,6}? (?:${SAYINGS}|talk|(?:any|all) (?:\\w{2,12} )?(?:links?|role|part|involvement|connections?|responsibility|knowledge|blame|wrongdoing)|criticisms? that|ideas? that|that (?:view|idea|sequence)|(?:accuracy|credibility|veracity|validity|authenticity|truth) of)\\b`
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
        `(?<!\\b(?:a|an|the|this|that|of|in|pay|trade|border|legal|labou?r|long|any|by|over|for|to) )(?<!(?:\\bnot|n't) (?:\\w{2,12}ly )?)disput(?:e|es|ed|ing)(?= (?:(?:on|early|late|last) \\w{3,10} )?(?:that|the|this|those|these|his|her|their|its|any|some|both|how|whether|what|much|most|all|[\\w-]{1,15}'s)\\b)(?! the (?:territory|areas?|regions?|border|waters|islands?|lands?|election))`,
        '(?:disputed|contested|challenged) by\\b',
        `(?:refutes?|refuted|(?<!(?:not|n't) want(?:ed|ing)? to )contradict|contradicts|contradicted|contradicting|debunk|debunks|debunked|disproved|disproves|rebutted|rebuts|rebutting|rubbish(?:ed|es)|disavow(?:s|ed|ing)?|disown(?:s|ed|ing)?|disclaim(?:s|ed|ing)?|repudiat(?:e|es|ed|ing))\\b(?! (?:between|territory|areas?|regions?))`,
        `${WAVE_OFF} (?:it|this|that|them|these|those|the (?:\\w{2,15} )?(?:${SAYINGS}|idea|talk)) (?:off|aside|away|down)`,
        `(?:dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|rubbish(?:es|ed)?) (?:it|this|that|them|these|those|all (?:of )?(?:it|this|that)|the lot) (?:as|out of hand|outright|entirely|completely|altogether)`,
        'distanc(?:e|es|ed|ing) (?:himself|herself|itself|themselves) from (?:the|that|those|his|her|their|any) (?:\\w{2,15} )?(?:remarks?|comments?|claims?|statements?|report|video|post|letter|plot|attacks?|scheme)',
        'at variance with',
        'g(?:ave|ives?|iven|iving) (?:it|this|that|them|the \\w{3,15}) short shrift',
        '(?:tells?|told|sees?|saw|remembers?|remembered|recalls?|recalled|has|have|puts?) (?:it|things|events|matters|the story|this|that) (?:differently|otherwise|another way|rather differently|quite differently)(?=[.,;]| )',
        'begs? to differ|begged to differ',
        '(?:takes?|took|holds?|held|is of|was of) (?:the|an) opposite (?:view|opinion|line)',
        '(?:the|quite the|just the|exactly the) (?:opposite|reverse|contrary) (?:is|was|had been|were)(?: \\w{2,10})?(?= |[.,;])',
        '(?:it|that|things) (?:was|were|is|had been) the other way (?:a?round|about)',
        '(?:would|will|wanted|having) (?:have )?none of (?:it|this|that)',
        '(?:hit|hits|hitting|fired|fires|firing|struck|shot|shoots) back(?= ?(?:[.,;]|$|at (?:the )?(?:claims?|allegations?|accusations?|critics|accusers)|(?:saying|insisting|arguing|accusing|that)))',
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
      id: 'disputed/scorn',
      category: 'DISPUTED',
      group: 'dispute',
      pattern: anyOpen(
        `${SCORN} (?:the|these|those|such|all|both|any|his|her|its|their|that|this)(?: (?!as\\b)[\\w'-]{1,15}){0,2}? ${SAYINGS}${gap(6)} as (?=¤)`
      ),
      tells: 'A party meets a thing said with scorn.',
      yes: 'His agent blasted the reports as “total garbage”.',
      no: 'The panel hailed the findings as “a milestone”.'
    },
    {
      id: 'disputed/rule-out',
      category: 'DISPUTED',
      group: 'dispute',
      // A goal, and a player for the rest of the season, are ruled out by nobody who denies anything.
      pattern:
        /(?<!\b(?:goal|effort|header|try|equali[sz]er|winner|strike|finish)s?(?: (?:was|were|been|had|has|being|controversially|harshly|correctly|rightly|wrongly)){0,3} )(?<!(?:\bnot|n't|\bnever|\byet to) (?:(?:be|been|yet|so far|completely|entirely) ){0,2})\b(?:rule|rules|ruled|ruling) out\b(?! (?:(?!wrongdoing)\w+ing\b|(?:any|an?|the)(?: \w{2,12})? (?:u-turn|return|rise|increase|cut|deal|coalition|election|referendum|bid|ceasefire|truce|second term|resignation|talks|negotiations|concessions?)\b|(?:(?:new|further|more|higher|direct) )?(?:talks|hopes?|taxes|concessions|elections|negotiations|cuts|troops|sending|using)\b|for (?:the|a|several|up|at|six|three|two|four|eight|nine|most|much)|of (?:the|next|action|contention|sunday|saturday|monday|tuesday|wednesday|thursday|friday)|until|on (?:price|cost|grounds|safety|medical|technical|points)|with (?:an? )?(?:\w+ )?(?:injur\w+|illness|strain|concussion))\b)/g,
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
        `(?:that|this|it|which|they|these|those|what (?:he|she|they) says?|${SAYINGS})(?: (?:\\w{2,12}ly|was|is|are|were|had|has|have|been|being)){1,3} (?:['"“] ?)?${OFF_THE_MARK}`,
        `(?:that|this|it|which|they|these|those|${SAYINGS}) (?:\\w{2,12} )?(?:do(?:es)?|did) not (?:correspond to|match|square with|reflect|bear (?:any )?relation to|tally with|accord with|conform to|fit)(?: [\\w'-]{1,15}){0,2} (?:reality|facts?|truth|evidence|records?|events|what happened)`,
        '(?:bears?|bore|bearing|has|have|had) (?:no|little) (?:relation|resemblance|relationship) to (?:the )?(?:reality|facts?|truth|events)',
        '(?:nothing|could not be|couldn.t be) (?:could be )?further from the truth',
        '(?:knew|knows?|know) nothing (?:of|about) (?:any|the|such|this|that|it|how|what|who)',
        '(?:has|have|had|with) no (?:\\w{3,12} )?(?:record|recollection|knowledge|memory|awareness) of (?:any|such|the|a|an|it|this|that|having|ever|receiving|\\w+ing)',
        "(?:(?:was|were|is|are)(?: not|n't) aware|(?:was|were|is|are) unaware|never heard) of (?:any|such)",
        'no such (?:\\w{3,15} )?(?:thing|meeting|order|orders|orders?|call|letter|warning|warnings|agreement|deal|plan|plans|attack|incident|conversation|talks|decision|discussions?|offer|payment|request|instruction|document|event|operation|strike|contract|policy|list|complaint|report|contact|threat|promise|demand|allegation|proposal|person|people)(?= (?:was|were|had|has|have|is|are|took|ever|existed|exists|happened|occurred|between|with|from)\\b|[.,;"”]|$)',
        'nothing to do with (?:it|the|this|that)(?= (?:[^.;,]{1,40})(?:said|says))',
        'nothing of the (?:kind|sort) (?:had |has |ever )?(?:happened|occurred|took place)',
        '(?:that|this|it|which|the (?:meeting|conversation|incident|call|exchange)) (?:has |had )?never (?:happened|occurred|took place|took|existed)',
        '(?:takes?|took|taken) (?:strong |sharp |great |particular )?exception(?= to\\b|[.,;]|$)',
        '(?:reject|disput|dismiss|refut|contest|scotch|rebuff|rebut|counter)(?:s|es|ed|ted)? (?:that|this|it|them)(?= ?[.,;]|$)',
        '(?:rejects?|disputes?|contests?) (?:this|that) and',
        'countere?d that',
        '(?:reject|contest|challeng|disput)(?:s|es|ed|ing)? the (?:official |final |provisional |preliminary |election )?(?:outcome|results?)(?= ?[.,;]|$| (?:of|as|and|because|saying))',
        '(?:found|saw|seen|detected|recorded) no (?:signs?|evidence|trace|record|indication) of (?:one|it|that|this|them|(?:any )?such [\\w-]{3,15})(?= ?[.,;]|$)',
        '(?:has|have|had) nothing to do with',
        'in no way (?:involved|responsible|connected|linked|to blame)',
        `(?:is|are|was|were|be|will|would|to|plans to|intends to|vow(?:s|ed) to) (?:be )?(?:vigorously |strongly |fully |robustly )?(?:defend|defending|fight|fighting|contest|contesting|resist|resisting)(?: (?:itself|himself|herself|themselves))?(?: (?:the|both|all|any|these|those|its|his|her|their|against the|against))?(?: [\\w-]{2,15})? (?:proceedings?|claims?|lawsuits?|suits?|charges?|case|cases|allegations?|accusations?|indictment|complaint|action)`,
        `(?:insist(?:s|ed|ing)?|maintain(?:s|ed|ing)?|sw(?:ears?|ore)|protest(?:s|ed)?)(?: that)? (?:no|nobody|nothing|none|neither|there (?:was|is|were|are|had been|has been) (?:no|nothing|never)|(?:he|she|it|they|the|his|her|its|their)(?: [\\w'-]{1,15}){0,3}? (?:never|(?:had|has|have|was|were|did|is|are|would) (?:not|never|no|nothing)|\\w{2,6}n't))`,
        'taken (?:wholly |completely |entirely )?out of context',
        'not a (?:word|shred|grain|scintilla) of (?:truth|it)',
        'clear (?:his|her|its|their|my|our) names?',
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
      id: 'disputed/judged',
      category: 'DISPUTED',
      group: 'dispute',
      insideQuotes: true,
      pattern: anyOpen(
        // "labelled this “a cruel invention”", "called the complaint “a work of fantasy”"
        `${CALL} (?:it|this|that|them|these|those|(?:the|these|those|such|any|his|her|its|their|[\\w-]{2,15}'s)(?: [\\w-]{2,15}){0,2}? ${CHARGE})(?: [\\w-]{2,15}){0,4}? (?:as )?["“'‘][^"”]{0,40}?\\b${UNTRUE_ROOTS}`,
        `${CALL} (?:the|these|those|such|any|all|his|her|its|their)(?: [\\w-]{2,15}){0,2}? (?:claims?|allegations?|accusations?|suggestions?|insinuations?|rumou?rs?|assertions?|notions?|complaints?)(?: (?:against|of|by|about) [\\w' -]{2,30}?)? (?:as )?["“]${GRAVE}`,
        `${CALL} (?:our|my|(?:this|the) (?:newspaper|paper|magazine|programme|website|broadcaster)'s)(?: [\\w-]{2,15}){0,2}? (?:findings?|report(?:s|ing)?|stor(?:y|ies)|articles?|questions?|investigation|inquir(?:y|ies)|coverage|account) (?:as )?["“]`,
        // "said the accusations were “wrong in every line”"
        `(?:claims?|allegations?|accusations?|suggestions?|insinuations?|rumou?rs?|assertions?|notions?) (?:was|were|is|are) ["“]${GRAVE}`,
        // "rejected “any insinuation of negligence”"
        `(?:reject|dismiss|den|refut|disput|rebuff|repudiat)(?:s|es|ed|ied|ies|ing)? (?:[\\w-]{2,12} ){0,2}?["“][^"”]{0,30}?\\b${CHARGE}\\b`,
        'no (?:\\w{3,14} )?(?:evidence|proof|basis|foundation) (?:at all |whatsoever )?(?:to (?:support|back(?: up)?|substantiate)|for) (?:this|that|these|those|the|such|his|her|their|any) (?:\\w{2,14} )?(?:claims?|allegations?|accusations?|suggestions?|assertions?|charges?|rumou?rs?)',
        '(?:has|have|had) (?:absolutely )?["“]no (?:knowledge|records?|recollection|memory|evidence)[,"”]{1,2} of',
        'without (?:a (?:shred|scintilla|grain|trace|hint|jot)|any) of? ?(?:\\w{3,12} )?(?:proof|evidence|truth|foundation|basis)'
      ),
      tells: 'A party calls it untrue or spiteful.',
      yes: 'Her lawyer labelled this “a cruel invention”.',
      no: 'The mayor called the allegations “deeply troubling”.'
    },
    {
      id: 'disputed/wrong',
      category: 'DISPUTED',
      group: 'dispute',
      pattern: anyOpen(
        `${SAYINGS}\\b[^.;,]{0,90}? (?:(?:was|were|is|are|had been|has been|have been|proved|proved to be|turned out to be|were shown to be) (?:[\\w-]{2,12}ly )?(?:wrong|mistaken|false|untrue|incorrect|inaccurate|imaginary|spurious|unjustified|malicious|preposterous|ridiculous|outlandish))(?= ?(?:[.,;]|$| and\\b| but\\b))`,
        `(?:any|all|every|such)(?: [\\w-]{2,15}){0,2}? ${CHARGE}\\b[^.;,]{0,60}? (?:was|were|is|are) (?:[\\w-]{2,12}ly )?(?:wrong|mistaken|false|untrue|incorrect|imaginary|imagined|spurious|unjustified|malicious|preposterous|ridiculous|outlandish|coincidental|a coincidence|nonsense|absurd)(?= ?(?:[.,;]|$| and\\b| but\\b))`,
        '(?:says?|said|insist(?:s|ed)?|told [\\w ]{2,20}?)(?: that)? (?:that|this|it|these|those) (?:is|was|are|were) (?:[\\w-]{2,12}ly )?(?:wrong|untrue|incorrect|inaccurate|false|mistaken|a lie|nonsense|not so|not true|not the case|not what happened)(?= ?(?:[.,;]|$| and\\b| but\\b))',
        `(?:doubts?|doubted|disbelieves?|disbelieved|mistrusts?|queries|queried) (?:that|this|these|those|the|his|her|its|their|such)(?: [\\w-]{2,15}){0,2}? (?:${SAYINGS}|explanations?)\\b`,
        '(?:laugh|shrug|brush|scoff|poo+h-poo+h|ridicul|mock|derid|wav)(?:e?s|ed|ing)?(?: (?:off|aside|away|at))? (?:the|any|such an?) (?:very |whole |mere )?(?:ideas?|notions?|prospect|possibility|thought)\\b',
        'scoff(?:s|ed|ing)?(?= (?:that|at)\\b| ?["“¤,])',
        '(?:tells?|told) (?:it|things|the story|that) (?:differently|otherwise)'
      ),
      tells: 'A party says that it is wrong.',
      yes: 'The rider says that is wrong.',
      no: 'The driver says it is wrong to speed.'
    },
    {
      id: 'disputed/no-such-thing',
      category: 'DISPUTED',
      group: 'dispute',
      insideQuotes: true,
      pattern:
        /(?:["“]|^)(?:no, )?(?:not so|nothing of the (?:sort|kind)|(?:that|this|it) (?:simply |just |absolutely )?(?:never happened|did not happen|didn't happen|is not true|isn't true|was not true|is a lie|is untrue|is not what happened|is not the case)|no such thing|(?:that's|that is) (?:simply |just |absolutely |completely |totally )?(?:not true|untrue|wrong|rubbish|nonsense|a lie|false)|untrue|absolute(?:ly)? (?:nonsense|rubbish|not))\b(?=[,.!?;"”])/g,
      tells: 'A party says no to it.',
      yes: '“Nothing of the sort,” the chairman said.',
      no: '“Nothing of the sort can be bought here,” she said of the lamp.'
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
