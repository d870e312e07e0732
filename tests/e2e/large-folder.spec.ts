import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeArticle } from '../bench/corpus'
import { expect, test } from '../support/app'
import { watchMainThread } from '../support/main-thread'

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
  // The start of the window is no part of what is measured.
  await page.getByRole('button', { name: /Open the sample/ }).waitFor()
  await page.waitForTimeout(500)
  const watched = await watchMainThread(page, LONGEST_GAP_MS)

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

  const { ticks, late, gaps, longestTask, busiestGap } = await watched()
  console.log(
    `kept ${kept} at the cancel; longest gap ${gaps.most.toFixed(0)} ms, ${late} of ${ticks} ticks over ${LONGEST_GAP_MS} ms; ` +
      `of the window's own work the longest task took ${longestTask.toFixed(0)} ms, the busiest late tick ${busiestGap.toFixed(0)} ms`
  )
  expect(kept).toBeLessThan(ARTICLES)
  expect(longestTask).toBeLessThan(LONGEST_GAP_MS)
  // A tick may also be late because the machine ran something else: only what the window did itself is held against it.
  expect(busiestGap).toBeLessThan(LONGEST_GAP_MS)
})
