import type { ArticleId } from '../../src/core/article/article'
import type { Library } from '../../src/library/library'
import type { ArticleHeader } from '../../src/shared/shapes'
import { localLibrary } from '../../tests/support/local-library'

const PAGE = 200

/** Opens a folder in a library of its own, in memory, and waits until everything is derived, as the app does. */
export async function libraryOf(folder: string): Promise<Library> {
  const library = localLibrary({ now: () => new Date() })
  library.openFolder(folder)
  await library.idle()
  return library
}

/** Every article of a library in the order in which they were added. */
export function allHeaders(library: Library): ArticleHeader[] {
  const headers: ArticleHeader[] = []
  for (;;) {
    const page = library.articles({
      offset: headers.length,
      limit: PAGE,
      sort: 'added',
      descending: false
    })
    headers.push(...page.rows)
    if (page.rows.length === 0 || headers.length >= page.total) return headers
  }
}

/** Returns the file of every article in a library, with its folder below the opened one. */
export function fileNames(library: Library): Map<ArticleId, string> {
  return new Map(
    allHeaders(library).map(({ id, subFolder, fileName }) => [
      id,
      subFolder === '' ? fileName : `${subFolder}/${fileName}`
    ])
  )
}
