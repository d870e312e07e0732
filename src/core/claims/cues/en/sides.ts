/* Words by which the sides of a dispute are told: their roles, what they charge each other with, and their own deeds. Own lists. */

/** Roles in a dispute. */
export type Camp =
  | 'union'
  | 'staff'
  | 'employer'
  | 'prosecution'
  | 'defence'
  | 'plaintiff'
  | 'government'
  | 'opposition'
  | 'candidate'
  | 'protest'
  | 'police'
  | 'tenant'
  | 'landlord'
  | 'company'
  | 'critic'
  | 'club'
  | 'player'
  | 'tester'
  | 'rebel'
  | 'army'
  | 'relation'

/** Words that name somebody of a camp, in lower case. */
export const CAMPS: readonly (readonly [Camp, RegExp])[] = [
  [
    'union',
    /\b(?:(?<!(?:european|soviet|african|credit|customs|monetary) )unions?(?! (?:minister|party|candidate|government|territory|of (?:\w+ )?(?:states|nations|republics|countries)))|strikers?|picketers?|shop stewards?|workers' alliance|general secretary|longshore\w*|teamsters)\b/
  ],
  ['staff', /\b(?:workers|drivers|nurses|teachers|pilots|miners|crews?|staff|employees|pickets)\b/],
  ['employer', /\b(?:employers?|management|bosses|operators?|the compan(?:y|ies)|the firm)\b/],
  [
    'prosecution',
    /\b(?:prosecution|prosecuting|prosecutors?|(?:for )?the crown(?! court)|the state's case)\b/
  ],
  [
    'defence',
    /\b(?:(?:the|for the) defen[cs]e|defending|defendants?|the accused|(?:his|her|their|my) clients?|pleaded not guilty|denies (?:the )?(?:charges?|murder|all))\b/
  ],
  [
    'plaintiff',
    /\b(?:plaintiffs?|claimants?|complainants?|is suing|are suing|has sued|have sued|who sued)\b/
  ],
  [
    'government',
    /\b(?:prime minister|(?:the|previous|last|former|present|new) (?:government|administration)|ministers|cabinet|ruling party|\w+ minister|minister for|(?:health|home|education|transport|finance) secretary|president)\b/
  ],
  ['opposition', /\b(?:opposition|shadow|backbench\w*|challenger|dissidents?)\b/],
  [
    'candidate',
    /\b(?:candidates?|nominee|incumbent|(?:is|who is|who's) (?:standing|running)|opponent|campaign (?:manager|chief|spokes\w+)|(?:his|her) (?:rival|challenger|predecessor))\b/
  ],
  [
    'protest',
    /\b(?:protest(?:e|o)rs?|protestors|demonstrators?|marchers|rioters?|organisers?|organizers?|the crowd)\b/
  ],
  ['police', /\b(?:police|officers|riot squad|the horses|security forces)\b/],
  ['tenant', /\b(?:tenants?'?|residents|leaseholders|renters)\b/],
  [
    'landlord',
    /\b(?:landlords?|landlady|the owners?|freeholder|letting agent|owns the (?:towers?|flats|building|block|houses))\b/
  ],
  [
    'company',
    /\b(?:compan(?:y|ies)|firm|which (?:is building|builds|wants to build|plans|owns|runs|operates|makes|sells)|chief executive|founder|manufacturer|maker|developer|bidder|board)\b/
  ],
  [
    'critic',
    /\b(?:whistle-?blowers?|rivals?|competitors?|campaign(?:er|ers|s? against|s? to (?:stop|save))|activists?|critics|(?:supporters|fans|residents|patients|parents|victims|passengers|consumers|taxpayers|tenants|investors|shareholders)'? ?(?:trust|groups?|associations?|union|committee|campaign|alliance|council|network)|(?:pressure|action|campaign|advocacy|protest|rights|consumer|environmental|conservation|civil liberties) groups?|former (?:[a-z]+ ){0,2}(?:employees?|managers?|engineers?|workers?|executives?|directors?|partners?|staff)|wants? (?:[a-z' ]+ )?(?:closed|stopped|scrapped|banned|shut)|opposes?|opposed to|fighting (?:the|a) (?:plans?|scheme|mine|project|development|decision|closure)|against the (?:plan|scheme|mine|project|development))\b/
  ],
  [
    'club',
    /\b(?:(?:the|his|her|former) club|club(?:'s)? (?:owner|chairman|chief executive|president))\b/
  ],
  [
    'player',
    /\b(?:player|striker|winger|midfielder|goalkeeper|defender|his agent|her agent|athlete|skater|swimmer|cyclist|rower|runner|boxer)\b/
  ],
  ['tester', /\b(?:laborator(?:y|ies)|testers|anti-doping|integrity unit|the unit)\b/],
  [
    'rebel',
    /\b(?:rebels?|insurgents?|junta|coup leaders?|mutineers|putschists|militia|separatists?|garrison)\b/
  ],
  ['army', /\b(?:army|troops|loyalists|ousted|deposed|soldiers)\b/],
  [
    'relation',
    /\b(?:opponents?|rivals?|critics|detractors|accusers?|the other side|predecessors?|the lab(?:oratory)?|(?:previous|last|former) (?:government|administration|owners?|management|board|council|landlord)|(?:his|her|their|my|whose) (?:former |ex-|estranged )?(?:husband|wife|partner|neighbou?rs?|brother|sister|stepmother|stepfather|father-in-law|mother-in-law|superiors?|boss|employer|manager|bandmate|co-founder|landlord)|ex-(?:husband|wife|partner))\b/
  ]
]

/** Camps that stand against each other wherever both are heard. */
export const OPPOSED: ReadonlySet<string> = new Set(
  (
    'union-employer staff-employer staff-company union-company union-government prosecution-defence plaintiff-defence plaintiff-company government-opposition candidate-candidate ' +
    'protest-police protest-government tenant-landlord tenant-company company-critic employer-critic club-player player-tester club-tester rebel-army rebel-government army-government ' +
    'critic-government opposition-candidate plaintiff-employer critic-landlord critic-club'
  )
    .split(' ')
    .flatMap((pair) => [pair, pair.split('-').toReversed().join('-')])
)

/** Roles that make their holder somebody's side by themselves. */
export const PARTISAN =
  /\b(?:lawyers? for|(?:his|her|their|its|whose|'s) (?:lawyers?|attorneys?|solicitors?|barristers?|agent)|counsel|[ksq]c|prosecuting|defending|for the (?:crown|prosecution|defen[cs]e|opposition|plaintiffs?|claimants?)|(?:the|state|crown) prosecution(?! (?:authority|service|office))|^prosecution(?! (?:authority|service|office))|the defen[cs]e(?! (?:ministry|minister|secretary|department|forces?))|plaintiffs?|claimants?|(?:is|are|was) suing|unions?(?! of (?:\w+ )?(?:states|nations|republics|countries))|trade union|general secretary|employers?'?|shop stewards?|strikers?|opposition|shadow (?:\w+ ){0,2}(?:minister|chancellor|secretary)|candidate|(?:is|who is) (?:standing|running) (?:for|against)|campaigners?|activists?|campaign(?:s|ing|ed)? (?:against|to stop|to save)|(?:liberal|lib(?:eral)? dem\w*|labou?r|conservative|tory|democrat\w*|republican|green|socialist|social democrat\w*|christian democrat\w*|nationalist|communist|reform|ndp|snp|\w+ party|party)(?:'s)? (?:\w+ )?(?:leader|spokes\w+|whip|mps?|msp|ms|td|peer|councillors?|frontbencher|senator|representative|congress\w+|lawmakers?|politician|candidate)|wants? (?:[a-z' ]+ )?(?:closed|stopped|scrapped|banned|shut)|opposes|opposed to|fighting (?:the|a) (?:plans?|scheme|mine|project|development|decision|closure)|against the (?:plan|scheme|mine|project|development)|tenants'? (?:league|union|association)|landlords?|rebels?|insurgents?|junta|coup leaders?|police (?:federation|union|association|officers' association)|fraternal order|whistle-?blowers?|(?:an?|its|his|her|the) (?:\w+ )?(?:rival|competitor)|self-declared|protest (?:leaders?|organi[sz]ers?)|(?:longshore|trade|labou?r) (?:union|alliance|federation)|lobby(?:ists?)?|(?:supporters|fans|residents|patients|parents|victims|passengers|consumers|taxpayers|tenants|investors|shareholders)'? ?(?:trust|groups?|associations?|union|committee|campaign|alliance|network)|(?:pressure|action|campaign|advocacy|protest|rights|consumer|environmental|conservation|civil liberties) groups?|chamber of commerce|(?:who represents|representing|acting for|appearing for|on behalf of) (?:the |his |her |their |[a-z]+ )?(?:family|families|victims?|accused|defendants?|plaintiffs?|claimants?|workers|players?|tenants|residents|company|firm)|(?:groups?|bod(?:y|ies)|association) representing|(?:trade|industry) (?:body|group|association|lobby)|(?:army|rebel|government|opposition|kremlin|\w+ian)-(?:appointed|installed|backed|aligned|controlled))\b/

/** Bodies and people who stand above disputes; what they say within their remit is on record. */
export const IMPARTIAL =
  /\b(?:prosecutors?|prosecution (?:authority|service)|attorney general|special counsel|documents?|reports?|indictment|letter|filings?$|records$|images?|imagery|mediat\w+|arbitrat\w+|ombuds\w+|inspectorate|inspectors?|regulators?|watchdog|commission(?:er)?|authority|agency|tribunal|court|judge|justice|coroner|jury|audit\w*|statistic\w*|electoral|election (?:office|board|commission)|observers?|observatory|monitor\w*|(?:tracks|documents|records) (?:abuses|violations|deaths)|panel|pathologist|forensic|professor|prof|dr|doctor|researchers?|scientists?|academic|university|institute|think tank|study|survey|poll|pollster|analysts?|economists?|historian|experts?|specialist|entomologist|[a-z]{4,}ologists?|witness(?:es)?|bystander|detective|inspector|sergeant|sgt|det|constable|sheriff|fire (?:service|department|brigade|chief)|firefighters?|ambulance|paramedics?|coast ?guard|hospital|clinic|red cr(?:oss|escent)|united nations|u\.n\.|un|weather|meteorolog\w+|geological|insurers?|exchange|central bank|investigators?|board of (?:appeal|review)|labou?r board|relations board|integrity unit|anti-doping|takeover panel|council officer|consul|observatory|registry|reporter|correspondent|journalist|editor)\b/

/** What one side charges the other with: refusals, breaches, deceit, harm, neglect. */
export const FAULTS =
  /\b(?:refus\w{2,3}|fail(?:ed|s|ing|ure) (?:to|in|on)|broke|breach\w{0,3}|violat\w{2,4}|ignor\w{2,3}|hid|hidden|hiding|conceal\w{0,3}|lied|lying|lies|misled|mislead\w{0,3}|deceiv\w{2,3}|cheat\w{0,3}|rigg(?:ed|ing)|stole|stolen|stealing|theft|copied|copying|plagiari\w+|fabricat\w{2,3}|forged|falsif\w{2,4}|alter(?:ed|ing)|tamper\w{0,4}|manipulat\w{2,3}|swapped|stuffed|brib\w{1,4}|embezzl\w{2,3}|sabotag\w{1,3}|threaten\w{0,3}|bull(?:ied|ying)|harass\w{0,4}|intimidat\w{2,3}|discriminat\w{2,3}|retaliat\w{2,3}|walked (?:out|away)|turned down|cancell?ed|skipped|owed|owes|stopped (?:answering|paying|talking)|stall(?:ed|ing)|squander\w{0,3}|wast(?:ed|ing)|neglect\w{0,3}|poison\w{0,3}|pollut\w{2,3}|dump(?:ed|ing)|poured|overcharg\w{2,3}|underpa\w{2,4}|underval\w{2,3}|withheld|withholding|illegal\w{0,2}|unlawful\w{0,2}|improper\w{0,2}|reckless\w{0,2}|negligen\w{1,2}|false\w{0,2}|smuggl\w{2,4}|spied|spies|hacked|mistreat\w{0,3}|exploit\w{0,3}|sacked|dismissed|evict\w{0,3}|locked out|blocked|slowed|dodg(?:ed|ing)|evad(?:ed|ing)|dragg(?:ed|ing) (?:its|their|his|her)|tricked|duped|had known|knew of|mixed up|waited (?:until|years|months|weeks)|cut (?:down|off|corners)|emptied|looted|charged without|threw|thrown|beaten|attack(?:ed|ing)|assault\w{0,3}|pushed|seized|took the|abandon\w{0,3}|betray\w{0,3}|mishandl\w{2,3}|bungled|botch\w{2}|exaggerat\w{2,3}|inflat(?:ed|ing)|misrepresent\w{0,3}|distort\w{0,3}|bussed in|undermin\w{2,3}|never (?:paid|answered|told|asked|offered|came|apologi\w+)|backed out|reneged|went back on|would not|wouldn't|(?:been|was|were) (?:\w+ )?(?:repeatedly |twice |already |long )?warned|tak(?:en|ing) [£$€]\S+(?: \w+)? out|knew (?:about|of|that)|turned a blind eye|covered up|looked the other way|pocket(?:ed|ing)|biased|unsafe|corrupt\w{0,4}|fraud\w{0,6}|silenced|had no (?:mandate|right|intention)|profiteer\w*|endanger\w*|left out|without (?:\w+ )?(?:access|financing|funding)|without (?:warning|telling|asking|permission|consent|paying))\b/
/** The same, and what one reproaches an opponent with by a "no" or by a measure: "no offer", "not set foot", "doubled". */
export const CHARGES = new RegExp(
  `${FAULTS.source}|\\b(?:no|not|never|none|nobody|nothing|\\w+n't|without|only|fewer|too|missed|closed|cut|raised|doubled|spent|sold|left|lost|delay\\w{0,3}|rejected|denied|barred|banned|trained|mixed up|searched|knew|known|waited|voted (?:\\w+ ){0,2}against)\\b`
)

/** What a plan, a promise or a date is told by, right behind the subject. */
export const FUTURE =
  /\b(?:will|would|won't|shall|'ll|'d|going to|plans? to|planned to|intends?|intended|aims?|hopes?|due to|set to|(?:is|are|was|were) to|expects?|expected|considering|prepared to|ready to|willing to)\b/

/** Deeds by which a speaker tells of its own business, and feelings. */
export const OWN_DEED =
  /\b(?:sign(?:ed|ing)|appoint\w{0,3}|hired|bid|offered to|set aside|clos(?:ed|ing)|open(?:ed|ing)|suspend\w{2,3}|withdr\w+|recall\w{2,3}|invit\w{2,3}|call(?:ed|ing) in|summoned|expelled|received|registered|review\w{0,3}|investigat\w{2,3}|cooperat\w{2,3}|measur\w{2,3}|treat\w{2,3}|sent|employs?|runs?|operates?|launch\w{2}|postponed|deployed|arrest\w{2,3}|taken samples|met|meets?|meeting|visit\w{0,3}|filed|appeal\w{0,3}|looking forward|walked|smelled|heard|saw|seen|grew up|was born|live[sd]?|love[sd]?|miss(?:es|ed)? (?:them|him|her|it)|fit|glad|sorry|proud|sad|tired|afraid|scared|shocked|angry|relieved|delighted|disappointed|surprised|wanted|wants?|felt|feels?|hoped|believes?|believed|thinks?|thought)\b/

/** Praise of one's own goods that others could measure. */
export const MERIT =
  /\b(?:(?:better|faster|safer|cheaper|cleaner|lighter|stronger|longer|quieter|more \w+|less \w+|fewer \w+) than|half as (?:many|much)|as (?:many|much|well|fast|safe|good) as|twice as|times (?:as|more|less|faster|cheaper)|(?:per cent|percent|%) (?:more|less|fewer|faster|cheaper|of (?:all|users|patients|customers))|(?:first|fastest|largest|lightest|safest|thinnest|best|most \w+) (?:of its kind|in the (?:world|country|industry)|on the market|ever)|world's|doubl(?:es|ed)|halv(?:es|ed)|tripl(?:es|ed)|pay for (?:itself|themselves)|(?:could|can|will|would) (?:save|cut|reduce|boost|double|halve|prevent|eliminate|replace|cure|detect|spot)|cuts? \w+ by|saves?|outperform\w{0,3}|(?:cuts?|cutting|reduc(?:es|ed|ing)|lower(?:s|ed|ing)|boost(?:s|ed|ing)|improv(?:es|ed|ing)|increas(?:es|ed|ing)) (?:\w+ ){1,6}by (?:up to |about |nearly |almost |more than |over )?(?:\d|half|a (?:third|quarter|fifth)|two)|works? (?:better|on)|safe and effective|carbon[- ]neutral)\b/
/** What those in office claim as their work, and others measure otherwise. */
export const ACHIEVED =
  /\b(?:(?:fall(?:en|ing)|fell|ris(?:en|ing)|rose|grown|grew|dropped|halved|doubled|trebled|tripled|improved|shrunk|cut|down|up)\b.{0,40}?(?:since|because of|thanks to|under|by (?:a |\d|half|more than|nearly|almost))|(?:lowest|highest|best|fastest|biggest|largest) .{0,30}?(?:in|since|for|on record|ever)|record (?:level|number|amount|investment|funding)s?|more .{0,30}?than (?:ever|any|under)|because of (?:his|her|its|their|our|my))\b/
/** By which the accused says that it did right: lawful, safe, told in time. */
export const DEFENDED =
  /\b(?:(?:acted|behaved|responded|followed|complied|handled|carried out)\b.{0,40}?\b(?:lawfully|properly|appropriately|correctly|proportionately|professionally|responsibly|in line with|in accordance with|according to|within|with all|rules?|law|procedures?|protocols?|guidelines?|standards|training|advice)|(?:met|meets?|exceed(?:ed|s)?|compl(?:y|ies|ied) with|within|in line with|consistent with) (?:all |every |the |its |legal |international |national |industry |safety |relevant |required )*(?:standards?|requirements?|rules|regulations?|limits?|guidelines?|obligations?|law|terms|contract)|(?:was|were|is|are|had been|been) (?:perfectly |entirely |completely |fully |wholly |always )?(?:safe|lawful|legal|fair|justified|proportionate|necessary|appropriate|reasonable|routine|compliant|above board|in order|properly \w+ed|fully \w+ed|consulted|informed|warned|told|notified)|had no (?:choice|alternative|option)|gave (?:\w+ )?notice)\b/
/** Mishaps of which somebody has to answer for their works. */
export const MISHAP =
  /\b(?:killed|died|dead|deaths?|injur\w{2,3}|recall(?:s|ed)?|collaps\w{1,3}|burst|crash\w{0,3}|derail\w{0,4}|sank|sinking|capsiz\w{1,3}|leak\w{0,3}|spill\w{0,2}|spilt|fires?|explosions?|blast|breach\w{0,3}|hack\w{0,3}|outages?|contaminat\w{2,3}|poison\w{0,3}|complain\w{1,3}|overcharg\w{1,3}|defects?|faults?|faulty|landslip|flood\w{0,3}|smell|pollut\w{2,3})\b/
/** By which whoever has to answer for it says that it did its part. */
export const EXCUSED =
  /\b(?:inspect(?:ed|ions?)|tested|checked|maintained|serviced|certified|fit for|in good (?:order|condition|repair)|(?:no|any) (?:\w+ ){0,3}(?:concerns?|complaints?|faults?|defects?|injuries|deaths|risk|danger|impact|breach|incidents?|warnings?)|no(?: one|body) (?:had|has|was|were)|acted (?:as soon|at once|quickly|immediately|promptly|swiftly)|knew of|(?:below|within|under) (?:\w+ ){0,2}limits|lapsed|human error|(?:weather|tremor|storm|lightning|third party|contractor|sabotage|vandals)\b|never|had been (?:warned|told|trained)|(?:is|are|was|were|had been) (?:covered|repaired|replaced|sealed|secured|locked))\b/
/** Who sells what they praise. */
export const VENDOR =
  /\b(?:which (?:makes|sells|owns|develops|builds|markets|supplies|runs|brews|offers)|who (?:makes|sells|invented|developed|founded|runs)|founder|co-founder|chief executive|ceo|inventor|maker|manufacturer|developer|startup|start-up|vendor|brewer|supplier|company|firm)\b/
/** Goods and works of a speaker's own as a subject. */
export const OWN_GOODS =
  /^(?:(?:its|their|our|his|her|the|this) )(?:new |latest |own |[a-z-]+ ){0,2}(?:model|product|software|app|device|drug|vaccine|mixture|seed|car|battery|chip|system|service|machine|engine|treatment|technology|phone|test|platform|tool|powder|cream|robot|plant|reactor|process|filter|update|tablet|formula|material|paint|tyre|fleet|sensor|range|method|wine|beer|supplement|programme|program|algorithm|firmware)s?\b/
/** People as a body speaks of them: customers, passengers, residents. */
export const PEOPLE =
  /^(?:the|some|several|most|many|its|two|three|four|\d+)?\s?(?:[a-z-]+ ){0,2}(?:passengers|customers|clients|residents|tenants|patients|parents|students|pupils|guests|members|players|fans|supporters|shareholders|investors|farmers|fishermen|villagers|contractors|suppliers|workers|drivers|staff|nurses|teachers|strikers|protesters|demonstrators|campaigners|activists|researchers|reporters|critics|rivals)\b/

export const COURT =
  /\b(?:trial|jury|jurors|court|judge|accused|prosecution|prosecutors?|defen[cs]e (?:lawyers?|attorneys?|counsel|team)|lawsuit|sued|suing|plaintiffs?|defendants?|pleaded|testif(?:y|ied)|cross-examination|tribunal|damages|settlement|charged|verdict)\b/

export const LABOUR =
  /\b(?:(?<!(?:european|soviet|african|credit|civil|customs|monetary|of the) )unions?|on strike|strike (?:action|vote|by|over|ballot)|(?:their|the|a|port|rail|transit|teachers'|nurses') strike|strikers?|walkouts?|walked out|pickets?|picketers?|picketing|lockout|locked out|employers?|bargaining|mediators?|collective agreement|pay (?:offer|deal|rise|dispute|talks)|industrial action|stoppage)\b/

/** "strike" in a war is no walkout. */
export const BOMBS =
  /\b(?:missiles?|drones?|airstrikes?|air strikes?|bomb\w*|shell(?:ed|ing)|troops|artillery|rockets?)\b/

/** Who speaks for one side before a court. */
export const ADVOCATE =
  /\b(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|legal team|prosecution|prosecuting|defending|defen[cs]e|plaintiffs?|claimants?|complainants?|defendants?|litigants?|petitioners?|(?<!sports )agents?)\b/

/** Ministers and bodies of which "defence" is no side in court, and those who only comment on the law. */
export const NO_ADVOCATE =
  /\b(?:defen[cs]e (?:ministry|minister|secretary|department|officials?|forces?|analysts?|experts?|chief|attach[eé]|contractor|company|firm|sources?)|ministry of defen[cs]e|human rights lawyers?|lawyers(?:'|’)? (?:network|association|group|society|guild|federation)|bar association|public prosecutor|u\.?s\.? attorneys?|attorneys? general|(?:district|county|city|state|prosecuting) attorneys?|prosecution (?:authority|service|office)|public prosecution|fbi|federal agents?|estate agents?|travel agents?|constitutional lawyers?)\b/

/** Who speaks for one side of a quarrel about work, votes, rent or business. */
export const CONTENDER =
  /\b(?:unions?|employers?|management|strikers?|campaign|candidate|opposition|shadow|rivals?|challenger|ruling party|the party|landlords?|tenants?|shareholders?|investor group|bidder|lobby|campaigners?|longshore|teamsters|negotiators?|coach|manager|club)\b/

/** Who speaks for anybody. */
export const MOUTHPIECE =
  /\b(?:spokes(?:man|woman|person|people)|president|leader|head|chief|secretary|negotiators?|representative|chair(?:man|woman)?|official)\b/

/** Those who stand above the sides of a labour dispute. */
export const NEUTRAL_IN_LABOUR =
  /\b(?:minister|ministry|mediators?|board|police|court|judge|prime|government|federal|mayor|governor|analysts?|economists?|professor|farmer|university|observers?|mission|monitors?)\b/

/** Charges grave enough that even an office-holder's word on them is one side's. */
export const GRAVE =
  /\b(?:broke(?:n)? (?:the law|its promise|a promise|promises|an agreement|the agreement|international law)|violat\w{2,4}|hid(?:den)?|conceal\w{0,3}|lied|lying|misled|cheat\w{0,3}|rigg(?:ed|ing)|stole|stolen|fabricat\w{2,3}|forged|falsif\w{2,4}|bribes?|bribed|sabotag\w{1,3}|bussed in|spied|hacked|spent [\d£$€][^,.]{1,30} on|squander\w{0,3}|arm(?:ing|ed) (?:rebels|smugglers|militants|separatists)|sent (?:agents|spies|troops))\b/

/** What one side says that the other said, offered or accepted. */
export const TALKS =
  /\b(?:had|has|have) (?:agreed|promised|offered|accepted|rejected|threatened|demanded|refused|pledged|backed (?:out|down))\b/

export const OWN_SUBJECT =
  /^(?:["“'‘]+(?:we|i|our|my|us)\b|["“'‘]*(?:that )?it\b|(?:that )?(?:they|we|he|she|i|(?:its|our|their|his|her|my)(?! (?:\w{1,10} )?(?:rivals?|opponents?|neighbou?rs?|competitors?|tenants?|landlord|former|enem(?:y|ies)|critics?|accusers?|predecessors?|employers?|bosses|ex)\b))\b)/

/** Steps in a procedure and plans: their speaker is the best source. */
export const STEP =
  /\b(?:will|would (?:appeal|seek|file|ask|fight|contest|continue|visit|strike|hold)|plans? to|intends? to|to appeal|is considering|are considering|filed|voted|scheduled|adjourned|hired|sign(?:ed|ing))\b/
