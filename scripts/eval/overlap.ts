import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Article } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { words } from '../../src/core/text/segment'
import { importFile } from '../../src/importers/registry'
import { openDatabase } from '../../src/library/catalog/database'
import { Overlaps } from '../../src/library/derive/overlaps'

/** Prints the pairs of reports in `dir/articles` that share text, one `file TAB file` per line. Reads names and texts only. */
export async function predict(dir: string): Promise<void> {
  const root = join(dir, 'articles')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .sort()
  const articles = new Map<number, Article>()
  for (const [index, file] of files.entries())
    articles.set(index + 1, await toArticle(index + 1, file, readFileSync(join(root, file))))
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
}

async function toArticle(id: number, file: string, bytes: Uint8Array): Promise<Article> {
  const { documents } = await importFile({ bytes, fileName: basename(file) })
  const [document] = documents
  const canonical = toCanonical(document?.blocks ?? [])
  return {
    ...canonical,
    id,
    metadata: document?.metadata ?? { title: { value: file, from: 'file name' } },
    format: document?.format ?? 'txt',
    contentHash: '',
    words: words(canonical.text).length
  }
}
