// Marks of Latin, Greek and Cyrillic letters are dropped after NFKD; marks of other scripts carry meaning and stay.
const COMBINING = /[\u0300-\u036F]+/g
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\uFF07\u0060\u00B4]/g
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g

/**
 * Returns the comparison form of a word: lower case, compatibility forms and diacritics folded, one kind of apostrophe,
 * soft hyphens and zero-width characters gone. Folding twice changes nothing.
 *
 * Not for offsets: the result may be longer or shorter than the word.
 * Source: Unicode Standard Annex 15 (NFKD).
 */
export function fold(word: string): string {
  // ASCII words are the common case and need none of it.
  if (isPlain(word)) return word.toLowerCase()
  return word
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .replace(COMBINING, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(COMBINING, '')
    .normalize('NFC')
}

function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code > 126 || code === 96) return false
  }
  return true
}
