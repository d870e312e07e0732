import AxeBuilder from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { DIALOGS, VIEWS } from '../support/views'
import { expect, test } from '../support/app'

const SAMPLE_ARTICLES = 17

/** What axe finds in the window as it stands. */
async function findings(page: Page, name: string): Promise<string[]> {
  // Legacy mode needs no second page, which the app would not let open.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${name}: ${id} at ${target.join(' ')}`)
  )
}

test('every view and dialog of the window is on the lists that are looked at', () => {
  const named = (file: string, pattern: RegExp) => {
    const declared = pattern.exec(readFileSync(`src/renderer/src/lib/state/${file}`, 'utf8'))?.[0]
    return [...(declared ?? '').matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name)
  }
  const places = named('navigation.svelte.ts', /export type Place =[\s\S]*?\n\nexport/)
  const dialogs = named('panels.svelte.ts', /dialog = \$state<[\s\S]*?>\(\)/)
  // The welcome page is looked at before anything is open; a view's parts are told apart by the name before the dash.
  const other: Record<string, string> = { read: 'reading', decisions: 'corrections', welcome: '' }
  const parts = ['time', 'claims', 'copies']

  expect(places.length).toBeGreaterThan(12)
  expect(dialogs.length).toBeGreaterThan(5)
  for (const place of places) {
    if (place === 'welcome' || parts.includes(place)) continue
    const name = other[place] ?? place
    expect
      .soft(
        VIEWS.some((view) => view.name.startsWith(name)),
        place
      )
      .toBe(true)
  }
  for (const name of dialogs)
    expect
      .soft(
        DIALOGS.some((one) => one.name === name),
        name
      )
      .toBe(true)
})

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in any view, ${scheme}`, async ({ app, page }) => {
    test.setTimeout(420_000)
    await page.emulateMedia({ colorScheme: scheme })
    await page.getByRole('button', { name: /Open the sample/ }).waitFor()
    expect.soft(await findings(page, 'welcome')).toEqual([])
    await app.call('openSample')
    await app.settled(SAMPLE_ARTICLES)

    for (const view of [...VIEWS, ...DIALOGS]) {
      await view.open(app, page)
      await page.waitForTimeout(300)
      expect.soft(await findings(page, view.name)).toEqual([])
      await view.close?.(page)
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
    await view.close?.(page)
  }
})
