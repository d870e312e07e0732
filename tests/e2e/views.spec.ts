import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17
/** Folder for pictures of every view; none are taken when it is not set. */
const SHOTS = process.env['VIEW_SHOTS']

/** Checks the view as it stands in both colour schemes. */
async function accessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png` })
    // The legacy mode runs in the page alone: the app lets no second page open.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    // The dark scheme differs in its colours only.
    if (colorScheme === 'dark') axe.withRules(['color-contrast'])
    const { violations } = await axe.analyze()
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`)
    expect.soft(told, `${name}, ${colorScheme}`).toEqual([])
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect.soft(sideways, `${name} scrolls sideways`).toBe(false)
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name })

test('every view is accessible in both colour schemes', async ({ app, page, folder }) => {
  test.slow()
  await accessible(page, 'welcome')
  cpSync(SAMPLE, folder, { recursive: true })
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)

  await page.locator('#list [role=option]').first().click()
  await expect(page.getByRole('region', { name: 'Article' })).toBeVisible()
  await accessible(page, 'read')
  await page.getByRole('tab', { name: 'Marks' }).click()
  await accessible(page, 'marks')
  await page.getByRole('tab', { name: 'Details' }).click()
  await accessible(page, 'details')
  await page.getByRole('tab', { name: 'Overlaps' }).click()

  await page.locator('#search-box').fill('verify')
  await expect(page.locator('#hits [role=option]').first()).toBeVisible()
  await page.locator('#search-box').press('Enter')
  await accessible(page, 'search')
  await page.locator('#search-box').fill('')

  for (const name of ['Claims', 'Sources', 'Threads', 'Clusters']) {
    await view(page, name).click()
    await expect(page.locator('#view h1')).toBeVisible()
    await accessible(page, name.toLowerCase())
  }
  for (const key of ['Control+7', 'Control+8', 'Control+Comma', 'F1']) {
    await page.keyboard.press(key)
    await expect(page.locator('#view h1')).toBeVisible()
    await accessible(page, key.replace('Control+', 'ctrl-'))
  }
  await page.keyboard.press('Control+Shift+P')
  await accessible(page, 'palette')
  await page.keyboard.press('Escape')
})

test('two reports and several are compared accessibly', async ({ app, page, folder }) => {
  cpSync(SAMPLE, folder, { recursive: true })
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  const { rows } = await app.call('clusters', { offset: 0, limit: 1 })
  const title = rows[0]?.members[0]?.title ?? ''
  await page.getByRole('searchbox', { name: 'Filter by title or site' }).fill(title)
  await page.locator('#list [role=option]').first().click()

  await page.locator('aside').getByRole('button', { name: 'Compare' }).first().click()
  await expect(page.getByRole('table', { name: 'Paragraphs of A and B' })).toBeVisible()
  await accessible(page, 'compare')
  await page.keyboard.press('F7')
  await expect(page.getByRole('status').filter({ hasText: /^1 of / })).toBeAttached()
  await page.keyboard.press('i')
  await accessible(page, 'compare-inline')

  await view(page, 'Clusters').click()
  await page.locator('#view').getByRole('button', { name: 'Compare' }).first().click()
  await accessible(page, 'cluster-compare')
})
