import type { SourceType } from '../claim'

/* Role words and what kind of source they make. Own list; the first pattern that fits wins. */

/** Patterns over a phrase in lower case. */
export const ROLE_TYPES: readonly (readonly [RegExp, SourceType])[] = [
  [
    /\b(?:judge|justice(?! (?:minister|secretary|spokes\w+|department|ministry|campaign|group|committee|network))|magistrate|court|tribunal|jury|coroner)\b/,
    'court'
  ],
  [
    /\b(?:police|sheriff|constable|detectives?|carabinieri|gendarmerie|scotland yard|superintendent|law enforcement)\b/,
    'police'
  ],
  [
    /\b(?:fire (?:chief|department|service|brigade)|firefighters?|civil defen[cs]e|emergency (?:services?|management|ministry)|rescue(?:rs)?|ambulance|coast guard|paramedics?)\b/,
    'emergency'
  ],
  [
    /\b(?:health (?:authorit(?:y|ies)|department|agency|service)|hospital|doctor|surgeon|surgery|physician|nurse|medics?|epidemiologist|public health)\b/,
    'health'
  ],
  [
    /\b(?:spokes(?:man|woman|person|people)|press secretary) for (?:[a-z']+ ){0,3}(?:army|military|navy|air force|forces)\b/,
    'military'
  ],
  [
    /\b(?:(?<!(?:attorney|prosecutor|secretary|directorate|director|solicitor|governor|inspector|consul)[- ])general(?! (?:assembly|election|hospital|strike|manager|secretary|counsel|civil|authority|directorate|administration|office|department|organi[sz]ation|federation|union|electric|motors|public|medical|court))|colonel|major|lieutenant|(?<!(?:team|club|side|squad|vice|former|defensive|offensive|national|ship's|boat|skipper and)[- ])captain|admiral|commander|commandant|brigadier|army|navy|air force|military|armed forces|troops|general staff|fleet|(?<!fire )brigade|battalion|defen[cs]e forces|joint press cent(?:er|re)|intelligence (?:service|agency|assessments?|officials?|reports?|chief)|military intelligence)\b|\b(?:gen|col|maj|lt|capt|adm|cmdr|brig|rear adm)\.(?! gov\.)/,
    'military'
  ],
  [/\b(?:militants?|rebels?|insurgents?|separatists?|guerrillas?|militia)\b/, 'armed-group'],
  [
    /\b(?:ministry|ministries|prosecutor general|treasury|home office|foreign office|state department)\b/,
    'ministry'
  ],
  [
    /\b(?:prosecutors?|attorney general|district attorney|public defender|ombuds(?:man|person))\b/,
    'official'
  ],
  [
    /\b(?:president|premier|prime minister|chancellor|minister|secretary|governor|mayor|ambassador|envoy|consul|king|queen|prince|emir|sultan|supreme leader|leader of|congress(?:man|woman)|senator|lawmakers?|deput(?:y|ies)|mp|mps|parliamentarian|legislator|councillor|councilm[ae]n|councilwoman|commissioner|negotiator|head of (?:the |a )?(?:[a-z-]+ ){0,4}(?:council|committee|commission|administration)|member of (?:the )?(?:[a-z'’-]+ ){0,6}(?:parliament|congress|senate|knesset|duma|bundestag)|official|officials|authorities|government|administration|embassy|adviser to|aide|foreign policy adviser|presidential|kremlin|white house|spokes(?:man|woman|person) for (?:the )?(?:ministry|government|president))\b|\b(?:gov|sen|rep|amb|pres|cllr)\./,
    'official'
  ],
  [
    /\b(?:candidate|party leader|opposition leader|campaign(?! (?:finance|trail|donations?|disclosures?))|party chairman|conservative party|labour party|democrats?|republicans?)\b/,
    'party-politician'
  ],
  [
    /\b(?:chief executive|ceo|cfo|coo|executive chair|chairman of the board|founder|company|firm|corporation|inc|corp|plc|ltd|gmbh|airline|manufacturer|carmaker|automaker|retailer|startup|bank)\b/,
    'company'
  ],
  [
    /\b(?:charity|aid group|rights group|advocacy|nonprofit|non-profit|campaign group|foundation|human rights)\b/,
    'ngo'
  ],
  [
    /\b(?:observatory|watchdog|monitor(?:ing)? group|think tank|institute|survey|researchers?|scientists?|study|report's authors|university|professor|academ(?:y|ic)|pollster|geologists?)\b/,
    'monitor'
  ]
]

/** Titles that are no part of a name; also words that open sentences with a capital. */
export const PERSON_TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss dr mp mep msp det sgt supt insp pc dc cllr prosecution prosecutions counsel prof professor sir lord lady dame president premier chancellor king queen prince princess emir sultan pope ' +
    'minister secretary senator sen rep representative congressman congresswoman governor gov mayor judge justice general gen colonel col major maj ' +
    'lieutenant lt captain capt admiral adm rear vice commander sergeant sgt officer detective inspector chief director chairman chairwoman chair ' +
    'secretary-general director-general attorney-general undersecretary under-secretary ceo deputy prime foreign defense defence interior finance health state home education attorney spokesman spokeswoman spokesperson press ' +
    'ambassador envoy rev reverend father sister brother imam ayatollah sheikh rabbi archbishop bishop cardinal former acting interim ' +
    'now once both for from with by of to under over during despite according even yet so then also still if because unlike like the a an but and in on at while when as after before since if although this that both many some most several all no one two three monday tuesday ' +
    'wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'public ombudsman opposition leader head office first lady coach analyst economist doctor brig brigadier constable sheriff superintendent ' +
    'administrator associate insider quarterback forward midfielder goalkeeper striker champion superintendent editor-in-chief commander-in-chief political legal security national council adviser advisor policy senior research advocacy regional executive presidential parliamentary civil defence authority'
  ).split(' ')
)

/** A capitalised name that ends like an organisation's. */
export const ORGANISATION_ENDS =
  /\b(?:Air \p{Lu}\p{L}+|Ministry|Ministries|Office|Department|Agency|Council|Authority|Authorities|Commission|Army|Forces?|Service|Services|Command|Company|Corp|Corporation|Inc|Ltd|Bank|University|College|School|Institute|Group|Party|Association|Committee|Court|Police|Hospital|Society|Cent(?:er|re)|Fund|Union|League|Bureau|Administration|Federation|House|Parliament|Senate|Congress|Intelligence|Navy|Guard|Guards|Fleet|Observatory|Press|News|Times|Post|Organi[sz]ation|Board|Foundation|Airlines?|Airways|Airport|Church|Mission|Embassy|Treasury|Staff|Directorate|Brigades?|Battalion|Front|Movement|Alliance|Network|Trust|Club|City|County|State|Study|Survey|Report|Index|Act|Street|Sea|River|Bay|Island|Islands|Hajj|Minister'?s? Office|Securities|Capital|Research|Industries|Motors|Systems|Technologies|Holdings|Partners|Team|Officials?|Conservatives?|Democrats?|Republicans?|Health|Nations|Borders|Project|Initiative|Campaign|Coalition|Rights|Watch|International|Sciences|Medicine|Journal|Accounts?|Depot|Media|Strait|Sound|Province|Region|District|Valley|Mountains?|Peninsula|Coast|Gulf|Ocean|Canal|Desert|Harbou?r|Energy|Electric|Petroleum|Shipping|Railways?|Rail|Trains|Buses|Minerals|Chemicals|Aerospace|Automotive|Robotics|Biotech|Therapeutics|Diagnostics|Healthcare|Entertainment|Semiconductors?|Renewables|Metals|Mining|Logistics|Insurance|Pharmaceuticals?|Telecom|Technology|Brothers|Lines|Foods|Stores|Works|Studios|Labs|Laboratories|Ventures|Enterprises|Engineering|Construction|Software|Properties|Solutions|Utilities|Waterworks|Docks|Mills|Shelter|Camp|Museum|Cathedral|Stadium|Prison|Airbase|Images|Quarr(?:y|ies))$/u
