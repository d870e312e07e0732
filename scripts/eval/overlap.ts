import { join } from 'node:path'
import type { ArticleId } from '../../src/core/article/article'
import { importFile } from '../../src/importers/registry'
import { Library } from '../../src/library/library'
import type { ReaderMessage, SpawnReader } from '../../src/library/reader/protocol'
import { readArticles } from '../../src/library/reader/read'
import type { ArticleHeader } from '../../src/shared/shapes'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'

const PAGE = 200
/** Kinds of overlap that say that two reports share text. */
const SHARES_TEXT = new Set(['same-text', 'version', 'shared-passages'])

/**
 * Prints the pairs of reports under `dir/articles` that share text: file, file, kind, both containments and words, parted by tabs.
 * Opens the folder in a library of its own, as the app does; of the labelled data only names and texts are read.
 */
export async function predict(dir: string): Promise<void> {
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
  library.openFolder(join(dir, 'articles'))
  await library.idle()
  const headers = allHeaders(library)
  const names = new Map<ArticleId, string>(
    headers.map(({ id, subFolder, fileName }) => [
      id,
      subFolder === '' ? fileName : `${subFolder}/${fileName}`
    ])
  )
  for (const { id } of headers) {
    for (const { overlap } of library.overlaps(id)) {
      if (overlap.b < id || !SHARES_TEXT.has(overlap.kind)) continue
      const numbers = [
        overlap.containmentA.toFixed(3),
        overlap.containmentB.toFixed(3),
        overlap.words
      ]
      console.log([names.get(id), names.get(overlap.b), overlap.kind, ...numbers].join('\t'))
    }
  }
  await library.close()
}

function allHeaders(library: Library): ArticleHeader[] {
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
