import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '../support/app'
import { watchMainThread } from '../support/main-thread'
import { makeArticle } from '../bench/corpus'

/**
 * How the window and the worker do while claims are derived in the background. 10,000 articles, as docs/claims.md tells:
 * `BACKGROUND_ARTICLES=10000 playwright test claims-background`.
 */
const MEASURED = process.env['BACKGROUND_ARTICLES']
const ARTICLES = Number(MEASURED ?? 300)
/** Longest time in which the window may not answer, in ms. */
const LONGEST_GAP_MS = 50
/** Longest time in which the library may not answer a call, in ms: the longest slice of background work and the call itself. */
const LONGEST_CALL_MS = 250
const FORMS = resolve('tests/fixtures/claim-forms')
const SENTENCES_OF_FORMS = 12

test(`claims of ${ARTICLES} articles are found without the window noticing`, async ({
  app,
  page,
  folder
}) => {
  test.setTimeout(120_000 + ARTICLES * 120)
  writeArticles(folder)
  // The start of the window is no part of what is measured.
  await page.getByRole('button', { name: /Open the sample/ }).waitFor()
  await page.waitForTimeout(500)
  const watched = await watchMainThread(page, LONGEST_GAP_MS)
  const started = Date.now()
  await app.open(folder)

  const calls: number[] = []
  const searches: number[] = []
  for (let i = 0; ; i++) {
    const before = performance.now()
    const { articles, pending, progress } = await app.status()
    calls.push(performance.now() - before)
    if (articles >= ARTICLES && pending === 0 && (progress?.phase ?? 'idle') === 'idle') break
    if (i % 10 === 0 && articles > 0) {
      const text = i % 20 === 0 ? 'ministry said' : '"could not"'
      searches.push(
        (await app.call('search', { text, sort: 'relevance', facets: false, offset: 0, limit: 20 }))
          .tookMs
      )
    }
    await page.waitForTimeout(20)
  }

  const total = (Date.now() - started) / 1000
  const { ticks, late, gaps, longestTask, busiestGap } = await watched()
  const claims = (await app.call('claimList', { sort: 'weight', offset: 0, limit: 1 })).total
  console.log(
    [
      `${ARTICLES} articles, ${claims} claims in ${total.toFixed(0)} s`,
      `window: longest gap of a 10 ms timer ${gaps.most.toFixed(0)} ms, ${late} of ${ticks} over ${LONGEST_GAP_MS} ms; of its own work the longest task took ${longestTask.toFixed(0)} ms, the busiest late tick ${busiestGap.toFixed(0)} ms`,
      `library: answers p50 ${part(calls, 0.5)}, p99 ${part(calls, 0.99)}, longest ${part(calls, 1)} ms`,
      `search meanwhile: p50 ${part(searches, 0.5)}, p99 ${part(searches, 0.99)}, longest ${part(searches, 1)} ms of ${searches.length}`
    ].join('\n')
  )
  expect(claims).toBeGreaterThan(ARTICLES)
  expect(Math.max(longestTask, busiestGap)).toBeLessThan(LONGEST_GAP_MS)
  // Times of the worker say something on a machine that does nothing else, which whoever asks for a measurement sees to.
  if (MEASURED !== undefined) expect(Number(part(calls, 0.99))).toBeLessThan(LONGEST_CALL_MS)
})

/** Articles of ordinary words with sentences that claim something between them. */
function writeArticles(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const forms = readdirSync(FORMS)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(FORMS, name), 'utf8').split('\n'))
    .flatMap((line) => line.split(' ; ')[2] ?? [])
  for (let i = 0; i < ARTICLES; i++) {
    const blocks = makeArticle(i + 1).text.split('\n')
    const mixed = blocks.flatMap((block, k) => {
      const form = forms[(i * SENTENCES_OF_FORMS + k * 7) % forms.length] ?? ''
      return k > 0 && k <= SENTENCES_OF_FORMS ? [block, `${form} ${i} people were there.`] : [block]
    })
    writeFileSync(join(folder, `report-${String(i).padStart(5, '0')}.txt`), mixed.join('\n\n'))
  }
}

function part(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.floor(share * sorted.length))
  return (sorted[at] ?? 0).toFixed(0)
}
