import type { Span } from '../text/span'

/** A number with its unit and what it counts. */
export interface NumberFact {
  readonly value: number
  /** `%`, `km`, `usd`, `million` folded into the value; empty for a plain count. */
  readonly unit: string
  /** The word that it counts, singular: "drone". Empty when there is none. */
  readonly counts: string
  /** "19 of 21": the number out of which. */
  readonly outOf?: number
  /** In the text that was read. */
  readonly span: Span
}

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12
}
const SCALE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9
}
const NUMBER =
  /(?<![\p{L}\d.-])([$£€]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a dozen)(?![\p{L}\d])(?:[ -](hundred|thousand|million|billion|trillion|bn|m)\b)?(?: (?:of|out of)(?: the)? (\d+|[a-z]{3,9})\b)?( ?%| percent| per cent| km| kilomet(?:er|re)s?| miles?| met(?:er|re)s?| tons?| tonnes?| hours?| minutes?| days?| weeks?| months?| years?| dollars| euros)?/giu
const SKIP =
  /^(?:of|the|new|other|more|different|separate|russian|ukrainian|enemy|unmanned|uncrewed|surface|additional|further|small|large|big|young|old|dead|local|foreign|civilian|military|cruise|ballistic|nuclear|naval|armed|suspected|alleged|such|and|or|their|its|his|her|a|an|to|in|on|at|by|for|from|people|\p{L}+ly)$/u
/** Words after a number that are looked at for what it counts. */
const REACH = 4

/**
 * Returns the numbers of a text with units and what they count, in order. Years, clock times, dates and ages are left out:
 * they place an event and are no measure of it.
 */
export function findNumbers(text: string): NumberFact[] {
  const facts: NumberFact[] = []
  for (const match of text.matchAll(NUMBER)) {
    const [whole, currency = '', digits = '', scale = '', outOf = '', unitRaw = ''] = match
    const after = text.slice(match.index + whole.length)
    const before = text.slice(Math.max(0, match.index - 14), match.index)
    const base = valueOf(digits)
    if (base === undefined || isDateLike(base, digits, before, after, currency)) continue
    const value = base * (SCALE[scale.toLowerCase()] ?? 1)
    const unit = currency === '' ? unitOf(unitRaw) : currency
    const whole2 = outOf === '' ? undefined : valueOf(outOf)
    facts.push({
      value,
      unit,
      counts: unit === '' ? countedIn(after) : '',
      ...(whole2 !== undefined && { outOf: whole2 }),
      span: { start: match.index, end: match.index + whole.length }
    })
  }
  return facts
}

function valueOf(text: string): number | undefined {
  const word = text.toLowerCase().replace(/^a /, '')
  if (WORDS[word] !== undefined) return WORDS[word]
  const value = Number(text.replace(/,/g, ''))
  return Number.isFinite(value) && /\d/.test(text) ? value : undefined
}

const MONTH = /(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? $/i

function isDateLike(
  value: number,
  digits: string,
  before: string,
  after: string,
  currency: string
): boolean {
  if (currency !== '') return false
  if (/^\d{4}$/.test(digits) && value >= 1800 && value <= 2100) return true
  if (
    MONTH.test(before) ||
    /^ (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i.test(
      after
    )
  )
    return true
  if (
    /^:\d\d/.test(after) ||
    /\d:$/.test(before) ||
    /^ ?[ap]\.?m\b/.test(after) ||
    /^-year-old/.test(after)
  )
    return true
  if (/^(?:one|1)$/.test(digits.toLowerCase()) && /^ (?:of|another|day|side|more)\b/.test(after))
    return true
  return /\b(?:No\.|number|article|aged?|unit) ?$/i.test(before)
}

function unitOf(raw: string): string {
  const unit = raw.trim().toLowerCase()
  if (unit === '') return ''
  if (unit === '%' || unit === 'percent' || unit === 'per cent') return '%'
  if (unit.startsWith('kilom')) return 'km'
  return unit.replace(/s$/, '')
}

/** A plural that may be counted after a name. */
const THING = /^(?!(?:was|has|does|says|towards|besides|across)$)\p{Ll}{2,}s$/u

/** What is said of a number, not what it counts: "at least nine WERE hurt", "58, IT said". */
const NO_THING =
  /^(?:it|he|she|they|we|i|you|who|that|which|when|while|after|before|as|than|if|is|are|was|were|has|have|had|will|would|could|can|said|says)$/

function countedIn(after: string): string {
  const next = (/^[^.,;:!?()“”"—–]*/.exec(after.slice(0, 60))?.[0] ?? '')
    .split(/[^\p{L}'-]+/u)
    .filter((w) => w !== '')
    .slice(0, REACH)
  let last = ''
  for (const [at, word] of next.entries()) {
    const lower = word.toLowerCase()
    if (NO_THING.test(lower)) break
    if (SKIP.test(lower)) {
      if (lower === 'people') return 'people'
      continue
    }
    // "nine Orbel drones": whose they are, not what is counted.
    const whose = /^\p{Lu}/u.test(word) && THING.test(next[at + 1] ?? '')
    last = lower
    if (!whose) break
  }
  return singular(last)
}

/** Cuts a plural ending: "vessels" → "vessel". */
export function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  return word.replace(/(?<=[^s])s$/, '')
}
