import { fold } from '../text/fold'
import { words } from '../text/segment'
import { lengthOf, textUnder, type Span } from '../text/span'
import { firstUnder, type Prepared } from './report'

/** Words from which a stretch that stands word for word in the other report is the same statement at another place. */
const MIN_WORDS = 5
/** Code units from the middle of a stretch that are looked for first: hardly any stretch passes that does not stand there. */
const PROBE = 20

/** Finds stretches of other reports in one. */
export class Whereabouts {
  readonly #report: Prepared
  /** Folded words of the whole, with a space before and after each. */
  #words: string | undefined

  /** By number of feature, 1 for those of the report's sentences. */
  #features: Uint8Array | undefined

  constructor(report: Prepared) {
    this.#report = report
  }

  /** Says whether a sentence of another report stands here word for word; of equal ones every feature does. */
  hasSentence(report: Prepared, span: Span): boolean {
    const unit = report.units[firstUnder(report, span)]
    const features = (this.#features ??= featuresOf(this.#report))
    for (const feature of unit?.features ?? []) if (features[feature] !== 1) return false
    return this.has(report.report.text, span)
  }

  /** Says whether a stretch of another report stands here word for word, whatever its signs. */
  has(text: string, span: Span): boolean {
    if (lengthOf(span) < PROBE) return false
    const middle = Math.floor((span.start + span.end - PROBE) / 2)
    const probe = text.slice(middle, middle + PROBE)
    const own = this.#report.report.text
    if (!own.includes(probe)) return false
    const found = words(text, span)
    if (found.length < MIN_WORDS) return false
    this.#words ??= joined(own, { start: 0, end: own.length })
    return this.#words.includes(joined(text, span))
  }
}

function featuresOf({ units }: Prepared): Uint8Array {
  const most = units.reduce((top, { features }) => Math.max(top, features.at(-1) ?? 0), 0)
  const found = new Uint8Array(most + 1)
  for (const { features } of units) for (const feature of features) found[feature] = 1
  return found
}

const joined = (text: string, span: Span): string =>
  ` ${words(text, span)
    .map((word) => fold(textUnder(text, word)))
    .join(' ')} `
