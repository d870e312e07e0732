import { Pattern } from '../text/pattern'
import { textUnder } from '../text/span'
import { CUE } from './cues'
import { OFFICES, TITLES } from './lexicon'
import { nameForm, sameName } from './names'
import type { Prepared } from './report'
import { matchesOf } from './matches'

/** Who speaks for whom, as the reports themselves say: last name → words of the institution. */
export type Affiliations = ReadonlyMap<string, readonly string[]>

// Words are parted by a space that must be there, so that a row of capitals is read in one way only.
const WORD = String.raw`\p{Lu}[\p{L}.’'-]{0,30}`
const NAME = `${WORD}(?:\\s${WORD}){0,3}`
const BEFORE_NAME = new Pattern(
  new RegExp(
    `(?<!\\p{L})(${WORD}(?:\\s${WORD}){0,4}(?:\\s\\p{Ll}{1,30}){0,2}?|\\p{Ll}{4,30})\\s(?:${OFFICES.join('|')})\\s(${NAME})`,
    'gu'
  )
)
const AFTER_NAME = new Pattern(
  new RegExp(
    `(?<!\\p{L})(${NAME}),\\s(?:an?\\s|the\\s)?(?:\\p{Ll}{1,30}\\s){0,2}?(?:${OFFICES.join('|')})\\s(?:for|of)\\s(?:the\\s)?(${WORD}(?:\\s${WORD}){0,4})`,
    'gu'
  )
)

/** Reads appositions such as "Harbour Office spokeswoman Orla Venn". O(length). */
export function learnAffiliations(reports: readonly Prepared[]): Affiliations {
  const found = new Map<string, string[]>()
  const add = (person: string, institution: string) => {
    const last = nameForm(person.trim().split(/\s+/).at(-1) ?? '')
    const words = institution
      .trim()
      .split(/\s+/)
      .map(nameForm)
      .filter((word) => word.length > 1 && !TITLES.has(word))
    if (last !== '') found.set(last, [...(found.get(last) ?? []), ...words])
  }
  const sentences = reports.flatMap(({ report, units }) =>
    // Offices stand in few sentences.
    units.flatMap(({ span, cues }) => (cues & CUE.office ? [textUnder(report.text, span)] : []))
  )
  for (const text of sentences) {
    for (const [, institution = '', person = ''] of matchesOf(BEFORE_NAME, text))
      add(person, institution)
    for (const [, person = '', institution = ''] of matchesOf(AFTER_NAME, text))
      add(person, institution)
  }
  return found
}

/** Says whether a person speaks for an institution of which `words` are the name. */
export function speaksFor(
  affiliations: Affiliations,
  person: string,
  words: readonly string[]
): boolean {
  const institution = affiliations.get(person)
  return (
    institution !== undefined &&
    words.some((word) => institution.some((other) => sameName(word, other)))
  )
}
