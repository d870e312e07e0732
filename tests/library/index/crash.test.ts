import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../../src/library/catalog/database'
import { random, wordOf } from '../../bench/corpus'
import { crashArticle } from './crash-articles'
import { Shelf } from './support'

/** Moments at which the indexing process is killed. */
const KILLS = Number(process.env['KILLS'] ?? 10)
/** Longest time that it runs before, in ms. */
const LONGEST_RUN = 600

const dir = mkdtempSync(join(tmpdir(), 'index-crash-'))

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir: dir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { child: resolve(import.meta.dirname, 'crash-child.ts') },
        output: { entryFileNames: '[name].mjs' },
        // Its modules lie elsewhere than the bundle.
        external: []
      }
    },
    resolve: { noExternal: true }
  })
}, 60_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test(
  `after kill -9 at ${KILLS} random moments every answer is that of a fresh index`,
  async () => {
    const draw = random(20)
    for (let kill = 0; kill < KILLS; kill++) {
      const file = join(dir, `${kill}.db`)
      await runAndKill(file, kill, draw() * LONGEST_RUN)
      const db = openDatabase(file)
      const rows = db.prepare('SELECT id, revision FROM kept ORDER BY id').all()
      const articles = rows.map((row) => crashArticle(Number(row['id']), Number(row['revision'])))
      const survived = new Shelf([], {}, db)
      for (const article of articles) survived.articles.set(article.id, article)
      const fresh = new Shelf(articles)

      expect(survived.index.size).toBe(articles.length)
      for (let i = 0; i < 15; i++) {
        const words = [Math.floor(draw() * 60), Math.floor(draw() * 400)].map(wordOf)
        for (const query of [
          words.join(' '),
          words.join(' OR '),
          `"${words.join(' ')}"`,
          `-${words[0] ?? ''}`
        ]) {
          expect(ranked(survived, query), query).toEqual(ranked(fresh, query))
        }
      }
      survived.index.close()
      db.close()
    }
  },
  30_000 + KILLS * 10_000
)

function ranked(shelf: Shelf, query: string): unknown {
  const page = shelf.search(`${query} `, { limit: 100 })
  return {
    total: page.total,
    hits: page.hits.map((hit) => [hit.article.id, hit.score.toFixed(4), hit.marks])
  }
}

async function runAndKill(file: string, seed: number, afterMs: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(dir, 'child.mjs'), file, String(seed)],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  await sleep(afterMs)
  child.kill('SIGKILL')
  await ended
}
