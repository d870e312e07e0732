import { pronounOfName } from './actors/given-names'
import { fold } from '../text/fold'

/* When two names are one person's: initials, spellings of one script in another, last names. */

/** Initials between the first and the last name: "Orla B. Venn". */
const INITIALS = /(?<=^\p{Lu}[\p{L}'’-]+)((?: \p{Lu}\.)+)(?= \p{Lu})/u
/** A generation tells a son from his father and is no last name. */
const GENERATION = /,? (?:Jr|Sr|II|III|IV)\.?$/u
const ARTICLE_OF_NAME = /^(?:al|el|ad|as|an|ash|ar|at)-(?=\p{L})/u

/** Returns a name without initials in its middle: some outlets print them, most do not. */
export function withoutInitials(full: string): string {
  return full.includes('.') ? full.replace(INITIALS, '') : full
}

/** Says whether two names in one article are one person's: the same but for initials that one of them leaves out. */
export function sameButInitials(a: string, b: string): boolean {
  const [one, other] = [INITIALS.exec(a)?.[1], INITIALS.exec(b)?.[1]]
  if (one !== undefined && other !== undefined) return a === b
  return withoutInitials(a) === withoutInitials(b)
}

/** Returns the last name as it is compared within an article: folded, without the article of Arabic names. */
export function lastNameOf(name: string): string {
  const own = name.replace(GENERATION, '')
  return fold(own.slice(own.lastIndexOf(' ') + 1)).replace(ARTICLE_OF_NAME, '')
}

/** Given names whose spellings no rule joins. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^m[ou]h?a(?:m|mm)[ae]d$/, 'muhammad'],
  [/^al(?:e|ek)?(?:ks|x)[ae]nd[ae]?r$/, 'alexander']
]

/** What transliterations into English write in several ways; applied to each word in turn. */
const TRANSLITERATION: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{2})(?:iy|yi|ii|yy|ij|ei|ey|i)$/, 'y'],
  [/ks/g, 'x'],
  [/^ye(?=.{3})/, 'e'],
  [/ou|oo/g, 'u'],
  [/dj/g, 'j']
]
const DOUBLED = /(\p{L})\1/gu

function transliterated(word: string, first: boolean): string {
  const [, known] = SPELLINGS.find(([pattern]) => pattern.test(word)) ?? []
  if (known !== undefined || word.length < MIN_LETTERS) return known ?? word
  const form = TRANSLITERATION.reduce((text, [pattern, to]) => text.replace(pattern, to), word)
  // "Alan" is not "Allan": given names that English has keep their letters.
  return first && pronounOfName(word) !== undefined ? form : form.replace(DOUBLED, '$1')
}
const ACRONYM = /^\p{Lu}{2,}$/u
/** Shorter words are told apart by every letter: "Lee" and "Li". */
const MIN_LETTERS = 4

/**
 * Returns the form in which a source's name is equal in every report: case and marks folded, initials left out, the usual spellings
 * of Arabic and Cyrillic names joined.
 *
 * People whose names differ in no more than that are one here; a generation ("Jr.") tells them apart.
 */
export function nameKey(name: string): string {
  const generation = GENERATION.exec(name)?.[0]
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
  const written = withoutInitials(name.replace(GENERATION, ''))
    .replace(/['’.]/g, '')
    .split(/[ -]+/)
    .filter((word) => !/^(?:al|el)$/i.test(word))
  const parts: string[] = []
  written.forEach((letters, i) => {
    const word = fold(letters)
    // Initials of a body are no name in another script.
    if (ACRONYM.test(letters)) parts.push(word)
    // "Abdel Rahman", "Abdul-Rahman", "Abdulrahman"
    else if (parts.at(-1) === 'abdul')
      parts.push(`${parts.pop() ?? ''}${transliterated(word, false)}`)
    else if (/^abd(?:[aeou]{1,2}l)?$/.test(word)) parts.push('abdul')
    else parts.push(transliterated(word.replace(/^abd[aeou]{1,2}l(?=\p{L}{4})/u, 'abdul'), i === 0))
  })
  if (generation !== undefined) parts.push(generation)
  return parts.length === 0 ? name.toLowerCase() : parts.join(' ')
}
