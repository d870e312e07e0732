import { OFFICES, TITLES } from './lexicon'
import { nameForm, sameName } from './names'
import type { Report } from './report'

/** Who speaks for whom, as the reports themselves say: last name → words of the institution. */
export type Affiliations = ReadonlyMap<string, readonly string[]>

const BEFORE_NAME = new RegExp(
  `((?:\\p{Lu}[\\p{L}.’']*\\s){1,5}(?:\\p{Ll}+\\s){0,2}?|\\p{Ll}{4,}\\s)${OFFICES}\\s((?:\\p{Lu}[\\p{L}.’'-]*\\s?){1,4})`,
  'gu'
)
const AFTER_NAME = new RegExp(
  `((?:\\p{Lu}[\\p{L}.’'-]*\\s?){1,4}),\\s(?:an?\\s|the\\s)?(?:\\p{Ll}+\\s){0,2}?${OFFICES}\\s(?:for|of)\\s(?:the\\s)?((?:\\p{Lu}[\\p{L}.’']*\\s?){1,5})`,
  'gu'
)

/** Reads appositions such as "Harbour Office spokeswoman Orla Venn". O(length). */
export function learnAffiliations(reports: readonly Report[]): Affiliations {
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
  for (const { text } of reports) {
    for (const [, institution = '', person = ''] of text.matchAll(BEFORE_NAME))
      add(person, institution)
    for (const [, person = '', institution = ''] of text.matchAll(AFTER_NAME))
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
