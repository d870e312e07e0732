/*
 * Word classes of which the patterns are made. Each is a source for `RegExp`, without groups that capture and without
 * quantifiers inside quantifiers. Own lists.
 */

/** "not", "didn't", "cannot". */
export const NOT = "(?:cannot|not|never|\\w{2,8}n't)"
/** A negation, or what amounts to one before an infinitive. */
export const UNABLE =
  "(?:cannot|not|never|\\w{2,8}n't|unable to|yet to|failed to|impossible to|impossible for|no way (?:to|of)|(?:no|without) means (?:to|of)|difficult to|difficult for|hard to|hard for|harder to|challenging to|struggled? to|struggling to)"
/** Up to `n` words, none of which opens a relative clause. */
export const gap = (n: number, shortest = true): string =>
  `(?: (?!which\\b|who\\b|that\\b)[\\w'.&-]{1,20}){0,${n}}${shortest ? '?' : ''}`
/** To check against other evidence. */
export const VERIFY =
  '(?:verify|verified|verifying|authenticat(?:e|ed|ing)|corroborat(?:e|ed|ing)|substantiat(?:e|ed|ing)|validat(?:e|ed|ing)|geolocat(?:e|ed|ing)|fact-check(?:ed)?|double-check(?:ed)?|vouch for)'
/** To make sure; alone it says nothing of who checks. */
export const ENSURE =
  '(?:confirm|confirmed|confirming|establish|established|establishing|check|checked|checking|ascertain|ascertained|assess|assessed|determine|determined|prove|proven|proved|review|reviewed)'
/** What a text or picture has when it is what it seems to be. */
export const GENUINENESS =
  '(?:authenticity|provenance|authorship|accuracy|veracity|genuineness|truthfulness|credibility|reliability)'
/** What a thing is that is what it seems to be. */
export const GENUINE =
  '(?:genuine|authentic|real|true|accurate|correct|credible|reliable|legitimate|fake|faked|forged|doctored|staged|recent|what (?:it|they) (?:purports?|claims?|appears?|seems?))'
/** Pictures, papers and recordings. */
export const ARTEFACTS =
  '(?:videos?|footage|clips?|images?|pictures?|photos?|photographs?|recordings?|audio|tapes?|documents?|letters?|memos?|emails?|messages?|posts?|files?|reports?|claims?|accounts?|statements?|screenshots?)'
/** Things said, of which one may say that they are true or not. */
export const SAYINGS =
  '(?:claims?|allegations?|accusations?|charges?|reports?|reporting|suggestions?|rumou?rs?|findings?|assertions?|accounts?|versions?|narratives?|notions?|insinuations?|figures|characteri[sz]ations?|stor(?:y|ies)|conclusions?|theor(?:y|ies)|lawsuits?|complaints?|testimony|contentions?|assessments?|estimates?|speculation|implications?|descriptions?|portrayals?|toll)'
/** The papers in which somebody is charged. */
export const CHARGE_PAPERS =
  '(?:complaint|lawsuit|suit|indictment|affidavit|charge sheet|charging documents?|petition|writ|court (?:papers|filings?|documents)|filings?|particulars of claim)'
/** Forms of verbs with which papers and people say something. */
export const SAYS =
  '(?:says?|said|states?|stated|alleges?|alleged|claims?|claimed|argues?|argued|contends?|contended|describes?|described|accuses?|accused|asserts?|asserted|maintains?|maintained)'
/** What opens an indirect question. */
export const WH = '(?:who|whom|whose|what|whether|how|why|when|where|which|if)'

/** One pattern of several wordings, between word boundaries unless `open`: then they may end anywhere. */
export const any = (...wordings: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${wordings.join('|')})\\b`, 'g')
export const anyOpen = (...wordings: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${wordings.join('|')})`, 'g')

/** One test for any of several lists of words, whole words only. Each line of a list holds alternatives parted by "|". */
export const words = (...lists: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${lists.flatMap((list) => list.trim().split(/\n\s*/)).join('|')})\\b`)
