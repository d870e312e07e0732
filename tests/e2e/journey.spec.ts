import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '../support/app'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17

test.beforeEach(({ folder }) => {
  cpSync(SAMPLE, folder, { recursive: true })
})

test('open, search, read, compare: the main job by pointer', async ({ app, page, folder }) => {
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)

  const box = page.getByRole('searchbox').or(page.getByRole('combobox')).first()
  await box.fill('"independently verify"')
  await expect(page.getByText('independently verify').first()).toBeVisible()

  const versions = (
    await app.call('articles', {
      offset: 0,
      limit: 50,
      sort: 'title',
      descending: false,
      filter: 'Sable Strait briefing'
    })
  ).rows
  expect(versions).toHaveLength(2)
  const [morning, evening] = versions
  const overlaps = await app.call('overlaps', morning?.id ?? 0)
  expect(overlaps.find((found) => found.other.id === evening?.id)?.overlap.kind).toBe('version')

  const comparison = await app.call('compare', morning?.id ?? 0, evening?.id ?? 0)
  expect(comparison.alignment.counts.moved).toBe(1)
})

test('the first start offers the sample library with one click', async ({ app, page }) => {
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click()
  await app.settled(SAMPLE_ARTICLES)

  await expect(page.getByText('Sable Strait', { exact: false }).first()).toBeVisible()
})
