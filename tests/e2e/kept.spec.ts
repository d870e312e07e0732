import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '../support/app'
import { launchApp } from '../support/launch-app'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17

test('what the reader changed right before quitting is kept', async ({
  app,
  page,
  folder,
  userData
}) => {
  cpSync(SAMPLE, folder, { recursive: true })
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  const list = page.getByRole('listbox', { name: 'Articles' })
  await list
    .getByRole('option', { name: /dry dock/i })
    .first()
    .click()
  const heading = page.getByRole('article').getByRole('heading', { level: 1 })
  const title = (await heading.textContent()) ?? ''
  await page.locator('summary[aria-label="What the list shows"]').click()

  await page.getByRole('radio', { name: 'Columns' }).check()
  await app.launched.close()

  const again = await launchApp({ args: [], userData })
  const second = await again.firstWindow()
  await expect(second.getByRole('grid', { name: 'Articles' })).toBeVisible()
  await expect(second.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(title)
  await again.close()
})
