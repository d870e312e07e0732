import type { RuleSet } from '../rule'
import { any } from './parts'

/** What somebody is able to do, or is threatened with: no doubt of the outlet's. */
const ABILITY =
  "(?:(?:not|n't|easily|now|access|only|no longer|barely|hardly|scarcely|never|face|see|hear|afford|get|do|tell|feel|smell|read|then|once|speak|say|find|remember|recall|walk|run|swim|understand|imagine|believe|sit|stand|use|make out|manage|sleep|eat|breathe|write|buy|pay|choose|watch|learn|keep|count|carry|not)\\b|(?:still |also |just |only )?be (?:heard|seen|found|reached|felt|smelled|counted|used|bought|done|made out|read|notified|informed|evacuated|identified(?= [.,;]|$)))"
/** What may happen. */
const HAPPENING =
  'be|pass|have|also|soon|still|signal|lead|result|produce|cause|mean|make|become|take|bring|end|start|begin|come|go|raise|threaten|affect|trigger|force|include|see|help|hurt|prove|pose|put|prompt|reach|lose|win|rise|fall|cost|push|set|spark|spread|strengthen|weaken|undermine|damage|kill|destroy|disrupt|boost|happen|change|turn|last|allow|expand|increase|reduce|provide|supply|give|open|derail|escalate|upend|eventually|potentially|further|even|ultimately|well|indicate|amount|drive|shift|leave|draw|drop|extend|add|slow|delay|double|return|collapse|jeopardi[sz]e|play|move|run|fail|break|backfire|harbou?r|contain|host|explain|represent|mark|violate|breach|create|generate|save|attract|deliver|improve|worsen|complicate|hamper|hinder|harm|hit|ease|limit|restrict|stem|date|number|exceed|top|climb|plunge|slip|soar|shrink|grow|swell|emerge|appear|occur|follow|merge|split|spell|reveal|expose|endanger|imperil|risk|wipe|destabili[sz]e|ignite|provoke|inflame|stoke|fuel|feed|encourage|deter|discourage|stop|halt|block|replace|owe|pave|usher|herald|bolster|erode|dent|trim|curb|bar|free|unlock|transform|reshape|rewrite|overturn|doom'

const EPISTEMIC =
  'Own list after the classes of Hyland 1998 (modals, epistemic verbs, adverbs, adjectives, nouns); about forty forms also stand in `hedges` 2.0.1 (MIT).'

/** The outlet (or the source in indirect speech) is not certain. */
export const EPISTEMIC_HEDGES: RuleSet = {
  title: 'Hedged',
  provenance: EPISTEMIC,
  rules: [
    {
      id: 'hedged/adverb',
      category: 'HEDGED',
      group: 'epistemic',
      pattern:
        /\b(?:probably|apparently|possibly(?! (?:can|could)\b)|perhaps|maybe|presumably|seemingly|conceivably|plausibly|evidently|ostensibly|almost certainly|in all (?:likelihood|probability)|by all accounts|reputedly|(?<=^|[.;:,] )(?:the )?(?:chances|odds) are)\b/g,
      tells: 'An adverb says that it is not certain.',
      yes: 'The two probably met in Orbel.',
      no: 'The two certainly met in Orbel.'
    },
    {
      id: 'hedged/likely',
      category: 'HEDGED',
      group: 'epistemic',
      pattern:
        /(?<!\b(?:more|less|least|as|equally|times|the most|how|those most|people most|groups most) )\b(?:likely|unlikely|likeliest|likelihood (?:is|was))\b(?! (?:voters?|to be more|suspects?|candidates?|story))/g,
      tells: 'It is called likely or unlikely.',
      yes: 'The debate likely changed few minds.',
      no: 'Smokers were more likely to fall ill.'
    },
    {
      id: 'hedged/appears',
      category: 'HEDGED',
      group: 'epistemic',
      pattern:
        /\b(?:appears?|appeared|appearing) (?:to (?!court|rapturous)|that|likely|unlikely|set)|\b(?:seems?|seemed|seeming)(?: to\b| that\b| likely\b| unlikely\b| as if\b| as though\b| like\b|(?= [a-z¤]))|\b(?:it (?:appears|seems)(?! (?:on|in|at|for|as|alongside|beside|only)\b)|looks (?:like(?! (?:those|that of|the one)\b)|as if|as though|likely|set to|to have|to be)|looked (?:like|as if|as though|likely|to have|to be)|look (?:to have|to be|set to|likely))\b/g,
      tells: 'It only appears so.',
      yes: 'The talks appear to be over.',
      no: 'The prisoner appeared pale.'
    },
    {
      id: 'hedged/may-might',
      category: 'HEDGED',
      group: 'epistemic',
      pattern:
        /\b(?:may|might)(?: well| also| still| soon| even| yet| now| already| not| never| only| have| be| ultimately| eventually| then){0,3} (?!face\b|\d|enter\b|bring\b|apply\b|choose\b|opt\b|wish\b|be used\b|claim\b|file\b|submit\b|request\b|register\b|collect\b|attend\b|contact\b)(?=[a-z]{2,})/g,
      tells: 'It may be so.',
      yes: 'The storm may have caused the outage.',
      no: 'In May 2019 the bridge closed.'
    },
    {
      id: 'hedged/could',
      category: 'HEDGED',
      group: 'epistemic',
      pattern: any(
        // After a pronoun "could" is ability more often than not: only verbs of what happens to somebody.
        `(?<=\\b(?:he|she|they|it|who|which|that|this|there|one|everyone) )could (?!${ABILITY})(?=(?:[a-z]{2,14}ly )?(?:${HAPPENING})\\b)`,
        `(?<!\\b(?:he|she|they|we|you|i|it|who|which|that|this|there|one|anyone|nobody|everyone|people|residents) )(?<!\\b(?:until|before|so that)(?: [\\w'-]{1,15}){1,6} )could (?!${ABILITY})(?=[a-z]{2})`
      ),
      tells: 'It could be so.',
      yes: 'The vote could lead to a split.',
      no: 'The blast could be heard for miles.'
    },
    {
      id: 'hedged/possible',
      category: 'HEDGED',
      group: 'epistemic',
      pattern:
        /\b(?:(?:it (?:is|was|'s)|is it|it remains|it may be) (?:also |quite |still |entirely |just )?(?:possible|conceivable|plausible|probable) that|if (?:it is |they are |it's |it was )?(?:authentic|authenticated|genuine|true|confirmed|verified|proven|accurate)\b|(?:as possible (?:causes?|reasons?|explanations?|motives?|sources?|suspects?|targets?)|(?:(?:an?|the) (?:possible|potential)|(?:an?|the|any) (?:apparent|likely|probable|presumed|most likely|likeliest)) (?!to\b|of\b|for\b|in\b|and\b)[a-z]+)|(?:apparent|probable|presumed|putative)(?= [a-z])|a possibility that|the possibility that|speculation (?:that|about|on|over)|speculat(?:e|ed|es|ing) (?:that|about|on)|speculation)\b/g,
      tells: 'It is called possible.',
      yes: 'It is possible that the fence was hit.',
      no: 'They left as soon as possible.'
    },
    {
      id: 'hedged/suggests',
      category: 'HEDGED',
      group: 'epistemic',
      pattern:
        /\b(?:suggests?|suggested|suggesting|impl(?:y|ies|ied|ying))(?= (?:that|the|a|an|as|he|she|it|they|there|at|some|many|more|former|this|his|her|its|their|[a-z]+s\b)|[.,;]|$)(?<!\bas (?:the|its|his|her|their) [\w-]{1,20} suggests?)|\b(?:hint|hints|hinted|hinting) (?:at|that)\b|\bsigns? (?:that|of a)\b|\bpoint(?:s|ed|ing)? to (?:a|the) possib/g,
      tells: 'Evidence only suggests it.',
      yes: 'Research suggests that the lake is shrinking.',
      no: 'He offered a suggestion box.'
    },
    {
      id: 'hedged/signs',
      category: 'HEDGED',
      group: 'epistemic',
      pattern: any(
        '(?:there (?:is|was|are|were)|there remains) (?:also |still |even )?(?:an? )?(?:good |real |small |slim |strong |outside )?(?:chance|possibility|likelihood|risk|signs?|indications?|hints?|suggestions?|suspicions?|speculation|some evidence) that',
        "(?:one|another|a|the (?:leading|main|prevailing|likeliest|working)|their|police's|investigators') (?:\\w{1,12} )?(?:theory|hypothesis|possibility|explanation|line of inquiry|assumption|suspicion|guess) (?:is|was|being|holds|has it)",
        '(?:the |all |all the |early |initial |available |some |other |mounting )?(?:evidence|signs|indications|clues|data|tests|findings)(?: [\\w-]{1,12}){0,4}? (?:points?|pointed) (?:to|towards?)',
        '(?:all the |the |early |first )?(?:signs|indications) (?:are|were|is) that',
        '(?:early|initial|all|some|there are|first|growing) (?:signs|indications|hints) (?:indicate|suggest|that)',
        '(?:bears?|bore|bearing|has|had) (?:all )?the hallmarks of',
        '(?:raises?|raised|raising) the (?:possibility|prospect|spectre) (?:that|of)',
        "(?:cannot|can't|could not|couldn't) be (?:ruled out|excluded)|(?:not|n't|yet to) (?:been )?ruled out"
      ),
      tells: 'Signs point to it.',
      yes: 'There were indications that the door had been forced.',
      no: 'The road signs are in two languages.'
    },
    {
      id: 'hedged/believed',
      category: 'HEDGED',
      group: 'epistemic',
      pattern:
        /\b(?:(?:is|are|was|were|been|be|widely|now|still|also) (?:believed|thought|understood|presumed|feared|assumed|considered likely|estimated|rumou?red|perceived|reckoned|supposed by \w+|suspected) to\b|believed (?:responsible|dead|killed|missing|trapped|lost|drowned)|(?:it is|it was|it's) (?:\w{1,10} )?(?:believed|thought|understood|presumed|feared|assumed)\b|(?:said|says) (?:it|they) (?:also |now |still )?(?:believed?|believes|suspected|suspects?) (?=(?:that|the|an?|he|she|it|they|there|some|many|more|its|their|his|her|this|these|those)\b)|(?:is|are|was|were) (?:also )?(?:believed|feared|presumed) (?:buried|trapped|missing|stranded|[a-z]{3,}(?:ed|wn))(?! (?:to|by)\b)|believed to (?:be|have)|thought to (?:be|have)|feared (?:dead|killed|drowned)|presumed dead|(?:organi[sz]ation|group|agency|police|authorities|officials?|investigators?|experts?|analysts?|scientists?|researchers?|ministry|government|watchers|many|some|observers|doctors) (?:(?:also|now|still|have long|long) )?(?:believe|believes|believed|think|suspect|suspects|suspected)\b)/g,
      tells: 'It is believed, not known.',
      yes: 'Two men are believed to have fled.',
      no: 'She is a believer.'
    }
  ]
}

/** Plans and forecasts: weaker than a hedge, off by default. */
export const FORECASTS: RuleSet = {
  title: 'Plan or forecast',
  provenance: 'Own list.',
  rules: [
    {
      id: 'expected/expected-to',
      category: 'HEDGED',
      group: 'forecast',
      expected: true,
      pattern:
        /\b(?:expected|scheduled|slated|poised|set|due|planned|projected|forecast|anticipated|predicted|likely set|tipped|on track|about|bound|prepared|preparing|planning|aiming|hoping|looking) to (?=[a-z])|(?<!\b(?:plan|aim|goal|idea|way|hope|job|task|purpose|point|thing|step|role|duty|priority|challenge|trick|advice|rule|option|choice|answer|solution|all|intention|dream|strategy|instinct|mission)s? )\b(?:is|are) to (?:be (?:built|held|decided|moved|replaced|opened|closed|paid|published|introduced|demolished|sold|put)|(?:meet|rule|vote|hold|visit|open|begin|start|move|hear|decide|return|travel|discuss|sign|face)(?! that\b))\b(?=.*\b(?:again|next|new|by|on|in|at|from|until|before|after|tomorrow|to)\b)|\b(?:is|are|was|were|been) (?:widely |also |now |still )?(?:expected|scheduled|due|slated|planned|being planned)\b/g,
      tells: 'It is expected, not yet so.',
      yes: 'The fleet is expected to sail on Monday.',
      no: 'The due date has passed.'
    },
    {
      id: 'expected/will',
      category: 'HEDGED',
      group: 'forecast',
      expected: true,
      pattern:
        /(?<!\b(?:the|a|his|her|their|its|our|free|good|political) )\b(?:will|won't|shall|is going to|are going to)(?: (?:not|also|now|soon|still|then|be|likely|have))* (?=[a-z])|\bwould (?:now|soon|next|later) (?=[a-z])/g,
      tells: 'It lies in the future.',
      yes: 'The minister will visit Tarsk next month.',
      no: 'The will of the people counts.'
    },
    {
      id: 'expected/plans',
      category: 'HEDGED',
      group: 'forecast',
      expected: true,
      pattern:
        /\b(?:plans?|intends?|aims?|expects?|hopes?|wants?|seeks?|prepares?) to (?=[a-z])|\b(?:expects|expect) [\w' .-]{1,60}? to\b/g,
      tells: 'It is a plan.',
      yes: 'The firm plans to cut jobs.',
      no: 'The plans hang in the hall.'
    }
  ]
}

/** Positive evidence. */
export const CONFIRMED: RuleSet = {
  title: 'Confirmed',
  provenance: 'Own list; factives and semi-factives after Karttunen 1971.',
  rules: [
    {
      id: 'confirmed/verb',
      category: 'CONFIRMED',
      group: 'evidence',
      pattern:
        /(?<!\b(?:not|n't|never|yet to|nor|neither|cannot|could|independently|be|to|no|rarely|seldom|hardly) (?:(?:\w{1,14}) ){0,2})(?<!\b(?:if|unless|until|once) (?:[\w'-]{1,14} ){1,4})\b(?:confirmed|confirms|(?:has|have|had) (?:independently )?verified|acknowledged|acknowledges|(?<!\b(?:was|were|been|being) )admitted|admits|conceded|concedes|owned up to|owns up to|accepted (?=that\b))\b(?! (?:cases?|deaths?|infections?|diagnos|as (?:an? |the )?\w|(?:by|in|through) (?:an? |the )?(?:(?:laboratory|lab|pcr|dna|blood|genetic|forensic|further) )*(?:tests?|testing|analysis|samples|autops(?:y|ies))\b))/g,
      tells: 'A party confirms or admits it.',
      yes: 'The palace confirmed the visit.',
      no: 'There were 12 confirmed cases.'
    },
    {
      id: 'confirmed/footage',
      category: 'CONFIRMED',
      group: 'evidence',
      pattern:
        /\b(?:(?:footage|video|videos|photos?|photographs?|images?|pictures|records|documents|recordings?)(?: [\w'-]{1,15}){0,6}? (?:show|shows|showed|shown|confirm|confirms|confirmed|verified|reveal|reveals|revealed|corroborate[sd]?)\b|verified (?:video|footage|images?|photos?|photographs?)|(?:reviewed|obtained|verified|geolocated|authenticated) by (?:the |this )?[a-z]|(?:footage|videos?|photos?|photographs?|images?|documents?|e-?mails?|letters?|records?|messages?|files?|reports?|memos?|transcripts?|copy|copies|contracts?|papers|minutes|presentation|draft|filings?|note|notes|recordings?|data|statement|slides),?(?: [\w'-]{1,15}){0,6}? seen by (?:the |this )?[a-z]|corroborated by (?:video|footage|images|documents|witnesses))/g,
      tells: 'Footage or documents show it.',
      yes: 'Footage shows smoke above the pier.',
      no: 'The footage was lost.'
    },
    {
      id: 'confirmed/consistent',
      category: 'CONFIRMED',
      group: 'evidence',
      pattern:
        /\b(?:(?:was|is|were|are|appears?|appeared) consistent with|(?:was|were) able to (?:independently )?(?:confirm|verify|authenticate|corroborate|geolocate)|no reason to doubt|(?:reporters?|journalists?|correspondents?|photographers?)(?: [\w'-]{1,15}){0,6}? (?:saw|witnessed|heard|observed|counted|spotted|seen))\b/g,
      tells: 'It fits with other evidence, or a reporter saw it.',
      yes: 'The report was consistent with the front line.',
      no: 'He is a consistent player.'
    }
  ]
}
