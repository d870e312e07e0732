import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { words } from '../../src/core/text/segment'
import { openDatabase } from '../../src/library/catalog/database'
import { Overlaps } from '../../src/library/derive/overlaps'

/** Prints the pairs of reports in `dir/articles` that share text, one `file TAB file` per line. Reads names and texts only. */
export function predict(dir: string): Promise<void> {
  const root = join(dir, 'articles')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .sort()
  const articles = new Map<number, Article>()
  for (const [index, file] of files.entries())
    articles.set(index + 1, toArticle(index + 1, readFileSync(join(root, file), 'utf8')))
  const overlaps = new Overlaps({ articles: (id) => articles.get(id), decisions: () => [] })
  overlaps.open(openDatabase(':memory:'))
  overlaps.keep([...articles.values()])
  overlaps.settled(true)
  for (const id of articles.keys())
    for (const { b, kind, containmentA, containmentB, words: matched } of overlaps.of(id))
      if (b > id && !/^same-(?:event|topic)$|quotation/.test(kind))
        console.log(
          [
            files[id - 1],
            files[b - 1],
            kind,
            containmentA.toFixed(3),
            containmentB.toFixed(3),
            matched
          ].join('\t')
        )
  return Promise.resolve()
}

function toArticle(id: number, raw: string): Article {
  const paragraphs = raw.split(/\n\s*\n/)
  const canonical = toCanonical(paragraphs.map((text) => ({ text, role: 'paragraph' })))
  const [first] = canonical.blocks
  const title = first === undefined ? '' : canonical.text.slice(first.span.start, first.span.end)
  return {
    ...canonical,
    id,
    metadata: { title: { value: title, from: 'text' } },
    format: 'txt',
    contentHash: '',
    words: words(canonical.text).length
  }
}
