import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../../src/library/library'
import type { ArticleHeader } from '../../src/shared/shapes'
import { openLibrary, tempDir } from './support'

/* A library of one report, for tests of what is written on its desk. */

export const ALL = { offset: 0, limit: 200, sort: 'added', descending: false } as const
export const PAGE = { offset: 0, limit: 50 }
export const QUOTE = 'The harbour office in Tolm counted eleven damaged boats on Monday night.'
export const REPORT = `Storm over Tolm

A storm crossed the bay of Tolm on Monday and left the town without power for five hours.

${QUOTE} Nobody was hurt, the mayor said.

The Veld Courier could not independently verify the count.

Repairs at the pier will begin on Thursday, according to the port captain.
`

export function report(text = REPORT): { dir: string; file: string } {
  const dir = tempDir()
  const file = join(dir, 'storm.txt')
  writeFileSync(file, text)
  return { dir, file }
}

export async function opened(dir: string, dataDir: string | null = null): Promise<Library> {
  const library = openLibrary({ dataDir })
  library.openFolder(dir)
  await library.idle()
  return library
}

export function only(library: Library): ArticleHeader {
  const [row] = library.articles(ALL).rows
  if (row === undefined) throw new Error('an article is needed')
  return row
}

export function noteOn(library: Library, quote: string, text = 'Ask the port captain'): number {
  const { id } = only(library)
  const start = library.article(id).text.indexOf(quote)
  const span = { start, end: start + quote.length }
  return library.decide({ kind: 'note', article: id, span, text, colour: 'yellow' })
}

/** The passages under the notes as they read now; null for an orphan. */
export function passages(library: Library): (string | null)[] {
  return library
    .notes(PAGE)
    .rows.map(({ article, span }) =>
      article === undefined || span === undefined
        ? null
        : library.article(article.id).text.slice(span.start, span.end)
    )
}
