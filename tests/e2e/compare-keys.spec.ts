import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type AppUnderTest } from '../support/app'

const SAMPLE_ARTICLES = 17
/** Two versions of one briefing, with a moved paragraph, and a further report. */
const VERSIONS = 'Sable Strait briefing'
/** Steps after which something is not to be found by that key. */
const MAX_STEPS = 60

const focused = (page: Page) => page.locator(':focus')
const said = (page: Page) => page.locator('[role=status]').first()

/** Walks through the parts of the window until the focus is in one of them. */
async function goToPane(page: Page, pane: string): Promise<void> {
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('F6')
    if (await page.evaluate((id) => document.activeElement?.closest(id) !== null, pane)) return
  }
  throw new Error(`F6 does not reach ${pane}`)
}

/** Steps on with a key until the focused control bears a name. */
async function stepTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step++) {
    const text = await page.evaluate(() => {
      const element = document.activeElement
      if (!element?.matches('button, [role=tab]')) return ''
      return element.getAttribute('aria-label') ?? element.textContent.trim()
    })
    if (name.test(text)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${String(name)}`)
}

/** Goes down the list to rows with these words and selects so many of them. */
async function select(page: Page, words: string, count: number): Promise<void> {
  await goToPane(page, '#list')
  await page.keyboard.press('Home')
  for (let step = 0, found = 0; step < SAMPLE_ARTICLES && found < count; step++) {
    const row = await page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
      return document.getElementById(id)?.textContent ?? ''
    })
    if (row.includes(words)) {
      await page.keyboard.press('Space')
      found += 1
    }
    await page.keyboard.press('ArrowDown')
  }
}

async function open(app: AppUnderTest, page: Page): Promise<void> {
  await app.call('openSample')
  await app.settled(SAMPLE_ARTICLES)
  await select(page, VERSIONS, 2)
  await page.keyboard.press('d')
  await page.getByRole('region', { name: 'Comparison' }).waitFor()
}

/** Runs a command by its words in the palette. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

test('two reports are chosen, compared and walked through by keyboard alone', async ({
  app,
  page
}) => {
  await open(app, page)
  await expect(said(page)).toHaveText(/^\d+ changes?, 1 move, \d+ paragraphs? only in A, \d+/)

  await page.keyboard.press('F7')
  await expect(said(page)).toHaveText(/^1 of \d+: /)
  await expect(focused(page)).toHaveAttribute('data-row', /\d+/)
  const first = await focused(page).getAttribute('data-row')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(said(page)).toHaveText(/^2 of \d+: /)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(focused(page)).toHaveAttribute('data-row', first ?? '')
  await page.keyboard.press('Shift+F7')
  await expect(said(page)).toHaveText(/^(\d+) of \1: /)

  for (let step = 0; step < MAX_STEPS; step++) {
    if (/moved/.test((await said(page).textContent()) ?? '')) break
    await page.keyboard.press('F7')
    await page.waitForTimeout(50)
  }
  await expect(focused(page)).toContainText(/moved (from|to)/)
  const moved = await focused(page).getAttribute('data-row')
  await page.keyboard.press('Enter')
  await expect(focused(page)).not.toHaveAttribute('data-row', moved ?? '')
  await expect(focused(page)).toContainText(/moved (from|to)/)
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAttribute('data-row', moved ?? '')
})

test('rows are folded, filtered, swapped and shown in one column by keyboard alone', async ({
  app,
  page
}) => {
  await open(app, page)
  const rows = page.locator('[data-row]')
  const region = page.getByRole('region', { name: 'Comparison' })
  await goToPane(page, '#view')
  await expect.poll(() => rows.count()).toBeGreaterThan(5)
  await page.waitForTimeout(500)
  const all = await rows.count()

  await stepTo(page, /unchanged – show/)
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveText(/unchanged – fold/)
  await expect.poll(() => rows.count()).toBeGreaterThan(all)
  await page.keyboard.press('Enter')
  await expect.poll(() => rows.count()).toBe(all)

  await page.keyboard.press('c')
  await expect(region.getByText(/unchanged – show/)).toHaveCount(0)
  await page.keyboard.press('c')
  await goToPane(page, '#view')
  await stepTo(page, /^Only in B/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(region.locator('.only-a')).toHaveCount(0)
  await expect.poll(() => rows.count()).toBeGreaterThan(0)
  await stepTo(page, /^Only in A/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(region.locator('.only-b')).toHaveCount(0)
  await stepTo(page, /^All$/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => rows.count()).toBe(all)

  const heads = () => region.getByRole('columnheader').allInnerTexts()
  const [, left, right] = await heads()
  await page.keyboard.press('x')
  await expect(said(page)).toHaveText(/changes?, 1 move/)
  await expect.poll(async () => (await heads())[1]?.slice(1)).toBe(right?.slice(1))
  await page.keyboard.press('x')
  await expect.poll(async () => (await heads())[1]).toBe(left)

  await page.keyboard.press('i')
  await expect(region.locator('.inline')).toBeVisible()
  await page.keyboard.press('F7')
  await expect(focused(page)).toHaveAttribute('data-row', /\d+/)
  await page.keyboard.press('i')

  await goToPane(page, '#side')
  await stepTo(page, /Number|Quotation|Attribution|Hedge|Status/i)
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAttribute('data-row', /\d+/)
})

test('a comparison is exported, left and found again as it was, and grows by a third report', async ({
  app,
  page,
  userData
}) => {
  await open(app, page)
  for (const [format, words] of [
    ['md', /^# .*Sable Strait briefing/],
    ['html', /^<!doctype html>/i]
  ] as const) {
    const file = join(userData, `comparison.${format}`)
    await app.launched.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, file)
    await command(page, format === 'md' ? 'as Markdown' : 'comparison as HTML')
    await expect.poll(() => existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(words)
  }

  await page.keyboard.press('c')
  await page.keyboard.press('Control+6')
  await expect(page.getByRole('heading', { level: 1, name: /belong together/ })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('button', { name: 'Changes', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )

  await goToPane(page, '#list')
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await goToPane(page, '#view')
  await stepTo(page, /^Add selected$/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '3 reports together' })).toBeVisible()
  await expect(said(page)).toHaveText(/^3 reports, \d+ passages?, \d+ passages? not alike in all/)
  await page.keyboard.press('F7')
  await expect(said(page)).toHaveText(/^1 of \d+: passage \d+: .*report 3/)
  await expect(focused(page)).toHaveAttribute('data-row', /\d+/)

  await goToPane(page, '#view')
  await stepTo(page, /^Table$/, 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F7')
  await expect(focused(page)).toHaveAttribute('data-row', /\d+/)
  await goToPane(page, '#view')
  await stepTo(page, /^Matrix$/, 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await stepTo(page, /reports differ/)
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('term').first()).toBeVisible()
})
