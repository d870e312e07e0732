import { readActors } from './actor'
import type { Actor } from './actor'

/*
 * Outlets, agencies and state media with their owners. Own compilation from common knowledge; a medium counts as state media
 * when a government owns it and directs its news, by the outlet's own statutes or imprint.
 */
const WIRES = `
Associated Press|ap, the ap, a.p.
Reuters|reuters news agency, thomson reuters
AFP|agence france-presse, agence france presse
dpa|deutsche presse-agentur, german news agency dpa
Bloomberg|bloomberg news
UPI|united press international
PA|press association, pa media
Interfax|interfax news agency, russia's interfax news agency
Interfax-Ukraine|
Yonhap|yonhap news agency, yonhap news
Kyodo|kyodo news
ANSA|
EFE|
PTI|press trust of india
Belga|
APA|
TT|
NTB|
Ritzau|
AAP|australian associated press
Canadian Press|
Dow Jones|dow jones newswires
`
const STATE_MEDIA = `
TASS|tass news agency, itar-tass, tas news agency, tas, russian news agency tass|Russia
RIA Novosti|ria|Russia
Sputnik|sputnik news|Russia
RT|russia today|Russia
Rossiya 24|rossiya|Russia
KCNA|korean central news agency|North Korea
Rodong Sinmun||North Korea
Xinhua|xinhua news agency|China
Global Times||China
People's Daily||China
CCTV|cgtn|China
China Daily||China
IRNA|islamic republic news agency|Iran
Press TV||Iran
Fars|fars news agency, fars news|Iran
Tasnim|tasnim news agency|Iran
Mehr|mehr news agency|Iran
ISNA||Iran
SANA|syrian arab news agency|Syria
Anadolu|anadolu agency, anadolu news agency|Turkey
TRT|trt world|Turkey
Ukrinform||Ukraine
Saudi Press Agency|spa|Saudi Arabia
WAM||United Arab Emirates
Petra News Agency|petra agency, jordan news agency|Jordan
MENA||Egypt
Al-Masirah|al masirah, al-masirah tv|Houthis
Al-Manar|al manar|Hezbollah
Al-Aqsa TV||Hamas
Belta||Belarus
Granma|prensa latina|Cuba
Telesur||Venezuela
Zimbabwe Broadcasting Corporation|zbc|Zimbabwe
Trend|azertac|Azerbaijan
`
const OUTLETS = `
New York Times|the new york times, nyt, the times
Washington Post|the washington post, the post
Wall Street Journal|the wall street journal, wsj, the journal
USA Today|
Los Angeles Times|
Boston Globe|
Chicago Tribune|
New York Post|
Daily Beast|
Politico|
Axios|
The Hill|
BuzzFeed|buzzfeed news
Vox|
Vice|vice news
HuffPost|huffington post
The Guardian|guardian
The Times of London|
The Telegraph|daily telegraph, sunday telegraph
Financial Times|ft
The Independent|
Daily Mail|mailonline
The Sun|
Daily Mirror|
The Economist|
Sky News|
BBC|british broadcasting corporation, bbc news
ITV|itv news
Channel 4|channel 4 news
CNN|
CNBC|
MSNBC|
NBC|nbc news
ABC|abc news
CBS|cbs news, cbsn
Fox News|fox business, fox
NPR|
PBS|
C-SPAN|
Al Jazeera|al-jazeera
Al Arabiya|al-arabiya
Al-Ikhbariya|
Haaretz|
Times of Israel|
Jerusalem Post|
Ynet|
Channel 12|channel 13
Israeli Army Radio|army radio
Kan|kan radio
Der Spiegel|spiegel
Bild|
Die Zeit|zeit
Frankfurter Allgemeine Zeitung|faz
Süddeutsche Zeitung|
Die Welt|
ARD|zdf
Deutsche Welle|dw
Le Monde|
Le Figaro|
Libération|
France 24|
Mediapart|
El País|el pais
El Mundo|
La Repubblica|
Corriere della Sera|
La Stampa|
Swedish public radio|swedish radio, sr, sveriges radio
SVT|
NRK|
DR|
Suspilne|suspilne crimea
Ukrainska Pravda|
Kyiv Independent|
Kyiv Post|
Meduza|
Novaya Gazeta|
Kommersant|
Vedomosti|
Moscow Times|
Radio Free Europe|rfe/rl, radio liberty, radio svoboda
Voice of America|voa
Nikkei|
Asahi Shimbun|
Yomiuri Shimbun|
NHK|
Chosun Ilbo|
South China Morning Post|scmp
Caixin|
Times of India|
NDTV|
The Hindu|
Dawn|
Geo News|
Tolo News|tolonews
Straits Times|
Sydney Morning Herald|
Toronto Star|
Globe and Mail|
CBC|
Folha de S.Paulo|
O Globo|globo
The Information|
The Verge|
Wired|
TechCrunch|
TMZ|
Variety|
ESPN|
L'Équipe|l'equipe
MacRumors|
9to5Mac|
The Athletic|
The Intercept|
Ruptly|
`

/** Every outlet and agency. */
export const MEDIA: readonly Actor[] = [
  ...readActors('wire', WIRES),
  ...readActors('state-media', STATE_MEDIA),
  ...readActors('media', OUTLETS)
]

/** A noun phrase that describes an outlet. */
export const MEDIA_WORDS =
  /\b(?:(?:state|national|public|local|opposition|independent) tv|news ?papers?|newsrooms?|news agenc(?:y|ies)|newswire|news wire|wire service|wire|broadcasters?|news channel|tv channel|tv network|television|tv station|radio(?: station)?|magazine|tabloid|daily|weekly|news ?site|news website|news outlets?|outlets?|media|press|news organi[sz]ation|news service|news reports?|news releases?|news cables|press reports?|telegram channels?|blog|podcast|local news|correspondent)\b/
/** A capitalised name that ends like an outlet's. */
export const MEDIA_NAME =
  /^(?:The )?(?:Daily|Evening|Sunday|Morning|Radio|Kanal|Channel|Sky|Canal|TV|Rai) [A-Z0-9][\w'’.-]*$|\b[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|of|de|la|the))* (?:Times|Post|Herald|Tribune|Journal|Gazette|Chronicle|Globe|Daily|News|Telegraph|Mirror|Observer|Courier|Examiner|Dispatch|Inquirer|Standard|Star|Sentinel|Mail|Press|Radio|TV|Television|Broadcasting|Broadcasting Corporation|News Agency|Magazine|Review|Monitor|Pravda|Zeitung|(?:News|TV|Television|Radio|Cable|Broadcasting|Sports) Network|Sports|Argus Leader|Leader|Register|Republic|Sun|Bee|Argus|Enquirer|Advocate|Statesman|Record|Bulletin|Echo|Express|Independent|Guardian|Insider|Reporter|Weekly|Online|Ledger|Mercury|Beacon|Clarion|Citizen|Wire|Today|Digest|Messenger|Banner|Live|FM|Report|Khabar|Post-\p{Lu}\p{L}+)$|^[KW][A-Z]{2,3}-(?:TV|FM|AM|DT)$|^[\p{L}\d-]+\.(?:com|org|net|co\.uk|tv|io|info|news|eu|ru|ua|de|fr)$/u
/** Agencies that print no news: those that rate, price, protect, count. */
const OTHER_AGENCY =
  '(?<!(?:ratings?|price|pricing|credit|data|space|energy|aid|relief|refugee|health|migration|food|border|police|intelligence|spy|security|estate|travel|employment|recruitment|talent|modell?ing|advertising|marketing|tax|weather|statistics|environment|development|protection|drugs?|doping|enforcement|welfare|adoption|lettings?|ticket|shipping|disaster) )'
/** "the daily Nagar Khabar", "US site TMZ": a kind of outlet, and its name. */
export const CALLED_MEDIUM = new RegExp(
  `^(?:the |an? |its |our |\\p{Lu}[\\p{L}.'-]* |\\p{Ll}[\\p{L}-]* ){0,4}(?:daily|weekly|newspaper|paper|tabloid|broadsheet|broadcaster|channel|station|magazine|site|website|news ?site|portal|news portal|outlet|blog|podcast|programme|newsletter|${OTHER_AGENCY}agency|newswire|network|news agency) \\p{Lu}[\\p{L}\\d.'’&-]*(?: (?:of |the |de |del |la |le |el |al |da |do |du |di |van |von )?\\p{Lu}[\\p{L}\\d.'’&-]*){0,4}$`,
  'u'
)
/** "the PNX agency", "the Nagar Khabar daily": a name, and the kind of outlet behind it. */
export const MEDIUM_BEHIND =
  /^(?:[Tt]he |its |\p{Lu}[\p{L}]+(?:ian|ese|ish|ani|i)-language )?\p{Lu}{2,6} (?:news )?agency$|^(?:[Tt]he |its |an? )?(?:(?!The )\p{Lu}[\p{L}\d.'’&-]* ?){1,4} (?:news ?site|news ?paper|website|news (?:agency|website|portal|channel|outlet|network)|portal|daily|weekly|tabloid|broadsheet|broadcaster|newswire|magazine|radio station|television (?:channel|station)|tv (?:channel|station)|telegram channel|blog)$/u
/** "a local portal", "its television channel": a kind of outlet, of which the name stands beside it. */
export const KIND_OF_MEDIUM =
  /\b(?:newspaper|daily|weekly|tabloid|broadsheet|broadcaster|channel|(?:radio|television|tv) station|magazine|news ?site|website|portal|news outlet|blog|news agency|newswire)$/
/** "a Dorvel newspaper", "the country's largest daily", "an online magazine based in Tarsk": a kind that stands beside a name. */
export const KIND_BESIDE =
  /^(?:an?|the|one of the) (?:(?!(?:who|of|for|at|in|to|by|with|and|as)\b)[\p{L}\d’'-]+ ){0,4}(?:newspapers?|daily|dailies|weekly|tabloid|broadsheet|broadcaster|(?:television|tv|radio|news) (?:channel|station|network)|(?:news|online|investigative|monthly|business|political|trade) (?:magazine|site|website|outlet|portal)|magazine|news ?site|news ?portal|news agency|newswire)(?: (?:in|from|based in|published in|run from) (?:the )?(?:\p{L}+ ){0,2}\p{Lu}[\p{L}-]*| (?:that|which) .*)?$/u
/** "the Herald": a name that an outlet goes by among its readers. */
export const SHORT_MEDIUM =
  /^[Tt]he (?:Tribune|Herald|Post|Times|Journal|Courier|Ledger|Gazette|Chronicle|Telegraph|Mirror|Mail|Star|Sun|Express|Echo|Examiner|Dispatch|Inquirer|Standard|Sentinel|Globe|Argus|Register|Bulletin|Observer|Independent|Guardian|Record|Mercury|Beacon|Clarion|Citizen|News|Monitor|Review|Bee|Advocate|Statesman)$/
/** Endings that only outlets have. */
export const SURELY_MEDIA =
  / (?:News|Sports|Times|Post|Press|Journal|Magazine|Radio|TV|Television|Tribune|Herald|Gazette|Chronicle|Broadcasting|Telegraph|Pravda|Zeitung|Daily|Ledger|Courier|Bulletin)$/
/** State ownership in a description. */
export const STATE_OWNED =
  /\b(?:state[- ](?:run|owned|controlled|linked|backed|affiliated|funded|media|news|television|tv|radio|broadcaster|agency|newspaper)|government[- ](?:run|owned|controlled)|official news agency|official (?:[a-z]+ ){0,3}news agency|state (?:[a-z]+ )?(?:news|media|television|tv|radio|broadcaster|agency)|pro-government)\b/
/** The same told behind a name: "which is run by the state". */
export const STATE_BESIDE =
  /\b(?:run|owned|controlled|financed|funded) by the (?:state|government|ruling party|kremlin|authorities|regime|junta|army)\b|^(?:the |a )?(?:state|government)[- ](?:run|owned|controlled)\b/i
/** What prints and airs news, by the end or the middle of its name. */
export const AIRS =
  /\b(?:agency|news|television|tv|radio|channel|broadcasting|press|times|daily|herald|gazette)\b/i
/** "a Front-linked channel", "the local station": an outlet of which only the kind is told. */
export const A_MEDIUM =
  /^(?:an?|the|one|another|several|two|some) (?:[\p{L}-]+ ){1,3}(?:channels?|newspapers?|websites?|portals?|news ?sites?|(?<!\b(?:police|fire|railway|train|bus|power|petrol|gas|polling|space|metro|tube|weather|service|research|coastguard|border|pumping) )stations?)$/iu

/** Names of papers, which are no broadcaster, and of broadcasters, which are no paper. */
export const PRINT =
  /\b(?:Daily|Weekly|Times|Post|Herald|Tribune|Gazette|Courier|Ledger|Journal|Mail|Telegraph|newspaper|paper)\b/
export const ON_AIR = /\b(?:Radio|TV|Television|Channel|Broadcasting|FM)\b/
