/* Closed word classes and phrases that the attribution finder and the classifier read. Own lists. */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that open a clause: a noun phrase ends before them. */
export const CLAUSE_WORDS = set(
  'that but while though although as when if after before because where which who whom whose since until unless whether so than then how why what once whereas yet'
)
/** Words that may stand between subject and verb. */
export const BETWEEN = set(
  'has have had first also twice later then again previously earlier recently separately repeatedly publicly initially meanwhile however ' +
    'already since now still once both all himself herself itself themselves reportedly simply further additionally ' +
    'monday tuesday wednesday thursday friday saturday sunday yesterday today early late on did does do is are was were been ' +
    'would will could can may might only just not able independently yet so far officially formally personally openly directly specifically correctly often always almost nearly never immediately explicitly consistently ' +
    'last week month year this week night morning afternoon evening in january february march april june july august september october november december ago angrily firmly strongly quickly long'
)
export const WEEKDAYS = set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today'
)
export const PRONOUNS = set('he she it they we i you his her its their')
export const DETERMINERS = set(
  'the a an this that these those his her its their our my one two three four five six several some many most other another both all no any each either neither'
)
export const PREPOSITIONS = set(
  'in on at of for to from with by about over under against during between among near within without through across into onto inside outside around following amid despite including like per via toward towards along beside behind'
)
/** What may follow a source on its right. */
export const RIGHT_STOPS = set(
  'who that which when where while after before during as in on at late early earlier last this monday tuesday wednesday thursday friday saturday sunday yesterday today citing and but with from about through via by adding speaking whose to because amid since if though although following regarding concerning has have had was were is are said told will would over'
)

/** What is claimed without a word said: lives, titles, baggage. */
export const TAKEN = set(
  'lives life victim victims victory prize medal medals gold silver bronze title titles crown trophy asylum benefit benefits refund compensation baggage damages pole scalp wicket wickets'
)
/** Heads of noun phrases that describe people without naming them. */
export const UNNAMED_PEOPLE = set(
  'official officials source sources analyst analysts expert experts critic critics witness witnesses eyewitness eyewitnesses resident residents observer observers ' +
    'bystander bystanders local locals activist activists diplomat diplomats insider insiders aide aides villager villagers neighbor neighbors neighbour neighbours ' +
    'relative relatives employee employees worker workers staffer staffers lawmaker lawmakers supporter supporters opponent opponents survivor survivors medic medics doctor doctors ' +
    'surgeon nurse nurses student students teacher teachers soldier soldiers fighter fighters commander commanders officer officers executive executives trader traders ' +
    'economist economists historian historians watcher watchers people person man woman men women hostage hostages passenger passengers driver drivers farmer farmers ' +
    'protester protesters protestor protestors demonstrator demonstrators refugee refugees migrant migrants friend friends colleague colleagues user users commentator commentators ' +
    'skeptics sceptics adviser advisers advisor advisors consultant veteran veterans parent parents mother father customer customers shopper shoppers tourist tourists ' +
    'prisoner prisoners detainee detainees lawyer attorney investor investors banker bankers fan fans players some many others most ' +
    'palestinians israelis ukrainians russians gazans afghans syrians iraqis families civilians specialists strategists pundits campaigners negotiators negotiator mediator mediators photographer ' +
    'reader readers viewer viewers listener listeners leaker leakers tipster tipsters whistleblower whistleblowers onlooker onlookers passer-by passers-by passersby evacuee evacuees inmate inmates tenant tenants ' +
    'volunteer volunteers fisherman fishermen shopkeeper shopkeepers vendor vendors villager herder herders dissident dissidents defector defectors shareholder shareholders creditor creditors detractors forecasters ' +
    'pal pals mate mates buddy buddies associate associates confidant confidants acquaintance acquaintances member members participant participants juror jurors guard guards crew crewmember attendee attendees delegate delegates backbencher backbenchers mps loyalists regulars punters homeowner homeowners commuter commuters individual individuals persons folk folks blogger bloggers milblogger milbloggers preacher staffers walker walkers hiker hikers diver divers pilot pilots caller callers donor donors buyer buyers seller sellers subscriber subscribers gamer gamers collector collectors organiser worshipper worshippers pilgrim pilgrims mourner mourners rescuer rescuers captive captives returnee returnees deserter deserters fugitive fugitives boy boys girl girls child children grandmother grandfather uncle aunt cousin cousins brother sister husband wife son daughter widow pensioner pensioners teenager teenagers youth youths sailor sailors miner miners crewman crewmen guest guests patient patients voter voters rivals allies'
)
/** Heads that stand for an institution even when nobody is named. */
export const INSTITUTION_HEADS = set(
  'police prosecutors prosecutor authorities authority ministry government office court judge department agency commission council company spokesman spokeswoman spokesperson ' +
    'spokespeople representative army military navy force forces command service union party group organisation organization university institute bank hospital embassy parliament ' +
    'researchers scientists authors study report survey investigators firefighters coroner federation association committee board foundation fund bureau administration regulator regulators ' +
    'watchdog headquarters school district city state county statement firm airline operator manufacturer club league ' +
    'documents filing filings data records complaint lawsuit indictment affidavit figures poll census release announcement readout memo letter email presentation transcript'
)
/** Things that say something, and bodies of people: "a report said", "two banks said" name no person. */
export const SAYING_THINGS = set(
  'photo photos image images picture pictures photograph photographs footage clip clips figure figures data number numbers result results evidence sign signal signals report reports study studies survey surveys poll polls paper papers letter letters statement statements note notes memo memos email emails message messages post posts tweet tweets video videos document documents file files filing filings record records ' +
    'article articles story stories book analysis review audit inquiry investigation probe index census notice sign signs leaflet website site app page screen article text verse bill law rule order ruling verdict judgment judgement decision contract deal plan map chart graph table test tests model models theory ' +
    'company companies firm firms bank banks group groups agency agencies ministry ministries government governments country countries nation nations state states city cities town towns council councils court courts union unions party parties club clubs team teams league school schools university universities college hospital hospitals charity charities airline airlines retailer retailers carmaker carmakers manufacturer manufacturers maker makers operator operators developer developers insurer insurers lender lenders carrier carriers utility utilities ' +
    'organisation organisations organization organizations association committee panel board commission watchdog regulator regulators institute foundation trust fund funds body bodies department departments office offices bureau service services headquarters force forces army police embassy consulate church mosque coalition alliance federation network broadcaster newspaper newspapers magazine channel outlet outlets tabloid daily website blog station team unit camp ' +
    'spokesman spokeswoman spokesperson spokesmen spokespeople representative representatives rep reps judge judges magistrate coroner jury prosecutor prosecutors detective detectives investigator investigators researcher researchers scientist scientists minister ministers president premier mayor governor king queen prince bishop ambassador senator lawmaker lawmakers firefighters police officers rangers coastguard economists authorities settlement lawsuit suit complaint indictment affidavit petition charter treaty draft ad advert advertisement banner voice recording transcript caption headline readout release announcement number numbers order orders newspaper poster posters server servers counter meter chapter chapters river tower towers winter summer matter matters offer offers dinner border borders answer answers corner folder disaster centre center theater theatre weather water power member-state ' +
    'factor factors sector sectors error errors mirror motor motors reactor reactors indicator indicators sensor sensors monitor monitors vector tractor tractors floor door doors incident incidents accident accidents event events percent content contents patent patents current continent recent different plant plants restaurant restaurants variant variants grant grants giant giants list lists fee fees tree trees coffee committee committees'
)
/** What follows the head of a noun phrase: "residents REACHED by phone", "a guard AT the gate", "one of those PRESENT". */
export const POSTMODIFIER =
  /^(?:of|for|in|on|at|from|with|not|it|they|he|she|who|whose|whom|that|which|to|near|close|familiar|inside|outside|by|among|across|around|along|between|behind|under|over|against|aboard|within|present|aware|privy|loyal|opposed|critical|sympathetic|seen|known|held|paid|sent|speaking|asking|working|living|trapped|\w{3,}ed|\w{4,}ing)$/

/** Adjectives that make "officials" unnamed even with an institution. */
export const VAGUE_QUALIFIERS = set(
  'senior top unnamed anonymous one two three four five six several some many multiple various high-ranking high-level former current other defense defence administration intelligence congressional western security law enforcement an a another'
)

/** Speech without checkable content: positions, appeals, feelings, own intentions. */
export const STANCE_CONTENT =
  /\b(?:(?:this|now|it) is (?:a|the|not a|not the|no) (?:time|moment) (?:for|to)|(?:they|he|she|we|i) had (?:long |always )?(?:expected|hoped|feared)|should|must|ought to|needs? to|need|have to|has to|had to|deserves?|hopes?|hoped|hopefully|hopeful|we see|wish(?:es|ed)?|proud|sorry|sad|grateful|gratitude|thank|thanks|thankful|appreciate|welcome[sd]?|condemn(?:s|ed)?|support(?:s|ed)?|regret(?:s|ted)?|concerned|worried|confident|committed|ready to|willing|determined|believe|believes|think|thinks|feel|feels|(?<!been )felt|want|wants|wanted|love|hate|unacceptable|inappropriate|important|crucial|vital|essential|necessary|urgent|shame|disgrace|outrage|tragedy|terrible|horrible|wonderful|great|best|worst|good|bad|excited|happy|delighted|disappointed|disappointing|right thing|wrong|fair|unfair|easy|hard|difficult|impossible|will not|would not|won't|we will|we'll|i will|i'll|we are going to|let's|let us|never again|(?<!been )(?:pledge[sd]?|promise[sd]?)|responsibility|respect|tough|interested|not interested|logical|surprising|(?:look(?:s|ed)?|feels?|felt|sound(?:s|ed)?) like)\b/
/** Main verbs that only take a position. */
export const STANCE_VERBS =
  /\b(?:urg(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|promis(?:e|es|ed)|threaten(?:s|ed|ing)?|demand(?:s|ed|ing)?|prais(?:e|es|ed|ing)|critici[sz](?:e|es|ed|ing)|thank(?:s|ed|ing)|rebuk(?:e|es|ed)|denounc(?:e|es|ed)|appeal(?:s|ed|ing)? (?:to|for)|call(?:s|ed|ing)? (?:for|on)|recommend(?:s|ed)?|advis(?:e|es|ed)|apologi[sz](?:e|es|ed)|defend(?:s|ed)|express(?:es|ed|ing)|reiterat(?:e|es|ed|ing)|dismiss(?:es|ed) (?:[\w'.]{1,15} ){0,3}warnings?|cried foul|congratulat(?:e|es|ed))\b/

/** Terms of armed conflict: outcomes, losses, blame. */
export const CONFLICT =
  /\b(?:attack(?:s|ed|ing|ers?)?|strikes?|struck|airstrikes?|drones?|missiles?|rockets?|shell(?:s|ed|ing)|bomb(?:s|ed|ing|ings|ardment)?|kill(?:s|ed|ing|ings)?|casualt(?:y|ies)|wounded|injur(?:ed|es|ies|y)|dead|deaths?|died|destroy(?:s|ed|ing)?|shot down|downed|intercept(?:s|ed)?|thwarted|repelled|captur(?:e|ed|es)|seiz(?:e|ed)|troops?|soldiers?|militants?|fighters?|rebels?|separatists?|insurgents?|terror(?:ists?|ism)?|explosi(?:on|ons|ves?)|blasts?|explod(?:ed|es)|raids?|raided|invasion|invad(?:e|ed)|offensive|frontline|front line|ceasefire|hostages?|weapons?|weaponry|arms|munitions?|ammunition|artillery|tanks?|submarines?|warships?|warplanes?|war|clash(?:es|ed)?|gunm[ae]n|gunfire|fired|firing|fire on|tunnels?|booby[- ]trapped|damaged?|hit|targets?|targeted|targeting|massacre|genocide|sanctions?|spy(?:ing)?|espionage|coup|crackdown|trafficking|mercenar(?:y|ies)|nuclear|siege|besieged|occupied|occupation|annex(?:ed|ation)|incursion|violat(?:e|ed|es|ing|ions?)|provocations?|endanger|aiding|intelligence|riot)\b/
/** Own decisions and plans: their speaker is the best source. */
export const OWN_ACT =
  /\b(?:will|would|plans? to|(?<!\bas )planned|planning|intends?|is ready|are ready|decided|decision|declared|monitoring|discussing|considering|negotiat\w{1,6}|authori[sz]ed|agreed|signed|accept(?:ed|s)|invit(?:ed|es)|announc(?:ed|es|ing)|ordered|appoint(?:ed|s)|scheduled|postpon(?:ed|es)|cancel(?:l?ed|s)|cooperating|investigating|reviewing|working (?:with|on|to)|worked with|prepar(?:ed|ing)|propos(?:ed|es)|suspend(?:ed|s)|resum(?:ed|es)|evacuat\w{2,4}|agenda|meet|meeting|gifted|presented|visit|concerned|call on|calls on|called on|open(?:ed)? an? (?:investigation|inquiry|probe))\b/
