import { Library } from '../../src/library/library'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { usageAfterCollection } from './usage'

/*
 * Opens the library in the folder that is named, asks it for a page of articles, and writes what the process took before and takes then.
 * No importer comes along, as with `localLibrary`: their code would count as the library's memory.
 */
const [, , dataDir = ''] = process.argv
const before = usageAfterCollection()
const library = new Library({
  dataDir,
  spawnReader: () => {
    throw new Error('nothing is to be read')
  },
  notify: () => undefined,
  settings: DEFAULT_SETTINGS,
  now: () => new Date(),
  watch: false,
  onBug: (error) => {
    throw error
  }
})
library.search({ text: 'harbour office', offset: 0, limit: 20, sort: 'relevance', facets: false })
const opened = usageAfterCollection()
process.stdout.write(JSON.stringify({ before, opened }))
await library.close()
