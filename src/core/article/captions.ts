/** Words of a caption at most. */
const MAX_CAPTION_WORDS = 80

const CREDIT_WORD =
  /(?:^|[\s(|[])(?:photo(?:graph)?|image|picture|video|illustration|graphic|map|credit|courtesy|foto|bild|file photo)s?\s?(?:credit\b|by\b|:|©|\/)/i
const CREDIT_END =
  /[([][^()[\]]{0,60}\b(?:Getty|AFP|Reuters|REUTERS|AP|EPA|Photo|Image|Pool|TASS|Xinhua|Anadolu|Handout|File|via|Video|dpa|picture alliance)\b[^()[\]]{0,60}[)\]]\s?$/
/** "Ada Marsh | Tidewater News | Getty Images", "© Ada Marsh / dpa": a credit that stands alone. */
const CREDIT_ALONE =
  /^(?:©|\(c\)\s|.{3,60}\s?[|/]\s?.{0,40}\b(?:Getty Images|AFP|Reuters|REUTERS|AP|EPA|dpa|Shutterstock|iStock|Bloomberg|Unsplash)\b.{0,20}$)/
const CREDIT_SIGN = /(?:photos?|image|foto|bild)?\s?©\s?[\p{L} /.-]{3,60}(?:,? \d{4})?$/iu

/** Every credit has one of these near its end: most lines need no further look. */
const CREDIT_SIGNS = /[©()[\]|/:]|\b(?:by|credit)\b/i

/** Says whether a line is the caption of a picture: it names its photographer or agency as captions do. O(length), bounded. */
export function isCaption(text: string): boolean {
  const end = text.slice(-140)
  if (!CREDIT_SIGNS.test(end)) return false
  if (text.length > 700 || text.split(/\s+/).length > MAX_CAPTION_WORDS) return false
  // A site's notice at the foot, not a photographer's.
  if (/^(?:©|\(c\)|copyright)\s{0,3}\d{4}|all rights reserved/i.test(text)) return false
  return (
    CREDIT_WORD.test(text.slice(-120)) ||
    CREDIT_END.test(end) ||
    (text.length < 120 && CREDIT_ALONE.test(text)) ||
    CREDIT_SIGN.test(end)
  )
}

/** A word for the picture with a mark, then names: words in capitals, particles and joints between them. */
const BARE_CREDIT =
  /^(?:(?:[Ff]ile |[Mm]ain )?(?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|[Ii]llustration|[Gg]raphic|[Cc]redit|[Ff]otos?|[Bb]ild(?:er)?|[Cc]rédit photo|(?:[Pp]hoto|[Ii]mage) [Cc]redit)\s?(?:by |: ?|\/ ?|© ?)|©\s?|\((?:[Pp]hoto|[Ii]mage)s?(?: by|:) )(?:(?:\p{Lu}[\p{L}\p{M}.’'-]*|dpa|imago|van|von|de|der|di|for|via|and|und|et|\/|\||&)(?:[\s,/|]{1,3}|\)?$)){1,8}\)?$/u
/** "Ada Marsh/AP", "(AP Photo/Ada Marsh)", "AFP PHOTO / Ada Marsh / Getty Images": a part of it is an agency. */
const AGENCY_PART =
  /^(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Getty(?: Images)?|(?:AP|AFP|EPA|REUTERS) (?:Photo|PHOTO)|.{2,40} via (?:AP|AFP|EPA|Reuters|REUTERS|Getty Images))$/
/** A name of up to five words in such a credit. */
const NAME_PART =
  /^\p{Lu}[\p{L}\p{M}.’'-]{0,30}(?: (?:\p{Lu}[\p{L}\p{M}.’'-]{0,30}|van|von|de|der|di|via)){0,4}$/u

function isAgencyCredit(text: string): boolean {
  const parts = text.replace(/^\(|\)$/g, '').split(/\s?\/\s?/)
  return (
    parts.length >= 2 &&
    parts.every((part) => AGENCY_PART.test(part) || NAME_PART.test(part)) &&
    parts.some((part) => AGENCY_PART.test(part))
  )
}

/** Code units of a credit at most. */
const MAX_CREDIT = 100

/** Says whether a caption is nothing but the credit of its picture: "Photo: Ada Marsh, AP". O(1). */
export function isBareCredit(text: string): boolean {
  if (text.length > MAX_CREDIT) return false
  return BARE_CREDIT.test(text) || isAgencyCredit(text)
}

/** What wires write into every caption: "Monday, July 16, 2018", "on July 16, 2018". */
const SCENE_DATE =
  /(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|\b(?:on|this)) (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? \d{4}/i
/** What people do in pictures, told in the present; and where they stand there. */
const SCENE =
  /^file [-–—]|\b(?:file|handout|undated) (?:photo|image|picture|frame)\b|\b(?:walks? (?:to|into|from|past|with|by|through|along|on|away)|waves? (?:to|from|upon|as|at|during|while)|arrives?|attends?|speaks|shakes? hands?|gestures?|poses?|stands? (?:by|near|next|outside|beside|with|in front)|sits?|(?:is|are) (?:seen|seated|pictured|shown|flanked)|listens|addresses|greets?|looks? on|smiles|wears|answers (?:a )?questions?|makes? a statement)\b|,? \(?(?:second |third |far )?(?:from )?(?:left|right|cent(?:er|re))\)?,/i
/** "is expected to arrive": what is to come was pictured by nobody. */
const NOT_YET =
  /\b(?:to|will|would|may|could|can|should|must|not) (?:arrive|attend|speak|meet|greet|talk)\b/i

/**
 * Says whether a line tells what a picture shows, without naming who took it: in the present, and dated to the day as the captions of
 * wires are. O(length), bounded.
 */
export function isScene(text: string): boolean {
  if (text.length > 700 || text.split(/\s+/).length > MAX_CAPTION_WORDS) return false
  return SCENE_DATE.test(text) && SCENE.test(text) && !NOT_YET.test(text)
}
