import { importFile } from '../../src/importers/registry'
import { Library } from '../../src/library/library'
import type { ReaderMessage, SpawnReader } from '../../src/library/reader/protocol'
import { readArticles } from '../../src/library/reader/read'
import type { ArticleHeader } from '../../src/shared/shapes'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'

const PAGE = 200

/** Opens a folder in a library of its own, in memory, and waits until everything is derived, as the app does. */
export async function libraryOf(folder: string): Promise<Library> {
  const library = new Library({
    dataDir: null,
    watch: false,
    spawnReader: localReader,
    notify: () => undefined,
    settings: DEFAULT_SETTINGS,
    now: () => new Date(),
    onBug: (error) => {
      throw error
    }
  })
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

/** A reader that works in this process. */
const localReader: SpawnReader = () => {
  let tell: (message: ReaderMessage) => void = () => undefined
  let end: () => void = () => undefined
  return {
    send: (request) => {
      void readArticles(request, importFile, (hash, slow) =>
        tell({ type: 'opened', id: request.id, hash, slow })
      ).then((outcome) => tell({ type: 'done', id: request.id, outcome }))
    },
    onMessage: (listener) => {
      tell = listener
      setImmediate(() => listener({ type: 'ready' }))
    },
    onExit: (listener) => {
      end = listener
    },
    kill: () => end()
  }
}
