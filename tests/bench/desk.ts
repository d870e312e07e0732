import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Library } from '../../src/library/library'
import { forkReaders } from '../../src/library/reader/fork'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { wordOf } from './corpus'

/** Milliseconds that a decision with the desk of its article may take, however many there are. */
const MAX_MS = 10
const NOTES = 5000
const ARTICLES = 250
const WORDS = 120
const ROUNDS = 40

/** Prints what a further note costs a reader who has written thousands. */
export async function bench(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-desk-'))
  for (let i = 0; i < ARTICLES; i++)
    writeFileSync(join(scratch, `${String(i)}.txt`), `Report ${String(i)}\n\n${text(i)}.\n`)
  const library = new Library({
    dataDir: null,
    spawnReader: forkReaders(resolve('out/main/reader.js')),
    notify: () => undefined,
    settings: DEFAULT_SETTINGS,
    now: () => new Date(),
    watch: false,
    onBug: (error) => console.error(error)
  })
  try {
    library.openFolder(scratch)
    await library.idle()
    const ids = articles(library)
    for (let i = 0; i < NOTES; i++) note(library, ids[i % ids.length] ?? 0, i)
    library.desk(ids[0] ?? 0)
    const times = Array.from({ length: ROUNDS }, (_, i) => {
      const id = ids[i % ids.length] ?? 0
      const before = performance.now()
      const decision = note(library, id, NOTES + i)
      library.desk(id)
      const made = performance.now()
      library.undoDecision(decision)
      library.desk(id)
      return { made: made - before, undone: performance.now() - made }
    })
    const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0
    process.stdout.write(
      `desk: with ${String(NOTES)} notes, one more and its desk ${median(times.map(({ made }) => made)).toFixed(1)} ms, ` +
        `taking it back ${median(times.map(({ undone }) => undone)).toFixed(1)} ms (goal under ${String(MAX_MS)})\n`
    )
  } finally {
    await library.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

const text = (seed: number): string =>
  Array.from({ length: WORDS }, (_, i) => wordOf((seed * 31 + i * 17) % 5000)).join(' ')

function articles(library: Library): number[] {
  const ids: number[] = []
  while (ids.length < ARTICLES) {
    const page = { offset: ids.length, limit: 200, sort: 'added', descending: false } as const
    ids.push(...library.articles(page).rows.map(({ id }) => id))
  }
  return ids
}

function note(library: Library, article: number, seed: number): number {
  const start = 20 + ((seed * 13) % 300)
  const span = { start, end: start + 40 }
  return library.decide({
    kind: 'note',
    article,
    span,
    text: `Note ${String(seed)}`,
    colour: 'blue'
  })
}
