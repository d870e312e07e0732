import type { QueryNotice } from '../../core/search/query'
import { termsOf } from '../../core/search/tokens'
import { bodyMarks } from '../../core/search/marks'
import type { Plan } from '../../core/search/plan'
import type { Regex } from '../../core/search/regex'
import type { SearchContext } from './context'
import { isoOf, NO_DAY } from './documents'
import { AUTHOR_TERM, FORMAT_TERM } from './encoder'
import type { FieldFilter } from './evaluate'
import { bodyIn } from './hits'
import type { PostingsStore } from './store'

/** Most articles that are read to see whether words stand within quotation marks; the rest are checked when they are shown. */
const QUOTE_CHECKS = 500

/**
 * UTF-16 units that are looked through for the regular expressions of a query: some thousand articles. More find more, and take
 * about 20 ms for each million.
 */
const REGEX_UNITS = 4_000_000

type Holds = (doc: number) => boolean
const everything: Holds = () => true
const nothing: Holds = () => false

/** Returns a filter for fields; what could not be answered is added to `notices`. */
export function fieldFilter(
  store: PostingsStore,
  context: SearchContext,
  notices: QueryNotice[]
): FieldFilter {
  const regexHolds = regexFilter(store, context, notices)
  return (plan) => {
    if (plan.kind === 'regex') return regexHolds(plan)
    if (plan.kind === 'quote') {
      let checks = QUOTE_CHECKS
      return (doc) => {
        if (checks-- <= 0) return true
        const body = bodyIn(context, store.documents.articles[doc] ?? 0)
        return body !== undefined && bodyMarks(plan, body).length > 0
      }
    }
    const { field, value } = plan
    switch (field) {
      case 'site':
        return siteFilter(store, value)
      case 'author':
        return holdsAll(
          store,
          termsOf(value).map((term) => AUTHOR_TERM + term)
        )
      case 'type':
        return holdsAll(store, [FORMAT_TERM + value.toLowerCase()])
      case 'date':
      case 'after':
      case 'before': {
        const range = dayRange(field, value)
        if (range === null) {
          notices.push({ code: 'bad-date', text: value })
          return everything
        }
        const { days } = store.documents
        return (doc) => {
          const day = days[doc] ?? NO_DAY
          return day !== NO_DAY && day >= range.from && day < range.to
        }
      }
      default: {
        const known =
          context.matchField?.(field, value) ?? headerField(store, context, field, value)
        if (known === undefined) {
          notices.push({ code: 'field-not-available', text: `${field}:${value}` })
          return nothing
        }
        const { articles } = store.documents
        return (doc) => known.has(articles[doc] ?? 0)
      }
    }
  }
}

/** Returns a filter for regular expressions, which together read so many texts and no more. */
function regexFilter(
  store: PostingsStore,
  context: SearchContext,
  notices: QueryNotice[]
): (plan: Extract<Plan, { kind: 'regex' }>) => Holds {
  let left = REGEX_UNITS
  let read = 0
  const titleAndText =
    context.text ??
    ((id) => {
      const article = context.article(id)
      return article && `${article.metadata.title.value}\n${article.text}`
    })
  return ({ regex }) => {
    return (doc) => {
      if (left <= 0) {
        const known = notices.some(({ code }) => code === 'regex-limited')
        if (!known) notices.push({ code: 'regex-limited', text: String(read) })
        return false
      }
      const id = store.documents.articles[doc] ?? 0
      const text = titleAndText(id)
      if (text === undefined) return false
      read++
      left -= text.length
      // Furniture is text too, and is looked at only where there is a match.
      return regex.test(text) && isInReport(regex, context.article(id))
    }
  }
}

/** Says whether a match stands in the title or in a block that is no furniture. */
function isInReport(regex: Regex, article: ReturnType<SearchContext['article']>): boolean {
  if (article === undefined) return false
  const { blocks, text, metadata } = article
  return (
    regex.test(metadata.title.value) ||
    blocks.some((b) => b.furniture === undefined && regex.matches(text, b.span).length > 0)
  )
}

/** Answers `file:` and `folder:` from article rows, when the library does not. */
function headerField(
  store: PostingsStore,
  context: SearchContext,
  field: string,
  value: string
): ReadonlySet<number> | undefined {
  if (field !== 'file' && field !== 'folder') return undefined
  const { articles, alive, last } = store.documents
  const ids: number[] = []
  for (let doc = 1; doc <= last; doc++) if (alive[doc] === 1) ids.push(articles[doc] ?? 0)
  const wanted = value.toLowerCase()
  const rows = context.headers(ids).filter((row) => {
    const name = field === 'file' ? row.fileName : row.subFolder
    return name.toLowerCase().includes(wanted)
  })
  return new Set(rows.map((row) => row.id))
}

/** A publisher matches by its words in order, an address by its end: `site:venn.example` finds `news.venn.example`. */
function siteFilter(store: PostingsStore, value: string): Holds {
  const wanted = termsOf(value).join(' ')
  const host = value.toLowerCase().replace(/^www\./, '')
  const meant = store.documents.siteNames.map((site) => {
    const [name = '', address = ''] = site.split('\n')
    const named = ` ${termsOf(name).join(' ')} `
    return (
      (wanted !== '' && named.includes(` ${wanted} `)) ||
      address === host ||
      address.endsWith(`.${host}`)
    )
  })
  const { sites } = store.documents
  return (doc) => meant[sites[doc] ?? 0] ?? false
}

function holdsAll(store: PostingsStore, terms: readonly string[]): Holds {
  if (terms.length === 0) return nothing
  const sets = terms.map((term) => store.holding(term))
  return (doc) => sets.every((set) => set.has(doc))
}

interface DayRange {
  readonly from: number
  /** Not included. */
  readonly to: number
}

/** Returns the days that a date field means; `after` has its day included, `before` has not. Null when it is no date. */
export function dayRange(field: 'date' | 'after' | 'before', value: string): DayRange | null {
  const [first = '', last] = value.split('..')
  const from = first === '' && last !== undefined ? { from: NO_DAY, to: NO_DAY } : stretch(first)
  if (from === null) return null
  if (field === 'after') return { from: from.from, to: Infinity }
  if (field === 'before') return { from: -Infinity, to: from.from }
  if (last === undefined) return from
  if (last === '') return { from: from.from, to: Infinity }
  const to = stretch(last)
  return to === null ? null : { from: from.from, to: to.to }
}

/** Returns the days of a year, a month or a day written `2023`, `2023-09` or `2023-09-14`. */
function stretch(written: string): DayRange | null {
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(written.trim())
  if (parts === null) return null
  const [, year, month, day] = parts.map((part: string | undefined) =>
    part === undefined ? undefined : Number(part)
  )
  if (year === undefined) return null
  const at = (m: number, d: number): number => Date.UTC(year, m, d) / 86_400_000
  if (month === undefined) return { from: at(0, 1), to: at(12, 1) }
  if (month < 1 || month > 12) return null
  if (day === undefined) return { from: at(month - 1, 1), to: at(month, 1) }
  const from = at(month - 1, day)
  return isoOf(from).endsWith(String(day).padStart(2, '0')) ? { from, to: from + 1 } : null
}
