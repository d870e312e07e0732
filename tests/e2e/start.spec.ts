import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startAgain } from '../support/launch-app'
import { expect, test } from '../support/app'

const ARTICLE = `Ferry to Lenn runs again

The ferry between Lenn and the outer skerries runs again after eleven weeks, the harbour office said on Monday.
Two crossings a day are planned until the end of the month, four after that.
`

test('the window opens on the welcome page and bears the name of the app', async ({
  app,
  page
}) => {
  await expect(page.getByRole('button', { name: /sample/i }).first()).toBeVisible()

  expect(await page.title()).toContain('Briefing Reader')
  expect(app.launched.windows()).toHaveLength(1)
})

test('a second start gives its folder to the first and ends', async ({ app, folder, userData }) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'ferry.txt'), ARTICLE)

  expect(await startAgain({ args: [folder], userData })).toBe(0)

  await app.settled(1)
  expect(app.launched.windows()).toHaveLength(1)
})
