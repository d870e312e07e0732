import type { Article } from '../../../src/core/article/article'
import { random, wordOf, zipf } from '../../bench/corpus'
import { makeArticle } from './support'

/** An article whose text depends on its id and revision alone. */
export function crashArticle(id: number, revision: number): Article {
  const draw = random(id * 1009 + revision)
  const line = (words: number): string =>
    Array.from({ length: words }, () => wordOf(zipf(draw) % 400)).join(' ')
  return makeArticle(id, [line(60), line(40)], { title: line(5) })
}
