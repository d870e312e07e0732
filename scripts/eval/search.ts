import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { termsOf } from '../../src/core/search/tokens'
import { openDatabase } from '../../src/library/catalog/database'
import { FullText } from '../../src/library/index/full-text'

/** Documents ranked for each query. As deep as the scorer looks. */
const DEPTH = 100
const BATCH = 512

interface Line {
  readonly id: string
  readonly title?: string
  readonly text: string
}

/**
 * Prints a run for a collection (`docs.jsonl`, `queries.jsonl`): query, document and rank, parted by tabs. For a folder of
 * collections it prints each collection's nDCG@10 and MAP instead, from its `qrels.tsv`.
 *
 * Queries are whole sentences: they are ranked as the app ranks them when no article holds every word.
 */
export function predict(dir: string): Promise<void> {
  if (existsSync(join(dir, 'docs.jsonl'))) {
    for (const [query, ids] of rank(dir)) {
      ids.forEach((id, i) => process.stdout.write(`${query}\t${id}\t${i + 1}\n`))
    }
    return Promise.resolve()
  }
  const collections = readdirSync(dir).filter((name) => existsSync(join(dir, name, 'docs.jsonl')))
  for (const name of collections) {
    const scores = score(join(dir, name, 'qrels.tsv'), rank(join(dir, name)))
    process.stdout.write(
      `${name}\tnDCG@10 ${scores.ndcg.toFixed(4)}\tMAP ${scores.map.toFixed(4)}\n`
    )
  }
  return Promise.resolve()
}

function rank(dir: string): Map<string, string[]> {
  const docs = lines(join(dir, 'docs.jsonl'))
  const articles = docs.map((doc, i) => articleOf(doc, i + 1))
  const db = openDatabase(':memory:')
  const index = new FullText()
  index.open(db)
  db.exec('BEGIN')
  for (let i = 0; i < articles.length; i += BATCH) index.keep(articles.slice(i, i + BATCH))
  db.exec('COMMIT')
  index.settled(true)
  const runs = new Map<string, string[]>()
  for (const query of lines(join(dir, 'queries.jsonl'))) {
    // Only the words count: a sentence's own marks are no syntax here.
    const found = index.rank(termsOf(query.text).join(' '), DEPTH)
    runs.set(
      query.id,
      found.map(({ id }) => docs[id - 1]?.id ?? '')
    )
  }
  index.close()
  return runs
}

function articleOf(doc: Line, id: number): Article {
  const paragraphs = doc.text.split(/\n\s*\n/)
  const canonical = toCanonical(paragraphs.map((text) => ({ text, role: 'paragraph' as const })))
  return {
    id,
    ...canonical,
    metadata: { title: { value: doc.title ?? '', from: 'export' } },
    format: 'txt',
    contentHash: '',
    words: 0
  }
}

function lines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

function score(
  qrels: string,
  runs: ReadonlyMap<string, readonly string[]>
): { ndcg: number; map: number } {
  const relevant = new Map<string, Set<string>>()
  for (const line of readFileSync(qrels, 'utf8').split('\n')) {
    const [query, doc] = line.split('\t')
    if (query === undefined || doc === undefined) continue
    relevant.set(query, (relevant.get(query) ?? new Set()).add(doc))
  }
  let ndcg = 0
  let map = 0
  for (const [query, wanted] of relevant) {
    let gain = 0
    let hits = 0
    let precision = 0
    runs.get(query)?.forEach((doc, i) => {
      if (!wanted.has(doc)) return
      hits++
      precision += hits / (i + 1)
      if (i < 10) gain += 1 / Math.log2(i + 2)
    })
    let ideal = 0
    for (let i = 0; i < Math.min(10, wanted.size); i++) ideal += 1 / Math.log2(i + 2)
    ndcg += gain / ideal
    map += precision / wanted.size
  }
  return { ndcg: ndcg / relevant.size, map: map / relevant.size }
}
