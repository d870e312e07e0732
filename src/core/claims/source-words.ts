import { CALLED_MEDIUM, MEDIA_NAME, SHORT_MEDIUM } from './actors/media'
import { tidy } from './phrase-parts'

const LEADING =
  /^(?:but|and|also|meanwhile|however|yet|so|still|instead|earlier|later|separately|in addition|additionally|for (?:his|her|its) part|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:earlier |late |early )?(?:last|this) (?:week|weekend|month|year|night|morning|spring|summer|autumn|winter)|as|then|nevertheless|therefore|indeed|even|with)\s+/i
/** Papers and speeches that have a date. */
const PAPERS =
  '(?:indictment|filing|filings|complaint|lawsuit|affidavit|ruling|order|verdict|report|reports|study|survey|poll|statement|announcement|release|letter|memo|email|post|tweet|speech|interview|briefing|article|story|editorial|figures|data|document|documents|message|video|recording|hearing|testimony)'
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
/** "Friday's indictment", "last week's report": of which day it is, is no part of its name; nor is the day behind a common noun. */
const DATED = new RegExp(
  `^(?:the )?(?:(?:late|early) )?(?:(?:${DAY}|today|yesterday)|(?:last|this) (?:week|weekend|month|year|night|spring|summer|autumn|winter|${DAY}))(?: (?:night|morning|afternoon|evening))?['’]s (?=(?:\\p{Ll}+ ){0,2}${PAPERS}(?: |$))`,
  'iu'
)
const DAY_BEHIND = new RegExp(
  `(?<=(?:^|\\s)(?!(?:from|on|of|until|since|by|to|for) )\\p{Ll}+) (?:late |early )?${DAY}(?: (?:night|morning|afternoon|evening))?$`,
  'u'
)
/** When or on what occasion somebody spoke: "the ministry on Tuesday", "the firm in a statement". */
const OCCASION =
  /(?<=\p{L}) (?:(?:late|early) )?(?:on|in|at|since) (?:an? (?:[\p{L}-]+ ){0,3}(?:statement|letter|message|post|admission|report|briefing|interview|speech|tweet|email|memo|note|comment|response|move|ruling|filing)\b.*|(?:(?:late|early|last) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*)$/u
/** "credible reports received by X", "data from X", "a report seen by X": what was passed on, and who stands behind it. */
const PRODUCT =
  /\b(?:reports?|data|figures|estimates?|statistics|statements?|documents?|numbers|analysis|survey|poll|calculations|accounts?|information|testimony|readout|release|tally|count) (?:(?:received|released|issued|published|compiled|collected|provided|given|made|posted|tracked) )?(?:by|from) (.+)$/i
const SEEN_BY = / (?:seen|obtained|reviewed|verified|viewed|heard|published|cited) by .+$/i
/** "a report in the Ledger", "the Ledger's story", "a Kelp article": what an outlet printed, and the outlet. */
const PRINTED =
  /^(?:an? |the |this |that |its |one )?(?:[\p{Ll}-]+ ){0,2}(?:reports?|articles?|stor(?:y|ies)|investigations?|accounts?|interview|column|editorial|exclusive|documentary|dispatch|piece|coverage|commentary) (?:in|on|by|from|published by|published in|aired by|broadcast by|carried by) (.+)$/iu
const PRINTED_BY =
  /^((?:an? |the )?\p{Lu}.*?)(?:['’]s?)? (?:articles?|stor(?:y|ies)|investigation|exclusive|documentary|dispatch|coverage|reporting|account|report)$/iu
/** "the Review's Street Talk column", "the Courier's money desk": a part of an outlet. */
const DESK =
  /['’]s? (?:[\p{L}-]+ ){0,3}(?:column|columnist|diary|podcast|newsletter|(?:news|money|city|sports|investigations?|foreign) desk|bureau)$/u
/** "a study tracking nurses over two decades" is the study. */
const PAPER =
  /^((?:[\p{L}'’-]+ ){0,4}(?:study|survey|research|analysis|paper|poll|review)) (?:[\p{Ll}]+ing|published|released|conducted|carried|commissioned|based|led|involving) .+$/iu
/** "a poll for the Evening Star", "a survey of 1,204 adults" */
const POLL_FOR = /^((?:[\p{L}'’-]+ ){0,4}(?:polls?|surveys?)) (?:for|of|among) .+$/iu
/** "economists polled by the agency" are economists. */
const ASKED_BY =
  / (?:polled|surveyed|interviewed|consulted|contacted|quoted|questioned|canvassed|reached) by .+$/i
/** "the fleet statement" stands for the fleet. */
const STATEMENT_OF =
  /^((?:the |a |an )?(?!the\b|an?\b|this\b|that\b|separate|joint|brief|written|new|recent|short|later|earlier|official|subsequent|unverified|unconfirmed|unsigned|unsourced|purported|alleged)[\p{L}'.-]+(?: [\p{L}'.-]+)*?)(?:'s)? (?:statement|announcement|readout|press release|briefing|update|communiqu[eé])(?: of .+)?$/iu
/** "its website": whose it is. */
const OWN_PAGE =
  /^(its|their|his|her) (?:own )?(?:official )?(?:websites?|site|home ?page|web page|blog|social media (?:page|account|channels))$/i
/** The name of "the narrator of a film called “Venn”" stands in quotation marks; "calculations by AFP based on" tells on what. */
const CALLED_BEFORE =
  / (?:called|titled|entitled|named|dubbed|based|seen|reviewed|obtained|viewed)$/
/** "the Marsh Front (MF) group" */
const SHORT_FORM = / \(\p{Lu}{2,7}\)(?= )/u
const CALLED = /\b(?:called|named|known as|calling itself|dubbed) (.+)$/i

/** "Orbel Docks later said": when or how it was said is no part of the name. */
const TRAILING =
  /(?<=\p{L}[’']?s?)(?: (?:later|also|earlier|separately|then|previously|recently|repeatedly|further|subsequently|meanwhile|again|today|yesterday|himself|itself|herself|themselves|very|even|already))+$/u

/** "the Daily Orbel Web site" is the Daily Orbel. */
const SITE = /(?<=\p{Lu}[\p{L}\d.]*) (?:[Ww]eb ?site|[Ww]eb page)$/u

/** Returns the words that name who speaks, without what stands around them: time, occasion, paper. */
export function sourceWords(words: string): string {
  let phrase = words.trim().replace(TRAILING, '').replace(SITE, '')
  for (let n = 0; n < 3 && LEADING.test(phrase); n++) phrase = phrase.replace(LEADING, '')
  phrase = stripOpening(phrase).replace(SEEN_BY, '').replace(DATED, 'the ').replace(DAY_BEHIND, '')
  phrase = PRODUCT.exec(phrase)?.[1] ?? phrase
  phrase = CALLED.exec(phrase)?.[1] ?? phrase.replace(CALLED_BEFORE, '').replace(SHORT_FORM, '')
  const owner = OWN_PAGE.exec(phrase)?.[1]?.toLowerCase()
  if (owner !== undefined) return owner
  phrase = printedBy(phrase.replace(DESK, ''))
  phrase = PAPER.exec(phrase)?.[1] ?? POLL_FOR.exec(phrase)?.[1] ?? phrase
  phrase = phrase
    .replace(OCCASION, '')
    .replace(ASKED_BY, '')
    .replace(/(?<=\p{L}) (?:there|here)$/u, '')
  return STATEMENT_OF.exec(phrase)?.[1] ?? phrase
}

/** The outlet that printed it, where it looks like one; the words themselves otherwise. */
function printedBy(phrase: string): string {
  const outlet = PRINTED.exec(phrase)?.[1] ?? PRINTED_BY.exec(phrase)?.[1]
  if (outlet === undefined) return phrase
  const name = outlet.replace(/^(?:an?|the) /i, 'the ')
  return SHORT_MEDIUM.test(name) || MEDIA_NAME.test(tidy(name)) || CALLED_MEDIUM.test(name)
    ? name
    : phrase
}

/** "In a statement the ministry" → "the ministry". */
function stripOpening(phrase: string): string {
  if (
    !/^(?:In|On|At|During|After|Before|For|From|With|By|Since|Under|Over|Following|Despite|Amid)\b/.test(
      phrase
    )
  ) {
    return phrase
  }
  const cut = /.*\b((?:the|its|his|her|their|an?) .*)$/i.exec(phrase.slice(3))
  return cut?.[1] ?? phrase
}
