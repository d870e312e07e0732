import { fold } from '../text/fold'
import { words } from '../text/segment'
import { textUnder, type Span } from '../text/span'

/** Words from which a stretch that stands word for word in the other report is the same statement at another place. */
const MIN_WORDS = 5
/** Code units from the middle of a stretch that are looked for first: hardly any stretch passes that does not stand there. */
const PROBE = 20

/** Finds stretches of other reports in one. */
export class Whereabouts {
  readonly #text: string
  /** Folded words of the whole, with a space before and after each. */
  #words: string | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** Says whether a stretch of another report stands here word for word, whatever its signs. */
  has(text: string, span: Span): boolean {
    const middle = Math.max(span.start, Math.floor((span.start + span.end - PROBE) / 2))
    const probe = text.slice(middle, Math.min(span.end, middle + PROBE))
    if (!this.#text.includes(probe)) return false
    const found = words(text, span)
    if (found.length < MIN_WORDS) return false
    this.#words ??= joined(this.#text, { start: 0, end: this.#text.length })
    return this.#words.includes(joined(text, span))
  }
}

const joined = (text: string, span: Span): string =>
  ` ${words(text, span)
    .map((word) => fold(textUnder(text, word)))
    .join(' ')} `
