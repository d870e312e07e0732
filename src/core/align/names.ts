import { fold } from '../text/fold'
import { FUNCTION_WORDS } from '../text/function-words'
import { Pattern } from '../text/pattern'
import type { Span } from '../text/span'
import { TITLES } from './lexicon'
import type { Prepared } from './report'
import { matchesOf } from './matches'
import type { Word } from './vocabulary'

/** Tells names from words that only begin a sentence. */
export interface NameSense {
  /** Folded words that stand with a capital inside a sentence of either report. */
  readonly capital: ReadonlySet<string>
  /** Folded words that stand without one. */
  readonly small: ReadonlySet<string>
}

/** A run of capitalised words. */
export interface NameRun {
  readonly text: string
  readonly span: Span
  /** Folded, without titles and endings. */
  readonly words: readonly string[]
  /** The words around say that it is a place. */
  readonly place: boolean
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’]\p{L}+)*/gu
const NAME_WORD = String.raw`(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-’'](?!s\b)\p{L}+)*)`
const RUN = new Pattern(
  new RegExp(
    `${NAME_WORD}(?:\\s(?:(?:of the|of|al|bin|de|van|von|der|da|di|el|ibn)\\s(?=\\p{Lu}))?${NAME_WORD}){0,6}`,
    'gu'
  )
)
const PLACE_BEFORE = new Pattern(
  /\b(?:in|near|at|outside|inside|southwest of|northeast of|north of|south of|east of|west of)\s(?:the\s|(?:\p{Lu}?\p{L}+[’']s\s)?(?:(?!(?:told|said|says|asked|by|who|that|when|as|with|for)\s)\p{Ll}+\s){0,3})?$/u
)
const PLACE_AFTER = new Pattern(
  /^\s(?:region|oblast|province|district|city|town|village|county|state|peninsula|border|coast|area|river|island|valley)\b/iu
)
/** Bodies of people are no places, whatever stands before them: "activists in the Tarn Commission". */
const BODY_END =
  /(?:Commission|Council|Committee|Party|Ministry|Court|Union|Group|Forces?|Army|Agency|Association|Front|Coalition|Observatory|Organi[sz]ation|Authority|Department|Bureau|Institute|Foundation|Parliament|Senate|Congress|Police|Guard|Times|Post|News|Courier|Journal|Herald|Gazette|Tribune|Telegraph|Chronicle)$/u
/** Code units looked at before a name. */
const BEFORE = 48
/** What ties a name to a word of its own: "Tarn-based", "Tarn-led". */
const TIED = new Pattern(
  /-(?:allied|affiliated|backed|based|born|bound|brokered|built|controlled|dominated|educated|flagged|funded|held|led|linked|made|occupied|owned|registered|ruled|run|sponsored|style|supported|trained)$/iu
)

/** A text with those of its words that are cut already, in order. */
interface Lettered {
  readonly text: string
  readonly known?: Pick<Prepared, 'words' | 'vocabulary'>
}

/** Learns from both reports which words are names. O(length). */
export function learnNames(reports: readonly Lettered[]): NameSense {
  const capital = new Set<string>()
  const small = new Set<string>()
  // Words as they are written: each tells the same every time, but for capitals at the start of sentences.
  const seen = new Set<string>()
  const learn = (text: string, start: number, word: string) => {
    if (small.has(word) || seen.has(word)) return
    if (!STARTS_CAPITAL.test(word)) {
      const form = nameForm(word)
      small.add(form)
      if (form === word) return
    } else if (isWordAtStart(text, start)) return
    else capital.add(nameForm(word))
    seen.add(word)
  }
  // The same of words that are cut already, by their features: nothing has to be looked up in sets of words.
  const features = Math.max(0, ...reports.map(({ known }) => known?.vocabulary.size ?? 0))
  const learned = { small: new Uint8Array(features), capital: new Uint8Array(features) }
  const learnWord = (text: string, start: number, { feature, form, capital: isCapital }: Word) => {
    const done = isCapital ? learned.capital : learned.small
    if (done[feature] === 1 || (isCapital && isWordAtStart(text, start))) return
    done[feature] = 1
    ;(isCapital ? capital : small).add(form)
  }
  for (const { text, known: prepared } of reports) {
    const words = prepared?.words ?? []
    let next = 0
    for (let start = 0; start < text.length;) {
      while ((words[next]?.start ?? Infinity) < start) next++
      const known = words[next]
      if (known?.start === start && known.word.plain && partsWords(text.charCodeAt(known.end))) {
        learnWord(text, start, known.word)
        start = known.end
        continue
      }
      let end = lettersEnd(text, start)
      // Most signs are ASCII and most words its letters: only the others ask for an expression.
      if (end === start && text.charCodeAt(start) < ASCII_END) {
        start++
        continue
      }
      if (end === start || !partsWords(text.charCodeAt(end))) {
        WORD.lastIndex = start
        const match = WORD.exec(text)
        if (match === null) break
        start = match.index
        end = start + match[0].length
      }
      learn(text, start, text.slice(start, end))
      start = end
    }
  }
  return { capital, small }
}

const ASCII_END = 0x80

const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)

/** Returns the end of a run of letters of ASCII. */
function lettersEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  return end
}

/** Says whether a word surely ends before a sign: at one of ASCII that is no digit, apostrophe or hyphen. */
const partsWords = (unit: number): boolean =>
  unit < ASCII_END && !(unit >= 0x30 && unit <= 0x39) && unit !== 0x27 && unit !== 0x2d

const STARTS_CAPITAL = /^\p{Lu}/u
/** Signs after which a sentence, line or quotation begins, and marks that may stand between. */
const OPENS = '.!?:•–—“"‘(\n'
const CLOSES = '\'"’”'
/** White space that may stand between. */
const MAX_SPACE = 3

/** Says whether a word opens a sentence, a line or a quotation. */
export function isWordAtStart(text: string, index: number): boolean {
  if (index === 0) return true
  for (let place = index - 1, space = 0; place >= 0; place--, space++) {
    const sign = text.charAt(place)
    if (OPENS.includes(sign)) return true
    if (CLOSES.includes(sign) && place > 0 && OPENS.includes(text.charAt(place - 1))) return true
    if (space >= MAX_SPACE || !/\s/.test(sign)) return false
  }
  return false
}

/** Returns the folded word without "’s". */
export function nameForm(word: string): string {
  const folded = fold(word)
  // Most words have neither: then there is nothing to take away.
  if (!folded.includes("'") && !folded.includes('.')) return folded
  return folded.replace(/'s?$/, '').replace(/\./g, '')
}

/** Returns the runs of capitalised words that are names. O(length). */
export function nameRuns(text: string, within: Span, { capital, small }: NameSense): NameRun[] {
  const stretch = text.slice(within.start, within.end)
  if (opensOnly(stretch) && !isKnown(nameForm(FIRST_WORD.exec(stretch)?.[0] ?? ''), capital, small))
    return []
  const runs: NameRun[] = []
  let titled: boolean | undefined
  for (const match of matchesOf(RUN, stretch)) {
    const opens = isWordAtStart(stretch, match.index)
    const all = match[0].split(/\s+/)
    // A word that opens a sentence is a name when it has its capital elsewhere too.
    const skip = opens && !isKnown(nameForm(all[0] ?? ''), capital, small) ? 1 : 0
    let words = all.slice(skip).flatMap((word) => formOf(word, stretch))
    // A headline with capitals throughout says of no word that it is a name.
    if (words.some((word) => small.has(word)) && (titled ??= isTitled(stretch)))
      words = words.filter((word) => !small.has(word))
    if (words.length === 0) continue
    const lead = skip === 0 ? 0 : (all[0]?.length ?? 0) + 1
    const start = within.start + match.index + lead
    const written = match[0].slice(lead).replace(NAME_END.for(match[0]), '')
    const span = { start, end: start + written.length }
    const before = text.slice(Math.max(within.start, start - BEFORE), start)
    const place =
      (PLACE_BEFORE.test(before) && !BODY_END.test(written)) ||
      PLACE_AFTER.test(text.slice(span.end, span.end + 14))
    runs.push({ text: written, span, words, place })
  }
  return runs
}

/** Returns the form of a word of a name, or nothing when it tells no one. */
function formOf(word: string, stretch: string): string[] {
  const own = word.includes('-') ? word.replace(TIED.for(word), '') : word
  const form = nameForm(own)
  return isTelling(form) || isAbbreviation(own, stretch) ? [form] : []
}

const CAPITALS = /^\p{Lu}{2,}$/u
/** "IS" and "WHO" are names where not all is in capitals. */
const isAbbreviation = (word: string, stretch: string): boolean =>
  CAPITALS.test(word) && FUNCTION_WORDS.has(nameForm(word)) && /\p{Ll}{3}/u.test(stretch)

/** Longer words, in code units, and how many small ones show that a sentence is not written with capitals throughout. */
const LONG = 4
const FEW = 2

function isTitled(stretch: string): boolean {
  let capitals = 0
  let smalls = 0
  for (const word of stretch.split(' ')) {
    if (word.length < LONG) continue
    if (STARTS_CAPITAL.test(word)) capitals++
    else if (++smalls >= FEW) return false
  }
  return capitals >= 4 * Math.max(1, smalls)
}

/** What a name does not end with: "’s", a stop, or a small word with a capital, which begins the next line or sentence. */
const NAME_END = new Pattern(
  /(?:\s(?:A|An|The|At|In|On|Of|For|By|To|From|With|As|It|He|She|And))*(?:['’]s|[.])?$/u
)

const isKnown = (word: string, capital: ReadonlySet<string>, small: ReadonlySet<string>): boolean =>
  capital.has(word) && !small.has(word)

const FIRST_WORD = /^\S+/

/** Says whether a sentence has no capital but that of its first letter. Signs beyond ASCII may be capitals. */
function opensOnly(stretch: string): boolean {
  for (let index = 1; index < stretch.length; index++) {
    const unit = stretch.charCodeAt(index)
    if ((unit >= 0x41 && unit <= 0x5a) || unit >= 0x80) return false
  }
  return true
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|gmt|utc|[ecmp][sd]t|bst|cest?)$/

const isTelling = (word: string): boolean =>
  word.length > 1 && !TITLES.has(word) && !FUNCTION_WORDS.has(word) && !CALENDAR.test(word)

/** Shortest common beginning of a name and its adjective: "Crimea" and "Crimean". */
const STEM = 4
/** What may follow it in the forms of one name or noun: "Swed-en", "Swed-ish"; "ferr-y", "ferr-ies". */
const ENDINGS = new Set([
  '',
  ...'s es e y i d ed ing ies ren er ers a ia en n an ian ean nian ns ans ians is ish ese ic'.split(
    ' '
  )
])
/** Names that look like forms of one. */
const APART = new Set(['niger nigeria', 'nigerian nigerien'])

/** Says whether two folded words are one name in two forms. */
export function sameName(x: string, y: string): boolean {
  if (x === y) return true
  if (x.charCodeAt(0) !== y.charCodeAt(0)) return false
  let common = 1
  while (common < x.length && common < y.length && x[common] === y[common]) common++
  return (
    common >= STEM &&
    ENDINGS.has(x.slice(common)) &&
    ENDINGS.has(y.slice(common)) &&
    !APART.has(x < y ? `${x} ${y}` : `${y} ${x}`)
  )
}

/** Says whether `short` is made of the first letters of `words`: "KCNA", "U.S.". */
export function isAcronymOf(short: string, words: readonly string[]): boolean {
  return words.length > 1 && words.map((word) => word.charAt(0)).join('') === short
}
