import { lengthOf, type Span } from '../text/span'
import { ALL_CUES, CUE } from './cues'
import type { Fact } from './fact'
import { nameForm } from './names'
import { countOneThing, numbersIn, numberKey, type NumberFact } from './numbers'
import { firstEnding, firstUnder, wordsUnder, type BodyWord, type Prepared } from './report'

/** Words from which a stretch that stands word for word in the other report is the same statement at another place. */
const MIN_WORDS = 5
/** Code units from the middle of a stretch that are looked for first: hardly any stretch passes that does not stand there. */
const PROBE = 20

/** Words before a word with which it is looked for. */
const BEFORE = [1, 2, 3]

/** Finds stretches of other reports in one. */
export class Whereabouts {
  readonly #report: Prepared
  /** By number of feature, 1 for those of the report's sentences. */
  #features: Uint8Array | undefined
  #forms: ReadonlySet<string> | undefined
  #numbers: ReadonlyMap<string, readonly NumberFact[]> | undefined
  #places: Places | undefined

  constructor(report: Prepared) {
    this.#report = report
  }

  /** Says whether a word stands anywhere in the report, by its folded form. */
  hasWord(form: string): boolean {
    return (this.#forms ??= formsOf(this.#report)).has(form)
  }

  /** Says whether a number of another report is told anywhere in this one, of the same thing. */
  tells({ key, number }: Fact): boolean {
    if (number === undefined) return false
    this.#numbers ??= Map.groupBy(this.#allNumbers(), numberKey)
    return (this.#numbers.get(key) ?? []).some((other) => countOneThing(other, number))
  }

  /** Numbers stand in few sentences, and furniture is in none. */
  #allNumbers(): NumberFact[] {
    const { units, report } = this.#report
    const { text, blocks } = report
    const stretches = [
      ...units.filter(({ cues }) => (cues & (CUE.number | CUE.figure)) !== 0),
      ...blocks.flatMap(({ span, furniture }) =>
        furniture === undefined ? [] : [{ span, cues: ALL_CUES }]
      )
    ]
    return stretches.flatMap(({ span, cues }) => numbersIn(text, span, text.length, cues))
  }

  /** Returns the share of the telling words of a stretch of another report that stand nowhere here, 0…1. */
  shareUntold(stretch: readonly BodyWord[]): number {
    const features = (this.#features ??= featuresOf(this.#report))
    let [all, untold] = [0, 0]
    for (const { word } of stretch) {
      if (word.binds || word.kind === 'sign') continue
      all++
      if (features[word.feature] !== 1) untold++
    }
    return all === 0 ? 0 : untold / all
  }

  /** Says whether a sentence of another report stands here word for word; of equal ones every feature does. */
  hasSentence(other: Prepared, span: Span): boolean {
    const unit = other.units[firstUnder(other, span)]
    const features = (this.#features ??= featuresOf(this.#report))
    for (const feature of unit?.features ?? []) if (features[feature] !== 1) return false
    return this.has(other, span)
  }

  /** Says whether a word of another report stands here with the same words around it, five in all. */
  hasAround(other: Prepared, { start }: Span): boolean {
    const { words, ends } = other
    const at = firstEnding(ends, start)
    for (const before of BEFORE) {
      const run = words.slice(Math.max(0, at - before), at - before + MIN_WORDS)
      if (run.length === MIN_WORDS && this.#hasRun(run)) return true
    }
    return false
  }

  /** Says whether a stretch of another report stands here word for word, whatever its signs. */
  has(other: Prepared, span: Span): boolean {
    if (lengthOf(span) < PROBE) return false
    const middle = Math.floor((span.start + span.end - PROBE) / 2)
    const probe = other.report.text.slice(middle, middle + PROBE)
    if (!this.#report.report.text.includes(probe)) return false
    const found = wordsUnder(other, span)
    return found.length >= MIN_WORDS && this.#hasRun(found)
  }

  #hasRun(run: readonly BodyWord[]): boolean {
    return (this.#places ??= new Places(this.#report)).hasRun(run)
  }
}

function formsOf({ words }: Prepared): Set<string> {
  const forms = new Set<string>()
  for (const { word } of words) {
    const form = word.plain ? word.form : nameForm(word.form)
    forms.add(form)
    if (form.includes('-')) for (const part of form.split('-')) forms.add(part)
  }
  return forms
}

function featuresOf({ units, vocabulary }: Prepared): Uint8Array {
  const found = new Uint8Array(vocabulary.size)
  for (const { features } of units)
    for (let place = 0; place < features.length; place++) found[features[place] ?? 0] = 1
  return found
}

/** Where each word stands in a report, for runs of words to be looked up. */
class Places {
  readonly #words: readonly BodyWord[]
  /** By number of feature: its last place, −1 for none, and how often it stands there. */
  readonly #last: Int32Array
  readonly #times: Int32Array
  /** By place: the place before it with the same word, −1 for none. */
  readonly #before: Int32Array

  constructor({ words, vocabulary }: Prepared) {
    this.#words = words
    this.#last = new Int32Array(vocabulary.size).fill(-1)
    this.#times = new Int32Array(vocabulary.size)
    this.#before = new Int32Array(words.length)
    words.forEach(({ word: { feature } }, place) => {
      this.#before[place] = this.#last[feature] ?? -1
      this.#last[feature] = place
      this.#times[feature] = (this.#times[feature] ?? 0) + 1
    })
  }

  /** Says whether words stand here in one run. O(times its rarest word stands here), mostly. */
  hasRun(run: readonly BodyWord[]): boolean {
    const rarest = this.#rarestOf(run)
    let place = this.#last[run[rarest]?.word.feature ?? 0] ?? -1
    for (; place >= 0; place = this.#before[place] ?? -1) {
      const from = place - rarest
      const isSame = (one: BodyWord, i: number) =>
        this.#words[from + i]?.word.feature === one.word.feature
      if (run.every(isSame)) return true
    }
    return false
  }

  #rarestOf(run: readonly BodyWord[]): number {
    let [rarest, least] = [0, Infinity]
    run.forEach(({ word: { feature } }, i) => {
      const times = this.#times[feature] ?? 0
      if (times < least) [rarest, least] = [i, times]
    })
    return rarest
  }
}
