import type { RuleSet } from '../rule'
import { any, ARTEFACTS, ENSURE, gap, GENUINENESS, NOT, UNABLE, VERIFY } from './parts'

/** Wording with which an outlet says that it, or anyone, could not verify. */
export const UNVERIFIED: RuleSet = {
  title: 'Could not verify',
  provenance: 'Own list, from the formulas of agency and newspaper style guides.',
  rules: [
    {
      id: 'unverified/not-verify',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern: any(`${UNABLE}${gap(6)} ${VERIFY}`),
      tells: 'Someone could not check it.',
      yes: 'The Harbour Times could not independently verify the report.',
      no: 'The bank asks users to verify their age.'
    },
    {
      id: 'unverified/independently-confirm',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern: any(
        `${UNABLE}${gap(3)} (?:independently|separately)(?: \\w{1,15})? ${ENSURE}`,
        `${UNABLE}${gap(4)} ${ENSURE}${gap(6)} independently`,
        `${NOT}${gap(3)} ${ENSURE} by (?:an? |any |other )?(?:independent|outside|neutral|third)`,
        `${NOT} be ${ENSURE} by (?:reporters|journalists|correspondents|this (?:news)?paper|this publication|our reporters|us)`
      ),
      tells: 'Nobody outside could confirm it.',
      yes: 'The claim could not be independently confirmed.',
      no: 'The ministry did not confirm the raid.'
    },
    {
      id: 'unverified/none',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern:
        /\b(?:neither|none of|nothing|few of|no)\b[\w' -]{1,60}? (?:could|can|has|have|had|was|were)(?: yet| so far)?(?: be| been)? (?:independently )?(?:verified|corroborated|authenticated|substantiated|independently confirmed|(?:checked|confirmed) by (?:reporters|journalists|this (?:news)?paper|an? independent))\b/g,
      tells: 'Nothing of it could be verified.',
      yes: 'Neither side’s figures could be independently verified.',
      no: 'Every signature was verified by the clerk.'
    },
    {
      id: 'unverified/in-part',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern:
        /\b(?:(?:was|were|is|are|has been|have been) able to |could |has |have |had )?(?:confirm|confirmed|verify|verified|authenticate|authenticated|geolocate|geolocated)\b[^.;]{1,80}? but (?:not\b|could not\b|was unable\b|were unable\b|was not able\b|were not able\b)/g,
      tells: 'Only a part of it could be checked.',
      yes: 'The paper confirmed where the video was filmed, but not when.',
      no: 'The paper confirmed where and when the video was filmed.'
    },
    {
      id: 'unverified/no-verification',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern: any(
        '(?:no|without|lack of|lacked|lacking|awaiting|pending|little) (?:any )?(?:independent|outside|third-party) (?:verification|confirmation|corroboration|evidence|accounts?|assessment|proof|witness(?:es)?)',
        '(?:an? |any )?(?:independent|outside) (?:check|verification|confirmation|assessment|corroboration|account)\\b[^.;]{0,40}? (?:(?:was|is|were|are|has been|proved) )?(?:not (?:yet |immediately )?(?:possible|available)|impossible|unavailable)',
        'no (?:\\w{2,14} )?(?:evidence|proof)(?: \\w{2,14})?,? (?:that |to )(?:corroborat|support|back|substantiat|confirm)(?:e[sd]?|s|ed)?(?: up)?(?= (?:it|this|that|the|these|those|his|her|its|their|any|such))',
        'verification (?:of [^.;,]{1,60}? )?(?:is|was|has been|remains|proved) (?:not possible|impossible|difficult|hard)'
      ),
      tells: 'There is no independent verification.',
      yes: 'There was no independent confirmation of the toll.',
      no: 'The watchdog gave independent confirmation of the toll.'
    },
    {
      id: 'unverified/hard-to-check',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern: any(
        `(?:hard|harder|difficult|impossible|tricky) (?:for [\\w' ]{1,30}? )?to (?:independently )?(?:confirm|check|ascertain)(?! in\\b)`,
        '(?:no|without|any) (?:way|means) of (?:independently )?(?:confirming|checking|knowing whether|establishing)',
        `(?:makes?|made|making) (?:the |any )?(?:independent )?(?:verification|verifying|confirming|corroborating|corroboration|fact-checking)\\b[^.;]{0,60}? (?:difficult|hard|impossible|harder)`
      ),
      tells: 'It is hard or impossible to check.',
      yes: 'Reporters are barred, which makes it hard to confirm the toll.',
      no: 'The old lock was hard to open.'
    },
    {
      id: 'unverified/genuineness',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern: any(
        `(?:${GENUINENESS}|(?:whose|its|their) origins?|origins? of the ${ARTEFACTS})(?: of [^.;,]{1,60}?)?,? (?:(?:could|can|has|have|had|was|were)(?: not|n't)|cannot|(?:is|are|has|have|had) yet to)(?: be| been| yet| immediately| independently){0,3} (?:established|confirmed|determined|checked|proven|proved|ascertained|traced|guaranteed|known|verified)`,
        `${GENUINENESS} of [^.;,]{1,60}? (?:is|was|remains|remained) (?:unknown|unclear|uncertain|in doubt|disputed|in question)`,
        `${UNABLE}${gap(3)} (?:establish|determine|confirm|trace|ascertain|vouch for|guarantee|attest to|check|prove)(?: [\\w'-]{1,20}){0,3}? (?:${GENUINENESS}|origins? of the ${ARTEFACTS})`
      ),
      tells: 'Nobody can say whether it is genuine.',
      yes: 'The authenticity of the letter could not be established.',
      no: 'The origin of the river was found in 1870.'
    },
    {
      id: 'unverified/outlet-unable',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern:
        /\b(?:we|reporters|journalists|this (?:news)?paper|this publication)(?: \w+ly)? (?:(?:could|can)(?: not|n't)|cannot|(?:was|were|am|are|is) (?:unable|not able) to|(?:has|have|had)(?: not|n't) been able to)(?: \w+ly)? (?:confirm|establish|check|trace|determine|ascertain|date|locate)\b/g,
      tells: 'The outlet itself could not confirm it.',
      yes: 'We were unable to confirm the figure.',
      no: 'The police were unable to catch the thief.'
    },
    {
      id: 'unverified/adjective',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern:
        /\b(?:unverified|unauthenticated|uncorroborated|unsubstantiated|unverifiable|not verifiable)\b/g,
      tells: 'The outlet calls it unverified.',
      yes: 'Unverified footage showed smoke over Tarsk.',
      no: 'Verified footage showed smoke over Tarsk.'
    }
  ]
}

/** Manner and time between a negation and its verb. */
const SOON =
  '(?: (?:immediately|yet|publicly|officially|also|so far|directly|initially|formally|specifically|previously|explicitly|further|otherwise|ever|even|been|be)){0,4}'
const CALLS =
  "(?:a |an |the |our |his |her |their |any |several |multiple |repeated |further |[\\w']{1,15} )?(?:phone |telephone |written |media |press )?(?:call|calls|request|requests|message|messages|email|emails|e-mail|e-mails|question|questions|letter|letters|text|texts|inquiry|inquiries|enquiry|enquiries)"
const DETAIL =
  '(?:detail|details|evidence|information|proof|figures|figure|names|name|reason|reasons|explanation|comment|comments|statement|breakdown|specifics|numbers|cause|results|findings|motive|identity|identities|toll|particulars|timeline|update)'
/** What a silent party does not do. */
const SILENT_VERB =
  '(?:confirm|confirmed|comment|commented|respond|responded|reply|replied|react|reacted|elaborate|elaborated|acknowledge|acknowledged|claim(?:ed)? responsibility|' +
  `return(?:ed)? ${CALLS}|answer(?:ed)? ${CALLS}|answer(?:ed)? (?:the |his |her |their )?(?:phones?|telephones?|door)|pick(?:ed)? up (?:the |his |her )?(?:phone|telephone)|` +
  'say (?:whether|who|what|when|where|how|why|if|which|more)|said (?:whether|who|what|when|where|how|why|if|which)|specify|specified|disclose|disclosed|identif(?:y|ied)|clarif(?:y|ied)|' +
  `(?:provide|provided|give|given|gave|offer|offered|release|released|share|shared|cite|cited|present|presented|produce|produced|publish|published)(?: [\\w-]{1,15}){0,4} ${DETAIL}|` +
  'have (?:any |an? )?(?:immediate |further )?(?:comment|response|information|details|figures)|' +
  '(?:make|made|issue|issued)(?: [\\w-]{1,15}){0,3} (?:statement|comment|comments|announcement)|(?:make|made) (?:anyone|anybody|\\w{1,15}) available)'
/** Whose naming or telling somebody withholds: "has not named the victims". */
const WITHHELD =
  '(?:the |any |all |those |its |their |his |her )?(?:\\w{1,12} ){0,2}(?:suspects?|victims?|dead|officers?|accused|detainees?|attackers?|gunm[ae]n|drivers?|crew|passengers|sources?|teenagers?|men|women|man|woman|names?|identit(?:y|ies)|causes?|motives?|details?|results|findings|charges|terms|price|reasons?)'
const NOTIFIED =
  '(?:released|disclosed|published|made public|given|revealed|named|announced publicly)'
const QUESTIONS =
  '(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|requests?|calls|reporters|journalists|comment)'

/** Wording that says that the party concerned has not confirmed or answered. */
export const UNCONFIRMED: RuleSet = {
  title: 'No confirmation yet',
  provenance: 'Own list, from the formulas of agency style.',
  rules: [
    {
      id: 'unconfirmed/no-word',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:no|without|awaiting)(?: (?:immediate|official|public|further|formal|direct|initial|quick|substantive|prompt|any|such|new|early|government|independent|other)){0,3} (?:confirmation|comments?|response|reaction|reply|claims? of responsibility|word (?:from|on|about|of)|statements? (?:from|by|on|about)|acknowledge?ment|explanation)\b/g,
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
        /\b(?:unable|not able)(?: (?:immediately|yet))? to (?:immediately |officially |independently )?(?:confirm|comment|say (?:whether|who|what|when|where|how|why|if)|provide (?:details|figures|information))\b/g,
      tells: 'The party could not confirm it.',
      yes: 'Police were unable to confirm the number of dead.',
      no: 'Police were unable to open the door.'
    },
    {
      id: 'unconfirmed/would-not',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:would(?: not|n't)|(?:does|do)(?: not|n't)|will not|won't)(?: (?:immediately|further|publicly|directly|otherwise|be|generally|usually|normally))? (?:say\b(?! that)|discuss (?!the (?:deal|offer|plan) with)|elaborate|disclose|reveal|be drawn|drawn|go into|provide details|speculate|comment|confirm|discussing)\b/g,
      tells: 'The party would not say.',
      yes: 'The airline would not say how many were aboard.',
      no: 'The engine would not start.'
    },
    {
      id: 'unconfirmed/neither-nor',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:neither (?:confirm|confirmed|confirming)|(?:confirm|confirmed) (?:n?or|or) (?:deny|denied)|nor (?:has|have|had|did)(?: \w{1,12}){1,3} (?:deny|denied|confirm|confirmed|commented?)|(?:neither|none)(?: [\w'-]{1,20}){1,5}? (?:has|have|had|did|would|could|was|were)(?: \w{1,12}){0,3}? (?:confirm|confirmed|comment|commented|respond|responded|reply|replied|available for comment))\b/g,
      tells: 'Neither confirmed nor denied.',
      yes: 'The admiral would neither confirm nor deny the loss.',
      no: 'The admiral confirmed the loss.'
    },
    {
      id: 'unconfirmed/declined',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        '(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|not willing|unwilling)(?: (?:requests?|all requests|an? request|repeated requests))? (?:to|for)(?: (?:publicly|further|immediately|directly|officially))? (?:comment|confirm|say|answer|discuss|elaborate|respond|provide|give|disclose|identify|specify|reveal|share|speak|speculate|be (?:interviewed|drawn|specific)|talk|interview|an interview|name|detail|explain|clarify|go into|address|make (?:any |a |further )?(?:public )?(?:comment|statement)|offer|release|take questions|describe)',
        '(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)) (?:any |further )?comment',
        "(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|turn(?:s|ed|ing)? down|ignor(?:e|es|ed|ing))(?: [\\w'-]{1,15}){0,4}? (?:requests?|invitations?) (?:for (?:an? |further )?(?:comment|comments|interview|interviews|details|information)|to (?:comment|be interviewed|speak|talk|appear))",
        'requests? for (?:comment|details|information|an interview|interviews)(?: [\\w-]{1,15}){0,5}? (?:was|were) (?:turned down|declined|refused|rejected|denied)'
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
      id: 'unconfirmed/silent',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: any(
        '(?:remain(?:s|ed|ing)?|kept|keeps|keeping|stay(?:s|ed|ing)?|has been|have been|had been|was|were|is|are)(?: (?:largely|conspicuously|publicly|so far|notably|mostly|unusually|uncharacteristically))? (?:silent|quiet|mum|tight-lipped) (?:on|about|over|regarding)',
        '(?:remain(?:s|ed)?|kept|stay(?:s|ed)?)(?: (?:largely|conspicuously|publicly|so far|notably|mostly))? (?:mum|tight-lipped)',
        '(?:has|have|had) (?:so far |publicly )?said (?:nothing|little)|said (?:nothing|little) (?:about|of the|on the|publicly|in public)|saying (?:nothing|little) (?:about|of|publicly)|(?:has|have|had) nothing (?:further |more )?to say',
        '(?:no one|nobody|no-one)(?: [\\w-]{1,12}){0,6}? (?:answered|picked up|responded|replied|returned calls|came to the phone|was available|(?:could|would) (?:comment|be reached|confirm))',
        "(?:is|are|was|were)(?: not|n't) (?:speaking|talking|commenting|responding|giving interviews|taking questions|answering)(?: to (?:reporters|the press|the media|journalists|questions))?(?= *(?:$|[.,;]))",
        "(?:has|have|had)(?: not|n't)(?: yet| so far)? (?:heard back|received (?:a |any )?(?:reply|response|answer)|had (?:a |any )?(?:reply|response))",
        '(?:kept walking|walked (?:past|away from) (?:reporters|journalists|questions))',
        'hung up (?:when|on (?:a|the) reporter|after being asked|the phone when)'
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
        `(?:is|are|has|have|had|was|were) yet to(?: be)?(?: (?:publicly|officially|formally))? (?:comment|confirm|confirmed|respond|reply|announce|announced|acknowledge|react|identify|identified|release|released|named|speak|address|explain|elaborate|publish|disclose|say|make (?:a |any )?(?:public )?(?:statement|comment)|give|provide|issue)`,
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
      pattern:
        /\b(?:(?:calls?|messages?|e-?mails?|texts?|requests?|enquir(?:y|ies)|inquir(?:y|ies)|questions?|letters?|voicemails?)(?: (?!was\b|were\b)[\w'-]{1,20}){0,10} (?:(?:went|go|goes|was|were|has been|have been|had been|remain|remains|remained)(?: left)? (?:unanswered|unreturned|ignored)|(?:was|were|has|have|had) (?:not|never)(?: been| immediately| yet){0,2} (?:returned|answered|acknowledged)|bounced|went unread|rang out)|(?:attempts?|efforts?) to (?:reach|contact|speak to|get (?:a )?comment)\b[^.;]{0,60}? (?:unsuccessful|failed|in vain|not successful))\b/g,
      tells: 'The party was asked and has not answered.',
      yes: 'Calls to the mine’s office went unanswered.',
      no: 'Calls to close the mine grew louder.'
    },
    {
      id: 'unconfirmed/no-details',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:offer|provid|releas|present|produc|shar|disclos)(?:e[sd]?|ed|s|ing)?|g[ai]ve[sn]?|giving|cit(?:e[sd]?|ing)|shown?|showed|made|making|makes|issued) (?:no|few|little|scant|scarce|almost no|hardly any)(?: (?!doubt\b|difference\b|progress\b)[\w'-]{1,15}){0,3}? (?:evidence|proof|details?|information|explanation|specifics|figures|sources?|particulars|reasons?|statements?|comment|announcement|response)\b|\b(?:not|\w{2,8}n't) be (?:commenting|making (?:any |further |a )?(?:comments?|statements?)|giving (?:any )?interviews)\b/g,
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
