import AxeBuilder from '@axe-core/playwright'
import { VIEWS } from '../support/views'
import { expect, test } from '../support/app'

const SAMPLE_ARTICLES = 17

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in any view, ${scheme}`, async ({ app, page }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: scheme })
    await app.call('openSample')
    await app.settled(SAMPLE_ARTICLES)

    for (const view of VIEWS) {
      await view.open(app, page)
      await page.waitForTimeout(300)
      // Legacy mode needs no second page, which the app would not let open.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const found = violations.flatMap((violation) =>
        violation.nodes.map((node) => `${view.name}: ${violation.id} at ${node.target.join(' ')}`)
      )
      expect.soft(found).toEqual([])
    }
  })

test('at 200 % zoom no view scrolls sideways', async ({ app, page }) => {
  test.setTimeout(240_000)
  await app.call('openSample')
  await app.settled(SAMPLE_ARTICLES)

  for (const view of VIEWS) {
    await page.setViewportSize({ width: 1280, height: 860 })
    await view.open(app, page)
    await page.setViewportSize({ width: 640, height: 430 })
    await page.waitForTimeout(200)
    const { wide, seen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      seen: document.documentElement.clientWidth
    }))
    expect.soft(wide, view.name).toBeLessThanOrEqual(seen)
  }
})
