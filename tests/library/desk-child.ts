import { Library } from '../../src/library/library'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'

/* Writes one decision after another into a data folder and says when each was kept, until it is killed. */
const [dataDir = ''] = process.argv.slice(2)
const library = new Library({
  dataDir,
  spawnReader: () => {
    throw new Error('Nothing is read here')
  },
  notify: () => undefined,
  settings: DEFAULT_SETTINGS,
  now: () => new Date(),
  watch: false,
  onBug: (error) => {
    throw error
  }
})
for (let i = 0; ; i++) {
  library.decide({ kind: 'grade', source: `source ${String(i)}`, reliability: 'B' })
  process.stdout.write(`${String(i)}\n`)
}
