import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeArticle } from '../bench/corpus'
import { expect, test } from '../support/app'

const ARTICLES = 2000
/** Longest time in which the window may not answer, in ms. */
const LONGEST_GAP_MS = 50

test('a folder of 2,000 articles never blocks the window, shows progress, can be cancelled and resumes', async ({
  app,
  page,
  folder
}) => {
  test.setTimeout(240_000)
  mkdirSync(folder, { recursive: true })
  for (let i = 0; i < ARTICLES; i++)
    writeFileSync(join(folder, `report-${String(i).padStart(4, '0')}.txt`), makeArticle(i + 1).text)
  await page.evaluate(startTimer)

  await app.open(folder)
  await expect(page.getByRole('progressbar').first()).toBeVisible()
  await page
    .getByRole('button', { name: /stop|cancel/i })
    .first()
    .click()
  await expect
    .poll(async () => (await app.status()).progress?.phase ?? 'idle')
    .toMatch(/idle|cancelled|deriving/)
  const kept = (await app.status()).articles
  await app.call('rescan')
  await expect.poll(async () => (await app.status()).articles, { timeout: 200_000 }).toBe(ARTICLES)

  const gaps = await page.evaluate(stopTimer)
  console.log(
    `kept ${kept} at the cancel; longest gap ${gaps.longest.toFixed(0)} ms, ${gaps.over} of ${gaps.ticks} ticks over ${LONGEST_GAP_MS} ms`
  )
  expect(kept).toBeLessThan(ARTICLES)
  expect(gaps.longest).toBeLessThan(LONGEST_GAP_MS)
})

function startTimer(): void {
  const gaps = { longest: 0, over: 0, ticks: 0, last: performance.now() }
  Object.assign(window, { gaps })
  setInterval(() => {
    const now = performance.now()
    const gap = now - gaps.last
    gaps.last = now
    gaps.ticks += 1
    gaps.longest = Math.max(gaps.longest, gap)
    if (gap > 50) gaps.over += 1
  }, 10)
}

function stopTimer(): { longest: number; over: number; ticks: number } {
  return (window as unknown as { gaps: { longest: number; over: number; ticks: number } }).gaps
}
