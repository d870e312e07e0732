/** Shortest word that is stemmed, in letters. Shorter ones carry too little to lose ("gas", "bed"). */
const MIN_LENGTH = 4
/** Words that look like plurals and are none. Own list. */
const NO_PLURALS = new Set([
  'news',
  'series',
  'species',
  'always',
  'perhaps',
  'besides',
  'mars',
  'texas'
])
const VOWEL = /[aeiouy]/
const PLAIN = /^[a-z]+$/

/**
 * Returns the stem that an English word shares with its inflections: plural, past, -ing, and the endings -ly and -ment and -er
 * are left alone. Words in other scripts or with digits are their own stem. A stem is no word: it is only for comparing.
 *
 * All words of a stem begin with the same letters but for the last of the stem (see `stemPrefix`).
 *
 * Source: the first step of Porter, "An algorithm for suffix stripping", Program 14 (1980), with silent e and final y unified.
 */
export function stem(term: string): string {
  if (term.length < MIN_LENGTH || !PLAIN.test(term) || NO_PLURALS.has(term)) return term
  const word = withoutPast(withoutPlural(term))
  if (word.endsWith('e') && word.length > 3) return word.slice(0, -1)
  if (word.endsWith('y') && word.length > 3 && !VOWEL.test(word.charAt(word.length - 2))) {
    return word.slice(0, -1) + 'i'
  }
  return word
}

/** Returns the letters with which every word of this stem begins. */
export function stemPrefix(stemmed: string): string {
  return stemmed.length > 2 && stemmed.endsWith('i') ? stemmed.slice(0, -1) : stemmed
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) {
    return word
  }
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ies')) return word.length > 4 ? word.slice(0, -3) + 'y' : word.slice(0, -1)
  return word.slice(0, -1)
}

function withoutPast(word: string): string {
  // "agreed", but not "need", "speed".
  if (word.endsWith('eed')) return word.length > 5 ? word.slice(0, -1) : word
  const base = word.endsWith('ied')
    ? word.slice(0, -3) + 'y'
    : word.endsWith('ed')
      ? word.slice(0, -2)
      : word.endsWith('ing')
        ? word.slice(0, -3)
        : word
  // "bring", "red": nothing would be left to say.
  if (base === word || base.length < 3 || !VOWEL.test(base)) return word
  const last = base.charAt(base.length - 1)
  const doubled = base.charAt(base.length - 2) === last && !'lsz'.includes(last)
  return doubled ? base.slice(0, -1) : base
}
