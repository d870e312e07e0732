import { Pattern } from '../text/pattern'

const NAME = String.raw`\p{Lu}[\p{L}.’'-]{1,30}`
const NAMES = `${NAME}(?:(?:,\\s|\\s|,?\\sand\\s)${NAME}){0,12}`
const PLACE = String.raw`\p{Lu}[\p{L} ,.’'-]{1,60}`

/** Sentences that name who wrote a report and from where. */
const CREDITS = [
  String.raw`\bcontributed to (?:this|the) (?:report|story|article)\b`,
  String.raw`^(?:By|Written by|Compiled by|Reporting by|Editing by)\s+\p{Lu}`,
  // "Harbour Press writers Orla Venn in Tarn and Bram Hart in Orlo contributed."
  String.raw`^(?:${NAMES}\s)?(?:writers?|reporters?|correspondents?|journalists?)\s${NAMES}\b[^.]{0,160}\scontributed\.?$`,
  `^(?:(?:Mr|Ms|Mrs|Dr)\\.?\\s)?${NAMES}\\s(?:reported|contributed) from ${PLACE}$`
].map((pattern) => new Pattern(new RegExp(pattern, 'u')))

/** What every credit begins with or has: hardly any other sentence does, and it is found sooner than patterns are tried. */
const BEGINNINGS = ['By', 'Written by', 'Compiled by', 'Reporting by', 'Editing by']
const WITHIN = ['contributed', 'reported from']

/** Says whether a sentence only credits those who wrote. O(length). */
export function isCredit(sentence: string): boolean {
  return (
    (WITHIN.some((words) => sentence.includes(words)) ||
      BEGINNINGS.some((words) => sentence.startsWith(words))) &&
    CREDITS.some((pattern) => pattern.test(sentence))
  )
}
