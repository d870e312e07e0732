import type { RuleSet } from '../rule'
import { anyOpen, NOT, WH } from './parts'

/** Open questions in the outlet's own voice. */
export const UNCLEAR: RuleSet = {
  title: 'Open question',
  provenance: 'Own list.',
  rules: [
    {
      id: 'unclear/unclear',
      category: 'UNCLEAR',
      group: 'open-question',
      pattern: anyOpen(
        `unclear(?! (?:skies|water|image|photo))`,
        `${NOT}(?: (?:immediately|yet|entirely|at all|fully|completely|altogether|so|as yet|publicly|exactly|even|quite|at once|at first|ever be|be)){0,2} (?:clear|known|certain|apparent|obvious|evident)(?! (?:for|as|of|to)\\b)`,
        'far from (?:clear|certain)',
        `(?:is|are|was|were|remains?|remained)(?: (?:still|as yet|currently|largely|deeply|highly|very|so far|also))? (?:unknown|uncertain|undetermined|unresolved|unexplained|an? (?:complete |total )?mystery|an open question|to be seen|anyone's guess|anybody's guess|murky|hazy|sketchy|shrouded|a question mark)`
      ),
      tells: 'The outlet says that this is open.',
      yes: 'It was not immediately clear who fired.',
      no: 'The minister made clear who fired.'
    },
    {
      id: 'unclear/unknown',
      category: 'UNCLEAR',
      group: 'open-question',
      pattern: anyOpen(
        `unknown ${WH}`,
        'whereabouts (?:is|are|were|remain) unknown',
        '(?:nobody|no one|no-one) (?:\\w{1,10} )?(?:knows|knew|can say|could say|is sure|was sure|can tell)',
        `(?:police|officials|investigators|authorities|detectives|scientists|experts|doctors|researchers|astronomers|engineers|historians|they) (?:do|does|did)(?: not|n't)(?: yet| still| fully)? know(?: exactly| precisely| for (?:sure|certain))? ${WH}`,
        '(?:little|not much|nothing|less|not a lot) (?:is|was|has been|were)(?: yet| publicly| immediately| so far)? known',
        '(?:nobody|no one|no-one) has (?:\\w{1,12} ){0,2}(?:explained|accounted for|established)',
        "(?:anyone|anybody)'s guess",
        'open question',
        `unsure ${WH}`,
        `uncertain ${WH}`,
        `uncertainty (?:over|about|as to) ${WH}`,
        `(?:few|none|no (?:one|official|expert)s?)(?: (?:of (?:them|those))?)?(?: \\w{2,12})? (?:knows?|knew|can (?:say|tell)|could (?:say|tell)|agrees?|agreed) (?:on |for sure |exactly |for certain )?${WH}`
      ),
      tells: 'The outlet says that nobody knows.',
      yes: 'Nobody knows who owns the boat.',
      no: 'An unknown singer won the prize.'
    },
    {
      id: 'unclear/hard-to-say',
      category: 'UNCLEAR',
      group: 'open-question',
      pattern: anyOpen(
        `(?:impossible|(?:not|n't)(?: been)?(?: immediately| yet)? possible) to (?:know|say|tell|determine|establish)`,
        `(?:hard|difficult) to (?:say|know|tell|determine|gauge|establish) ${WH}`,
        `(?:is|are|was|were|be) (?:hard|difficult) to (?:say|know|tell)(?! (?:no|the|his|her)\\b)`,
        `(?:does|do|did)(?: not|n't|n’t) (?:make (?:it )?clear|spell out) (?=(?:who|which|whose|whether|how|when)\\b)`,
        'too (?:early|soon) to (?:say|tell|know|draw)',
        `at a loss (?:to explain|as to|over) ?`
      ),
      tells: 'It can’t be said, or not yet.',
      yes: 'It is too early to say what went wrong.',
      no: 'The ropes are hard to untie.'
    },
    {
      id: 'unclear/not-established',
      category: 'UNCLEAR',
      group: 'open-question',
      pattern: anyOpen(
        `${NOT} (?:yet )?(?:been |be )?(?:determined?|established?|learned|learnt|ascertained?) ${WH}`,
        `${NOT} (?:yet |immediately )?be (?:learned|learnt|ascertained|determined)`,
        `(?:why|how|who|whose|whether|what|where|when)\\b[^.;,]{2,60}? (?:has|have|had|was|were|is|are)(?: not|n't| never| still not)(?: yet| ever| quite)?(?: been)? (?:determined|established|explained|settled|solved|resolved|answered|decided|agreed|clarified|disclosed|made clear|spelled out|worked out|found)`,
        `(?:why|how|who|whose|whether|what|where|when)\\b[^.;,]{2,60}? (?:is|was|remains?|remained) (?:still )?(?:a mystery|another (?:matter|question)|a matter of (?:dispute|debate|conjecture)|disputed|in dispute|in doubt|open to (?:question|debate)|moot|undecided|a puzzle|a guess)`,
        '(?:mystery|question|riddle|puzzle|case)\\b[^.;,]{0,40}? (?:has|have|had) (?:never|not)(?: yet| ever)? been (?:settled|solved|resolved|answered|cleared up)',
        'yet to (?:be )?(?:determined?|established?|explain(?:ed)?|work(?:ed)? out|f(?:ind|ound) out)',
        `(?:details?|information|figures?|particulars|identit(?:y|ies)|terms)(?: [\\w'-]{1,20}){0,8}? (?:was|were|is|are) not (?:immediately|yet|initially) (?:available|released|disclosed|known)`,
        '(?:was|were|is|are) not (?:immediately|yet|initially|publicly) available(?! (?:for|to|on|in|from)\\b)',
        '(?:few|no|scant)(?: (?:other|further|immediate|more))? details (?:of [\\w ]{1,30}? |about [\\w ]{1,30}? |on [\\w ]{1,30}? )?(?:were|are|have been|had been|was)(?: immediately)? (?:available|known|released|given|disclosed|provided)',
        `(?:causes?|motives?|reasons?|identit(?:y|ies)|origins?|extent|circumstances|whereabouts|links?|connections?|responsibility)(?: [\\w'-]{1,20}){0,8}? (?:has|have|had|was|were) not (?:yet )?(?:been )?(?:determined|established|identified|explained)`,
        `(?:still )?(?:trying|working|seeking|struggling|attempting|looking) to (?:determine|establish|find out|learn|work out|figure out|piece together|understand) (?:${WH}|exactly|the (?:causes?|motives?|reasons?|circumstances|extent))`
      ),
      tells: 'It has not been found out.',
      yes: 'The cause has yet to be determined.',
      no: 'The firm was established in 1901.'
    },
    {
      id: 'unclear/no-indication',
      category: 'UNCLEAR',
      group: 'open-question',
      pattern: anyOpen(
        `no (?:immediate |clear |obvious |firm |official |further |real )?(?:indication|explanation|clue|clues|word|information|hint|consensus|agreement) (?:yet |so far |as yet )?(?:of |as to |on |about |over |for )?${WH}`,
        'no (?:immediate|clear|obvious|apparent|official) (?:explanation|motive|cause|clue|reason)',
        `(?:any|little|scant) (?:indication|explanation|clue|agreement|consensus) (?:yet |so far )?(?:of |as to |on |about |over )?${WH}`,
        '(?:unanswered questions?|questions? (?:still )?(?:remain|remained|linger|lingered)|(?:left|leaves|leaving|leave) (?:open|unanswered) (?:the question)?)'
      ),
      tells: 'There is no sign of an answer.',
      yes: 'There was no indication of what caused the blast.',
      no: 'The road sign gave no speed limit.'
    }
  ]
}

/** Sources that are withheld or only described. The head-noun rule in `classify.ts` adds described people without a name. */
export const ANONYMOUS: RuleSet = {
  title: 'Unnamed source',
  provenance:
    'Own list, from agency rules on anonymous sourcing; "weasel" attributions after CoNLL-2010 task 1W, read but not copied.',
  rules: [
    {
      id: 'anonymous/condition',
      category: 'ANONYMOUS',
      group: 'anonymity',
      pattern:
        /\b(?:(?:condition|conditions|grounds|basis) of anonymity|anonymity|(?:spoke|speaking|speak|told|said|writing|wrote)(?: \w{1,12}){0,4} (?:anonymously|on background|off the record)|anonymously)\b/g,
      tells: 'Anonymity was granted.',
      yes: 'She spoke on the condition of anonymity.',
      no: 'She spoke in a hall of mirrors.'
    },
    {
      id: 'anonymous/not-named',
      category: 'ANONYMOUS',
      group: 'anonymity',
      pattern:
        /\b(?:(?:asked|requested|requesting|asking|wished|wanting|wanted|preferred|declined|declining|refused|chose)(?: \w{1,8})? (?:not )?to (?:be|remain) (?:named|identified|quoted by name|unnamed|unidentified|anonymous)|(?:not|n't)(?: be| been)? (?:authori[sz]ed|allowed|permitted) to (?:speak|discuss|comment|talk|brief)|(?:did|does|do|would|could)(?: not|n't) (?:wish|want|agree) to be (?:named|identified|quoted)|(?:not|n't) be (?:quoted|named|identified)(?: by name)?|(?:that )?(?:his|her|their) (?:\w{1,10} )?names? (?:not be|be withheld|not to be)|to be (?:identified|named|quoted) only (?:by|as)|speaking (?:privately|off the record|in private|on background)|(?:an? |the )?(?:employee|person|source|insider|official|soldier|staffer|worker)s? (?:who (?:was|were|is|are) )?not authori[sz]ed|unnamed|unidentified (?:sources?|officials?|person|people|man|woman|executives?|diplomats?)|anonymous (?:source|sources|official|officials|person|people|post|posts|tip|letter|accounts?|users?|government|senior|us|u\.s\.)|who (?:gave|provided) only (?:his|her|their) first name|did not (?:give|want to give|want) (?:his|her|their) (?:full |last |real )?names?|names? (?:was|were|has been|have been|be|not be|being) (?:withheld|changed|kept|published|used|printed|given|mentioned|disclosed)(?! (?:until|pending|publicly until)\b)|on (?:the )?condition that\b[^.;]{0,80}? (?:named|identified|quoted|published|withheld|used))\b/g,
      tells: 'The source is not named.',
      yes: 'The clerk asked not to be named.',
      no: 'The unknown river was named after her.'
    },
    {
      id: 'anonymous/pseudonym',
      category: 'ANONYMOUS',
      group: 'anonymity',
      pattern:
        /\b(?:(?:asked|asks|wanted|wants|wished|preferred|chose|agreed|spoke|speaking|insisted on)(?: \w{1,8}){0,2}? (?:to be (?:called|known|referred to|identified)|being (?:called|identified|known)|under (?:a|an|the) (?:pseudonym|assumed name|alias|name)|using (?:a|an|only (?:his|her|their)) (?:pseudonym|assumed name|alias|first name|middle name|nickname|initials?))(?= (?:as|by|only|simply|just|\w)|[.,;)]|$)|(?:identified|known|named|quoted|referred to|introduced (?:himself|herself|themselves))(?: here| publicly| online)? (?:only|just|simply|solely) (?:as|by)|g[ai]ve(?:s|n)? (?:only|just) (?:his|her|their|a|one) (?:first |given |last |nick)?names?|g[ai]ve(?:s|n)? (?:his|her|their) names? (?:only |simply |just )as|not (?:his|her|their) real names?|(?:whose|his|her|their|the) (?:real )?names? (?:has|have|had|was|were|is|are|has been|have been) (?:been )?(?:changed|withheld(?! (?:until|pending)\b)|not being (?:used|published))|who goes (?:only |online )?by|under (?:a|the) (?:pseudonym|alias|handle|username|screen name)|on an? (?:background|not-for-attribution|unattributed|unattributable) basis|(?:did not|didn't|would not|wouldn't) give (?:his|her|their) (?:full |last |real )?names?|(?:feared?|fearing|fears|for fear of|citing fears? of) (?:reprisals?|retribution|retaliation|losing (?:his|her|their) jobs?|for (?:his|her|their) (?:safety|jobs?)))\b/g,
      tells: 'The source goes by another name or a part of one.',
      yes: 'One patient, who asked to be called Tess, said the bill was wrong.',
      no: 'The river asked of her only a boat.'
    },
    {
      id: 'anonymous/understood',
      category: 'ANONYMOUS',
      group: 'anonymity',
      pattern:
        /\b(?:the (?:\w+ ){0,3}(?:times|post|herald|courier|gazette|guardian|mail|sun|mirror|star|paper|newspaper|website|channel|station|broadcaster|telegraph|independent|observer|tribune|journal|chronicle|express|standard|echo|ledger|globe|bbc)(?:,? which)? (?:has|had) (?:learned|learnt|been told)(?= (?:that|the|of|an?)\b)|(?:we|this (?:news)?paper|this website|this outlet|this magazine|this programme) (?:understands?|(?:has|have) (?:learned|learnt|been told|been informed|established)|(?:was|were) told|can reveal)(?= (?:that|the|an?|he|she|it|they|there|[\w-]+ (?:is|are|was|were|has|have|had|will))\b)|it (?:is|was) understood(?= (?:that|the|he|she|it|they|there)\b|,)|(?:has|have) been (?:made known|told) to (?:us|this (?:news)?paper))/g,
      tells: 'The outlet knows it from somebody whom it does not name.',
      yes: 'We understand that a bid was lodged at dawn.',
      no: 'We understand each other well.'
    },
    {
      id: 'anonymous/source-word',
      category: 'ANONYMOUS',
      group: 'anonymity',
      pattern:
        /(?<!\b(?:into|between|among|against|targeting|for) (?:\w{2,10} ){0,2})\b(?:(?:(?:sources?|insiders?|people|person|persons|individuals?|officials?|executives?|bankers?|diplomats?) (?:close to|familiar with|with (?:direct |first-hand |close )?knowledge of|with direct knowledge|briefed on|privy to)|(?:sources?|insiders?) (?:near|inside|involved in|aware of|within)|(?:people|persons?|officials|executives) (?:involved in|aware of)(?= [^.;]{1,60}(?:said|say|told)))\b|(?:security|government|diplomatic|military|industry|political|senior|informed|local|police|intelligence|hospital|medical|official|western|multiple|several|two|three|various|anonymous|reliable|court|palace|party|rebel|opposition|judicial|banking|trading|market|company|defen[cs]e|law enforcement|other|one|a|the|its|their|our|same) sources?(?= (?:said|says|say|told|tell|reported|confirmed|added|claimed|claim|put|who|quoted|cited|at|within|have|with|insist|insisted)\b)|sources (?:said|say|told|have told|claim|claimed|confirmed|added|in the)|according to (?:the )?(?:\w{1,15} ){0,3}sources?|citing (?:an? |the |its |unnamed |several |two |three )?(?:\w{1,15} ){0,3}sources?|quoting (?:an? )?(?:\w{1,15} ){0,3}sources?)/g,
      tells: 'The source is only described.',
      yes: 'Two sources close to the talks expect a deal.',
      no: 'Fish is the major source of food.'
    }
  ]
}
