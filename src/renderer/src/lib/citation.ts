import type { ArticleView } from '../../../shared/shapes'
import { date } from './format'

/** Who, what, where and when of an article in one line, after the quotation when there is one. */
export function citationOf({ header, metadata }: ArticleView, quote = ''): string {
  const parts = [
    header.authors.join(', '),
    `“${header.title}”`,
    header.publisher,
    header.published && date(header.published),
    metadata.url?.value
  ].filter((part) => part !== undefined && part !== '')
  return `${quote === '' ? '' : `“${quote}”\n`}${parts.join(', ')}.`
}
