import { words } from './parts'

/* What the sides of a dispute charge each other with, and what they tell of their own. Own lists. */

/** Refusals and broken rules. */
const BREACHES = String.raw`
  refus\w{2,3}|fail(?:ed|s|ing|ure) (?:to|in|on)|broke|breach\w{0,3}|violat\w{2,4}|ignor\w{2,3}
  walked (?:out|away)|turned down|cancell?ed|skipped|owed|owes
  stopped (?:answering|paying|talking)|stall(?:ed|ing)|backed out|reneged|went back on|would not
  wouldn't|illegal\w{0,2}|unlawful\w{0,2}|improper\w{0,2}|had no (?:mandate|right|intention)
  never (?:paid|answered|told|asked|offered|came|apologi\w+)
`
/** Lies, theft, forgery. */
const DECEIT = String.raw`
  hid|hidden|hiding|conceal\w{0,3}|lied|lying|lies|misled|mislead\w{0,3}|deceiv\w{2,3}
  cheat\w{0,3}|rigg(?:ed|ing)|stole|stolen|stealing|theft|copied|copying|plagiari\w+
  fabricat\w{2,3}|forged|falsif\w{2,4}|alter(?:ed|ing)|tamper\w{0,4}|manipulat\w{2,3}|swapped
  stuffed|brib\w{1,4}|embezzl\w{2,3}|false\w{0,2}|smuggl\w{2,4}|spied|spies|hacked|tricked|duped
  exaggerat\w{2,3}|inflat(?:ed|ing)|misrepresent\w{0,3}|distort\w{0,3}|bussed in|corrupt\w{0,4}
  fraud\w{0,6}|profiteer\w*|pocket(?:ed|ing)|covered up|tak(?:en|ing) [£$€]\S+(?: \w+)? out
`
/** Harm and force. */
const HARM = String.raw`
  sabotag\w{1,3}|threaten\w{0,3}|bull(?:ied|ying)|harass\w{0,4}|intimidat\w{2,3}
  discriminat\w{2,3}|retaliat\w{2,3}|poison\w{0,3}|pollut\w{2,3}|dump(?:ed|ing)|poured
  mistreat\w{0,3}|exploit\w{0,3}|threw|thrown|beaten|attack(?:ed|ing)|assault\w{0,3}|pushed|seized
  took the|looted|endanger\w*|silenced|undermin\w{2,3}|evict\w{0,3}|locked out|blocked|slowed
  sacked|dismissed|charged without
`
/** Waste, neglect, delay. */
const NEGLECT = String.raw`
  squander\w{0,3}|wast(?:ed|ing)|neglect\w{0,3}|overcharg\w{2,3}|underpa\w{2,4}|underval\w{2,3}
  withheld|withholding|reckless\w{0,2}|negligen\w{1,2}|dodg(?:ed|ing)|evad(?:ed|ing)
  dragg(?:ed|ing) (?:its|their|his|her)|had known|knew of|mixed up
  waited (?:until|years|months|weeks)|cut (?:down|off|corners)|emptied|abandon\w{0,3}
  betray\w{0,3}|mishandl\w{2,3}|bungled|botch\w{2}
  (?:been|was|were) (?:\w+ )?(?:repeatedly |twice |already |long )?warned|knew (?:about|of|that)
  turned a blind eye|looked the other way|biased|unsafe|left out
  without (?:\w+ )?(?:access|financing|funding)
  without (?:warning|telling|asking|permission|consent|paying)
`
/** What one side charges the other with: refusals, breaches, deceit, harm, neglect. */
export const FAULTS = words(BREACHES, DECEIT, HARM, NEGLECT)
/** The same, and what one reproaches an opponent with by a "no" or by a measure: "no offer", "not set foot", "doubled". */
export const CHARGES = new RegExp(
  `${FAULTS.source}|\\b(?:no|not|never|none|nobody|nothing|\\w+n't|without|only|fewer|too|missed|closed|cut|raised|doubled|spent|sold|left|lost|delay\\w{0,3}|rejected|denied|barred|banned|trained|mixed up|searched|knew|known|waited|voted (?:\\w+ ){0,2}against)\\b`
)

/** What a plan, a promise or a date is told by, right behind the subject. */
export const FUTURE =
  /\b(?:will|would|won't|shall|'ll|'d|going to|plans? to|planned to|intends?|intended|aims?|hopes?|due to|set to|(?:is|are|was|were) to|expects?|expected|considering|prepared to|ready to|willing to)\b/

/** Steps of a body in its own affairs. */
const BUSINESS_STEPS = String.raw`
  sign(?:ed|ing)|appoint\w{0,3}|hired|bid|offered to|set aside|clos(?:ed|ing)|open(?:ed|ing)
  suspend\w{2,3}|withdr\w+|recall\w{2,3}|invit\w{2,3}|call(?:ed|ing) in|summoned|expelled|received
  registered|review\w{0,3}|investigat\w{2,3}|cooperat\w{2,3}|measur\w{2,3}|treat\w{2,3}|sent
  employs?|runs?|operates?|launch\w{2}|postponed|deployed|arrest\w{2,3}|taken samples|met|meets?
  meeting|visit\w{0,3}|filed|appeal\w{0,3}
`
/** What a person saw, did and went through. */
const LIVES = String.raw`
  walked|smelled|heard|saw|seen|grew up|was born|live[sd]?|love[sd]?
  miss(?:es|ed)? (?:them|him|her|it)
`
/** What a person feels, wants and thinks. */
const FEELINGS = String.raw`
  looking forward|fit|glad|sorry|proud|sad|tired|afraid|scared|shocked|angry|relieved|delighted
  disappointed|surprised|wanted|wants?|felt|feels?|hoped|believes?|believed|thinks?|thought
`
/** Deeds by which a speaker tells of its own business, and feelings. */
export const OWN_DEED = words(BUSINESS_STEPS, LIVES, FEELINGS)

/** Better than others. */
const BETTER_THAN = String.raw`
  (?:better|faster|safer|cheaper|cleaner|lighter|stronger|longer|quieter|more \w+|less \w+|fewer \w+) than
  half as (?:many|much)|as (?:many|much|well|fast|safe|good) as|twice as
  times (?:as|more|less|faster|cheaper)
  (?:per cent|percent|%) (?:more|less|fewer|faster|cheaper|of (?:all|users|patients|customers))
  (?:first|fastest|largest|lightest|safest|thinnest|best|most \w+) (?:of its kind|in the (?:world|country|industry)|on the market|ever)
  world's|outperform\w{0,3}
`
/** What the goods are said to bring about. */
const EFFECTS = String.raw`
  doubl(?:es|ed)|halv(?:es|ed)|tripl(?:es|ed)|pay for (?:itself|themselves)
  (?:could|can|will|would) (?:save|cut|reduce|boost|double|halve|prevent|eliminate|replace|cure|detect|spot)
  cuts? \w+ by|saves?
  (?:cuts?|cutting|reduc(?:es|ed|ing)|lower(?:s|ed|ing)|boost(?:s|ed|ing)|improv(?:es|ed|ing)|increas(?:es|ed|ing)) (?:\w+ ){1,6}by (?:up to |about |nearly |almost |more than |over )?(?:\d|half|a (?:third|quarter|fifth)|two)
  works? (?:better|on)|safe and effective|carbon[- ]neutral
`
/** Praise of one's own goods that others could measure. */
export const MERIT = words(BETTER_THAN, EFFECTS)
/** What those in office claim as their work, and others measure otherwise. */
export const ACHIEVED =
  /\b(?:(?:fall(?:en|ing)|fell|ris(?:en|ing)|rose|grown|grew|dropped|halved|doubled|trebled|tripled|improved|shrunk|cut|down|up)\b.{0,40}?(?:since|because of|thanks to|under|by (?:a |\d|half|more than|nearly|almost))|(?:lowest|highest|best|fastest|biggest|largest) .{0,30}?(?:in|since|for|on record|ever)|record (?:level|number|amount|investment|funding)s?|more .{0,30}?than (?:ever|any|under)|because of (?:his|her|its|their|our|my))\b/
/** It acted, or met what is asked of it. */
const ACTED_RIGHTLY = String.raw`
  (?:acted|behaved|responded|followed|complied|handled|carried out)\b.{0,40}?\b(?:lawfully|properly|appropriately|correctly|proportionately|professionally|responsibly|with restraint|in good faith|in self-defen[cs]e|in line with|in accordance with|according to|within|with all|rules?|law|procedures?|protocols?|guidelines?|standards|training|advice)
  (?:met|meets?|exceed(?:ed|s)?|compl(?:y|ies|ied) with|within|in line with|consistent with) (?:all |every |the |its |legal |international |national |industry |safety |relevant |required )*(?:standards?|requirements?|rules|regulations?|limits?|guidelines?|obligations?|law|terms|contract)
`
/** "had been booked in line with accounting rules" */
export const BY_THE_RULES =
  /\b(?:in (?:line|accordance|compliance|keeping) with|according to|compl(?:y|ies|ied|iant) with|within) (?:all |the |its |our |every |applicable |existing |relevant |\w+ ){0,3}(?:rules?|laws?|regulations?|standards?|guidelines?|procedures?|protocols?|requirements?|codes?|obligations)\b/
/** All was in order, and everybody told. */
const ALL_PROPER = String.raw`
  (?:was|were|is|are|had been|been) (?:perfectly |entirely |completely |fully |wholly |always )?(?:safe|lawful|legal|fair|justified|proportionate|necessary|appropriate|reasonable|routine|compliant|above board|in order|properly \w+ed|fully \w+ed|consulted|informed|warned|told|notified)
  had no (?:choice|alternative|option)|gave (?:\w+ )?notice
`
/** By which the accused says that it did right: lawful, safe, told in time. */
export const DEFENDED = words(ACTED_RIGHTLY, ALL_PROPER)
/** People hurt. */
const HURT = String.raw`
  killed|died|dead|deaths?|injur\w{2,3}|poison\w{0,3}|smell
`
/** Works that fail. */
const BROKEN = String.raw`
  recall(?:s|ed)?|collaps\w{1,3}|burst|crash\w{0,3}|derail\w{0,4}|sank|sinking|capsiz\w{1,3}
  leak\w{0,3}|spill\w{0,2}|spilt|fires?|explosions?|blast|breach\w{0,3}|hack\w{0,3}|outages?
  contaminat\w{2,3}|complain\w{1,3}|overcharg\w{1,3}|defects?|faults?|faulty|landslip|flood\w{0,3}
  pollut\w{2,3}
`
/** Mishaps of which somebody has to answer for their works. */
export const MISHAP = words(HURT, BROKEN)
/** Works that were looked after. */
const LOOKED_AFTER = String.raw`
  inspect(?:ed|ions?)|tested|checked|maintained|serviced|certified|fit for
  in good (?:order|condition|repair)|(?:below|within|under) (?:\w+ ){0,2}limits
  (?:is|are|was|were|had been) (?:covered|repaired|replaced|sealed|secured|locked)
`
/** Nothing was amiss, or somebody else’s fault. */
const NO_FAULT = String.raw`
  (?:no|any) (?:\w+ ){0,3}(?:concerns?|complaints?|faults?|defects?|injuries|deaths|risk|danger|impact|breach|incidents?|warnings?)
  no(?: one|body) (?:had|has|was|were)|never|human error
  (?:weather|tremor|storm|lightning|third party|contractor|sabotage|vandals)\b|lapsed
`
/** It knew and acted. */
const DID_ITS_PART = String.raw`
  acted (?:as soon|at once|quickly|immediately|promptly|swiftly)|knew of
  had been (?:warned|told|trained)
  (?:carried out|done|did|completed|fulfilled|taken|took|followed) (?:all|every\w*) (?:[\w-]+ ){0,4}(?:required|needed|asked|requested|necessary|steps|measures|precautions|checks|repairs|procedures)
`
/** By which whoever has to answer for it says that it did its part. */
export const EXCUSED = words(LOOKED_AFTER, NO_FAULT, DID_ITS_PART)
/** Who sells what they praise. */
export const VENDOR =
  /\b(?:which (?:makes|sells|owns|develops|builds|markets|supplies|runs|brews|offers)|who (?:makes|sells|invented|developed|founded|runs)|founder|co-founder|chief executive|ceo|inventor|maker|manufacturer|developer|startup|start-up|vendor|brewer|supplier|company|firm)\b/
/** Goods and works of a speaker's own as a subject. */
export const OWN_GOODS =
  /^(?:(?:its|their|our|his|her|the|this) )(?:new |latest |own |[a-z-]+ ){0,2}(?:model|product|software|app|device|drug|vaccine|mixture|seed|car|battery|chip|system|service|machine|engine|treatment|technology|phone|test|platform|tool|powder|cream|robot|plant|reactor|process|filter|update|tablet|formula|material|paint|tyre|fleet|sensor|range|method|wine|beer|supplement|programme|program|algorithm|firmware)s?\b/
/** People as a body speaks of them: customers, passengers, residents. */
export const PEOPLE =
  /^(?:the|some|several|most|many|its|two|three|four|\d+)?\s?(?:[a-z-]+ ){0,2}(?:passengers|customers|clients|residents|tenants|patients|parents|students|pupils|guests|members|players|fans|supporters|shareholders|investors|farmers|fishermen|villagers|contractors|suppliers|workers|drivers|staff|nurses|teachers|strikers|protesters|demonstrators|campaigners|activists|researchers|reporters|critics|rivals)\b/
