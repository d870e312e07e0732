import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FailureError } from '../../src/shared/failure'
import { addDecision, decisionsInForce, openDecisions } from '../../src/library/catalog/decisions'
import { openCatalog } from '../../src/library/catalog/catalog'
import { first, sql } from '../../src/library/catalog/sql'
import { compose } from '../../src/library/parts'
import { Pipeline } from '../../src/library/pipeline'
import { ReaderPool } from '../../src/library/reader/pool'
import { localReader, tempDir } from './support'

/** Pages that a file may have at most: SQLite then answers as on a full disk. */
const LITTLE = 12

test('a decision that finds no room is refused as such, and those before it stand', () => {
  const { db } = openDecisions(tempDir())
  const decision = (body: string) => ({ decided: '2030-01-01', subject: body.slice(0, 9), body })
  addDecision(db, decision('first'))
  db.exec(`PRAGMA max_page_count = ${String(LITTLE)}`)

  let refusal: unknown
  try {
    addDecision(db, decision('x'.repeat(200_000)))
  } catch (error) {
    refusal = error
  }

  expect(refusal).toBeInstanceOf(FailureError)
  expect((refusal as FailureError).failure).toEqual({ code: 'disk-full' })
  expect(decisionsInForce(db).map(({ body }) => body)).toEqual(['first'])
  db.close()
})

test('an import that finds no room stops, and the window is told why', async () => {
  const folder = join(tempDir(), 'reports')
  mkdirSync(folder)
  for (let i = 0; i < 40; i++)
    writeFileSync(
      join(folder, `${String(i)}.txt`),
      `Report ${String(i)}\n\n${`The harbour office of town ${String(i)} counted boats. `.repeat(200)}`
    )
  const { db } = openCatalog(null)
  const running: { pipeline?: Pipeline } = {}
  const parts = compose(db, {
    dataDir: null,
    now: () => new Date('2030-01-02T03:04:05Z'),
    onBug: () => undefined,
    busy: () => running.pipeline?.busy ?? false
  })
  const pages = first<{ page_count: number }>(db, sql`PRAGMA page_count`)?.page_count ?? 0
  db.exec(`PRAGMA max_page_count = ${String(pages + LITTLE)}`)
  const told: unknown[] = []
  const pipeline = new Pipeline({
    db,
    pool: new ReaderPool(localReader, 1),
    backlog: parts.backlog,
    scan: {
      now: () => new Date('2030-01-02T03:04:05Z'),
      options: () => ({ ignore: [], sizeLimit: 1_000_000 })
    },
    notify: (name, value) => {
      if (name === 'trouble') told.push(value)
    },
    onBug: () => undefined,
    rowsChanged: () => undefined,
    imported: () => undefined,
    rehearse: () => false
  })
  running.pipeline = pipeline
  pipeline.scan([parts.shelf.addFolder(folder)])
  await pipeline.idle()

  expect(told).toEqual([{ code: 'disk-full' }])
  await pipeline.close()
})
