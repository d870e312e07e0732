import { fold } from '../text/fold'
import { textUnder } from '../text/span'
import type { Article } from '../article/article'
import { TIMES_IN_FIGURES, TIMES_IN_WORDS } from '../align/lexicon'
import { learnNames, nameRuns, type NameRun, type NameSense } from '../align/names'
import { numberKey, numbersIn } from '../align/numbers'
import type { SharedItem } from './model'

/** Items told per link, weightiest first. */
const MAX_ITEMS = 12
/** What an item of a kind weighs: names and counts tell an event from others, single words and dates less. */
const WEIGHTS: Readonly<Record<SharedItem['kind'], number>> = {
  person: 3,
  organisation: 2.5,
  place: 2,
  number: 2,
  date: 1,
  term: 1
}
/** Least number that tells something. One, two and three stand everywhere. */
const MIN_NUMBER = 4
/** Mentions beyond this count no more. */
const MAX_MENTIONS = 4
const ORGANISATION =
  /\b(?:ministry|agency|council|court|office|union|party|army|navy|fleet|police|bank|university|committee|commission|company|corp|inc|association|parliament|senate|house|department|institute|organi[sz]ation|league|federation|service|guard|forces?)\b/

/** Returns the names, numbers and dates that both reports have: the reason of a link without shared wording. O(length). */
export function sharedItems(a: Article, b: Article): SharedItem[] {
  const sense = learnNames([a, b])
  const inB = itemsOf(b, sense)
  const shared: SharedItem[] = []
  for (const [key, { kind, text, count }] of itemsOf(a, sense)) {
    const other = inB.get(key)
    if (other === undefined) continue
    const mentions = Math.min(count, other.count, MAX_MENTIONS)
    shared.push({ kind, text, weight: WEIGHTS[kind] * (1 + Math.log(mentions)) })
  }
  const top = shared
    .sort((x, y) => y.weight - x.weight || (x.text < y.text ? -1 : 1))
    .slice(0, MAX_ITEMS)
  const total = top.reduce((sum, { weight }) => sum + weight, 0)
  return top.map((item) => ({ ...item, weight: item.weight / total }))
}

interface Counted {
  readonly kind: SharedItem['kind']
  readonly text: string
  readonly count: number
}

function itemsOf(article: Article, sense: NameSense): Map<string, Counted> {
  const items = new Map<string, Counted>()
  const add = (kind: SharedItem['kind'], key: string, text: string) => {
    const known = items.get(key)
    // "in Tarsk" once says that it is a place wherever it stands.
    items.set(key, {
      kind: known === undefined || kind === 'place' ? kind : known.kind,
      text: known?.text ?? text,
      count: (known?.count ?? 0) + 1
    })
  }
  for (const { span, furniture } of article.blocks) {
    if (furniture !== undefined) continue
    const line = textUnder(article.text, span)
    for (const pattern of [...TIMES_IN_FIGURES, ...TIMES_IN_WORDS])
      for (const [time] of line.matchAll(pattern.for(line)))
        if (/\p{Lu}|\d/u.test(time)) add('date', fold(time), time)
    for (const number of numbersIn(article.text, span))
      if (number.value >= MIN_NUMBER)
        add('number', numberKey(number), `${number.text} ${number.noun}`.trim())
    for (const run of nameRuns(article.text, span, sense))
      add(kindOf(run), run.words.join(' '), run.text)
  }
  return items
}

function kindOf({ words, place }: NameRun): SharedItem['kind'] {
  if (ORGANISATION.test(words.join(' '))) return 'organisation'
  if (place) return 'place'
  return words.length > 1 ? 'person' : 'term'
}
