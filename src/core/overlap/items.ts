import type { Article } from '../article/article'
import type { SharedItem } from './model'
import { textUnder } from '../text/span'
import { fold } from '../text/fold'

const NAME =
  /(?<![.!?“"‘] )\b\p{Lu}[\p{L}\p{M}]+(?:[-’']\p{Lu}\p{L}+)?(?: \p{Lu}[\p{L}\p{M}]+){0,3}/gu
const NUMBER = /\b\d[\d,.]*(?: (?:million|billion|percent|per cent|people|km|miles))?/gu
const DATE =
  /\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu
/** Items told per link, weightiest first. */
const MAX_ITEMS = 12

/** Returns the names, numbers and dates that both reports have: the reason of a link without shared wording. */
export function sharedItems(a: Article, b: Article): SharedItem[] {
  const inB = itemsOf(b)
  const shared: { kind: SharedItem['kind']; text: string; score: number }[] = []
  for (const [key, item] of itemsOf(a)) {
    const other = inB.get(key)
    if (other === undefined) continue
    const words = item.text.split(' ').length
    shared.push({
      kind: item.kind,
      text: item.text,
      score: Math.min(item.count, other.count) * words
    })
  }
  const top = shared
    .sort((x, y) => y.score - x.score || (x.text < y.text ? -1 : 1))
    .slice(0, MAX_ITEMS)
  const total = top.reduce((sum, { score }) => sum + score, 0)
  return top.map(({ kind, text, score }) => ({ kind, text, weight: score / total }))
}

interface Counted {
  readonly kind: SharedItem['kind']
  readonly text: string
  count: number
}

function itemsOf(article: Article): Map<string, Counted> {
  const items = new Map<string, Counted>()
  for (const { span, furniture } of article.blocks) {
    if (furniture !== undefined) continue
    const text = textUnder(article.text, span)
    for (const [kind, pattern] of [
      ['date', DATE],
      ['number', NUMBER],
      ['term', NAME]
    ] as const) {
      for (const [found] of text.matchAll(pattern)) {
        const key = fold(found)
        const known = items.get(key)
        if (known === undefined) items.set(key, { kind, text: found, count: 1 })
        else known.count++
      }
    }
  }
  return items
}
