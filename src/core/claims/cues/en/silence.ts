import type { RuleSet } from '../rule'
import { any, NOT } from './parts'

/** Manner and time between a negation and its verb. */
const SOON =
  '(?: (?:immediately|yet|publicly|officially|also|so far|directly|initially|formally|specifically|previously|explicitly|further|otherwise|ever|even|been|be|openly|really|actually|himself|herself|itself|themselves)){0,4}'
const CALLS =
  "(?:a |an |the |our |his |her |their |any |several |multiple |repeated |further |[\\w']{1,15} )?(?:phone |telephone |written |media |press )?(?:call|calls|request|requests|message|messages|email|emails|e-mail|e-mails|question|questions|letter|letters|text|texts|inquiry|inquiries|enquiry|enquiries|quer(?:y|ies)|point|points)"
/** What one asks for and may be denied: answers, particulars, grounds. */
const DETAIL =
  '(?:detail|details|evidence|information|proof|figures?|names?|reasons?|explanations?|comments?|statements?|breakdown|specifics|numbers?|cause|results|findings|motives?|identity|identities|toll|particulars|timeline|timetable|time ?frame|timescale|update|updates|date|dates|deadline|price|answers?|reply|replies|response|responses|account|version|sources?|grounds|justification|clarification|confirmation|assurances?|estimates?|interviews?|briefings?)'
/** To speak out on a matter: of somebody who does not, it tells that they keep silent. */
const SPEAK_OUT =
  '(?:(?:spoken|speak)(?: (?:out|in public|publicly|openly))? (?:of|about|on|since|to (?:us|me|reporters|journalists|the (?:press|media|paper)))|talk(?:ed)? to (?:us|me|reporters|journalists|the (?:press|media|paper))|(?:spoken|speak|talk|talked) (?:in public|publicly|out)|' +
  '(?:say|said) (?:anything|much|a word|a thing|what|more)|utter(?:ed)? a word|breathe(?:d)? a word|put (?:a|any) (?:number|figure|date|price|name|time|cost) (?:on|to)|take (?:any )?questions|taken (?:any )?questions|c[oa]me to the (?:phone|telephone|door)|(?:c[oa]me|g[eo]t|call(?:ed)?|phone(?:d)?|r[ia]ng|wr[io]te) back|pick(?:ed)? up(?= ?[.,;]|$| the)|answer(?:ed)?(?= (?:by|before|in time|at|when)\\b| ?[.,;]|$)|(?:go|gone|went) into|(?:get|got) into|(?:be )?drawn (?:on|into|any|$)|rise to|(?:want|wanted|wish|wished|agree|agreed|care|cared) to (?:comment|talk|speak|say|answer|discuss|be drawn|be interviewed|elaborate)|' +
  '(?:discuss|discussed|explain|explained) (?:why|how|what|who|where|when|whether|the (?:reasons?|details?|decision|matter|case|circumstances|allegations?|claims?|terms))|address(?:ed)? (?:the|that|those|these|this|any|it|them|his|her|their|its)\\b(?! (?:crowds?|nation|public|meeting|conference|rally|audience|summit|assembly|underlying|root|needs?|problems?|gathering|congregation|congress|parliament|chamber|house)\\b)' +
  ')'
/** What a silent party does not do. */
const SILENT_VERB =
  '(?:confirm|confirmed|comment|commented|respond|responded|reply|replied|react|reacted|elaborate|elaborated|acknowledge|acknowledged|claim(?:ed)? responsibility|' +
  `${SPEAK_OUT}|` +
  `return(?:ed)? ${CALLS}|answer(?:ed)? ${CALLS}|answer(?:ed)? (?:the |his |her |their )?(?:phones?|telephones?|door)|pick(?:ed)? up (?:the |his |her )?(?:phone|telephone)|` +
  'say (?:whether|who|what|when|where|how|why|if|which|more)|said (?:(?:by|for|to|from|in|on|at|with) )?(?:whether|whom?|what|when|where|how|why|if|which)|explain(?:ed)? (?:whether|what|when|where|how|why)|named? (?=(?:the|any|either|him|her|them|those|its|their|his|her|names)\\b)|' +
  'specify|specified|disclose|disclosed|identif(?:y|ied)|clarif(?:y|ied)|' +
  `(?:provide|provided|give|given|gave|offer|offered|release|released|share|shared|cite|cited|present|presented|produce|produced|publish|published|volunteer|volunteered|supply|supplied)(?: [\\w-]{1,15}){0,4} ${DETAIL}|` +
  'have (?:any |an? )?(?:immediate |further )?(?:comment|response|information|details|figures)|' +
  '(?:make|made|issue|issued)(?: [\\w-]{1,15}){0,3} (?:statement|comment|comments|announcement)|(?:make|made) (?:anyone|anybody|\\w{1,15}) available)'
/** Whose naming or telling somebody withholds: "has not named the victims". */
const WITHHELD =
  '(?:the |any |all |those |its |their |his |her )?(?:\\w{1,12} ){0,2}(?:suspects?|victims?|dead|officers?|accused|detainees?|attackers?|gunm[ae]n|drivers?|crew|passengers|sources?|teenagers?|men|women|man|woman|names?|identit(?:y|ies)|causes?|motives?|details?|results|findings|charges|terms|price|reasons?)'
const NOTIFIED =
  '(?:released|disclosed|published|made public|given|revealed|named|announced publicly)'
const QUESTIONS =
  '(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|requests?|calls|reporters|journalists|comment)'
/** To get round a question. */
const AVOID =
  '(?:side-?step(?:s|ped|ping)?|dodg(?:e|es|ed|ing)|duck(?:s|ed|ing)?|evad(?:e|es|ed|ing)|deflect(?:s|ed|ing)?|skirt(?:s|ed|ing)?|parr(?:y|ies|ied|ying)|avoid(?:s|ed|ing)?|bat(?:s|ted|ting)? (?:away|off)|swat(?:s|ted|ting)? (?:away|off)|fob(?:s|bed|bing)? off|wav(?:e|es|ed|ing) (?:away|off|aside)|brush(?:es|ed|ing)? (?:aside|off|away|past)|shrug(?:s|ged|ging)? off|ignor(?:e|es|ed|ing)|stonewall(?:s|ed|ing)?|walk(?:s|ed|ing)? past|bristl(?:e|es|ed|ing) at|swerv(?:e|es|ed|ing)|passe?(?:s|d)? (?:up|over)|blank(?:s|ed)|shut(?:s|ting)? down|declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|refer(?:s|red|ring)|left|leav(?:e|es|ing))'

/** Wording that says that the party concerned has not confirmed or answered. */
export const UNCONFIRMED: RuleSet = {
  title: 'No confirmation yet',
  provenance: 'Own list, from the formulas of agency style.',
  rules: [
    {
      id: 'unconfirmed/no-word',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        '(?:no|without|awaiting|little)(?: (?:immediate|official|public|further|formal|direct|initial|quick|substantive|prompt|any|such|new|early|government|independent|other)){0,3} (?:confirmation|comments?|response|reaction|reply|claims? of responsibility|word (?:from|on|about|of)|statements? (?:from|by|on|about)|acknowledge?ment|(?<!\\bwithout (?:any |further )?)explanation)',
        'no (?:\\w{2,12} )?(?:answers?|replies|responses|word|statements?) (?:has|had|have|was|were|came|is|arrived|followed|from|by)',
        '(?:met (?:only )?(?:with|by)|drew|brought|elicited|silence|(?:there (?:was|has been|had been)|with)(?: only)?) (?:only )?(?:silence|a (?:wall|blanket) of silence)(?: from)?',
        '(?:nothing|not a word|silence) (?:so far |as yet )?(?:has been |had been |was )?(?:heard |said )?(?:from|by) (?:the )?(?=[\\w. -]{2,40}(?:on|about)\\b)',
        '(?:still |is |are |was |were )?(?:awaiting|waiting for|yet to (?:hear|get|receive)) (?:an? |any |its |their |his |her )?(?:\\w{2,10} )?(?:reply|replies|response|responses|answer|answers|comment|comments|statement|back) (?:from|to)'
      ),
      tells: 'There was no confirmation or comment.',
      yes: 'There was no immediate comment from the Tarsk garrison.',
      no: 'The garrison gave an immediate comment.'
    },
    {
      id: 'unconfirmed/not-confirm',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(`(?<!\\byou )${NOT}${SOON} ${SILENT_VERB}`),
      tells: 'The party has not confirmed or answered.',
      yes: 'Tarsk did not immediately confirm the attack.',
      no: 'Tarsk did confirm the attack.'
    },
    {
      id: 'unconfirmed/unable',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:unable|not (?:been )?able)(?: (?:immediately|yet))? to (?:immediately |officially |independently )?(?:(?:produce|provide|offer|present|supply|show|cite|point to) (?=(?:any|a single|evidence|proof|documents?|records|receipts|examples?)\b)|confirm|comment|say (?:whether|who|what|when|where|how|why|if)|provide (?:details|figures|information))\b/g,
      tells: 'The party could not confirm it.',
      yes: 'Police were unable to confirm the number of dead.',
      no: 'Police were unable to open the door.'
    },
    {
      id: 'unconfirmed/would-not',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        "(?:would(?: not|n't)|(?:does|do)(?: not|n't)|will not|won't)(?: (?:immediately|further|publicly|directly|otherwise|be|generally|usually|normally))? (?:say(?! that)|(?:release|share|publish|provide|identify|name|make public) (?:the|any|its|his|her|their|details|names|further)\\b|discuss (?!the (?:deal|offer|plan) with)|elaborate|disclose|reveal|be drawn|drawn|go into|provide details|speculate|comment|confirm|discussing)",
        'never (?:comments?|discusse?s|confirms?)(?! (?:that|the|it))',
        "(?:not|n't)(?: be)? (?:in a position|prepared|able|ready|free|permitted|allowed|at liberty|going|willing|inclined|appropriate|right|helpful|proper) (?:for (?:him|her|them|it|us|me|the [\\w-]{1,15}) )?to (?:immediately |publicly |officially |independently |yet )?(?:comment|confirm(?! or rule)|discuss|disclose|elaborate|speculate|talk about|go into|respond|reveal|say (?:whether|who|what|when|where|how|why|if|which|more)|provide (?:details|figures|information)|give (?:details|figures|information|names))",
        '(?:inappropriate|premature|improper|wrong)(?: for [\\w ]{2,25})? to (?:comment|speculate|discuss|go into|pre-?empt|prejudge)'
      ),
      tells: 'The party would not say.',
      yes: 'The airline would not say how many were aboard.',
      no: 'The engine would not start.'
    },
    {
      id: 'unconfirmed/neither-nor',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        'neither (?:confirm|confirms|confirmed|confirming)(?: n?or (?:deny|denies|denied|denying|refutes?|refuted|ruled? out))?',
        "(?:neither|none|no one|nobody)(?: [\\w'-]{1,20}){1,5}? (?:has|have|had)(?: yet| so far)? said (?:it|they|that it|that they) (?:was|were|had been|is|are) (?:behind|responsible|to blame)",
        "(?<=\\b(?:said|says) )(?:it|they|he|she|the \\w{3,12}) (?:did|does|do|would|could)(?: not|n't) (?:discuss|comment|speculate)",
        '(?:confirm|confirmed) (?:n?or|or) (?:deny|denied)',
        'nor (?:has|have|had|did)(?: \\w{1,12}){1,3} (?:deny|denied|confirm|confirmed|commented?)',
        "(?:neither|none|nobody|no one|no-one|not one)(?: [\\w'-]{1,20}){0,8}? (?:has|have|had|did|would|could|will|was|were|is|are)(?: (?!not\\b)\\w{1,12}){0,2}? (?:comment|commented|available for (?:comment|interview)|answering|prepared to|willing to|at home|said anything|say anything|say (?:whether|who|what|when|where|how|why|if|which|more)|discuss|spoken|speak about|talk(?! to)|address(?:ed)? the|respond(?:ed)?|repl(?:y|ied)|confirm(?:ed)?(?! (?:dead|cases?|to have)))",
        "(?:neither|none|nobody|no one|no-one)(?: [\\w'-]{1,20}){1,6}? (?:commented|responded|replied|answered|picked up|returned (?:calls|messages|emails|a call|a message)|took (?:the call|questions))"
      ),
      tells: 'Neither confirmed nor denied, by nobody who could.',
      yes: 'The admiral would neither confirm nor deny the loss.',
      no: 'The admiral confirmed the loss.'
    },
    {
      id: 'unconfirmed/declined',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        "(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|not willing|unwilling)(?: (?:requests?|all requests|an? request|repeated requests))? (?:to|for)(?: (?:publicly|further|immediately|directly|officially))? (?:comment|confirm|say|answer|discuss|elaborate|respond|provide|give(?! (?:up|in|way|back|ground|evidence|him|her|them|it)\\b)|disclose|identify|specify|reveal|share|speak|speculate|be (?:interviewed|drawn|specific)|talk|interview|an interview|name|detail|explain|clarify|go into|address|make (?:any |a |further )?(?:public )?(?:comment|statement)|make (?:[\\w'-]{1,15} ){1,5}?(?:public|available)|offer|release|take questions|describe)",
        '(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)) (?:any |further )?comment',
        "(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|turn(?:s|ed|ing)? down|ignor(?:e|es|ed|ing))(?: [\\w'-]{1,15}){0,4}? (?:requests?|invitations?) (?:for (?:an? |further )?(?:comment|comments|interview|interviews|details|information)|to (?:comment|be interviewed|speak|talk|appear))",
        'requests? (?:for (?:comment|details|information|an interview|interviews|access|documents|copies|a copy|figures)|to (?:see|view|interview|speak|visit|inspect|comment))(?: [\\w-]{1,15}){0,5}? (?:was|were) (?:turned down|declined|refused|rejected|denied)'
      ),
      tells: 'The party declined to comment.',
      yes: 'A spokeswoman for Orbel declined to comment.',
      no: 'The miners declined to work on Sunday.'
    },
    {
      id: 'unconfirmed/referred',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        `(?:referred|directed|deferred|redirected|forwarded|referring|directing)(?: (?!to\\b)[\\w'-]{1,15}){0,4}? ${QUESTIONS}\\b[^.;]{0,40}? to`,
        'deferred (?:to [\\w ]{1,30} )?for comment'
      ),
      tells: 'The party passes the question on.',
      yes: 'The mayor’s office referred questions to the police.',
      no: 'The doctor referred her to a clinic.'
    },
    {
      id: 'unconfirmed/avoided',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        `${AVOID}(?: (?:an?|the|that|this|these|those|all|any|every|each|both|his|her|their|our|my|repeated|further|most|several|two|three|[\\w'-]{2,15}'s?)(?: (?!to\\b|from\\b)[\\w'-]{1,15}){0,2}?)? (?:questions?|quer(?:y|ies)|inquiries|enquiries|reporters|journalists|the (?:subject|topic|issue|matter) (?:when|altogether|entirely|of|in)|requests? for|invitations? to (?:comment|discuss|respond))(?<!\\b(?:refer(?:s|red|ring)|left|leav(?:e|es|ing))\\b[^.;]{0,40})`,
        `(?:left|leav(?:e|es|ing))(?: (?!to\\b)[\\w'-]{1,15}){0,3}? (?:questions?|quer(?:y|ies)|calls|messages|emails|e-mails) (?:unanswered|unreturned|hanging)`,
        '(?:left|walked (?:off|out|away)|drove off|departed|hurried (?:off|away|past)) without (?:taking|answering|speaking|commenting|saying|responding|facing|a word)',
        '(?:took|takes|taking|accepted|answered|allowed|would take) no (?:further |more )?questions',
        '(?:changed|changes|changing) the subject (?:when|as soon)',
        '(?:hung up|hangs? up|put(?:s|ting)? (?:down the phone|the phone down)|ended (?:the|a) (?:call|interview)|closed the door|shut the door|slammed the door)(?= (?:when|after|as|on (?:us|me|reporters|journalists|a (?:reporter|journalist)))\\b|[.,;]|$)'
      ),
      tells: 'The party gets round the question.',
      yes: 'The finance chief sidestepped a question about the merger.',
      no: 'The cyclist dodged a lorry.'
    },
    {
      id: 'unconfirmed/silent',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        '(?:remain(?:s|ed|ing)?|kept|keeps|keeping|stay(?:s|ed|ing)?|has been|have been|had been|was|were|is|are)(?: (?:largely|conspicuously|publicly|so far|notably|mostly|unusually|uncharacteristically))? (?:silent|quiet|mum|tight-lipped) (?:on|about|over|regarding)',
        '(?:remain(?:s|ed)?|kept|stay(?:s|ed)?|keep(?:s|ing)?|staying|is|are|was|were)(?: (?:largely|conspicuously|publicly|so far|notably|mostly|characteristically|famously|keeping|very|rather))? (?:mum|tight-lipped|schtum|guarded|coy|non-?committal|evasive)(?: (?:on|about|over|as to|when)|(?=[.,;]|$))',
        '(?:has|have|had) (?:so far |since |again |remained |kept |stayed ){1,2}silent(?! (?:film|movie|night|auction)s?)',
        '(?:maintain(?:s|ed|ing)?|kept|keeps|keeping|held|holds) (?:its|his|her|their|a|an|the) (?:\\w{3,12} )?(?:silence|counsel|peace|own counsel|lips? (?:sealed|buttoned)|mouths? shut)',
        '(?:is|are|was|were|am)(?: still| so far)? saying (?:nothing|little|no more)(?=[.,;]|$| (?:about|on|of|for now|yet|until|more))',
        '(?:radio|official|complete|total|deafening|stony|studied) silence(?= (?:from|on|about|over)|[.,;]|$)',
        '(?:chose|choose|chosen|opted|opt|prefer(?:s|red)?|elect(?:s|ed)?|decided) not to (?:comment|answer|respond|reply|speak|say|discuss|elaborate|talk|be (?:drawn|interviewed)|react|make (?:a |any )?(?:statement|comment))',
        '(?:would|will|could) (?:say|confirm|disclose|reveal|tell (?:us|reporters)) (?:only|no more than|no more|nothing beyond|little beyond|little more than)',
        '(?:would|will) go no further|would not go (?:any )?further|(?:said|saying) no more(?= than|[.,;]|$)',
        '(?:point(?:s|ed|ing)?|direct(?:s|ed|ing)?|steer(?:s|ed)?) (?:reporters|journalists|us|enquiries|inquiries|callers|the media|the press|questions) (?:to|towards|back to)',
        '(?:shook|shakes|shaking) (?:his|her|their) heads?(?= and (?:walk|left|drove|mov|turn|hurr|kept|said nothing)| when (?:asked|questioned))',
        '(?:let|lets|left|leaves) (?:the|his|her|its|their) (?:phones?|telephones?|calls?) (?:ring|unanswered|go)',
        '(?:has|have|had) (?:so far |publicly )?said (?:nothing|little)|said (?:nothing|little) (?:about|of the|on the|publicly|in public)|saying (?:nothing|little) (?:about|of|publicly)|(?:has|have|had|with) nothing (?:further |more |else |new )?to (?:say|add|announce|report|share)',
        '(?:no one|nobody|no-one)(?: [\\w-]{1,12}){0,6}? (?:answered|picked up|responded|replied|returned calls|came to the phone|was available|(?:could|would) (?:comment|be reached|confirm))',
        "(?:is|are|was|were)(?: not|n't) (?:speaking|talking|commenting|responding|giving interviews|taking questions|answering)(?: to (?:reporters|the press|the media|journalists|questions))?(?= *(?:$|[.,;]))",
        "(?:has|have|had)(?: not|n't)(?: yet| so far)? (?:heard back|received (?:a |any )?(?:reply|response|answer)|had (?:a |any )?(?:reply|response))",
        // "said only that talks were going on"
        '(?:say|says|said|stated|replied|answered|responded|repeated|noted) only(?= (?:that|it|he|she|they|the|there)\\b| ?[:¤]|,)',
        '(?:confin|limit|restrict)(?:es|ed|ing) (?:himself|herself|itself|themselves|its (?:answer|reply|response)|(?:his|her|their) (?:answers?|repl(?:y|ies)|comments)) to (?:saying|a )',
        "(?:left|leav(?:e|es|ing))(?: (?!to\\b)[\\w'-]{1,15}){1,7}? unanswered",
        "(?:has|have|had|did|does)(?: not|n't| never)(?: yet)? (?:taken?|expressed?|stated?) (?:an? |any )?(?:official |public |formal )?(?:position|view|stance)|(?:taken|took|takes|take) no (?:official |public |formal )?(?:position|stance)",
        '(?:kept walking|walked (?:past|away from) (?:reporters|journalists|questions))'
      ),
      tells: 'The party keeps silent.',
      yes: 'The palace has remained silent on the rumours.',
      no: 'The streets of the town were quiet.'
    },
    {
      id: 'unconfirmed/quoted',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      insideQuotes: true,
      pattern: /["“](?:we have |i have )?no comment\b/g,
      tells: 'The party says that it has no comment.',
      yes: '“No comment,” the spokesman said.',
      no: 'The comment was rude.'
    },
    {
      id: 'unconfirmed/no-claim',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        '(?:no one|nobody|no-one|no group|none)(?: (?:has|have|had))?(?: (?:yet|so far))? (?:owned up|come forward|came forward|put (?:its|their|his|her) name)',
        '(?:no (?:group|one|organi[sz]ation|party|side|militant group|armed group|rebel group|faction|individual)|nobody)(?: \\w{1,12}){0,4} (?:claimed|admitted|accepted|claim|taken|took|acknowledged) (?:responsibility|credit|the (?:attacks?|bombings?|blasts?|killings?|shootings?|strikes?))',
        `${NOT}(?: yet| so far| immediately)? claimed (?:responsibility|the (?:attacks?|bombings?|blasts?|killings?|shootings?|strikes?))`
      ),
      tells: 'Nobody has said that it was them.',
      yes: 'No group has claimed responsibility for the blast.',
      no: 'The Grey Hand claimed responsibility for the blast.'
    },
    {
      id: 'unconfirmed/yet-to',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        `(?:is|are|has|have|had|was|were)(?: still| as)? yet to(?: be)?(?: (?:publicly|officially|formally))? (?:comment|confirm|confirmed|respond|reply|announce|acknowledge|react|identify|identified|release|name|answer|speak|address|explain|elaborate|publish|disclose|say|make (?:a |any )?(?:public )?(?:statement|comment)|give|provide|issue)`,
        '(?:remain|remains|remained|is|are|was|were) (?:so far |as yet |still )?unconfirmed(?! [a-z]+s?\\b)',
        'unconfirmed (?:report|reports|claim|claims|information|rumou?rs?|account|accounts|reporting|sightings?)'
      ),
      tells: 'The party has yet to confirm.',
      yes: 'The navy has yet to comment on the sinking.',
      no: 'The best is yet to come.'
    },
    {
      id: 'unconfirmed/withheld',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        `(?:has|have|had)(?: not|n't)${SOON} (?:name|named|released|published|disclosed|revealed|announced|made public|given|explained|detailed|described) ${WITHHELD}`,
        `(?:names?|identit(?:y|ies)|causes?|motives?|nationalit(?:y|ies)|charges|findings|terms|price)(?: [\\w'-]{1,20}){0,6}? (?:has|have|had|was|were)(?: not|n't)(?: yet| immediately| been| officially| publicly){0,3} ${NOTIFIED}`,
        `(?:not|n't) been (?:officially|formally|publicly) (?:announced|confirmed|acknowledged|disclosed|named|identified|released)`,
        `(?:officials?|police|authorities|investigators|the \\w{1,15}|it|they) (?:has |have |had )?(?:released|gave|given|provided|offered|disclosed) (?:few|scant|little|only (?:few|scant|limited)) (?:other |further )?(?:details|information)`
      ),
      tells: 'Names, causes or details are not given out.',
      yes: 'Police have not named the victims.',
      no: 'The coach has not named a captain.'
    },
    {
      id: 'unconfirmed/unreachable',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:not|n't)(?: (?:be|been|immediately|available|immediately available))? (?:reached|reachable|available|contacted)(?: \w{1,12}){0,2} (?:for|to) (?:a |further |immediate )?(?:comment|response)|unavailable for (?:comment|interview)|could(?: not|n't)(?: immediately)? be (?:reached|contacted|located)(?! (?:by (?!phone|telephone|e-?mail|text)|without|on foot|from|in time|because))|(?:was|were|is|are)(?: not|n't) reachable|did(?: not|n't)(?: immediately)? (?:want|wish) to comment|(?:not|n't)(?: been)?(?: immediately)? possible to (?:reach|contact|obtain (?:a )?comment|get (?:a )?comment)|(?:unable|not able) to (?:reach|contact|locate)\b[^.;]{0,40}? (?:for|to) comment)\b/g,
      tells: 'The party could not be reached.',
      yes: 'Ms Venn could not be reached for comment.',
      no: 'The summit was reached before dusk.'
    },
    {
      id: 'unconfirmed/unanswered',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        `(?:calls?|messages?|e-?mails?|texts?|requests?|enquir(?:y|ies)|inquir(?:y|ies)|questions?|letters?|voicemails?|quer(?:y|ies)|approach(?:es)?|invitations?)(?: (?!was\\b|were\\b)[\\w'-]{1,20},?){0,16} (?:(?:went|go|goes|was|were|has been|have been|had been|remain|remains|remained)(?: left)? (?:unanswered|unreturned|ignored|straight to voicemail|to voicemail)|(?:was|were|has|have|had) (?:not|never)(?: been| immediately| yet){0,2} (?:returned|answered|acknowledged|replied to|responded to|met)|bounced|went unread|rang out|(?:drew|got|received|yielded|brought|elicited|produced|met with) (?:no|neither|nothing|only (?:silence|an automat))\\b)`,
        '(?:attempts?|efforts?) to (?:reach|contact|speak to|get (?:a )?comment|trace|find)\\b[^.;]{0,60}? (?:unsuccessful|failed|in vain|not successful|came to nothing)',
        '(?:phones?|telephones?|mobiles?(?! (?:internet|networks?|data|services?|coverage))|lines?|numbers?)(?: (?!was\\b|were\\b)[\\w-]{1,20}){0,6} (?:rang (?:out|unanswered)|rang and rang|(?:was|were|is|are|had been|has been) (?:switched off|turned off|disconnected|out of service|unavailable|unobtainable|cut off|dead|not answered))'
      ),
      tells: 'The party was asked and has not answered.',
      yes: 'Calls to the mine’s office went unanswered.',
      no: 'Calls to close the mine grew louder.'
    },
    {
      id: 'unconfirmed/no-details',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:offer|provid|releas|present|produc|shar|disclos)(?:e[sd]?|ed|s|ing)?|g[ai]ve[sn]?|giving|cit(?:e[sd]?|ing)|shown?|showed|made|making|makes|issued?|issues|sent|returned|volunteer(?:s|ed)?|supplied|furnished) (?:no|few|little|scant|scarce|almost no|hardly any)(?: (?!doubt\b|difference\b|progress\b)[\w'-]{1,15}){0,3}? (?:evidence|proof|details?|information|explanation|specifics|figures|sources?|particulars|reasons?|statements?|comment|announcement|response|version|answers?|reply|replies|date|dates|timetable|time ?frame|numbers|names|grounds|justification|clarification|confirmation|account|deadline|breakdown|clues?|hint|sign|indication)\b|\b(?:not|\w{2,8}n't) be (?:commenting|making (?:any |further |a )?(?:comments?|statements?)|giving (?:any )?interviews)\b/g,
      tells: 'The party gave no evidence or details, or will not comment.',
      yes: 'The minister offered no evidence for the charge.',
      no: 'The minister offered evidence for the charge.'
    },
    {
      id: 'unconfirmed/asked',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:has|have|had|was|were|is|are)(?: also| been| being| since)* (?:contacted|approached|asked|emailed|e-mailed|invited)(?: (?!for\b)[\w'’-]{1,20}){0,8} (?:for|to) (?:an? |any |further |their |its |his |her )?(?:comment|response|statement|reaction|reply|respond)|(?:reached|reaching|reaches) out to [^.;]{1,60}? for (?:an? |further )?(?:comment|response|statement|reaction)|(?:has |have |had |is |are )?(?:sought|seeking) (?:an? |further )?(?:comment|response|statement|reaction) from)\b/g,
      tells: 'The party was asked; no answer is told.',
      yes: 'The Harbour Times has contacted the ministry for comment.',
      no: 'The firm was contacted by a buyer in June.'
    },
    {
      id: 'unconfirmed/without-details',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\bwithout (?:elaborating|elaboration|(?:naming|identifying|specifying|disclosing|explaining|saying (?:who|which|when|where|why|what)|going into)|(?:providing|giving|offering|citing|presenting|showing)(?: [\w-]{1,15}){0,3} (?:details?|evidence|proof|information|explanation|sources?|source|figures|names?|specifics))\b/g,
      tells: 'The party gave no evidence or details.',
      yes: 'He blamed the rebels, without providing evidence.',
      no: 'She left without giving notice.'
    }
  ]
}
