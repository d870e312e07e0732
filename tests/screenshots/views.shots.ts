import { resolve } from 'node:path'
import { test } from '../support/app'
import { VIEWS } from '../support/views'

const FOLDER = resolve(import.meta.dirname, '../../docs/screenshots')
const SAMPLE_ARTICLES = 17

for (const scheme of ['light', 'dark'] as const)
  test(`every view, ${scheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.getByRole('button', { name: /Open the sample/ }).waitFor()
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${FOLDER}/welcome-${scheme}.png` })
    // The hints of the first days would stand in every picture.
    await app.call('changeSettings', { dismissed: ['hints'], theme: scheme })
    await app.call('openSample')
    await app.settled(SAMPLE_ARTICLES)

    for (const view of VIEWS) {
      await view.open(app, page)
      await page.waitForTimeout(800)
      await page.screenshot({ path: `${FOLDER}/${view.name}-${scheme}.png` })
    }
  })
