import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../../src/core/article/article'
import { keepArticle } from '../../src/library/catalog/articles'
import { openCatalog } from '../../src/library/catalog/catalog'
import { transaction } from '../../src/library/catalog/database'
import { addFile } from '../../src/library/catalog/files'
import { addFolder } from '../../src/library/catalog/folders'
import { compose, type Parts } from '../../src/library/parts'
import { claimArticle, type Recurrence } from './claims-corpus'
import { threadTime } from '../support/thread-time'

const STAGES = ['import', 'furniture', 'index', 'overlaps', 'claims'] as const
type Stage = (typeof STAGES)[number]
/** Articles that are written in one transaction, as the pipeline does. */
const BATCH = 16

/** Processor time of one stage, in ms. */
interface Cost {
  total: number
  longest: number
}

/**
 * Prints what deriving costs in processor time for an article, by stage, while the library grows from one size to the next: flat
 * when nothing depends on the size of the library. The longest slice is the time for which a call may have to wait.
 */
export function benchDerive(sizes: readonly number[], recurrence: Recurrence): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'briefing-claims-'))
  const { db } = openCatalog(dataDir)
  const parts = compose(db, {
    dataDir,
    now: () => new Date('2025-01-01T00:00:00Z'),
    busy: () => true,
    onBug: (error) => {
      throw error
    }
  })
  parts.backlog.open()
  const folder = transaction(db, () => addFolder(db, Buffer.from('/nowhere'), 'tree'))
  let from = 0
  for (const to of sizes.toSorted((a, b) => a - b)) {
    const costs = new Map<Stage, Cost>(STAGES.map((stage) => [stage, { total: 0, longest: 0 }]))
    for (let next = from; next < to; next += BATCH) {
      const made = Array.from({ length: Math.min(BATCH, to - next) }, (_, i) =>
        claimArticle(next + i + 1, recurrence)
      )
      measured(costs, () => {
        transaction(db, () => {
          const articles = made.map((article) => planted(article))
          parts.backlog.keepEager({ articles, stale: [] })
        })
        return 'import'
      })
      parts.backlog.replan()
    }
    while (measured(costs, () => stepHere(parts)) !== undefined);
    report(recurrence, { from, to }, costs, parts)
    from = to
  }
  parts.backlog.close()
  parts.decisions.close()
  db.close()
  rmSync(dataDir, { recursive: true })

  function planted(article: Article): Article {
    const name = `${String(article.id)}.txt`
    const file = addFile(db, {
      folder,
      path: Buffer.from(name),
      subFolder: '',
      name,
      state: 'done',
      stamp: name,
      inode: name,
      size: article.text.length
    })
    const id = keepArticle(db, { file, entry: '', imported: '2025-01-01T00:00:00Z', made: article })
    return { ...article, id }
  }
}

/** Derives a slice in this thread, where nothing is waited for. */
function stepHere({ backlog }: Parts): Stage | undefined {
  const stage = backlog.step()
  return stage === 'waiting' ? undefined : stage
}

/** Runs a piece of work and adds its processor time to the stage that it answers with. */
function measured(costs: Map<Stage, Cost>, work: () => Stage | undefined): Stage | undefined {
  const taken = threadTime()
  const stage = work()
  const ms = taken()
  const cost = stage === undefined ? undefined : costs.get(stage)
  if (cost !== undefined) {
    cost.total += ms
    cost.longest = Math.max(cost.longest, ms)
  }
  return stage
}

function report(
  recurrence: Recurrence,
  { from, to }: { from: number; to: number },
  costs: ReadonlyMap<Stage, Cost>,
  parts: Parts
): void {
  const all = [...costs.values()].reduce((sum, { total }) => sum + total, 0)
  const stages = [...costs]
    .filter(([, { total }]) => total > 0)
    .map(
      ([stage, { total, longest }]) =>
        `${stage} ${(total / (to - from)).toFixed(2)} (longest slice ${longest.toFixed(0)})`
    )
  const taken = threadTime()
  const { total } = parts.claims.threads({ offset: 0, limit: 1 })
  const listed = taken()
  console.log(
    `claims ${recurrence}\t${String(from)} to ${String(to)} articles: ${(all / (to - from)).toFixed(2)} ms of processor time an article: ${stages.join(', ')}; ${String(total)} threads in ${listed.toFixed(0)} ms`
  )
}
