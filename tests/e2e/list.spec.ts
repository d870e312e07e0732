import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, type AppUnderTest } from '../support/app'
import { launchApp } from '../support/launch-app'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17

test.beforeEach(async ({ folder, app }) => {
  cpSync(SAMPLE, folder, { recursive: true })
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
})

const list = (page: Page) => page.getByRole('listbox', { name: 'Articles' })
const row = (page: Page, title: RegExp) => list(page).getByRole('option', { name: title }).first()

async function deskOf(app: AppUnderTest, title: string) {
  const { rows } = await app.call('articles', {
    offset: 0,
    limit: 50,
    sort: 'title',
    descending: false,
    filter: title
  })
  return app.call('desk', rows[0]?.id ?? 0)
}

test('the menu of a row comes by pointer: star, mark as read, only its cluster', async ({
  app,
  page
}) => {
  await row(page, /dry dock/i).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Star' }).click()
  await expect.poll(() => deskOf(app, 'dry dock')).toMatchObject({ starred: true })

  await row(page, /dry dock/i).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Mark as read' }).click()
  await expect.poll(() => deskOf(app, 'dry dock')).toMatchObject({ read: true })

  // Far down, where only a reader who goes there has it made.
  await list(page).press('End')
  await row(page, /Ister flood: 23/).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Only its cluster' }).click()
  const { rows } = await app.call('clusters', { offset: 0, limit: 50 })
  const cluster = rows.find(({ members }) =>
    members.some(({ title }) => /^Ister flood: 23/.test(title))
  )
  expect(cluster?.members.length).toBeGreaterThan(1)
  await expect(list(page).getByRole('option')).toHaveCount(cluster?.members.length ?? 0)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(list(page).getByRole('option').first()).toContainText('Penn arrives')
})

test('the menu of a row comes by keyboard and gives the focus back', async ({ app, page }) => {
  await list(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Open Enter' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(list(page)).toBeFocused()

  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+F10')
  await page.keyboard.press('t')
  await page.keyboard.press('Enter')
  await page.keyboard.type('harbour')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Remove the tag harbour')).toBeVisible()
  await page.keyboard.press('Escape')

  const { rows } = await app.call('articles', {
    offset: 0,
    limit: 50,
    sort: 'published',
    descending: true
  })
  expect(rows.filter(({ tags }) => tags?.includes('harbour'))).toHaveLength(2)
  await list(page).focus()
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 articles selected')).toBeHidden()
})

test('a partner to compare with is offered by what both share, or found by title', async ({
  page
}) => {
  await row(page, /accepts ‘with gratitude/).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Compare with…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare with…' })
  await expect(dialog.getByText('Version of the same text, ').first()).toBeVisible()
  await dialog.getByRole('searchbox').fill('siren')
  await dialog.getByRole('button', { name: /siren log/ }).click()

  await expect(page.getByRole('table').or(page.getByRole('grid')).first()).toBeVisible()
})

test('the list shows the chosen facts, as lines or as columns that sort, and keeps both', async ({
  app,
  page,
  userData
}) => {
  await page.locator('summary[aria-label="What the list shows"]').click()
  await page.getByRole('checkbox', { name: 'Words' }).uncheck()
  await page.getByRole('checkbox', { name: 'File' }).check()
  await expect(row(page, /dry dock/i)).not.toContainText('words')
  await page.getByRole('radio', { name: 'Columns' }).check()
  await page.keyboard.press('Escape')

  const grid = page.getByRole('grid', { name: 'Articles' })
  await expect(grid.getByRole('columnheader', { name: 'File' })).toBeVisible()
  await grid.getByRole('columnheader', { name: 'Title' }).getByRole('button').click()
  await expect(grid.getByRole('columnheader', { name: 'Title' })).toHaveAttribute(
    'aria-sort',
    'ascending'
  )
  await expect(grid.locator('[data-index="0"]')).toContainText(/^\s*[A-G]/)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id} ${n.target}`))).toEqual([])

  await app.launched.close()
  const again = await launchApp({ args: [], userData })
  const second = await again.firstWindow()
  await expect(second.getByRole('columnheader', { name: 'File' })).toBeVisible()
  await again.close()
})

test('one of two folders is switched off and on again', async ({ app, page, folder }) => {
  const second = join(folder, '..', 'second')
  cpSync(join(SAMPLE, 'flood'), second, { recursive: true })
  await app.open(second)
  const both = (await app.status()).articles
  await expect.poll(async () => (await app.status()).articles).toBeGreaterThan(SAMPLE_ARTICLES)
  await app.settled(both)

  await page.getByRole('button', { name: 'What to do with second' }).click()
  await page.getByRole('menuitem', { name: 'Switch off' }).click()

  await expect(page.getByText('second (off)')).toBeVisible()
  await expect.poll(async () => (await app.status()).articles).toBe(SAMPLE_ARTICLES)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id} ${n.target}`))).toEqual([])
  await page.getByRole('button', { name: 'What to do with second' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await app.status()).articles).toBeGreaterThan(SAMPLE_ARTICLES)
})
