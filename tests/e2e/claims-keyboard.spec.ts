import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { AppUnderTest } from '../support/app'
import { expect, test } from '../support/app'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17
const TITLE = 'Sable Strait briefing: Hale accepts ‘with'
/** Presses of Tab within which a control of the card must come. */
const TABS = 60

test.beforeEach(({ folder }) => {
  cpSync(SAMPLE, folder, { recursive: true })
})

async function read(app: AppUnderTest, page: Page, folder: string): Promise<number> {
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  await page.getByText(TITLE).first().click()
  await page.locator('h1', { hasText: TITLE }).first().waitFor()
  const list = { offset: 0, limit: 50, sort: 'title', descending: false } as const
  const { rows } = await app.call('articles', list)
  return rows.find(({ title }) => title.startsWith(TITLE))?.id ?? 0
}

/** Presses Tab until a control of this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < TABS; i++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const now = document.activeElement
      return now?.getAttribute('aria-label') ?? now?.textContent ?? ''
    })
    if (name.test(label.trim())) return
  }
  throw new Error(`Cannot reach ${String(name)} with Tab`)
}

test('every mark is reached, understood and corrected with the keyboard alone', async ({
  app,
  page,
  folder
}) => {
  const id = await read(app, page, folder)
  const painted = (await app.call('claims', id)).marks.filter(
    ({ letter }) => letter !== undefined && letter !== 'P'
  )
  const card = page.getByRole('dialog', { name: 'Why this is marked' })
  await page.getByRole('region', { name: 'Article' }).focus()

  // Reached and understood: each press opens the card of the next mark, which has the focus and says why.
  const reasons: string[] = []
  for (let i = 0; i < painted.length; i++) {
    await page.keyboard.press(']')
    await expect(card).toBeFocused()
    reasons.push((await card.locator('p').first().textContent()) ?? '')
  }
  expect(reasons).toEqual(painted.map(({ reason }) => reason))

  // Corrected: not a claim, by Tab and Enter; undone by Tab and Enter in the list of corrections.
  const first = painted[0]
  await page.keyboard.press(']')
  await expect(card).toBeFocused()
  await tabTo(page, /^Not a claim$/)
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await app.call('claims', id)).marks[first?.index ?? 0]?.letter)
    .toBeUndefined()
  await page.keyboard.press('Control+8')
  await page.locator('#view').focus()
  await tabTo(page, /^Undo$/)
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await app.call('claims', id)).marks[first?.index ?? 0]?.letter)
    .toBe(first?.letter)
})

test('what a status line covers is put right by key, and undone', async ({ app, page, folder }) => {
  const id = await read(app, page, folder)
  const marks = async () => (await app.call('claims', id)).marks
  const all = await marks()
  const at = all.findIndex(({ scope }) => (scope?.sure.length ?? 0) > 0)
  const before = all[at]?.scope?.sure.length ?? 0
  const card = page.getByRole('dialog', { name: 'Why this is marked' })
  await page.getByRole('region', { name: 'Article' }).focus()
  for (let i = 0; i <= all.length; i++) {
    await page.keyboard.press(']')
    await expect(card).toBeFocused()
    if ((await card.getByText('Put right what it covers').count()) > 0) {
      const now = (await card.locator('blockquote').textContent()) ?? ''
      const own = all[at]?.sentence
      const { text } = await app.call('article', id)
      if (own !== undefined && now.trim() === text.slice(own.start, own.end)) break
    }
  }
  await tabTo(page, /^Put right what it covers$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Not covered$/)
  await page.keyboard.press('Enter')

  await expect.poll(async () => (await marks())[at]?.scope?.sure.length ?? 0).toBe(before - 1)
  const { rows } = await app.call('decisions', { offset: 0, limit: 5 })
  expect(rows[0]?.decision).toMatchObject({ kind: 'scope', covered: false })
  await app.call('undoDecision', rows[0]?.id ?? 0)
  await expect.poll(async () => (await marks())[at]?.scope?.sure.length ?? 0).toBe(before)
})
