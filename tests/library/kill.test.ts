import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Library } from '../../src/library/library'
import { forkReaders } from '../../src/library/reader/fork'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { buildForNode, NODE } from '../support/build'
import { asText, seeded } from '../support/corpus'

const FILES = 150
/** Short reports: what is derived from long ones takes most of the time and adds nothing here. */
const MEAN_WORDS = 60
const KILLS = 20
/** At once: more would only wait for each other. */
const SIDE_BY_SIDE = 2

const scratch = mkdtempSync(join(tmpdir(), 'briefing-kill-'))
const folder = join(scratch, 'articles')
let built = ''

beforeAll(async () => {
  built = await buildForNode('kill', {
    cli: 'src/cli/index.ts',
    reader: 'src/library/reader/entry.ts',
    detector: 'src/library/detector/entry.ts'
  })
  mkdirSync(folder)
  for (let i = 0; i < FILES; i++)
    writeFileSync(join(folder, `report-${String(i)}.txt`), asText(i, MEAN_WORDS))
  writeFileSync(join(folder, 'empty.txt'), '')
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Starts an import; answers how long it ran until it ended or was killed. */
async function importInto(dataDir: string, killAfterMs?: number): Promise<number> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(built, 'cli.js'),
    'index',
    '--data',
    dataDir,
    folder
  ]
  const started = performance.now()
  const child = spawn(NODE, args, { stdio: 'ignore' })
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  await new Promise((resolve) => child.once('exit', resolve))
  clearTimeout(timer)
  return performance.now() - started
}

/** Everything that a reader can see of a library, after it was opened again and had time to finish. */
async function contentOf(dataDir: string): Promise<unknown> {
  const library = new Library({
    dataDir,
    spawnReader: forkReaders(join(built, 'reader.js')),
    notify: () => undefined,
    settings: DEFAULT_SETTINGS,
    now: () => new Date(),
    watch: false,
    onBug: (error) => {
      throw error
    }
  })
  try {
    // Killed before it had the folder: then there was nothing to go on with.
    if (library.status().folders.length === 0) library.openFolder(folder)
    library.start()
    await library.idle()
    const page = { offset: 0, limit: 200 }
    const rows = [0, 200].flatMap(
      (offset) => library.articles({ offset, limit: 200, sort: 'added', descending: false }).rows
    )
    return rows.map((row) => {
      const { text, contentHash, versions, problems } = library.article(row.id)
      const overlaps = library.overlaps(row.id).map(({ overlap }) => overlap)
      const claims = library.claimList({ ...page, article: row.id, sort: 'article' })
      return {
        ...row,
        text,
        contentHash,
        versions: versions.map(({ id, current }) => [id, current]),
        problems: problems.map(({ code }) => code),
        overlaps,
        claims: claims.rows.map(({ text: sentence, letter }) => [sentence, letter])
      }
    })
  } finally {
    await library.close()
  }
}

test(
  'an import that is killed at any moment ends as the same library when it is opened again',
  { timeout: 300_000 },
  async () => {
    const undisturbed = join(scratch, 'undisturbed')
    const wholeMs = await importInto(undisturbed)
    const wanted = await contentOf(undisturbed)
    expect(wanted).toHaveLength(FILES)
    const random = seeded(20_300_102)
    const moments = Array.from({ length: KILLS }, (_, i) => ((i + random()) / KILLS) * wholeMs)

    const worker = async () => {
      for (let moment = moments.pop(); moment !== undefined; moment = moments.pop()) {
        const dataDir = join(scratch, `killed-${String(moments.length)}`)
        await importInto(dataDir, moment)
        expect(await contentOf(dataDir)).toEqual(wanted)
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
  }
)
