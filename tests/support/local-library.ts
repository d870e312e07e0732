import { importFile } from '../../src/importers/registry'
import { Library } from '../../src/library/library'
import type { LibraryOptions } from '../../src/library/options'
import type { ReaderMessage, SpawnReader } from '../../src/library/reader/protocol'
import { readArticles } from '../../src/library/reader/read'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'

/** A reader that works in this process: the same code without a process around it. */
export const localReader: SpawnReader = () => {
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

/** A library in this process, in memory unless a data folder is named; a bug in it is thrown. Whoever opens it closes it. */
export function localLibrary(options: Partial<LibraryOptions> = {}): Library {
  return new Library({
    dataDir: null,
    spawnReader: localReader,
    notify: () => undefined,
    settings: DEFAULT_SETTINGS,
    now: () => new Date('2030-01-02T03:04:05Z'),
    watch: false,
    onBug: (error) => {
      throw error
    },
    ...options
  })
}
