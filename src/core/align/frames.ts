import { Pattern } from '../text/pattern'
import { textUnder, type Span } from '../text/span'

/* What a desk puts around a sentence: labels and site names of headlines, datelines, captions of pictures. */

/** A label before the headline proper: "Harbour crisis live:". */
const KICKER = /^[^:.]{2,45}:\s/u
const CITY_ON = String.raw`(?:,\s\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)?)?(?:,\s\p{Lu}\p{L}+\.?\s\d{1,2}(?:,?\s\d{4})?)?`
/** Where, when and for whom a report was filed: "TARN, Kestria (HP) —", "Tarn (Harbour Press) —", "TARN:". */
const DATELINE = new Pattern(
  new RegExp(
    String.raw`^(?:\p{Lu}{2}[\p{Lu} .'’-]{0,30}${CITY_ON}(?:\s\([\p{L} .]{2,30}\))?|\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?${CITY_ON}\s\([\p{L} .]{2,30}\))(?:\s?(?:—|–|--)\s?|\s-\s|:\s)`,
    'u'
  )
)
/** The name of a site after the headline proper: "… | Harbour Times". */
const SITE = new Pattern(/\s(?:\||[-–—])\s\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,4}$/u)

/** Returns the spans of two sentences without the frames that only one of them has, or that differ and say nothing; offsets into each text. */
export function withoutFrames(
  a: { readonly text: string; readonly span: Span },
  b: { readonly text: string; readonly span: Span }
): { readonly a: Span; readonly b: Span } {
  const [left, right] = [textUnder(a.text, a.span), textUnder(b.text, b.span)]
  const [datedA, datedB] = [datelineIn(left), datelineIn(right)]
  let cut = { a: 0, b: 0 }
  // Two datelines are left alone: the reports may have been filed from different places.
  if (datedA === 0 || datedB === 0) cut = { a: datedA, b: datedB }
  if (datedA + datedB === 0) {
    const [labelA, labelB] = [KICKER.exec(left)?.[0], KICKER.exec(right)?.[0]]
    if (labelA !== undefined && labelB !== undefined && labelA !== labelB)
      cut = { a: labelA.length, b: labelB.length }
  }
  const [siteA, siteB] = [siteIn(left), siteIn(right)]
  const lone = siteA === 0 || siteB === 0
  return {
    a: { start: a.span.start + cut.a, end: a.span.end - (lone ? siteA : 0) },
    b: { start: b.span.start + cut.b, end: b.span.end - (lone ? siteB : 0) }
  }
}

const lengthIn = (pattern: Pattern, text: string): number => pattern.exec(text)?.[0].length ?? 0

/** Code units in which a dateline ends, if there is one. */
const DATELINE_UNITS = 100
const CAPITALS = /^\p{Lu}{2}/u
const DASH_OR_COLON = /[—–:-]/

/** Most sentences have neither sign early on, or a stop at their end: they need no closer look. */
function datelineIn(text: string): number {
  const start = text.slice(0, DATELINE_UNITS)
  const mayBe = start.includes('(') || CAPITALS.test(start)
  return mayBe && DASH_OR_COLON.test(start) ? lengthIn(DATELINE, start) : 0
}

const siteIn = (text: string): number =>
  STOPS.includes(text.charAt(text.length - 1)) ? 0 : lengthIn(SITE, text)

const STOPS = '.!?”"’\''

/** Words of which one stands in every credit. */
const CREDIT_WORDS = ['hoto', 'PHOTO', 'via ', 'Getty', 'Image', 'Picture']
const PHOTO_CREDIT = new Pattern(
  /\b(?:AP|AFP|EPA|Reuters|Pool|File) ?(?:[Pp]hoto|PHOTO)|\/\s?[\p{L} ]{2,30} via \p{Lu}|\bvia (?:AP|Getty Images)\)|\bGetty Images\b|\b(?:Photo|Image|Picture)(?: (?:by|credit))?: ?\p{Lu}/u
)
/** A day with its date and year, as captions of pictures have it and news about that day has not. */
const FULL_DATE = new Pattern(/\b\p{Lu}\p{L}{2,5}day,\s\p{Lu}\p{L}+\.?\s\d{1,2},\s\d{4}\b/u)
const MAX_CAPTION = 600

/**
 * Says whether a sentence tells what a picture shows: two desks print different pictures. Unlike `isCaption` of articles, which judges whole
 * lines by their end, it finds captions that ran into a paragraph. O(length), bounded.
 */
export function tellsOfPicture(sentence: string): boolean {
  return (
    sentence.length <= MAX_CAPTION &&
    ((sentence.includes('day, ') && FULL_DATE.test(sentence)) ||
      (CREDIT_WORDS.some((word) => sentence.includes(word)) && PHOTO_CREDIT.test(sentence)))
  )
}
