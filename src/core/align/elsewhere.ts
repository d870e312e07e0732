import { lengthOf, type Span } from '../text/span'
import { ALL_CUES, CUE } from './cues'
import { timesIn, type Fact } from './facts'
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
  #times: ReadonlySet<string> | undefined
  #numbers: ReadonlyMap<string, readonly NumberFact[]> | undefined

  constructor(report: Prepared) {
    this.#report = report
  }

  /** Says whether a word stands anywhere in the report, by its folded form. */
  hasWord(form: string): boolean {
    return (this.#forms ??= formsOf(this.#report)).has(form)
  }

  /** Says whether a name, number or time of another report is told anywhere in this one; a number with what it counts. */
  tells({ kind, key, number }: Fact): boolean {
    if (kind === 'name' || kind === 'place') {
      const words = key.split(/[ -]/)
      const initials = words.map((word) => word.charAt(0)).join('')
      return (
        words.every((word) => this.hasWord(word)) || (words.length > 1 && this.hasWord(initials))
      )
    }
    const { text } = this.#report.report
    const whole = { start: 0, end: text.length }
    if (kind === 'time') return (this.#times ??= timesIn(text, whole)).has(key)
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
      if (run.length === MIN_WORDS && hasRun(this.#report.words, run)) return true
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
    return found.length >= MIN_WORDS && hasRun(this.#report.words, found)
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

/** Says whether words stand among others in one run. */
function hasRun(all: readonly BodyWord[], run: readonly BodyWord[]): boolean {
  const first = run[0]?.word.feature
  for (let from = 0; from + run.length <= all.length; from++) {
    if (all[from]?.word.feature !== first) continue
    let length = 1
    while (length < run.length && all[from + length]?.word.feature === run[length]?.word.feature)
      length++
    if (length === run.length) return true
  }
  return false
}
