import { words } from './parts'

/* Courts, labour and other quarrels without arms: who speaks for a side there, and of what. Own lists. */

export const COURT =
  /\b(?:trial|jury|jurors|court|judge|accused|prosecution|prosecutors?|defen[cs]e (?:lawyers?|attorneys?|counsel|team)|lawsuit|sued|suing|plaintiffs?|defendants?|pleaded|testif(?:y|ied)|cross-examination|tribunal|damages|settlement|charged|verdict)\b/

/** Unions and strikes. */
const WORKERS = String.raw`
  (?<!(?:european|soviet|african|credit|civil|customs|monetary|of the) )unions?|on strike
  strike (?:action|vote|by|over|ballot)|strikers?
  (?:their|the|a|port|rail|transit|teachers'|nurses') strike|walkouts?|walked out|pickets?
  picketers?|picketing|stoppage|industrial action
`
/** Employers, and what is bargained for. */
const TERMS = String.raw`
  lockout|locked out|employers?|bargaining|mediators?|collective agreement
  pay (?:offer|deal|rise|dispute|talks)
`
export const LABOUR = words(WORKERS, TERMS)

/** "strike" in a war is no walkout. */
export const BOMBS =
  /\b(?:missiles?|drones?|airstrikes?|air strikes?|bomb\w*|shell(?:ed|ing)|troops|artillery|rockets?)\b/

/** Who speaks for one side before a court. */
export const ADVOCATE =
  /\b(?:(?:his|her|their|'s) public defenders?|lawyers?|attorneys?|solicitors?|barristers?|counsel|legal team|prosecution|prosecuting|defending|defen[cs]e|plaintiffs?|claimants?|complainants?|defendants?|litigants?|petitioners?|(?<!sports )agents?)\b/

/** Ministries of defence, and who prosecutes for a state. */
const OF_STATE = String.raw`
  defen[cs]e (?:ministry|minister|secretary|department|officials?|forces?|analysts?|experts?|chief|attach[eé]|contractor|company|firm|sources?)
  ministry of defen[cs]e|public prosecutor|public prosecution|u\.?s\.? attorneys?
  attorneys? general|(?:district|county|city|state|prosecuting) attorneys?
  prosecution (?:authority|service|office)|fbi|federal agents?
`
/** Lawyers who comment, and agents of another kind. */
const OF_THE_TRADE = String.raw`
  human rights lawyers?|lawyers(?:'|’)? (?:network|association|group|society|guild|federation)
  bar association|estate agents?|travel agents?|constitutional lawyers?
`
/** Ministers and bodies of which "defence" is no side in court, and those who only comment on the law. */
export const NO_ADVOCATE = words(OF_STATE, OF_THE_TRADE)

/** Who speaks for one side of a quarrel about work, votes, rent or business. */
export const CONTENDER =
  /\b(?:unions?|employers?|management|strikers?|campaign|candidate|opposition|shadow|rivals?|challenger|ruling party|the party|landlords?|tenants?|shareholders?|investor group|bidder|lobby|campaigners?|longshore|teamsters|negotiators?|coach|manager|club)\b/

/** Who speaks for anybody. */
export const MOUTHPIECE =
  /\b(?:spokes(?:man|woman|person|people)|president|leader|head|chief|secretary|negotiators?|representative|chair(?:man|woman)?|official)\b/

/** Those who stand above the sides of a labour dispute. */
export const NEUTRAL_IN_LABOUR =
  /\b(?:minister|ministry|mediators?|board|police|court|judge|prime|government|federal|mayor|governor|analysts?|economists?|professor|farmer|university|observers?|mission|monitors?)\b/

/** Deceit, theft, harm. */
const CRIMES = String.raw`
  violat\w{2,4}|hid(?:den)?|conceal\w{0,3}|lied|lying|misled|cheat\w{0,3}|rigg(?:ed|ing)|stole
  stolen|fabricat\w{2,3}|forged|falsif\w{2,4}|bribes?|bribed|sabotag\w{1,3}|spied|hacked
`
/** Broken promises, and money and arms misused. */
const MISRULE = String.raw`
  broke(?:n)? (?:the law|its promise|a promise|promises|an agreement|the agreement|international law)
  bussed in|spent [\d£$€][^,.]{1,30} on|squander\w{0,3}
  arm(?:ing|ed) (?:rebels|smugglers|militants|separatists)|sent (?:agents|spies|troops)
`
/** Charges grave enough that even an office-holder's word on them is one side's. */
export const GRAVE = words(CRIMES, MISRULE)

/** What one side says that the other said, offered or accepted. */
export const TALKS =
  /\b(?:had|has|have) (?:agreed|promised|offered|accepted|rejected|threatened|demanded|refused|pledged|backed (?:out|down))\b/

export const OWN_SUBJECT =
  /^(?:["“'‘]+(?:we|i|our|my|us)\b|["“'‘]*(?:that )?it\b|(?:that )?(?:they|we|he|she|i|(?:its|our|their|his|her|my)(?! (?:\w{1,10} )?(?:rivals?|opponents?|neighbou?rs?|competitors?|tenants?|landlord|former|enem(?:y|ies)|critics?|accusers?|predecessors?|employers?|bosses|ex)\b))\b)/

/** Steps in a procedure and plans: their speaker is the best source. */
export const STEP =
  /\b(?:will|would (?:appeal|seek|file|ask|fight|contest|continue|visit|strike|hold)|plans? to|intends? to|to appeal|is considering|are considering|filed|voted|scheduled|adjourned|hired|sign(?:ed|ing))\b/
