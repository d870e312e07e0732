import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { launchApp } from '../support/launch-app'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17
/** Times that the app is quit right after a change. */
const ROUNDS = 5

const LAYOUTS = [
  { name: 'Columns', role: 'grid' },
  { name: 'Lines', role: 'listbox' }
] as const

const layoutOf = (round: number) => LAYOUTS[round % 2] ?? LAYOUTS[0]

async function chooseLayout(page: Page, name: string): Promise<void> {
  await page.locator('summary[aria-label="What the list shows"]').click()
  await page.getByRole('radio', { name }).check()
}

test('what the reader changed right before quitting is kept, again and again', async ({
  app,
  page,
  folder,
  userData
}) => {
  test.setTimeout(180_000)
  cpSync(SAMPLE, folder, { recursive: true })
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  const list = page.getByRole('listbox', { name: 'Articles' })
  await list
    .getByRole('option', { name: /dry dock/i })
    .first()
    .click()
  const headingOf = (window: Page) => window.getByRole('article').getByRole('heading', { level: 1 })
  const title = (await headingOf(page).textContent()) ?? ''
  await chooseLayout(page, layoutOf(0).name)
  await app.launched.close()

  for (let round = 1; round <= ROUNDS; round++) {
    const launched = await launchApp({ args: [], userData })
    const window = await launched.firstWindow()
    await expect(window.getByRole(layoutOf(round - 1).role, { name: 'Articles' })).toBeVisible()
    await expect(headingOf(window)).toHaveText(title)
    await chooseLayout(window, layoutOf(round).name)
    await launched.close()
  }
})
