import { words } from './parts'

/* Who stands where in a dispute: roles, whoever is a side by role, and whoever stands above. Own lists. */

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

/** Of whom groups are made that speak for their members. */
const MEMBERS =
  "(?:supporters|fans|residents|patients|parents|victims|passengers|consumers|taxpayers|tenants|investors|shareholders)'? ?"
/** Groups that press for something. */
const PRESSURE_GROUPS =
  '(?:pressure|action|campaign|advocacy|protest|rights|consumer|environmental|conservation|civil liberties) groups?'
/** Who wants something stopped. */
const WANTS_STOPPED = String.raw`
  wants? (?:[a-z' ]+ )?(?:closed|stopped|scrapped|banned|shut)|opposes|opposed to
  fighting (?:the|a) (?:plans?|scheme|mine|project|development|decision|closure)
  against the (?:plan|scheme|mine|project|development)
`
/** Critics and rivals, and those who want something stopped. */
const CRITICS = String.raw`
  whistle-?blowers?|rivals?|competitors?|campaign(?:er|ers|s? against|s? to (?:stop|save))
  activists?|critics
  ${MEMBERS}(?:trust|groups?|associations?|union|committee|campaign|alliance|council|network)
  ${PRESSURE_GROUPS}
  former (?:[a-z]+ ){0,2}(?:employees?|managers?|engineers?|workers?|executives?|directors?|partners?|staff)
  opposes?
`
/** People who stand in a quarrel with whoever speaks of them. */
const RELATIONS = String.raw`
  opponents?|rivals?|critics|detractors|accusers?|the other side|predecessors?|the lab(?:oratory)?
  (?:previous|last|former) (?:government|administration|owners?|management|board|council|landlord)
  (?:its|our) (?:\w+ )?neighbou?rs?
  (?:his|her|their|my|whose) (?:former |ex-|estranged )?(?:husband|wife|partner|neighbou?rs?|brother|sister|stepmother|stepfather|father-in-law|mother-in-law|superiors?|boss|employer|manager|bandmate|co-founder|landlord)
  ex-(?:husband|wife|partner)
`

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
  ['critic', words(CRITICS, WANTS_STOPPED)],
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
  ['relation', words(RELATIONS)]
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

/** Those who speak for somebody before a court, and those who sue. */
const COUNSEL = String.raw`
  lawyers? for
  (?:his|her|their|its|whose|'s) (?:lawyers?|attorneys?|solicitors?|barristers?|agent)|counsel
  [ksq]c|prosecuting|defending|(?:his|her|their|'s|a) public defenders?
  for the (?:crown|prosecution|defen[cs]e|opposition|plaintiffs?|claimants?)
  (?:the|state|crown) prosecution(?! (?:authority|service|office))
  ^prosecution(?! (?:authority|service|office))
  the defen[cs]e(?! (?:ministry|minister|secretary|department|forces?))|plaintiffs?|claimants?
  (?:is|are|was) suing
  (?:who represents|representing|acting for|appearing for|on behalf of) (?:the |his |her |their |[a-z]+ )?(?:family|families|victims?|accused|defendants?|plaintiffs?|claimants?|workers|players?|tenants|residents|company|firm)
`
/** Unions and employers. */
const LABOUR_SIDES = String.raw`
  (?<!\b(?:african|european|eurasian|soviet|credit|customs|monetary|arab|west african) )unions?(?! of (?:\w+ )?(?:states|nations|republics|countries))(?! (?:observers?|election observ\w+|monitors?))|trade union|general secretary
  employers?'?|shop stewards?|strikers?
  police (?:federation|union|association|officers' association)|fraternal order
  (?:longshore|trade|labou?r) (?:union|alliance|federation)
`
/** Candidates and parties. */
const POLITICS = String.raw`
  opposition|shadow (?:\w+ ){0,2}(?:minister|chancellor|secretary)|candidate
  (?:is|who is) (?:standing|running) (?:for|against)
  (?:liberal|lib(?:eral)? dem\w*|labou?r|conservative|tory|democrat\w*|republican|green|socialist|social democrat\w*|christian democrat\w*|nationalist|communist|reform|ndp|snp|\w+ party|party)(?:'s)? (?:\w+ )?(?:leader|spokes\w+|whip|mps?|msp|ms|td|peer|councillors?|frontbencher|senator|representative|congress\w+|lawmakers?|politician|candidate)
  (?:army|rebel|government|opposition|kremlin|\w+ian)-(?:appointed|installed|backed|aligned|controlled)
`
/** Those who want something stopped. */
const CAMPAIGNS = String.raw`
  campaigners?|activists?|campaign(?:s|ing|ed)? (?:against|to stop|to save)
  protest (?:leaders?|organi[sz]ers?)
  lobby(?:ists?)?
  ${MEMBERS}(?:trust|groups?|associations?|union|committee|campaign|alliance|network)
  ${PRESSURE_GROUPS}
  whistle-?blowers?
`
/** Rivals, owners, trades. */
const BUSINESS_SIDES = String.raw`
  landlords?|tenants'? (?:league|union|association)
  (?:an?|its|his|her|the) (?:\w+ )?(?:rival|competitor)|chamber of commerce
  (?:groups?|bod(?:y|ies)|association) representing
  (?:trade|industry) (?:body|group|association|lobby)
`
/** Those in arms against a government. */
const REBELS = String.raw`
  rebels?|insurgents?|junta|coup leaders?|self-declared
`
/** Roles that make their holder somebody's side by themselves. */
export const PARTISAN = words(
  COUNSEL,
  LABOUR_SIDES,
  POLITICS,
  CAMPAIGNS,
  WANTS_STOPPED,
  BUSINESS_SIDES,
  REBELS
)

/** Papers and pictures. */
const PAPERS = String.raw`
  documents?|reports?|indictment|letter|filings?$|records$|images?|imagery
`
/** Courts, and those who charge. */
const JUSTICE = String.raw`
  prosecutors?|prosecution (?:authority|service)|attorney general|special counsel|tribunal|court
  judge|justice|coroner|jury|(?:tracks|documents|records) (?:abuses|violations|deaths)
`
/** Who oversees, counts and mediates. */
const OVERSIGHT = String.raw`
  mediat\w+|arbitrat\w+|ombuds\w+|inspectorate|inspectors?|regulators?|watchdog|commission(?:er)?
  authority|agency|audit\w*|statistic\w*|electoral|election (?:office|board|commission)|observers?
  observatory|monitor\w*|panel|exchange|central bank|board of (?:appeal|review)|labou?r board
  (?:aviation|maritime|rail|nuclear|food|drug|safety|standards|transport|competition|consumer) (?:\w+ )?(?:office|directorate|board|bureau|administration)
  relations board|integrity unit|anti-doping|takeover panel|council officer|consul|registry
`
/** Who studies. */
const SCIENCE = String.raw`
  pathologist|forensic|professor|prof|dr|doctor|researchers?|scientists?|academic|university
  institute|think tank|study|survey|poll|pollster|analysts?|economists?|historian|experts?
  specialist|entomologist|[a-z]{4,}ologists?|weather|meteorolog\w+|geological|insurers?
`
/** Who was there, comes to help or looks into it. */
const FIRST_HAND = String.raw`
  witness(?:es)?|eyewitness(?:es)?|survivors?|bystander|detective|inspector|sergeant|sgt|det|constable|sheriff
  fire (?:service|department|brigade|chief)|firefighters?|ambulance|paramedics?|coast ?guard
  hospital|clinic|red cr(?:oss|escent)|united nations|u\.n\.|un|investigators?|reporter
  correspondent|journalist|editor
`
/** Bodies and people who stand above disputes; what they say within their remit is on record. */
export const IMPARTIAL = words(PAPERS, JUSTICE, OVERSIGHT, SCIENCE, FIRST_HAND)

/** Groups that record abuses: nobody says that they take a side. */
export const RIGHTS_GROUP =
  /\b(?:human |civil |press |migrants' |women's )?rights (?:group|organi[sz]ation|monitor|body|watchdog)\b/

/** "Orla Venn, prosecuting, took the jury through …": counsel of whom the text tells before they speak. */
export const COUNSEL_NAMED =
  /(?<![\p{L}'’-])(\p{Lu}[\p{L}'’-]+)(?: [KQ]C)?,(?: [KQ]C,)? (prosecuting|defending|for the (?:prosecution|Crown|defen[cs]e))\b|\b(?:(Opening|Prosecuting|Defending)(?: (?:the|its|her|his) case)?(?: for the (?:prosecution|Crown))?,) (?:(?:Mr|Ms|Mrs|Miss|Dr) )?(?:\p{Lu}[\p{L}'’-]+ )?(\p{Lu}[\p{L}'’-]+)/gu

/** "a surveyor called by the prosecution": a witness is of no camp, whoever called him. */
export const CALLED_BY =
  /\b(?:(?:called|instructed|hired|retained|summoned) (?:as a witness |to testify )?by|(?:(?:expert )?witness(?:es)?|testif\w+|giving evidence) for) (?:the )?(?:prosecution|prosecutors?|crown|state|defen[cs]e|plaintiffs?)\b/g
