import type { RuleSet } from '../rule'
import {
  any,
  ARTEFACTS,
  ENSURE,
  gap,
  GENUINE,
  GENUINENESS,
  NOT,
  SAYINGS,
  UNABLE,
  VERIFY
} from './parts'

/** What may be checked, as the subject of a passive. */
const CHECKABLE = `(?:${SAYINGS}|${ARTEFACTS}|details|numbers?|figures?|tolls?|sums?|identit(?:y|ies)|quot(?:es|ations))`
/** Put to the test, of which alone one can't tell by whom. */
const TESTED =
  '(?:checked|tested|traced|dated|located|proven|proved|disproved|disproven|ruled out|borne out|pinned down|reconciled with|squared with|backed up|stood up|borne out|matched (?:with|to)|cross-checked)'
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
      pattern: any(
        "(?:neither|none of|nothing|few of|no)\\b[\\w' -]{1,60}? (?:could|can|has|have|had|was|were)(?: yet| so far)?(?: be| been)? (?:independently )?(?:verified|corroborated|authenticated|substantiated|independently confirmed|(?:checked|confirmed) by (?:reporters|journalists|this (?:news)?paper|an? independent))",
        `(?:neither|none|no)${gap(3)} ${CHECKABLE}${gap(8)} (?:could|can|has|have)(?: yet| so far)? be(?:en)? ${TESTED}`,
        `(?:neither|none of (?:it|this|that|these|those|them))${gap(3)} (?:could|can|has|have)(?: yet| so far)? be(?:en)? ${TESTED}`
      ),
      tells: 'Nothing of it could be verified.',
      yes: 'Neither side’s figures could be independently verified.',
      no: 'Every signature was verified by the clerk.'
    },
    {
      id: 'unverified/untested',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern: any(
        `${CHECKABLE}${gap(8)} (?:(?:could|can|has|have)(?: not|n't)|cannot)(?: yet| so far| immediately| all| easily)? be(?:en)?(?: immediately| all| easily)? ${TESTED}`,
        `(?:it|this|that|they|them|these|those) (?:(?:could|can)(?: not|n't)|cannot)(?: immediately| all| easily)? be(?: immediately| all| easily)? (?:checked|tested)`,
        `${CHECKABLE}${gap(6)} (?:remains?|remained|(?:is|are|was|were)(?: still| so far| as yet)?) (?:unproven|unproved|untested|unchecked)`,
        `(?:unproven|untested|unchecked) ${SAYINGS}`,
        `(?:what|how much|how many|who|where)\\b[^.;,]{2,50}? (?:(?:could|can) not|cannot|couldn't|can't) be (?:checked|verified|confirmed|tested)`
      ),
      tells: 'It could not be put to the test.',
      yes: 'Those numbers cannot be checked.',
      no: 'The brakes could not be checked before the race.'
    },
    {
      id: 'unverified/on-trust',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern: any(
        "(?:on|by) (?:his|her|its|their|the [\\w-]{1,15}'s|[\\w-]{1,20}'s?) (?:bare )?(?:word|say-so|testimony|account) alone",
        "(?:only|just|little (?:more|else) than|nothing (?:but|more than)) (?:his|her|its|their|[\\w-]{1,20}'s?) (?:own )?(?:word|say-so)(?= (?:for|on|to|that)\\b|[.,;]|$)",
        '(?:comes?|came) (?:only )?from (?:the )?[\\w-]{2,20}(?: [\\w-]{2,20})? (?:alone|only)(?=[.,;]|$)',
        '(?:rests?|rested|resting|based|relies|relied|hangs?|hung) (?:solely |only |entirely |wholly |largely )?(?:on|upon) (?:a (?:single|lone|sole)|one|an? (?:unnamed|anonymous)) (?:\\w{3,12} )?(?:witness|source|account|document|photograph|image|informant|testimony)(?=[.,;]| )',
        '(?:has|have|had) to (?:be taken|take (?:it|this|that|them)) on trust',
        "(?:can(?:not|'t| not)|should not|shouldn't) be taken at (?:face value|(?:his|her|its|their) word)"
      ),
      tells: 'Nothing but somebody’s word stands behind it.',
      yes: 'The figure rests on the ministry’s word alone.',
      no: 'She kept her word.'
    },
    {
      id: 'unverified/whether-genuine',
      category: 'UNVERIFIED',
      group: 'unverified',
      pattern: any(
        `${UNABLE}${gap(3)} (?:${ENSURE}|say|said|tell|know|judge|gauge|rule on)(?: for (?:sure|certain))? (?:whether|if|that|how)${gap(8)} ${GENUINE}`,
        `(?:whether|if)${gap(6)} (?:is|are|was|were) ${GENUINE}\\b[^.;]{0,40}? (?:could not|cannot|couldn't|can't|has not|have not|is not|was not)(?: yet)? (?:be|been)? ?(?:established|determined|confirmed|checked|known|verified|clear)`
      ),
      tells: 'Nobody can say whether it is genuine.',
      yes: 'The station was unable to determine whether the sample is authentic.',
      no: 'The jeweller was able to determine that the ring is real.'
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
        `no (?:\\w{2,14} )?(?:evidence|proof|documents?|material)(?: (?:was|were|has been|have been|had been|is) (?:\\w{2,10} )?(?:produced|offered|presented|given|published|found|provided|put forward|forthcoming))? to (?:support|back(?: up)?|substantiate|corroborate)(?= (?:it|this|that|the|these|those|his|her|its|their|any|such)\\b)`,
        `(?:nothing|little|not (?:much|enough)) to (?:back(?: up)?|support|substantiate|corroborate|confirm) (?:it|this|that(?! \\w)|(?:that|the|these|those|his|her|its|their|any) (?:\\w{2,12} )?${SAYINGS})`,
        'no (?:second|other|further|independent|outside) (?:source|witness|account|confirmation|record)(?: (?:could be|has been|was|had been) (?:found|traced|located|obtained))',
        `(?:nobody|no one|no-one|no (?:\\w{3,14} )?(?:body|journalist|reporter|observer|expert|outsider|inspector|monitor|agency)s?|few)(?: (?:outside|independent of|beyond|from outside)(?: (?:the )?[\\w-]{2,20}){1,2})(?: (?:has|have|had|was|were))? (?:seen|examined|inspected|checked|tested|reviewed|been (?:allowed|able|given|shown))`,
        `(?:no|few) (?:independent|outside|foreign|international|neutral) (?:\\w{3,14} )?(?:bod(?:y|ies)|journalists?|reporters?|observers?|monitors?|experts?|inspectors?|investigators?|agenc(?:y|ies)) (?:has|have|had|was|were) (?:seen|examined|inspected|checked|tested|reviewed|visited|been (?:allowed|able|given|shown|permitted)|able|allowed|present)`,
        `(?:independent|outside|foreign|international|neutral) (?:\\w{3,14} )?(?:journalists?|reporters?|observers?|monitors?|experts?|inspectors?|investigators?) (?:(?:has|have|had|were|was|are|is)(?: not|n't| never)(?: yet)?(?: been)? (?:allowed|able|given access|permitted|admitted|let)|(?:are|were|have been) (?:barred|banned|kept out|denied access))`,
        `(?:not|n't)(?: been)?(?: immediately| yet)? possible (?:for [^.;,]{2,30} )?to (?:independently )?(?:confirm|check|establish|verify)(?! (?:who|what|why|how|when|where|whether))`,
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
        'no (?:way|means) to (?:independently )?(?:confirm|check|test|prove|establish|tell whether|know whether)',
        `${UNABLE}(?: been able to)?(?: \\w{2,12}ly)? (?:stand|back) (?:it|this|that|them|(?:the|that|this|these|those|his|her|their|its) [\\w' -]{3,30}?) up`,
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
        `(?:dates?|times?|places?|locations?|settings?)(?: (?:and|or) (?:the )?(?:dates?|times?|places?|locations?|settings?))? of (?:the|this|that|these|those|its|each|either) (?:[\\w-]{2,15} )?${ARTEFACTS} (?:(?:could|can|has|have|was|were)(?: not|n't)|cannot)(?: immediately| yet)? be(?:en)?(?: \\w{2,14}ly)? (?:established|confirmed|determined|ascertained|known)`,
        `${GENUINENESS} of [^.;,]{1,60}? (?:is|was|remains|remained) (?:unknown|unclear|uncertain|in doubt|disputed|in question)`,
        `${UNABLE}${gap(3)} (?:establish|determine|confirm|trace|ascertain|vouch for|guarantee|attest to|check|prove)(?: [\\w'-]{1,20}){0,3}? (?:${GENUINENESS}|existence|origins? of the ${ARTEFACTS})`
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
