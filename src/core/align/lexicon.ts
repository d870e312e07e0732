import { Pattern } from '../text/pattern'

/* Words that carry commitment, status and attribution in English news. Own lists, by families of meaning. */

const list = (words: string): readonly string[] => words.split(' ')

/** How firmly a reporting verb commits the outlet to what was said: 1 keeps its distance, 2 reports, 3 vouches. */
export const VERB_LEVELS: ReadonlyMap<string, number> = new Map([
  ...list(
    'claim claims claimed claiming allege alleges alleged alleging assert asserts asserted purport purports purported'
  ).map((word) => [word, 1] as const),
  ...list(
    'suggest suggests suggested imply implies implied speculate speculated speculates argue argues argued insist insists insisted maintain maintained maintains contend contends contended'
  ).map((word) => [word, 1] as const),
  ...list(
    'say says said saying state states stated tell tells told report reports reported reporting announce announces announced write writes wrote add adds added note notes noted declare declares declared describe describes described explain explained identify identifies identified'
  ).map((word) => [word, 2] as const),
  ...list(
    'confirm confirms confirmed confirming acknowledge acknowledges acknowledged admit admits admitted concede concedes conceded verify verified verifies prove proved proves'
  ).map((word) => [word, 3] as const)
])

/** Reporting verbs that do something else than report: their class changes what was done, not how firmly it is told. */
export const VERB_ACTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    deny: 'deny denies denied denying reject rejects rejected dismiss dismisses dismissed refute refutes refuted',
    accuse: 'accuse accuses accused accusing blame blames blamed blaming',
    warn: 'warn warns warned warning threaten threatens threatened',
    demand: 'demand demands demanded urge urges urged',
    promise: 'promise promises promised pledge pledges pledged vow vows vowed',
    condemn:
      'condemn condemns condemned denounce denounces denounced criticize criticized criticise criticised',
    praise: 'praise praises praised hail hails hailed welcome welcomes welcomed'
  }).flatMap(([act, words]) => list(words).map((word) => [word, act] as const))
)

/** How sure an event or statement is, from 0 (open) to 3 (settled); firm statements without a cue count as 4. */
export const COMMITMENT: readonly (readonly [Pattern, number, string])[] = (
  [
    [/\b(?:unclear|unknown|uncertain|unconfirmed|unverified)\b/giu, 0.5, 'unclear'],
    [/\bif (?:confirmed|true|verified|proven)\b/giu, 1, 'if true'],
    [/\b(?:may|might|could)\b(?! (?:not|n['’]t))(?! \d)/gu, 1, 'may'],
    [/\b(?:possibly|perhaps|maybe|potential|potentially)\b/giu, 1, 'possibly'],
    [
      /\b(?:allegedly|purportedly|supposedly|reportedly|alleged|purported|suspected)\b/giu,
      1,
      'allegedly'
    ],
    [
      /\b(?:apparently|seemingly|appears? to|appeared to|seems? to|seemed to)\b/giu,
      1.5,
      'apparently'
    ],
    [/\b(?:probably|likely|presumably|believed to|thought to)\b/giu, 1.7, 'probably'],
    [
      /\b(?:hopes? to|hoped to|aims? to|aimed to|seeks? to|sought to|considering|weighing|proposed|proposes)\b/giu,
      1.8,
      'hopes'
    ],
    [
      /(?<!\b(?:the|this|that|a|an|its|their|his|her|our|peace|new)\s)\b(?:plan(?:s|ned|ning)?|intend(?:s|ed)?)(?: to)?\b/giu,
      1.9,
      'planned'
    ],
    [
      /\b(?:expect(?:s|ed)?|anticipate[sd]?|forecast|predict(?:s|ed)?|slated)\b(?: to)?/giu,
      2,
      'expected'
    ],
    [
      /\b(?:(?<=\b(?:is|are|was|were|be|been|still|now|and) )due to (?=[a-z])|set to|scheduled (?:to|for)|about to)\b/giu,
      2.5,
      'scheduled'
    ],
    [/\b(?:will|shall)\b|['’]ll\b/giu, 3, 'will']
  ] as const
).map(([expression, level, name]) => [new Pattern(expression), level, name] as const)

/** Commitment from which a cue speaks of something still to come. */
export const FORWARD = new Set(['planned', 'expected', 'scheduled', 'will', 'hopes'])

/** Past forms of irregular verbs that show that an event happened; regular ones end in "ed". */
export const HAPPENED: ReadonlySet<string> = new Set(
  list(
    'met held took went gave left came began ended won lost struck hit flew fell broke sent spoke shot fought fled signed arrived made drove ran rose led spent built bought sold paid got found saw put cut set'
  )
)

/** Stages of an event that words name by themselves. */
export const STAGES: readonly (readonly [Pattern, string])[] = (
  [
    [/\b(?:has|had|have) (?:begun|started)\b|\b(?:got|gets?) under ?way\b/giu, 'begun'],
    [/\b(?:cancel(?:l?ed)?|called off|scrapped|abandoned|suspended)\b/giu, 'cancelled'],
    [/\b(?:postponed|delayed|put off)\b/giu, 'postponed'],
    [
      /\b(?:ongoing|under ?way|continu(?:es|ing)|still (?:burning|fighting|searching))\b/giu,
      'going on'
    ],
    [
      /\b(?:concluded|completed|finished|wrapped up|has ended|had ended|is over|was over)\b/giu,
      'over'
    ]
  ] as const
).map(([expression, name]) => [new Pattern(expression), name] as const)

/** Words that tell a stage as well and are no news by themselves: "got under way" and "began". */
export const SAME_STAGE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    begun: 'began begins begin started starts start opened opens',
    over: 'ended ends finished concluded',
    'going on': 'continued continue'
  }).flatMap(([stage, words]) => list(words).map((word) => [word, stage] as const))
)

/**
 * Stages that people and plans pass through. One in the place of another is a new state of the event; one that only comes or goes with
 * a clause is not.
 */
export const EVENTS: readonly (readonly [Pattern, string])[] = (
  [
    [
      /\bin (?:a |an )?(?:critical|serious|grave|stable|life-threatening) condition\b/giu,
      'in care'
    ],
    [/\b(?:died|dead|succumbed)\b/giu, 'dead'],
    [/\b(?:arrested|detained|in custody|taken into custody|was held|were held)\b/giu, 'detained'],
    [/\b(?:charged|indicted)\b/giu, 'charged'],
    [/\b(?:convicted|found guilty)\b/giu, 'convicted'],
    [/\bsentenced\b/giu, 'sentenced'],
    [/\b(?:acquitted|cleared of)\b/giu, 'acquitted'],
    [/\b(?:released|freed)\b/giu, 'free'],
    [/\b(?:rescued|pulled out alive|found alive)\b/giu, 'rescued'],
    [/\b(?:missing|unaccounted for)\b/giu, 'missing'],
    [
      /\b(?:approve[sd]|adopt(?:s|ed)|ratifie[sd]|passed by|pass(?:es|ed)(?= (?:\p{L}+ ){0,3}(?:law|bill|act|budget|motion|resolution|treaty|measure)\b))(?!\p{L})/giu,
      'approved'
    ],
    [/\b(?:reject(?:s|ed)|voted down|veto(?:es|ed))\b/giu, 'rejected'],
    [/\b(?:closed|shut down)\b/giu, 'closed'],
    [/\b(?:reopened|open again)\b/giu, 'open']
  ] as const
).map(([expression, name]) => [new Pattern(expression), name] as const)

export const NEGATION = new Pattern(
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|yet to(?= \p{L}))\b|n['’]t\b/giu
)

const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const MONTH =
  '(?:Jan(?:uary|\\.)|Feb(?:ruary|\\.)|March|Mar\\.|April|Apr\\.|May|June|July|Aug(?:ust|\\.)|Sept?(?:ember|\\.)|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.))'
const PERIOD =
  '(?:days?|weeks?|weekend|months?|years?|decades?|hours?|morning|afternoon|evening|night|summer|winter|spring|autumn|fall|quarter|century)'

/** Beside a day or a year a month may be cut short without a stop: "Oct 17", "16 Jul 2015". */
const DATED_MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?!\\p{L})'

/** Expressions of time with figures, the longer before the shorter. */
export const TIMES_IN_FIGURES: readonly Pattern[] = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${DATED_MONTH}(?:,? \\d{4}\\b)?`, 'gu'),
  new RegExp(`\\b${DATED_MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\\d{2})?\\b`, 'gu'),
  new RegExp(`\\b${DATED_MONTH} \\d{4}\\b`, 'gu'),
  /(?<![\p{N}.,/-])(?:\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\p{N})/gu,
  /\b(?:[01]\d|2[0-3]):?[0-5]\d\s?(?:GMT|UTC)\b/gu,
  /\b\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?/giu,
  /\b\d{1,2}\s?(?:a\.m\.|p\.m\.|am|pm)(?![\p{L}])/giu,
  /(?<=\b(?:in|since|by|until|during|of|from) )(?:19|20)\d{2}\b/gu
].map((expression) => new Pattern(expression))

/** Expressions of time in words alone, the longer before the shorter. */
export const TIMES_IN_WORDS: readonly Pattern[] = [
  new RegExp(`\\b${DAY}s?\\b`, 'gu'),
  new RegExp(
    `\\b(?:this|next|last|past|previous|coming|earlier this|later this|early this|late last) ${PERIOD}\\b`,
    'giu'
  ),
  new RegExp(
    `\\b(?:in|over|during|for) (?:recent|the (?:coming|next|past|last|previous)) (?:\\p{L}+ )?${PERIOD}\\b`,
    'giu'
  ),
  /\bin the (?:near |distant )?future\b|\bat a later date\b/giu,
  /\b(?:yesterday|today|tomorrow|tonight|overnight|midnight|noon|dawn)\b/giu,
  /\b(?:immediately|soon|shortly)(?= (?:after|before|afterwards?)\b)/giu,
  new RegExp(
    `\\bsince ${MONTH}\\b|\\b(?:in|by|until) (?:(?:early|late|mid)[ -])?${MONTH}(?! \\d)`,
    'gu'
  ),
  /\bfirst(?=[.,;]|$)/giu
].map((expression) => new Pattern(expression))

/** Ways in which a statement was made public. */
export const CHANNELS: readonly Pattern[] = [
  /\b(?:on|via|through) (?:Telegram|Twitter|X|Facebook|Instagram|YouTube|WhatsApp|TikTok|Truth Social|Weibo|social media|(?:state )?television|(?:state )?TV|the radio)\b/giu,
  /\bin (?:a|an|its|his|her|their) (?:\p{L}+ ){0,2}?(?:statement|briefing|conference|interview|post|tweet|speech|address|report|letter|email|message|release)\b/giu,
  /\btold (?:reporters|journalists|a news conference|a briefing)\b/giu
].map((expression) => new Pattern(expression))

/** Titles that stand before a name without being part of it. */
export const TITLES: ReadonlySet<string> = new Set(
  list(
    'mr mrs ms dr sir president prime minister foreign defense defence secretary general gen col lt maj sgt sen rep gov king queen prince ' +
      'pope captain capt major colonel ambassador spokesman spokeswoman professor prof judge justice chief vice deputy former the'
  )
)

/** Words for offices that tie a person to an institution: "Harbour Office spokeswoman Orla Venn". */
export const OFFICES = list(
  'spokesman spokeswoman spokesperson minister secretary chief director head commander president chairman chairwoman governor ' +
    'mayor ambassador envoy adviser advisor official'
)
