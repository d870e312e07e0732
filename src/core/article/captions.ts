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
/** Code units of a credit at most. */
const MAX_CREDIT = 80

/** Says whether a caption is nothing but the credit of its picture: "Photo: Ada Marsh, AP". O(1). */
export function isBareCredit(text: string): boolean {
  return text.length <= MAX_CREDIT && BARE_CREDIT.test(text)
}
