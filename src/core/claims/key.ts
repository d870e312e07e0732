import type { Mark } from './claim'
import { SYNONYMS } from './cues/en/synonyms'
import { REPORTING_VERBS } from './cues/en/reporting'
import { findNumbers, singular } from './numbers'
import type { NumberFact } from './numbers'
import { fold } from '../text/fold'
import { words } from '../text/segment'

/** What one claim is compared by with claims of other reports. */
export interface ClaimKey {
  readonly article: number
  readonly mark: number
  /** Normalised content words with weights, sorted; names weigh most. */
  readonly terms: readonly (readonly [string, number])[]
  readonly numbers: readonly NumberFact[]
  /** The words of the sentence, folded, for same-wording. */
  readonly wording: readonly string[]
}

/** Weights of a name, a number and another word in the comparison. From the labelled groups of the development set. */
export const NAME_WEIGHT = 2
export const NUMBER_WEIGHT = 1
export const WORD_WEIGHT = 1

const STOP = new Set(
  (
    'the a an and or but of in on at to for from by with as that this these those it its he she his her they their them we our i you is are was were be been being ' +
    'has have had do does did not no nor will would can could may might must should shall than then so such also more most other another some any all both each few ' +
    'many much very just only own same too up out off over under again further once here there when where why how what which who whom if because while during before after above below ' +
    'between into through about against among amid per via including include includes according say says said told tell adding added report reported reports statement news official officials spokesman spokeswoman ' +
    'spokesperson minister ministry president leader agency government state according mr mrs ms one two new last next year week month day today yesterday tomorrow monday tuesday wednesday thursday ' +
    'friday saturday sunday morning evening night early late earlier later shortly around nearly least however meanwhile still now well part several number time times ago since until ' +
    'us u.s allegedly supposedly reportedly apparently probably possibly regular standard own make made take taken took get got go went come came give gave'
  ).split(' ')
)

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  SYNONYMS.flatMap((group) =>
    group.map((word) => [stemOf(word), `${stemOf(group[0] ?? word)}*`] as const)
  )
)

/** Makes the key of a claim from the words of its sentence without the attribution. */
export function keyOf(mark: Mark, text: string, article: number): ClaimKey {
  const content = text.slice(mark.span.start, mark.span.end)
  const source = new Set(foldedWords(mark.source?.name ?? ''))
  const weights = new Map<string, number>()
  for (const span of words(content)) {
    const raw = content.slice(span.start, span.end)
    const word = fold(raw).replace(/'s$/, '')
    if (STOP.has(word) || source.has(word) || /^\d/.test(word) || word.length < 2) continue
    if (REPORTING_VERBS.has(word) && !CLASS_OF.has(stemOf(word))) continue
    const name = /^\p{Lu}/u.test(raw) && span.start > 0
    const term = CLASS_OF.get(stemOf(word)) ?? stemOf(word)
    weights.set(term, Math.max(weights.get(term) ?? 0, name ? NAME_WEIGHT : WORD_WEIGHT))
  }
  const numbers = findNumbers(content)
  return {
    article,
    mark: mark.index,
    terms: [...weights].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)),
    numbers,
    wording: foldedWords(text.slice(mark.sentence.start, mark.sentence.end))
  }
}

function foldedWords(text: string): string[] {
  return words(text).map((span) => fold(text.slice(span.start, span.end)))
}

/** Cuts common endings: enough to join "destroyed" with "destroy"; own short rules, no dictionary. */
export function stemOf(word: string): string {
  let stem = singular(word.replace(/'s?$/, ''))
  if (stem.length > 5) stem = stem.replace(/(?:ing|ed)$/, '')
  if (stem.length > 6) stem = stem.replace(/(?:ation|ition|ment|ian|ean|ese|ish|ly)$/, '')
  return stem.length > 4 ? stem.replace(/[ei]$/, '') : stem
}
