import type { Article } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import type { ArticleHeader } from '../../src/shared/shapes'

/* Articles and their rows for tests of stages that need no library. */

export const makeArticle = (id: number, paragraphs: readonly string[]): Article => ({
  ...toCanonical(paragraphs.map((text) => ({ text, role: 'paragraph' }))),
  id,
  metadata: { title: { value: `Report ${id}`, from: 'text' } },
  format: 'txt',
  contentHash: String(id),
  words: 100
})

export const headerOf = (id: number): ArticleHeader => ({
  id,
  title: `Report ${id}`,
  authors: [],
  publisher: `Outlet ${id}`,
  format: 'txt',
  words: 100,
  folder: 1,
  subFolder: '',
  fileName: `${id}.txt`,
  problems: 0,
  versions: 1
})
