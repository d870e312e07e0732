import { at } from '../at'
import { toCanonical } from '../text/canonical'
import { align } from './align'
import type { Report } from './report'

/** Comparisons of a rehearsal. The next one takes 134 ms of processor after none, 28 after 100 and 22 after 200, on a machine under load. */
const TURNS = 150
/** Most paragraphs of a report. Larger ones would hold up a call that comes in between. */
const MOST_PARAGRAPHS = 6
/** Most sentences of a paragraph, and most words that stand where a mould leaves room. */
const SENTENCES = 4
const ROOM = 9
/** Most places at which a sentence is edited. */
const MOST_EDITS = 5
/** One sentence in so many is left as it is, one paragraph in so many stands in one report alone. */
const SAME_EACH = 3
const LONE_EACH = 7

/** What stands for a letter between braces. */
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  P: ['Orla Venn', 'Bram Hart', 'President Mirek Sool', 'Captain Ada Tarn', 'Ms Venn', 'Hart'],
  L: ['Tarsk', 'Kestria', 'northern Orlo', 'the Lume region', 'Sool Bay', 'Port Tarn'],
  B: ['the Harbour Office', 'the Tarn Commission', 'Kestria’s army', 'officials', 'the court'],
  S: ['said', 'claimed', 'confirmed', 'denied', 'warned', 'reported', 'announced', 'added'],
  N: ['11', 'two', 'at least 19', 'dozens of', 'about 1,200', 'three million', '40 percent of'],
  T: ['Monday', 'last week', 'yesterday', 'May', 'the coming days', 'the afternoon'],
  D: ['14 September', '7:37 a.m.', 'Sept. 4, 2015', '2016-09-14', '0737 GMT', '7/9/2016'],
  C: ['people', 'soldiers', 'ferries', 'houses', 'children', 'kilometres (six miles)'],
  H: ['may', 'will', 'is expected to', 'was likely to', 'plans to', 'could', 'did not'],
  E: ['were killed', 'died', 'were injured', 'are missing', 'were arrested', 'were released']
}
/**
 * What sentences of news are like; a star stands for a few words of any kind. Each of the first reports has one of them, and every mould
 * asks for few expressions that those before it did not: none of these turns compiles much.
 */
const MOULDS = [
  '* and * of the *.',
  'The * may * and * of the *.',
  'The * {H} * for *.',
  '* for * on Monday.',
  '* and * of {L} *.',
  'The * in {L}, * for * in {T}.',
  'The two {C} * of *.',
  'The 11 {C} * of *.',
  '* on {D} for *.',
  '* killed 11 {C} of *.',
  '* arrested 19 {C} of *.',
  '30 {C} of * * for *.',
  '{B} {S} that * {H} not *.',
  '{N} {C} {E} * when a ferry sank near {L} on {T}, {B} {S}.',
  '{B} spokeswoman {P} {S} that * {H} *.',
  '“We saw * {T},” {P} {S} *.',
  '{P} told reporters on {D} that "nobody * us" * before {T}.',
  '* in a statement, according to {B}, * the toll rose to {N} *.',
  '‘It was * by noon,’ {P}, * of {L}, {S}.',
  '* was postponed * without *; {N} {C} {E} *.',
  '{B} could not independently verify the *.',
  'TARSK, Kestria (HP) — * {N} {C} {E} *, including {N} {C}.',
  'Harbour Press writers {P} in {L} and {P} in {L} contributed.'
]
const SYLLABLES = 'ba bren co dal der eth gor hin jo kel lor mi nath pra qui ros sel tum vin zu'
const COMMON = 'the of to and in a for is on that by with as at from it was be are this'

/**
 * Compares invented versions of invented reports. Code that has not run some hundreds of times takes three to ten times as long, and
 * expressions are compiled when they are first tried: the first comparison that a reader asks for would wait for that.
 */
export class Rehearsal {
  #turn = 0
  #seed = 1
  readonly #syllables = SYLLABLES.split(' ')
  readonly #common = COMMON.split(' ')
  readonly #compare: (a: Report, b: Report) => unknown

  /** @param compare - what is rehearsed */
  constructor(compare: (a: Report, b: Report) => unknown = align) {
    this.#compare = compare
  }

  /** Does a turn of some ms; answers false when nothing is left to do after it. */
  step(): boolean {
    const paragraphs = Array.from(
      { length: Math.max(1, Math.min(this.#turn - MOULDS.length, MOST_PARAGRAPHS)) },
      () => this.#paragraph()
    )
    const version = paragraphs.flatMap((paragraph) => this.#version(paragraph))
    const [moved = []] = version.splice(this.#below(version.length), 1)
    version.splice(this.#below(version.length + 1), 0, moved)
    this.#compare(reportOf(paragraphs), reportOf(version))
    return ++this.#turn < TURNS
  }

  #paragraph(): readonly string[] {
    if (this.#turn < MOULDS.length) return [this.#sentence(at(MOULDS, this.#turn))]
    return Array.from({ length: 1 + this.#below(SENTENCES) }, () =>
      this.#sentence(this.#one(MOULDS))
    )
  }

  #version(paragraph: readonly string[]): (readonly string[])[] {
    if (this.#turn >= MOULDS.length && this.#below(LONE_EACH) === 0)
      return this.#below(2) === 0 ? [] : [this.#paragraph(), paragraph]
    return [
      paragraph.map((sentence) =>
        this.#below(SAME_EACH) === 0 ? sentence : this.#edited(sentence)
      )
    ]
  }

  #edited(sentence: string): string {
    const words = sentence.split(' ')
    for (let edits = 1 + this.#below(MOST_EDITS); edits > 0; edits--) {
      const other = this.#below(3) === 0 ? this.#one(Object.values(SLOTS)) : this.#common
      words.splice(this.#below(words.length), this.#below(3), this.#one(other), this.#word())
    }
    return words.join(' ')
  }

  #sentence(mould: string): string {
    const filled = mould
      .replace(/\{(\w)\}/g, (_, slot: string) => this.#one(SLOTS[slot] ?? []))
      .replace(/\*/g, () =>
        Array.from({ length: 1 + this.#below(ROOM) }, () => this.#word()).join(' ')
      )
    return filled.charAt(0).toUpperCase() + filled.slice(1)
  }

  #word(): string {
    if (this.#below(2) === 0) return this.#one(this.#common)
    return Array.from({ length: 1 + this.#below(3) }, () => this.#one(this.#syllables)).join('')
  }

  #one<T>(list: readonly T[]): T {
    return at(list, this.#below(list.length))
  }

  /** Returns a number from 0 to before another. Source: Numerical Recipes' linear congruential generator. */
  #below(limit: number): number {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#seed / 2 ** 32) * limit)
  }
}

function reportOf(paragraphs: readonly (readonly string[])[]): Report {
  return toCanonical(
    paragraphs.map((sentences) => ({ text: sentences.join(' '), role: 'paragraph' }))
  )
}
