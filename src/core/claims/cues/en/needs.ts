/*
 * Letters of which at least one run must stand in a sentence for a rule to match at all, parted by "|". Looking for them is many times
 * faster than the pattern, which most sentences then never meet. Rules without an entry are always tried.
 */
const LETTERS: Readonly<Record<string, string>> = {
  'unverified/not-verify':
    'verif|authenticat|corroborat|substantiat|validat|geolocat|-check|vouch for',
  'unverified/independently-confirm':
    'independent|separately|neutral|outside|third|reporters|journalists|correspondents|paper|publication|by us',
  'unverified/none':
    'verified|corroborated|authenticated|substantiated|confirmed|checked|tested|traced|dated|located|prove|ruled out|borne out|pinned',
  'unverified/untested':
    'checked|tested|traced|dated|located|prove|ruled out|borne out|pinned|unproved|reconciled|squared|matched|verified|confirmed|backed|stood',
  'unverified/on-trust':
    'alone|only|single|lone|sole|one |unnamed|anonym|word|say-so|on trust|face value',
  'unverified/whether-genuine':
    'genuine|authentic|real|true|accurate|correct|credible|reliable|legitimate|fake|forged|doctored|staged|recent|purport|claim|appear|seem',
  'unverified/in-part': 'confirm|verif|authenticat|geolocat',
  'unverified/no-verification':
    'independent|outside|third-party|verification|evidence|proof|document|material|nothing|little|not |no |possible|beyond|few',
  'unverified/hard-to-check': 'hard|difficult|impossible|tricky|way |means | up',
  'unverified/genuineness':
    'authentic|provenance|authorship|accuracy|veracity|genuine|truthful|credibility|reliability|existence|origin|date|time|place|location|setting',
  'unverified/outlet-unable': 'confirm|establish|check|trace|determine|ascertain|date|locate',
  'unverified/adjective': 'unverif|unauth|uncorrob|unsubst|not verifiable',
  'unconfirmed/no-word': 'no |without|waiting|little |silence|not a word|nothing|yet to',
  'unconfirmed/not-confirm': "n't|not|never",
  'unconfirmed/unable': 'unable| able to',
  'unconfirmed/would-not': "n't|not |never|inappropriate|premature|improper|wrong",
  'unconfirmed/neither-nor':
    'neither|nor |none|deny|denied|nobody|no one|no-one|not one|discuss|comment|speculate',
  'unconfirmed/avoided':
    'question|quer|inquir|enquir|reporter|journalist|the subject|the topic|the issue|the matter|request|invitation|unanswered|unreturned|hanging|without|hung up|hang|phone|call|interview|door',
  'unconfirmed/declined': 'declin|refus|willing|reject|turn|ignor|request',
  'unconfirmed/referred': 'referr|direct|deferred|forwarded',
  'unconfirmed/silent':
    "silen|counsel|peace|lips|mouth|saying|only|no more|further|heads|phone|telephone|call|reporters|journalists|media|press|us |quiries|callers|quiet|mum|tight|schtum|guarded|coy|committal|evasive|nothing|little|no one|nobody|no-one|n't|not|walk|hung up|heard|only|confin|limit|restrict|unanswered|position|view|stance",
  'unconfirmed/no-claim': 'owned up|forward|name|claim|responsib|credit|admitted|acknowledged',
  'unconfirmed/yet-to': 'yet to|unconfirmed',
  'unconfirmed/withheld': "n't|not|few|scant|little",
  'unconfirmed/unreachable': "n't|not|unable|unavailable",
  'unconfirmed/unanswered':
    'unanswer|unreturn|ignored|voicemail|returned|answered|acknowledged|repl|respon|met|bounced|unread|rang|unsuccessful|failed|vain|successful|nothing|silence|no |neither|automat|off|out of service|unavailable|unobtainable|disconnected|dead',
  'unconfirmed/no-details': "no |few|little|scant|scarce|hardly|n't|not",
  'unconfirmed/asked': 'comment|respon|statement|reaction|reply',
  'unconfirmed/without-details': 'without',
  'disputed/deny': 'den',
  'disputed/denial': 'denial',
  'disputed/scorn': 'as ¤',
  'disputed/plea': 'guilty|innocen|nothing|insist|wrongdoing',
  'disputed/rule-out': ' out',
  'disputed/dispute-that':
    'disput|contest|challeng|refut|contradict|debunk|disprov|rebut|variance|shrift|otherwise|another way|opposite|reverse|contrary|the other way|back|none of|rubbish|disavow|disown|disclaim|repudiat| off| aside| away| down| as| out| entirely| completely| altogether|distanc|odds|consistent|flies|differ|conflicting|competing|rival|opposing',
  'disputed/not-accept':
    "reject|disput|dismiss|refut|contest|scotch|rebuff|rebut|counter|challeng|n't|not|never|no |nothing|none|neither|context|exception|untrue|lie|mark|truth|travesty|distortion|falsehood|fabrication|cloth|wrong|incorrect|inaccurate|mis|invented|made up|news to|parody|exagger|unfair|without|little|unaware|proceeding|suit|charge|claim|case|accusation|allegation|indictment|complaint|action|name",
  'disputed/judged': '"|“|‘|no |without',
  'disputed/wrong':
    'wrong|mistaken|false|untrue|correct|accurate|imagin|spurious|unjustified|malicious|preposterous|ridiculous|outlandish|coinciden|nonsense|absurd|lie|not |doubt|idea|notion|prospect|possibility|thought|disbelie|mistrust|quer|scoff|differently|otherwise',
  'disputed/untrue': '"|“|call|brand|describ',
  'disputed/baseless':
    'bogus|spurious|malicious|merit|foundation|basis|less|unfounded|true|false|correct|accurate|fabricat|lie|nonsense|fake|ludicrous|absurd|invent|made|hoax|smear|myth|fiction|phon|fantas|propaganda|laughable|thinking|bogus|rubbish|fanciful|fetched|mark|credible|denied|reject|dismiss|disput|refut|challeng|contest|question|contradict|debunk',
  'alleged/claim-verb': 'claim',
  'alleged/claims-present': 'claim',
  'alleged/allege': 'alleg',
  'alleged/allegation-that': 'allegation|accusation|claim|charge',
  'alleged/accuse': 'accus',
  'alleged/blame': 'blam',
  'alleged/charged-with':
    'charg|indict|allegation|accusation|investigation|suspicion|wanted|trial|prosecution|extradition|court|warrant|jail|hearing|arrested|accused|complaint|lawsuit|prosecutors',
  'alleged/by-the-charge': 'according',
  'alleged/in-the-charge':
    "complaint|suit|indict|affidavit|charg|petition|writ|court|filing|particulars|prosecut|crown|state's|accused|case|claim|proceeding|action|investigation|inquir|probe|fir|sue|suing|booked|detained|held|remanded|questioned|wanted",
  'alleged/attributed': 'charg|attribut|pin|blame|finger|responsible|implicat',
  'alleged/boast':
    'boast|brag|what |believe|legend|rumo|gossip|word|story|stories|tale|lore|hearsay|whispers|talk|claims|allegations|reports|speculation|account',
  'alleged/suspect': 'suspect|suspicion|examining|investigat',
  'alleged/distancing-adverb': 'purport|suppos|report|reputed|ostensib|rumo|claim',
  'alleged/said-to-be': 'said t|reported|alleged|claimed|there ',
  'anonymous/condition': 'anonym|background|record',
  'anonymous/pseudonym':
    'call|known|referred|identified|pseudonym|assumed|alias|name|quoted|introduced|goes|handle|basis|reprisal|retribution|retaliation|fear',
  'anonymous/understood': 'underst|we |this |learn|told',
  'unclear/no-indication': 'no |question|open|unanswered|any |little |scant ',
  'unclear/hard-to-say': 'impossible|possible|hard|difficult|too |loss|clear|spell',
  'hedged/appears': 'appear|seem|look',
  'hedged/may-might': 'may|might',
  'hedged/could': 'could',
  'hedged/likely': 'like',
  'hedged/suggests': 'suggest|impl|hint|sign|point',
  'hedged/signs':
    'there |theory|hypothesis|possibility|explanation|inquiry|assumption|suspicion|guess|point|signs|indications|hallmark|prospect|spectre|ruled out|excluded',
  'expected/expected-to': ' to |expected|scheduled|due|slated|planned',
  'expected/will': "will|won't|shall|going to|would",
  'expected/plans': ' to',
  'confirmed/verb': 'confirm|verified|acknowledg|admit|conced|owned up|owns up|accepted',
  'confirmed/consistent': 'consistent|able to|doubt|report|journalist|correspondent|photographer'
}

/** The letters of each rule, taken apart. */
export const NEEDED_LETTERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(LETTERS).map(([id, text]) => [id, text.split('|')])
)
