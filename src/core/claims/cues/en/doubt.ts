import type { RuleSet } from '../rule'

/** Open questions in the outlet's own voice. */
export const UNCLEAR: RuleSet = {
  title: 'Open question',
  provenance: 'Own list.',
  rules: [
    {
      id: 'unclear/unclear',
      category: 'UNCLEAR',
      group: 'open-question',
      pattern:
        /\b(?:unclear|(?:not|n't)(?: (?:immediately|yet|entirely|at all|fully|completely|altogether|so|as yet)){0,2} (?:clear|known|certain)(?! for\b| as\b)|remains? (?:unknown|a mystery|uncertain|an open question|to be seen)|remained (?:unknown|a mystery|uncertain|to be seen))\b/g,
      tells: 'The outlet says that this is open.',
      yes: 'It was not immediately clear who fired.',
      no: 'The minister made clear who fired.'
    },
    {
      id: 'unclear/unknown',
      category: 'UNCLEAR',
      group: 'open-question',
      pattern:
        /\b(?:(?:is|are|was|were) (?:still |as yet |currently |largely )?unknown|unknown (?:whether|how|if|why|who)|whereabouts (?:is|are|were|remain) unknown|(?:nobody|no one|no-one) knows|(?:impossible|(?:not|n't)(?: been)?(?: immediately| yet)? possible) to (?:know|say|tell|determine|establish)|too (?:early|soon) to (?:say|tell|know)|(?:not|n't) (?:yet )?(?:been )?(?:determined|established) (?:whether|who|how|what|if)|unsure (?:whether|if|how)|questions? (?:remain|remained)|uncertain (?:whether|if|how|when|who)|open question|(?:anyone|anybody)'s guess|yet to (?:be )?(?:determined?|established?|explain(?:ed)?|work(?:ed)? out|f(?:ind|ound) out)|(?:remains?|remained|is|are|was|were) (?:still )?(?:murky|hazy|sketchy|shrouded)|(?:details?|information|figures?|particulars|identit(?:y|ies)|terms)(?: [\w'-]{1,20}){0,8}? (?:was|were|is|are) not (?:immediately|yet|initially) (?:available|released|disclosed|known)|(?:causes?|motives?|reasons?|identit(?:y|ies)|origins?|extent|circumstances|whereabouts)(?: [\w'-]{1,20}){0,8}? (?:has|have|had|was|were) not (?:yet )?(?:been )?(?:determined|established|identified|explained))\b/g,
      tells: 'The outlet says that nobody knows.',
      yes: 'The cause of the fire is unknown.',
      no: 'An unknown singer won the prize.'
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
        /\b(?:(?:asked|requested|requesting|asking|wished|wanting|wanted|preferred|declined|declining|refused|chose)(?: \w{1,8})? (?:not )?to (?:be|remain) (?:named|identified|quoted by name|unnamed|unidentified|anonymous)|(?:not|n't)(?: be| been)? (?:authori[sz]ed|allowed|permitted) to (?:speak|discuss|comment|talk|brief)|(?:did|does|do|would|could)(?: not|n't) (?:wish|want|agree) to be (?:named|identified|quoted)|unnamed|unidentified (?:source|official|person|people|man|woman)|anonymous (?:source|sources|official|officials|person|people|post|posts|tip|letter|account|government|senior|us|u\.s\.)|who (?:gave|provided) only (?:his|her|their) first name|did not (?:give|want to give|want) (?:his|her|their) (?:full |last |real )?names?|names? (?:was|were|has been|have been) (?:withheld|changed))\b/g,
      tells: 'The source is not named.',
      yes: 'The clerk asked not to be named.',
      no: 'The unknown river was named after her.'
    },
    {
      id: 'anonymous/source-word',
      category: 'ANONYMOUS',
      group: 'anonymity',
      pattern:
        /\b(?:(?:sources?|insiders?|people|person|persons|individuals?|officials?|executives?|bankers?|diplomats?) (?:(?:close to|familiar with|with (?:direct )?knowledge of|briefed on|near|inside|involved in|aware of|privy to)\b)|(?:security|government|diplomatic|military|industry|political|senior|informed|local|police|intelligence|hospital|medical|official|western|multiple|several|two|three|various|anonymous|reliable|court|palace|party|rebel|opposition|judicial|banking|trading|market|company|defen[cs]e|law enforcement|other|one|a|the|its|their|our|same) sources?(?= (?:said|says|told|reported|confirmed|added|claimed|who|quoted|cited|in|at|within|have|with)\b)|sources (?:said|say|told|have told|claim|claimed|confirmed|added|in the)|according to (?:the )?(?:\w{1,15} ){0,3}sources?|citing (?:an? |the |its |unnamed |several |two |three )?(?:\w{1,15} ){0,3}sources?|quoting (?:an? )?(?:\w{1,15} ){0,3}sources?)/g,
      tells: 'The source is only described.',
      yes: 'Two sources close to the talks expect a deal.',
      no: 'Fish is the major source of food.'
    }
  ]
}
