import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'

const SAMPLE_ARTICLES = 17

/** What holds the keyboard: never nothing, and never something without a ring. */
async function holder(page: Page): Promise<{ name: string; ring: boolean }> {
  return page.evaluate(() => {
    const { activeElement } = document
    const ring = activeElement !== null && getComputedStyle(activeElement).outlineStyle !== 'none'
    const name = activeElement?.getAttribute('aria-label') ?? activeElement?.tagName ?? ''
    return { name, ring }
  })
}

test.beforeEach(async ({ app, page }) => {
  page.setDefaultTimeout(10_000)
  await app.call('openSample')
  await app.settled(SAMPLE_ARTICLES)
  await page.locator('#list [data-index="1"] .title').waitFor()
})

test('the keyboard goes to the view that a key opens, and comes back from every dialog', async ({
  page
}) => {
  const views = {
    'Control+3': 'Marked claims',
    'Control+4': 'Who says what',
    'Control+5': 'The same claim in several reports',
    'Control+6': 'Reports that belong together',
    'Control+Shift+M': 'Map of the library',
    'Control+7': 'Problems of files',
    'Control+8': 'Your corrections',
    'Control+9': 'Notes',
    'Control+,': 'Settings',
    F1: 'What the marks mean',
    'Control+1': 'Article'
  }
  for (const [key, name] of Object.entries(views)) {
    await page.keyboard.press(key)
    await expect.poll(() => holder(page), key).toEqual({ name, ring: true })
  }

  for (const [keys, wait] of [
    [['Control+Shift+P'], 'dialog[open]'],
    [['?'], 'dialog[open]'],
    [[']'], '[role=dialog]']
  ] as const) {
    for (const key of keys) await page.keyboard.press(key)
    await page.locator(wait).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => holder(page), keys.join()).toEqual({ name: 'Article', ring: true })
  }

  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type('export a dossier')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: /dossier/i }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => holder(page)).toEqual({ name: 'Article', ring: true })
})

test('Escape leads from the results to the box and from the box to the view', async ({ page }) => {
  await page.keyboard.press('Control+1')
  await page.locator('#search-box').focus()
  await page.keyboard.type('strait')
  await page.locator('#hits [data-index="0"]').waitFor()
  await page.locator('#hits').focus()

  await page.keyboard.press('Escape')
  await expect(page.locator('#search-box')).toBeFocused()
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: 'Article' })).toBeFocused({ timeout: 300 })
  }).toPass()
  await expect(page.locator('#search-box')).toHaveValue('')
})

test('who comes back to a list finds it where it was left', async ({ page }) => {
  await page.keyboard.press('Control+3')
  const claims = page.getByRole('grid', { name: 'Marked claims' })
  await expect(claims).toBeFocused()
  await claims.locator('[data-index="0"]').waitFor()
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown')
  await expect(claims.locator('.row.active')).toHaveAttribute('data-index', '30')
  await page.keyboard.press('Enter')
  await page.locator('#view p.text').first().waitFor()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(claims.locator('.row.active')).toHaveAttribute('data-index', '30')
  await expect(claims.locator('.row.active')).toBeInViewport()

  await page.keyboard.press('Control+5')
  const threads = page.getByRole('region', { name: 'The same claim in several reports' })
  await page.locator('#view section h2').first().waitFor()
  await threads.evaluate((one) => (one.scrollTop = 500))
  const left = await threads.evaluate((one) => one.scrollTop)
  await page.keyboard.press('F1')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => threads.evaluate((one) => one.scrollTop)).toBe(left)
})

test('what a key did can be read in the status bar', async ({ page }) => {
  await page.keyboard.press('Control+1')
  await page.locator('#view p.text').first().waitFor()
  await page.keyboard.press('s')

  await expect(page.locator('footer.no-print').last()).toContainText('Starred')
})
