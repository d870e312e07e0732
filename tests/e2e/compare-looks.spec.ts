import AxeBuilder from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test, type AppUnderTest } from '../support/app'
import { runCommand } from '../support/views'

const SAMPLE_ARTICLES = 17
/** Folder for pictures to be looked at; none are taken without it. */
const PICTURES = process.env['E2E_PICTURES']

async function idsOf(app: AppUnderTest, filter: string): Promise<number[]> {
  const query = { offset: 0, limit: 50, sort: 'title', descending: false, filter } as const
  return (await app.call('articles', query)).rows.map(({ id }) => id)
}

const rowsOf = (page: Page) => page.getByRole('listbox', { name: 'Articles' }).getByRole('option')

/** Selects articles in the list and compares them. */
async function compare(page: Page, words: string): Promise<void> {
  await page.getByLabel('Filter by title or site').fill(words)
  const rows = rowsOf(page)
  await expect(rows.filter({ hasText: words }).first()).toBeVisible()
  await page.waitForTimeout(300)
  for (let i = 0; i < (await rows.count()); i++) await rows.nth(i).click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Compare', exact: true }).nth(1).click()
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}/${name}.png` })
}

/** Every look of a comparison, with how to come to it from the one before. */
const LOOKS: readonly [string, (app: AppUnderTest, page: Page) => Promise<void>][] = [
  [
    'columns',
    async (_app, page) => {
      await compare(page, 'Sable Strait briefing')
      await page.getByRole('region', { name: 'Comparison' }).waitFor()
    }
  ],
  ['one column', (app) => runCommand(app, 'toggle-inline')],
  [
    'menu of a row',
    async (_app, page) => {
      await rowsOf(page).first().click({ button: 'right' })
      await page.getByRole('menu').waitFor()
    }
  ],
  [
    'palette',
    async (app, page) => {
      await page.keyboard.press('Escape')
      await runCommand(app, 'toggle-inline')
      await runCommand(app, 'palette')
    }
  ],
  [
    'table',
    async (_app, page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Clear' }).click()
      await compare(page, 'Sable Strait')
      await page.getByRole('tab', { name: 'Table' }).click()
    }
  ],
  ['matrix', (_app, page) => page.getByRole('tab', { name: 'Matrix' }).click()],
  ['heat map', (_app, page) => page.getByRole('tab', { name: /Heat map/ }).click()],
  [
    'clusters',
    async (app, page) => {
      await runCommand(app, 'view-clusters')
      await page.getByRole('button', { name: 'Table' }).first().click()
    }
  ],
  [
    'overlaps',
    async (app, page) => {
      await rowsOf(page).first().click()
      await runCommand(app, 'show-overlaps')
    }
  ]
]

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in any look of a comparison, ${scheme}`, async ({ app, page }) => {
    test.setTimeout(90_000)
    await page.emulateMedia({ colorScheme: scheme })
    await app.call('openSample')
    await app.settled(SAMPLE_ARTICLES)
    for (const [name, show] of LOOKS) {
      await show(app, page)
      await page.waitForTimeout(400)
      await picture(page, `${scheme} ${name}`)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${name}: ${id} at ${target.join(' ')}`)
      )
      expect.soft(found).toEqual([])
    }
  })

test('without colours and without motion every kind of difference keeps a sign of its own', async ({
  app,
  page
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await app.call('openSample')
  await app.settled(SAMPLE_ARTICLES)
  await compare(page, 'Sable Strait briefing')
  const region = page.getByRole('region', { name: 'Comparison' })
  await region.waitFor()
  const lineOf = (selector: string) =>
    region
      .locator(selector)
      .first()
      .evaluate((element) => {
        const style = getComputedStyle(element)
        return `${style.textDecorationLine} ${style.textDecorationStyle}`
      })

  const lines = await Promise.all([lineOf('ins'), lineOf('del.word'), lineOf('del.only')])
  expect(lines).toEqual(['underline solid', 'line-through solid', 'underline dotted'])
  const rail = (selector: string) =>
    region
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).borderInlineStartStyle)
  expect(await rail('.row.moved')).toBe('double')
  expect(await rail('.row.changed:not(.moved)')).toBe('none')
  const signOf = (row: string) => region.locator(`${row} .sign`).first().innerText()
  expect(await signOf('.row.only-a')).toBe('−')
  expect(await signOf('.row.only-b')).toBe('+')
  expect(await signOf('.row.changed-now.changed:not(.moved)')).toBe('~')
  expect(await signOf('.row.moved')).toMatch(/[↕⇢]/)
  await page.keyboard.press('F7')
  const row = page.locator('[data-row]:focus')
  expect(await row.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none')
  await picture(page, 'forced columns')
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await picture(page, 'forced dark columns')
  expect(await region.evaluate((element) => getComputedStyle(element).scrollBehavior)).toBe('auto')
})

test('at 200 % zoom no look of a comparison scrolls sideways', async ({ app, page }) => {
  test.setTimeout(90_000)
  await app.call('openSample')
  await app.settled(SAMPLE_ARTICLES)
  expect((await idsOf(app, 'Sable Strait briefing')).length).toBe(2)
  for (const [name, show] of LOOKS) {
    await page.setViewportSize({ width: 1280, height: 860 })
    await show(app, page)
    await page.setViewportSize({ width: 640, height: 430 })
    await page.waitForTimeout(200)
    const { wide, seen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      seen: document.documentElement.clientWidth
    }))
    await picture(page, `zoom ${name}`)
    expect.soft(wide, name).toBeLessThanOrEqual(seen)
  }
})

test('however many reports stand together, the window has room for their text', async ({
  app,
  page
}) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await app.call('openSample')
  await app.settled(SAMPLE_ARTICLES)
  const list = page.getByRole('listbox', { name: 'Articles' })
  await list.focus()
  for (let row = 0; row < 10; row++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('d')

  const body = page.getByRole('tabpanel', { name: 'Table' })
  await body.getByRole('columnheader').nth(9).waitFor()
  const box = await body.boundingBox()
  expect(box?.height).toBeGreaterThan(150)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600)
  const heads = await body.getByRole('columnheader').evaluateAll((all) =>
    all.slice(1).map(({ scrollWidth, clientWidth, clientHeight }) => ({
      cut: scrollWidth > clientWidth,
      wide: clientWidth,
      high: clientHeight
    }))
  )
  expect(heads.filter(({ cut, wide, high }) => cut || wide < 150 || high > 90)).toEqual([])
})
