import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { runCommand, VIEWS } from '../support/views'

const SAMPLE_ARTICLES = 17

const list = (page: Page) => page.getByRole('listbox', { name: 'Articles' })
/** CSS pixels by which the window's content is wider than the window. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.body.scrollWidth - innerWidth)

test('the first folder that is opened by its button leaves the focus in the list', async ({
  app,
  page
}) => {
  await page.getByRole('button', { name: /^Open the sample/ }).press('Enter')
  await app.settled(SAMPLE_ARTICLES)

  await expect(list(page)).toBeFocused()
})

test.describe('with the sample library', () => {
  test.beforeEach(async ({ app, page }) => {
    await app.call('openSample')
    await app.settled(SAMPLE_ARTICLES)
    await VIEWS[0]?.open(app, page)
  })

  test('a window that is made narrower never cuts its content', async ({ app, page }) => {
    for (const width of [1280, 1024, 800, 640, 480]) {
      await page.setViewportSize({ width, height: 600 })
      await expect.poll(() => sideways(page), `${width} px`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 700 })
    await runCommand(app, 'shortcuts')
    const sheet = page.getByRole('region', { name: 'Shortcuts' })
    await expect(sheet).toBeVisible()
    expect(await sheet.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
  })

  test('in the list Shift and a letter is the command it stands for, else it jumps to a title', async ({
    page
  }) => {
    await list(page).focus()
    await page.keyboard.press('Shift+H')
    await expect(page.getByRole('dialog', { name: /note/i })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list(page)).toBeFocused()

    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+V')
    await expect(list(page).locator('.active')).toContainText('Valdonia weighed')
  })

  test('what was undone by key is done again by key, and text keeps its own undo', async ({
    app,
    page
  }) => {
    const said = page.getByRole('status').filter({ hasText: /\S/ })
    const starred = async () => {
      const { rows } = await app.call('articles', {
        offset: 0,
        limit: 50,
        sort: 'title',
        descending: false
      })
      return rows.filter((row) => row.starred).length
    }
    await list(page).focus()
    await page.keyboard.press('s')
    await expect.poll(starred).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(starred).toBe(0)
    await expect(said.first()).toContainText('Undone: Starred')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(starred).toBe(1)

    await page.keyboard.press('Shift+H')
    await page.keyboard.type('draft')
    await page.keyboard.press('Control+z')
    expect(await starred()).toBe(1)
  })

  test('a copy of the notes is kept in a folder that the reader names', async ({
    app,
    page,
    folder
  }) => {
    mkdirSync(folder, { recursive: true })
    const copy = join(folder, 'briefing-reader-notes.json')
    await app.launched.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, folder)
    await runCommand(app, 'settings')
    await page.getByRole('button', { name: 'Keep a copy in a folder…' }).click()
    await expect(page.getByText(/A copy is kept up to date in/)).toBeVisible()
    expect(existsSync(copy)).toBe(true)

    await app.call('decide', { kind: 'grade', source: 'Harbour office', reliability: 'B' })
    await expect.poll(() => readFileSync(copy, 'utf8')).toContain('Harbour office')
  })
})
