import { fold } from '../text/fold'
import { words } from '../text/segment'
import { SYNONYMS } from './cues/en/synonyms'
import { singular } from './numbers'

/** Small words and words of reporting: they tell nothing about what is claimed. Own list. */
const STOP = new Set(
  (
    'the a an and or but of in on at to for from by with as that this these those it its he his she her they their them we our i you is are was were be been being ' +
    'has have had do does did not no nor will would can could may might must should shall than then so such also more most other another some any all both each few ' +
    'many much very just only own same too up out off over under again further once here there when where why how what which who whom if because while during before after above below ' +
    'between into through about against among amid per via including include includes according say says said told tell adding added report reported reports statement news official officials spokesman spokeswoman ' +
    'spokesperson minister ministry president leader agency government mr mrs ms one two new last next year week month day today yesterday tomorrow monday tuesday wednesday thursday ' +
    'friday saturday sunday morning evening night early late earlier later shortly around nearly least however meanwhile still now well part several number time times ago since until ' +
    'us u.s allegedly supposedly reportedly apparently probably possibly regular standard own make made take taken took get got go went come came give gave claim claims claimed ' +
    'announced noted stated wrote published citing called'
  ).split(' ')
)

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  SYNONYMS.flatMap((group) =>
    group.map((word) => [stemOf(word), `${stemOf(group[0] ?? word)}*`] as const)
  )
)

/** A content word in comparison form. */
export interface Term {
  readonly term: string
  /** Begins with a capital inside the text: a name, most likely. */
  readonly name: boolean
}

/** Returns the content words of a text, stemmed, synonyms joined, small words left out. O(length). */
export function contentTerms(text: string): Term[] {
  const terms: Term[] = []
  for (const span of words(text)) {
    const raw = text.slice(span.start, span.end)
    const word = fold(raw).replace(/'s$/, '')
    if (STOP.has(word) || /^\d/.test(word) || word.length < 2) continue
    const stem = stemOf(word)
    terms.push({ term: CLASS_OF.get(stem) ?? stem, name: /^\p{Lu}/u.test(raw) && span.start > 0 })
  }
  return terms
}

/** Number of distinct content words that both texts hold. */
export function sharedTerms(a: string, b: string): number {
  const inA = new Set(contentTerms(a).map((t) => t.term))
  const inB = new Set(contentTerms(b).map((t) => t.term))
  let n = 0
  for (const term of inA) if (inB.has(term)) n++
  return n
}

/** Cuts common endings: enough to join "destroyed" with "destroy"; own short rules, no dictionary. */
function stemOf(word: string): string {
  let stem = singular(word.replace(/'s?$/, ''))
  if (stem.length > 5) stem = stem.replace(/(?:ing|ed)$/, '').replace(/([bdgmnprt])\1$/, '$1')
  if (stem.length > 6) stem = stem.replace(/(?:ation|ition|ment|ian|ean|ese|ish|ly)$/, '')
  return stem.length > 4 ? stem.replace(/[ei]$/, '') : stem
}
