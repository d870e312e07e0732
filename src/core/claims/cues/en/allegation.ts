import type { RuleSet } from '../rule'
import { any, CHARGE_PAPERS, gap, SAYS } from './parts'

/** To set a charge going, and what is set going. */
const LODGE =
  '(?:register(?:s|ed|ing)?|fil(?:e|es|ed|ing)|lodg(?:e|es|ed|ing)|br(?:ing|ings|inging|ought)|press(?:es|ed|ing)?|prefer(?:s|red)|launch(?:es|ed|ing)?|initiat(?:e|es|ed|ing)|pursu(?:e|es|ed|ing)|serv(?:e|es|ed))'
const CASE =
  '(?:cases?|complaints?|charges?|lawsuits?|suits?|class actions?|claims?|petitions?|proceedings|action|prosecutions?|indictments?|investigations?|inquir(?:y|ies)|probes?|writs?|fir)'
/** What somebody is held answerable for. */
const MISDEED =
  '(?:attacks?|bombings?|blasts?|killings?|murders?|raids?|fires?|strikes?|shootings?|explosions?|incidents?|breach(?:es)?|hacks?|deaths?|leaks?|thefts?|assaults?|violence|massacre|crash|outage|sabotage|ambush|kidnappings?|abductions?|disappearances?)'

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
        /(?!(?<=\b(?:been|was|were|being) )claimed(?! (?:that|to|by|in)\b))(?!(?<=\b(?:is|are) )claimed(?! (?:that|to)\b))(?<!\b(?:no|nobody|no group|no one|no-one|lives|not|n't|never|immediately|yet) )\b(?:claimed|claiming)\b(?! (?:\w{1,10} ){0,4}(?:lives|life|victims?|victory|prize|medal|title|asylum|benefits?|refund|compensation|baggage|damages)\b)/g,
      tells: 'The verb "claim" keeps the outlet at a distance.',
      yes: 'The rebels claimed that they held the bridge.',
      no: 'The flood claimed nine lives.'
    },
    {
      id: 'alleged/claims-present',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /(?<!\b(?:the|these|those|such|his|her|its|their|any|all|of|some|no|that|which|new|false|similar|both|other|denied|denies|deny|dismissed|rejected|verify|insurance|jobless|unemployment|'s|s') )\b(?<!\bto )(?:claims?)(?= (?:shows?\b|that|to (?:have|be|represent|know)|it|he|she|they|the|there|responsibility|(?:its|his|her|their) own)\b)/g,
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
        /\b(?:(?:(?:allegations?|accusations?|claims) (?:that|of (?!responsibility\b)|by|from|against|made|levelled|leveled)|charges (?:that|of|against|made|levelled|leveled))|(?:levell?ed|levels|brought|made|making|denies|denied|faces|faced|facing) (?:an? |the )?(?:\w{1,12} )?(?:charge|allegation|accusation|claim) (?:of|that))\b/g,
      tells: 'An allegation is reported with its content.',
      yes: 'Allegations that the firm hid the leak surfaced in May.',
      no: 'The town is mired by corruption allegations.'
    },
    {
      id: 'alleged/accuse',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:(?<!\b(?:nobody|no one) (?:will |can |could |would )?)accuse|accuses|(?<!\bthe )accused|(?<=\bthe )accused(?= (?:of|him|her|them)\b)|accusing)\b/g,
      tells: 'Someone is accused.',
      yes: 'Tarsk accused Velland of shelling the port.',
      no: 'Tarsk shelled the port of Velland.'
    },
    {
      id: 'alleged/blame',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:blamed|blaming|blames|blame)\b(?! (?:(?:the )?(?:weak|weaker|slow|slower|soft|softer|falling|lower|higher|rising|bad|poor|wet|dry|hot|cold|adverse|unfavou?rable|weather|heatwave|cold|drought|economy|pandemic|inflation|currency|demand|costs?)\b|an? (?:sudden |sharp |steep |further |global )?(?:change|fall|drop|rise|slump|slowdown|shortage|downturn|weak|weaker|decline)\b|game|for themselves|(?:my|our|your|him|her|it|them)sel(?:f|ves)|it on the weather))/g,
      tells: 'Someone is blamed.',
      yes: 'The council blamed the contractor.',
      no: 'The blame game went on.'
    },
    {
      id: 'alleged/charged-with',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:charged under|charged (?:with(?! (?:the (?:task|duty|job|responsibility|care)|keeping|raising|running|overseeing|managing|maintaining|protecting|ensuring|enforcing|carrying|looking|leading|finding|drawing|implementing|investigating|monitoring|delivering|providing|helping|preparing|guarding|reviewing|setting|making sure|regulating|advising)\b)|over|in connection with)|indicted|fac(?:e|es|ed|ing) (?:\w{1,12} ){0,3}(?:charges?|investigations?|allegations?|accusations?)|on charges of|charges of|on suspicion of|under investigation|wanted (?:for|over|in connection with)|fac(?:e|es|ed|ing) (?:trial|prosecution|extradition|court|a court|jail|a hearing)(?= (?:for|over|on|after|in connection))|(?:stands?|stood|standing|goes|went|put|is|are|was|were|being|currently) (?:on )?trial (?:for|over|on|accused|charged)|warrants? (?:has been |have been |was |were )?(?:issued )?for (?:his|her|their|the) arrests?|arrested for|accused in|complaint (?:says|said|states|alleges)|lawsuit (?:says|said|states|alleges|claims)|indictment (?:says|said|states|alleges)|prosecutors (?:say|said|contend|argue|argued))\b/g,
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
        `${CHARGE_PAPERS}(?! (?:and|but)\\b)${gap(6)} ${SAYS}`,
        `in (?:court (?:papers|filings?|documents)|an? (?:affidavit|lawsuit|complaint|filing|petition)|the (?:affidavit|lawsuit|complaint|petition|indictment))\\b[^.;]{0,40}?,? [\\w' -]{1,40}? (?:says?|said|alleges?|alleged|claims?|claimed|accuses?|accused)`,
        `(?:the prosecution|the crown|the state's (?:case|lawyers|attorneys)|prosecuting (?:lawyers?|counsel)) (?:says?|said|alleges?|alleged|claims?|claimed|argues?|argued|contends?|contended|is that)`,
        'prosecutors (?:allege|alleged|contended|claim|claimed|believe|accuse|accused|maintain)',
        `${LODGE}${gap(4)} ${CASE} (?:of|over|alleging|accusing|claiming|under|against|into (?:alleged|claims|allegations))\\b(?! (?:asylum|benefits?|compensation|damages|the (?:ball|scheme))\\b)`,
        `open(?:s|ed|ing)?${gap(4)} ${CASE} (?:against|into (?:(?:suspected|possible|alleged) )?[\\w-]{0,20}(?:slaughter|murder|homicide|fraud|corruption|bribery|negligence|theft|embezzlement|abuse|sabotage|terrorism|treason|laundering|rape|assault|espionage|spying|crimes?|killings?)\\b)`,
        `(?<!\\b(?:who|that|which) )(?:sue|sues|sued|suing)(?: (?!to\\b)[\\w'.&-]{1,20}){1,8}? (?:over|for|alleging|claiming|accusing|after)`,
        `${CASE}${gap(5)} (?:alleges?|alleged|accuses?|claims (?:that|the|he|she|it|they)|contends?|mak(?:es|ing)(?: [\\w-]{1,15}){0,3} (?:allegations?|accusations?|claims?))`,
        '(?:booked|detained|held|remanded|questioned|wanted|charge-?sheeted)(?: \\w{1,12}){0,3}? (?:on suspicion|for alleged|over alleged|in connection with|under (?:section|the \\w{3,20} act))',
        '(?:prosecutors|police|authorities|grand jury|magistrates?)(?: [\\w-]{1,15}){0,6}? (?:(?:has|have|had) )?(?:charged|indicted)(?! (?:at|into|toward|towards|for|up|fees?)\\b)',
        'stands? accused'
      ),
      tells: 'A charge tells it, not yet a judgment.',
      yes: 'The lawsuit says the firm hid the risk.',
      no: 'The lawsuit was filed in May.'
    },
    {
      id: 'alleged/attributed',
      category: 'ALLEGED',
      group: 'allegation',
      pattern: any(
        `attribut(?:e|es|ed|ing)(?: [\\w'-]{1,20}){0,5}? ${MISDEED}(?: [\\w'-]{1,20}){0,6}? to`,
        `${MISDEED}(?: [\\w'-]{1,20}){0,4}? (?:(?:has|have|had) been|was|were|is|are) (?:widely |officially |publicly )?attributed to`,
        'pin(?:s|ned|ning) (?:the |all the )?(?:blame|responsibility|it|this|that|the \\w{3,15}) on',
        '(?:lay|lays|laid|laying|put|puts|putting|cast|heap(?:ed|s)?|shift(?:ed|s|ing)?) (?:the |all the |some of the |much of the )?blame',
        '(?:point(?:s|ed|ing)?) (?:the |an? )?(?:accusing )?fingers? at',
        '(?:accusing )?fingers? (?:was|were|is|are|have been|has been) (?:\\w{3,10} )?pointed at',
        '(?<!\\b(?:the|of|those|these|on|all|any|his|her|its|their|criminal|formal|former|new|such) )(?:charg(?:es|ed)|(?:critics|opponents|rivals|they|groups?|unions?) charge) that (?=(?:the|an?|it|he|she|they|his|her|its|their|no|some|\\w+s)\\b)',
        '(?:hold|holds|held|holding)(?: [\\w-]{2,20}){1,4} responsible(?= for)',
        '(?:implicat(?:e|es|ed|ing))(?! (?:for|that))'
      ),
      tells: 'Somebody is held answerable for it.',
      yes: 'Police attribute the attack to a smuggling ring.',
      no: 'The coach attributed the win to rest.'
    },
    {
      id: 'alleged/boast',
      category: 'ALLEGED',
      group: 'allegation',
      pattern: any(
        "(?:boast(?:s|ed|ing)?|brag(?:s|ged|ging)?)(?: [\\w'-]{1,20}){0,7}? (?:that|of having|about having|to have|of (?=\\d|killing|capturing|destroying|downing|hitting|stealing))",
        'what (?:it|he|she|they|the [\\w-]{2,20}|\\w{3,20}) (?:said|says|say|claimed|insisted|purported|alleged) (?:was|were|is|are|to be)',
        '(?:would|will) have (?:us|people|everyone|voters|the world) believe',
        "if (?:his|her|its|their|the [\\w-]{2,20}'s|[\\w-]{2,20}'s?) (?:word|account|claims?|story|figures?|version) (?:is|are) to be believed",
        '(?:legend|rumou?r|gossip|word|the story|the tale|local lore|hearsay|folklore) (?:has it|goes|went|had it)(?= (?:that\\b)?|,)',
        '(?:stories|rumou?rs?|whispers|gossip|talk|claims|allegations|reports|speculation)(?: [\\w-]{1,15}){0,4}? (?:abound(?:s|ed)?|swirl(?:s|ed|ing)?|circulat(?:e|es|ed|ing)|doing the rounds|did the rounds|do the rounds|persist(?:s|ed)?|have surfaced|has surfaced)',
        'by (?:some|several|many|most|one) accounts?',
        'so the (?:story|tale|rumou?r|legend) goes'
      ),
      tells: 'The outlet passes on a boast or a rumour and keeps its distance.',
      yes: 'The ring boasted on a forum that it held the files of a million patients.',
      no: 'The town boasts a fine pier.'
    },
    {
      id: 'alleged/suspect',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:suspected(?! (?:(?:cholera|measles|ebola|mpox|dengue|polio|covid\S{0,3}|influenza|flu|avian|malaria|meningitis|typhoid|diphtheria|fever|virus|plague|marburg|poisoning) ){0,2}(?:cases?|infections?)\b(?! of (?!cholera|measles|ebola|mpox|dengue|the (?:virus|disease))))|under suspicion|suspects? (?=(?:the|an?|him|her|them|it|his|their|its|several|some|two|three|four|one|both|many)\b)(?:[\w'-]{1,15} ){1,12}?of (?=[a-z])|suspects? (?:that|arson|foul play|sabotage|fraud|murder|a (?:leak|bomb|cover-up))|suspicions? (?:that|of)|suspicion that|examining (?:is )?whether|investigating (?:whether|claims|allegations|reports)|investigation into (?:whether|claims|allegations))\b/g,
      tells: 'A suspicion.',
      yes: 'Three suspected smugglers were held.',
      no: 'She was held in high respect.'
    },
    {
      id: 'alleged/distancing-adverb',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\b(?:purported|purportedly|purports?|purporting|supposedly|supposed(?! to\b)|reportedly|reputedly|ostensibly|rumou?red|rumou?rs? (?:that|of|about)|according to (?:(?:some|various|several|many|other|early|initial|unconfirmed|unverified|these|those) )?reports(?=[,.;]| (?:that|in)\b|$)|reports (?:that (?:the|an?|he|she|it|they|there|his|her|its|their|some|many|more|several|two|three|[\w'-]{2,20} (?:had|was|were|has|have|is|are|would|may|might))\b|emerged that|surfaced that)|the claim (?:that|is that))\b/g,
      tells: 'The outlet passes it on without standing behind it.',
      yes: 'The crew reportedly left the ship.',
      no: 'The crew reported a leak.'
    },
    {
      id: 'alleged/said-to-be',
      category: 'ALLEGED',
      group: 'allegation',
      pattern:
        /\bsaid to (?=(?:be|have|show|depict|contain|include|date|hold|come|belong|number|involve|reveal|prove|capture|portray|represent|carry|feature|record)\b)|\b(?:is|are|was|were|been|be|still) (?:[a-z]{2,12}ly |also |now |long |even )?said to\b|\bthere (?:have been|has been|had been|were|was|are|is) (?:(?!no\b|any\b)\w{2,12} ){0,2}(?:reports?|claims|allegations|accusations|suggestions|rumou?rs) (?:\w{2,10} ){0,3}?(?:of|that)\b|\b(?:were|was|is|are) (?:[a-z]{2,12}ly |also |both |first |even )?reported (?:to have|to be|killed|dead|missing|injured|wounded|captured)\b|\b(?:has|have|had) been (?:[a-z]{2,12}ly |also |since )?(?:reported|alleged|claimed|rumou?red) to\b|\b(?:is|was|are|were|has been|had been) (?:[a-z]{2,12}ly |also |first |since )?(?:reported|claimed|alleged|said) that\b|(?<=, )it (?:is|was|has been|had been) (?:also |even )?(?:claimed|reported|rumou?red)(?=[.,;"”]|$)/g,
      tells: 'Hearsay: nobody is named as saying it.',
      yes: 'Parts of the town were said to be under rebel control.',
      no: 'No injuries were reported.'
    }
  ]
}
