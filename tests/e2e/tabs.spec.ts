import AxeBuilder from '@axe-core/playwright'
import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { drive, expect, test } from '../support/app'
import { launchApp } from '../support/launch-app'
import { runCommand } from '../support/views'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17

test.beforeEach(({ folder }) => {
  cpSync(SAMPLE, folder, { recursive: true })
})

const row = (page: Page, index: number) => page.locator(`#list-${String(index)}`)
const titleOf = async (page: Page): Promise<string> =>
  (await page.locator('main h1').first().innerText()).trim()

test('tabs open with the middle button and Ctrl+Enter, close, come back, and stand there after a restart', async ({
  app,
  page,
  folder,
  userData
}) => {
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  await row(page, 0).click()
  await page.locator('main h1').first().waitFor()
  const first = await titleOf(page)
  const tabs = page.getByRole('tablist', { name: 'Tabs' }).getByRole('tab')
  await expect(tabs).toHaveCount(0)

  await row(page, 1).click({ button: 'middle' })
  await expect(tabs).toHaveCount(2)
  expect(await titleOf(page)).toBe(first)
  await page.locator('#list').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(tabs).toHaveCount(3)
  await expect.poll(() => titleOf(page)).not.toBe(first)
  const third = await titleOf(page)

  await page.keyboard.press('Control+Tab')
  await expect.poll(() => titleOf(page)).not.toBe(third)
  await runCommand(app, 'view-claims')
  await runCommand(app, 'back')
  await expect(page.locator('main h1', { hasText: 'Marked claims' })).toHaveCount(0)
  await page.keyboard.press('Control+Shift+Tab')
  await expect.poll(() => titleOf(page)).toBe(third)
  await page.keyboard.press('Control+W')
  await expect(tabs).toHaveCount(2)
  await page.keyboard.press('Control+Shift+T')
  await expect(tabs).toHaveCount(3)
  await expect.poll(() => titleOf(page)).toBe(third)

  await tabs.nth(0).focus()
  await page.keyboard.press('Home')
  await expect(tabs.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'true')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect
      .soft(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`))
      .toEqual([])
  }
  const names = await tabs.allInnerTexts()
  const shown = await titleOf(page)
  await app.launched.close()

  const again = await launchApp({ args: [], userData })
  const second = await again.firstWindow()
  await drive(again, second).settled(SAMPLE_ARTICLES)
  await expect
    .poll(() => second.getByRole('tablist', { name: 'Tabs' }).getByRole('tab').allInnerTexts())
    .toEqual(names)
  await expect.poll(() => titleOf(second)).toBe(shown)
  await again.close()
})

test('two reports are read side by side, and scroll together or alone', async ({
  app,
  page,
  folder
}) => {
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  await page.setViewportSize({ width: 1400, height: 500 })
  await page.getByRole('combobox').last().selectOption('words down')
  const { rows } = await app.call('articles', {
    offset: 0,
    limit: 2,
    sort: 'words',
    descending: true
  })
  const longest = rows.map(({ title }) => title)
  await expect(row(page, 0)).toContainText(longest[0] ?? '')
  await page.locator('#list').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await page.keyboard.press('Control+D')

  const left = page.getByRole('region', { name: /^Left:/ })
  const right = page.getByRole('region', { name: /^Right:/ })
  await expect(left).toContainText(longest[0] ?? '')
  await expect(right).toContainText(longest[1] ?? '')
  const top = (side: typeof left) => side.evaluate((element) => element.scrollTop)
  await left.focus()
  await page.keyboard.press('End')
  await expect.poll(() => top(right)).toBeGreaterThan(50)
  await page.keyboard.press('Shift+L')
  await page.keyboard.press('Home')
  // The key before may still be gliding to its end, some pixels after this one.
  await expect.poll(() => top(left)).toBeLessThan(20)
  expect(await top(right)).toBeGreaterThan(50)

  await page.getByRole('button', { name: 'Show what differs' }).click()
  await expect(left).toBeHidden()
  await runCommand(app, 'back')
  await expect(left).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
})
