import type { RuleSet } from '../rule'
import { any, CHARGE_PAPERS, gap, SAYS } from './parts'

/** Wording that keeps the outlet at a distance, and charges. */
export const ALLEGED: RuleSet = {
  title: 'Alleged',
  provenance:
    'Own list; distancing assertives after Hooper 1975 and the AP and BBC style entries on claim, allege, accuse.',
  rules: [
    {
      id: 'alleged/claim-verb',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /(?<!\b(?:no|nobody|no group|no one|no-one|lives|not|n't|never|immediately|yet) )\b(?:claimed|claiming)\b(?! (?:\w{1,10} ){0,4}(?:lives|life|victims?|victory|prize|medal|title|asylum|benefits?|refund|compensation|baggage|damages)\b)/g,
      tells: 'The verb "claim" keeps the outlet at a distance.',
      yes: 'The rebels claimed that they held the bridge.',
      no: 'The flood claimed nine lives.'
    },
    {
      id: 'alleged/claims-present',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /(?<!\b(?:the|these|those|such|his|her|its|their|any|all|of|some|no|that|which|new|false|similar|both|other|denied|denies|deny|dismissed|rejected|verify|insurance|jobless|unemployment|'s|s') )\b(?<!\bto )(?:claims?)(?= (?:that|to (?:have|be|represent|know)|it|he|she|they|the|there|responsibility)\b)/g,
      tells: 'The verb "claim" keeps the outlet at a distance.',
      yes: 'Orbel claims it never sold the data.',
      no: 'The ministry denied claims that the dam had failed.'
    },
    {
      id: 'alleged/allege',
      category: 'ALLEGED',
      group: 'allegation',
      pattern: /\b(?:allege|alleges|alleged|alleging|allegedly)\b/g,
      tells: 'The outlet calls it alleged.',
      yes: 'The suspect allegedly fled by boat.',
      no: 'They pledged allegiance.'
    },
    {
      id: 'alleged/allegation-that',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:(?:allegations?|accusations?|claims|charges) (?:that|of (?!responsibility\b)|by|from|against|made|levelled|leveled)|(?:levell?ed|levels|brought|made|making|denies|denied|faces|faced|facing) (?:an? |the )?(?:\w{1,12} )?(?:charge|allegation|accusation|claim) (?:of|that))\b/g,
      tells: 'An allegation is reported with its content.',
      yes: 'Allegations that the firm hid the leak surfaced in May.',
      no: 'The town is mired by corruption allegations.'
    },
    {
      id: 'alleged/accuse',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:accuse|accuses|(?<!\bthe )accused|(?<=\bthe )accused(?= (?:of|him|her|them)\b)|accusing)\b/g,
      tells: 'Someone is accused.',
      yes: 'Tarsk accused Velland of shelling the port.',
      no: 'Tarsk shelled the port of Velland.'
    },
    {
      id: 'alleged/blame',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:blamed|blaming|blames|blame)\b(?! (?:game|for themselves|(?:my|our|your|him|her|it|them)sel(?:f|ves)|it on the weather))/g,
      tells: 'Someone is blamed.',
      yes: 'The council blamed the contractor.',
      no: 'The blame game went on.'
    },
    {
      id: 'alleged/charged-with',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:charged (?:with|over|in connection with)|indicted|fac(?:e|es|ed|ing) (?:\w{1,12} ){0,3}(?:charges?|investigations?|allegations?|accusations?)|on charges of|charges of|on suspicion of|under investigation|wanted (?:for|over|in connection with)|arrested for|accused in|complaint (?:says|said|states|alleges)|lawsuit (?:says|said|states|alleges|claims)|indictment (?:says|said|states|alleges)|prosecutors (?:say|said|contend|argue|argued))\b/g,
      tells: 'A charge, not yet a judgment.',
      yes: 'A clerk was charged with theft.',
      no: 'The battery was charged overnight.'
    },
    {
      id: 'alleged/by-the-charge',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\baccording to (?:the |an? |his |her |their )?(?:[\w-]{1,15} ){0,2}(?:complaint|lawsuit|suit|indictment|affidavit|charge sheet|charging documents?|charges|prosecutors?|prosecution|plaintiffs?)\b/g,
      tells: 'A charge tells it, not yet a judgment.',
      yes: 'According to the complaint, the clerk altered the records.',
      no: 'According to the verdict, the clerk altered the records.'
    },
    {
      id: 'alleged/in-the-charge',
      category: 'ALLEGED',
      group: 'allegation',
      pattern: any(
        `${CHARGE_PAPERS}${gap(6)} ${SAYS}`,
        `in (?:court (?:papers|filings?|documents)|an? (?:affidavit|lawsuit|complaint|filing|petition)|the (?:affidavit|lawsuit|complaint|petition|indictment))\\b[^.;]{0,40}?,? [\\w' -]{1,40}? (?:says?|said|alleges?|alleged|claims?|claimed|accuses?|accused)`,
        `(?:the prosecution|the crown|the state's (?:case|lawyers|attorneys)|prosecuting (?:lawyers?|counsel)) (?:says?|said|alleges?|alleged|claims?|claimed|argues?|argued|contends?|contended|is that)`,
        'prosecutors (?:allege|alleged|contended|claim|claimed|believe|accuse|accused|maintain)',
        '(?:prosecutors|police|authorities|grand jury|magistrates?)(?: [\\w-]{1,15}){0,6}? (?:(?:has|have|had) )?(?:charged|indicted)(?! (?:at|into|toward|towards|for|up|fees?)\\b)',
        'stands? accused'
      ),
      tells: 'A charge tells it, not yet a judgment.',
      yes: 'The lawsuit says the firm hid the risk.',
      no: 'The lawsuit was filed in May.'
    },
    {
      id: 'alleged/suspect',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:suspected|suspects? that|suspicions? (?:that|of)|suspicion that|examining (?:is )?whether|investigating (?:whether|claims|allegations|reports)|investigation into (?:whether|claims|allegations))\b/g,
      tells: 'A suspicion.',
      yes: 'Three suspected smugglers were held.',
      no: 'She was held in high respect.'
    },
    {
      id: 'alleged/distancing-adverb',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:purported|purportedly|purports?|purporting|supposedly|supposed(?! to\b)|reportedly|reputedly|ostensibly|rumou?red|rumou?rs? (?:that|of|about)|reports (?:that (?:the|an?|he|she|it|they|there|his|her|its|their|some|many|more|several|two|three|[\w'-]{2,20} (?:had|was|were|has|have|is|are|would|may|might))\b|emerged that|surfaced that)|the claim (?:that|is that))\b/g,
      tells: 'The outlet passes it on without standing behind it.',
      yes: 'The crew reportedly left the ship.',
      no: 'The crew reported a leak.'
    },
    {
      id: 'alleged/said-to-be',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:is|are|was|were|been|be|still) said to\b|\b(?:were|was|is|are) (?:also |both )?reported (?:to have|to be|killed|dead|missing|injured|wounded|captured)\b|\b(?:has|have|had) been (?:reported|alleged|claimed) to\b|\b(?:is|was|are|were|has been) (?:widely )?(?:reported|claimed|alleged|said) that\b/g,
      tells: 'Hearsay: nobody is named as saying it.',
      yes: 'Parts of the town were said to be under rebel control.',
      no: 'No injuries were reported.'
    }
  ]
}
