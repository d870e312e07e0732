import { Pattern } from '../text/pattern'

/*
 * One word in two spellings: British and American ("rumour", "rumor"), and names that come from another script, which every desk
 * writes in its own way ("Hassakeh", "al-Hasakah").
 */

/** Endings and middles that are written in two ways, with the one that stands for both. */
const TWO_WAYS: readonly (readonly [Pattern, string])[] = (
  [
    [/(?<=\p{L}{2})our(?=s|ed|ing|er|ers|ite|ites|able|ful|hood|$)/u, 'or'],
    [/(?<=\p{L}{3})is(?=e$|es$|ed$|ing$|ation$|ations$|er$|ers$)/u, 'iz'],
    [/(?<=\p{L}{3})ys(?=e$|es$|ed$|ing$)/u, 'yz'],
    [/(?<=\p{L}{2}[tb])re(?=s?$)/u, 'er'],
    [/(?<=\p{L}{2})ence(?=s?$)/u, 'ense'],
    [/(?<=\p{L}{3}[eao])ll(?=ed$|ing$|er$|ers$)/u, 'l'],
    [/(?<=\p{L}{3})ogue(?=s?$)/u, 'og'],
    [/^programme(?=s?$)/u, 'program'],
    [/^grey/u, 'gray']
  ] as const
).map(([british, american]) => [new Pattern(british), american] as const)

/** Returns a folded word as it would be written in America, or something near it: for comparison only. */
export function oneSpelling(word: string): string {
  return TWO_WAYS.reduce(
    (form, [british, american]) => form.replace(british.for(form), american),
    word
  )
}

/** Shortest folded name of which a spelling is told. */
const MIN_NAME = 5
/** Letters that stand for one another where scripts are changed; what is left of a name is the frame of its consonants. */
const LETTERS: readonly (readonly [Pattern, string])[] = (
  [
    [/[^\p{L}]/gu, ''],
    [/^(?:al|el|as|ash|ar|an|at|ad|az)(?=\p{L}{5})/u, ''],
    [/ph/gu, 'f'],
    [/[ck]h|q|c(?![iey])/gu, 'k'],
    [/gh|h(?=[^aeiouy]|$)/gu, ''],
    [/[jzx]|c/gu, 's'],
    [/w/gu, 'v'],
    [/g/gu, 'h'],
    [/[aeiouy]+/gu, ''],
    [/(\p{L})\1+/gu, '$1']
  ] as const
).map(([from, to]) => [new Pattern(from), to] as const)

const frameOf = (name: string): string =>
  LETTERS.reduce((form, [from, to]) => form.replace(from.for(form), to), name)

/**
 * Says whether two folded names may be spellings of one: few letters differ, and not the frame of their consonants. Names of people
 * who differ pass too ("Maria", "Mario"); whoever asks makes sure that neither report has both.
 */
export function areSpellings(x: string, y: string): boolean {
  if (x === y || x.charAt(0) !== y.charAt(0)) return false
  if (Math.min(x.length, y.length) < MIN_NAME) return false
  const frame = frameOf(x)
  return frame.length > 1 && frame === frameOf(y)
}
