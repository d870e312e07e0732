import { mkdirSync } from 'node:fs'
import type { Article } from '../../src/core/article/article'
import { keepArticle } from '../../src/library/catalog/articles'
import { openCatalog, sealCatalog } from '../../src/library/catalog/catalog'
import { transaction } from '../../src/library/catalog/database'
import { markDerived } from '../../src/library/catalog/derived'
import { addFile } from '../../src/library/catalog/files'
import { addFolder } from '../../src/library/catalog/folders'
import { compose } from '../../src/library/parts'
import { makeArticle } from '../bench/corpus'

/** A folder that is nowhere: what was read from it stays in the catalog. */
const FOLDER = '/nowhere/briefings'
const BATCH = 200

const STAGES = ['furniture', 'index', 'overlaps', 'claims'] as const

/** What a planted catalog holds beside rows, texts and index. */
interface Planting {
  /** Claims are derived from so many articles. */
  readonly claims?: number
  /** Stages that the app still owes; all others count as done. */
  readonly owed?: readonly (typeof STAGES)[number][]
  /** Makes an article of its number. */
  readonly make?: (number: number) => Article
}

/**
 * Fills the data folder of a library with so many invented articles, as if they had been imported long ago: rows, texts, lines and
 * index are real, claims are derived from the first of them, overlaps from none.
 */
export function plantCatalog(
  dataDir: string,
  size: number,
  { claims = 0, owed = [], make = makeArticle }: Planting = {}
): void {
  mkdirSync(dataDir, { recursive: true })
  const { db } = openCatalog(dataDir)
  const parts = compose(db, {
    dataDir,
    now: () => new Date('2025-01-01T00:00:00Z'),
    busy: () => false,
    onBug: (error) => {
      throw error
    }
  })
  parts.backlog.open()
  const folder = transaction(db, () => addFolder(db, Buffer.from(FOLDER), 'tree'))
  for (let next = 1; next <= size; next += BATCH)
    transaction(db, () => {
      const articles: Article[] = []
      for (let number = next; number < Math.min(next + BATCH, size + 1); number++) {
        const made = make(number)
        const name = `report-${String(number)}.txt`
        const subFolder = `desk ${String(number % 17)}`
        const file = addFile(db, {
          folder,
          path: Buffer.from(`${subFolder}/${name}`),
          subFolder,
          name,
          state: 'done',
          stamp: String(number),
          inode: String(number),
          size: made.text.length
        })
        const id = keepArticle(db, { file, entry: '', imported: '2025-01-01T00:00:00Z', made })
        articles.push({ ...made, id })
      }
      // Lines and index, as an import keeps them.
      parts.backlog.keepEager({ articles, stale: [] })
      if (next <= claims) for (const article of articles) parts.claims.keep([article])
      const ids = articles.map(({ id }) => id)
      for (const stage of STAGES)
        if (!owed.includes(stage)) markDerived(db, { stage, version: versionOf(stage) }, ids)
    })
  while (parts.backlog.upkeep());
  parts.backlog.close()
  parts.decisions.close()
  db.close()
  sealCatalog(dataDir)

  function versionOf(stage: string): number {
    const row = db.prepare('SELECT version FROM stages WHERE stage = ?').get(stage)
    return Number(row?.['version'])
  }
}
