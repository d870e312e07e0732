import type { RuleSet } from '../rule'

/** Wording with which an outlet says that it, or anyone, could not verify. */
export const UNVERIFIED: RuleSet = {
  title: 'Could not verify',
  provenance: 'Own list, from the formulas of agency and newspaper style guides.',
  rules: [
    {
      id: 'unverified/not-verify',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern:
        /\b(?:cannot|not|\w{2,8}n't|never|unable to|yet to|impossible to|impossible for|no way to|difficult to|hard to)(?: (?!which\b|who\b|that\b)[\w'.-]{1,20}){0,6}? (?:verify|verified|verifying|authenticate|authenticated|corroborate|corroborated|substantiate|substantiated|validate|validated)\b/g,
      tells: 'Someone could not check it.',
      yes: 'The Harbour Times could not independently verify the report.',
      no: 'The bank asks users to verify their age.'
    },
    {
      id: 'unverified/independently-confirm',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern:
        /\b(?:cannot|not|\w{2,8}n't|unable to|yet to|impossible to)(?: [\w'.-]{1,20}){0,3}? (?:independently|separately)(?: \w{1,15})? (?:confirm|confirmed|establish|established|check|checked|ascertain)\b|\b(?:cannot|not|\w{2,8}n't|unable to|yet to|impossible to)(?: [\w'.-]{1,20}){0,3}? (?:confirm|confirmed|establish|established|check|checked|ascertained|assessed) (?:[\w-]{1,12} )?independently\b/g,
      tells: 'Nobody outside could confirm it.',
      yes: 'The claim could not be independently confirmed.',
      no: 'The ministry did not confirm the raid.'
    },
    {
      id: 'unverified/none',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern:
        /\b(?:neither|none of|no)\b[\w' -]{1,60}? (?:could|can|has|have|was|were)(?: be| been)? (?:independently )?(?:verified|corroborated|authenticated|independently confirmed)\b/g,
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
      pattern:
        /\b(?:no|without|lack of|lacked|lacking|awaiting|pending) (?:any )?(?:independent|outside|third-party) (?:verification|confirmation|corroboration|evidence|accounts?|assessment|witness(?:es)?)\b/g,
      tells: 'There is no independent verification.',
      yes: 'There was no independent confirmation of the toll.',
      no: 'The watchdog gave independent confirmation of the toll.'
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

const SILENT_VERB =
  '(?:confirm|confirmed|comment|commented|respond|responded|reply|replied|react|reacted|elaborate|elaborated|acknowledge|acknowledged|claim responsibility|claimed responsibility|return(?:ed)? (?:a |an |the |our |several |multiple |phone |repeated )?(?:phone |telephone )?(?:call|calls|request|requests|message|messages|email|emails|e-mail)|answer(?:ed)? (?:a |an |the |our |any |several |repeated |further )?(?:phone |written )?(?:call|calls|request|requests|question|questions|message|messages|email|emails)|say (?:whether|who|what|when|where|how|why|if|which|more)|said (?:whether|who|what|when|where|how|why|if)|specify|specified|disclose|disclosed|identif(?:y|ied)|(?:provide|provided|give|given|gave|offer|offered|release|released|share|shared|cite|cited|present|presented)(?: [\\w-]{1,15}){0,4} (?:detail|details|evidence|information|proof|figures|figure|names|name|reason|reasons|explanation|comment|statement|breakdown|specifics|numbers|cause|results|findings|motive|identity|identities|toll))'

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
        /\b(?:no|without|awaiting)(?: (?:immediate|official|public|further|formal|direct|initial|quick|substantive|prompt|any|such|new|early|government|independent)){0,3} (?:confirmation|comment|response|reaction|reply|claims? of responsibility|word (?:from|on|about|of)|statement (?:from|by|on)|acknowledge?ment|explanation)\b/g,
      tells: 'There was no confirmation or comment.',
      yes: 'There was no immediate comment from the Tarsk garrison.',
      no: 'The garrison gave an immediate comment.'
    },
    {
      id: 'unconfirmed/not-confirm',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern: new RegExp(
        "\\b(?:not|\\w{2,8}n't|cannot|never)(?: (?:immediately|yet|publicly|officially|also|so far|directly|initially|formally|specifically|previously|explicitly|been|be)){0,4} " +
          SILENT_VERB +
          '\\b',
        'g'
      ),
      tells: 'The party has not confirmed or answered.',
      yes: 'Tarsk did not immediately confirm the attack.',
      no: 'Tarsk did confirm the attack.'
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
      pattern:
        /\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|not willing|unwilling)(?: (?:requests?|all requests|an? request|repeated requests))? (?:to|for)(?: (?:publicly|further|immediately|directly))? (?:comment|confirm|say|answer|discuss|elaborate|respond|provide|give|disclose|identify|specify|reveal|share|speak|speculate|be interviewed|talk|interview)\b/g,
      tells: 'The party declined to comment.',
      yes: 'A spokeswoman for Orbel declined to comment.',
      no: 'The miners declined to work on Sunday.'
    },
    {
      id: 'unconfirmed/no-claim',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:no (?:group|one|organi[sz]ation|party|side|militant group|faction|individual)|nobody)(?: \w{1,12}){0,4} (?:claimed|admitted|accepted|claim|taken|took) (?:responsibility|credit)\b/g,
      tells: 'Nobody has said that it was them.',
      yes: 'No group has claimed responsibility for the blast.',
      no: 'The Grey Hand claimed responsibility for the blast.'
    },
    {
      id: 'unconfirmed/yet-to',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:is|are|has|have|had|was|were) yet to(?: be)?(?: (?:publicly|officially|formally))? (?:comment|confirm|confirmed|respond|announce|announced|acknowledge|react|identify|identified|release|named)|(?:remain|remains|remained) unconfirmed|unconfirmed (?:report|reports|claim|claims|information|rumou?rs?|account|accounts))\b/g,
      tells: 'The party has yet to confirm.',
      yes: 'The navy has yet to comment on the sinking.',
      no: 'The best is yet to come.'
    },
    {
      id: 'unconfirmed/unreachable',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:not|n't)(?: (?:be|been|immediately|available|immediately available))? (?:reached|reachable|available|contacted)(?: \w{1,12}){0,2} (?:for|to) (?:a |further |immediate )?(?:comment|response)|unavailable for comment|could not(?: immediately)? be (?:reached|contacted)|did(?: not|n't)(?: immediately)? (?:want|wish) to comment)\b/g,
      tells: 'The party could not be reached.',
      yes: 'Ms Venn could not be reached for comment.',
      no: 'The summit was reached before dusk.'
    },
    {
      id: 'unconfirmed/unanswered',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:calls?|messages?|e-?mails?|texts?|requests?|enquir(?:y|ies)|inquir(?:y|ies)|questions?|letters?|voicemails?)(?: (?!was\b|were\b)[\w'-]{1,20}){0,10} (?:(?:went|go|goes|was|were|has been|have been|had been|remain|remains|remained)(?: left)? (?:unanswered|unreturned|ignored)|(?:was|were|has|have|had) (?:not|never)(?: been| immediately| yet){0,2} (?:returned|answered|acknowledged))|(?:attempts?|efforts?) to (?:reach|contact|speak to|get (?:a )?comment)\b[^.;]{0,60}? (?:unsuccessful|failed|in vain|not successful))\b/g,
      tells: 'The party was asked and has not answered.',
      yes: 'Calls to the mine’s office went unanswered.',
      no: 'Calls to close the mine grew louder.'
    },
    {
      id: 'unconfirmed/no-details',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:offer|provid|releas|present|produc|shar|disclos)(?:e[sd]?|ed|s|ing)?|g[ai]ve[sn]?|cit(?:e[sd]?|ing)|shown?|showed) (?:no|few|little|scant|scarce|almost no|hardly any)(?: (?!doubt\b)[\w'-]{1,15}){0,3}? (?:evidence|proof|details?|information|explanation|specifics|figures|sources?|particulars|reasons?)\b|\b(?:not|n't) be (?:commenting|making (?:any |further |a )?(?:comments?|statements?)|giving (?:any )?interviews)\b/g,
      tells: 'The party gave no evidence or details, or will not comment.',
      yes: 'The minister offered no evidence for the charge.',
      no: 'The minister offered evidence for the charge.'
    },
    {
      id: 'unconfirmed/asked',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\b(?:(?:has|have|had|was|were|is|are)(?: also| been| being| since)* (?:contacted|approached|asked|emailed|e-mailed|invited)(?: (?!for\b)[\w'’-]{1,20}){0,8} (?:for|to) (?:an? |any |further |their |its |his |her )?(?:comment|response|statement|reaction|reply|respond)|(?:reached|reaching) out to [^.;]{1,60}? for (?:an? |further )?(?:comment|response|statement|reaction)|(?:has |have |had )?sought (?:an? )?(?:comment|response|statement|reaction) from)\b/g,
      tells: 'The party was asked; no answer is told.',
      yes: 'The Harbour Times has contacted the ministry for comment.',
      no: 'The firm was contacted by a buyer in June.'
    },
    {
      id: 'unconfirmed/without-details',
      category: 'UNCONFIRMED',
      group: 'unconfirmed',
      pattern:
        /\bwithout (?:elaborating|elaboration|(?:providing|giving|offering|citing|presenting|showing)(?: [\w-]{1,15}){0,3} (?:details?|evidence|proof|information|explanation|sources?|source|figures|names?|specifics))\b/g,
      tells: 'The party gave no evidence or details.',
      yes: 'He blamed the rebels, without providing evidence.',
      no: 'She left without giving notice.'
    }
  ]
}
