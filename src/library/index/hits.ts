import type { ArticleId } from '../../core/article/article'
import { placesOf, type Places } from '../../core/search/match'
import {
  bodyMarks,
  bodyOf,
  matchesOf,
  spansOfMarks,
  titleMarks,
  type Marked
} from '../../core/search/marks'
import type { Plan } from '../../core/search/plan'
import { excerpts } from '../../core/text/excerpt'
import { flattened, textUnder } from '../../core/text/span'
import type { ArticleHeader, Hit } from '../../shared/shapes'
import type { SearchContext } from './context'

/** Most marks that a hit carries. As the contract says. */
const MOST_MARKS = 1000
/** Excerpts of a hit. */
const EXCERPTS = 2

/**
 * Returns the hits of articles in their order, with marks and excerpts from their texts. Articles that are gone, or in which a phrase
 * turns out not to stand, are left out.
 */
export function hitsOf(
  ranked: readonly { readonly id: ArticleId; readonly score: number }[],
  plan: Plan,
  context: SearchContext
): Hit[] {
  const rows = new Map(context.headers(ranked.map(({ id }) => id)).map((row) => [row.id, row]))
  const best = Math.max(...ranked.map(({ score }) => score), 0)
  return ranked.flatMap(({ id, score }) => {
    const row = rows.get(id)
    const hit = row === undefined ? null : hitOf(row, best > 0 ? score / best : 0, plan, context)
    return hit === null ? [] : [hit]
  })
}

function hitOf(
  article: ArticleHeader,
  score: number,
  plan: Plan,
  context: SearchContext
): Hit | null {
  const body = bodyIn(context, article.id)
  if (body === undefined) return null
  const { text, blocks, places } = body
  const title = placesOf(article.title)
  const marks = bodyMarks(plan, body)
  if (!stands(plan, places, title, marks.length > 0)) return null
  return {
    article,
    score,
    titleMarks: titleMarks(plan, title),
    excerpts: excerpts(text, blocks, marks, EXCERPTS).map(({ span, marks: inner }) => ({
      text: textUnder(text, span),
      span,
      marks: inner
    })),
    marks: flattened(spansOfMarks(marks).slice(0, MOST_MARKS))
  }
}

/** Returns what is searched of an article; undefined when it is not there any more. */
export function bodyIn(context: SearchContext, id: ArticleId): Marked | undefined {
  if (context.body !== undefined) return context.body(id)
  const article = context.article(id)
  return article && bodyOf(article)
}

/** Says whether an article holds what the index took on trust. */
export function holdsIn(plan: Plan, context: SearchContext, id: ArticleId): boolean {
  const body = bodyIn(context, id)
  const article = context.article(id)
  if (body === undefined || article === undefined) return false
  const title = placesOf(article.metadata.title.value)
  return stands(plan, body.places, title, bodyMarks(plan, body).length > 0)
}

/** Says whether what the index took on trust is so in the text: phrases, nearness, quotations, letters. */
function stands(plan: Plan, body: Places, title: Places, marked: boolean): boolean {
  switch (plan.kind) {
    case 'regex':
      return true
    case 'word':
      if (plan.pattern.letters === undefined) return true
      return matchesOf(plan, body).length > 0 || matchesOf(plan, title).length > 0
    case 'phrase':
    case 'near':
      return matchesOf(plan, body).length > 0 || matchesOf(plan, title).length > 0
    case 'title':
      return stands(plan.inner, title, title, true)
    case 'quote':
      return marked
    case 'and':
      return plan.parts.every((part) => stands(part, body, title, marked))
    case 'or':
      return plan.parts.some((part) => stands(part, body, title, marked))
    default:
      return true
  }
}
