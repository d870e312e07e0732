import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { drive, expect, test, type AppUnderTest } from '../support/app'
import { launchApp } from '../support/launch-app'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17
const TITLE = 'Sable Strait briefing: Hale accepts ‘with'
const NOTE = 'Compare with the evening text'

test.beforeEach(({ folder }) => {
  cpSync(SAMPLE, folder, { recursive: true })
})

/** Answers the native dialogs: they are the system's, and not the page's to click. */
async function answerDialogs(app: AppUnderTest, folder: string, file: string): Promise<void> {
  await app.launched.evaluate(
    ({ dialog }, [opened, saved]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [opened ?? ''] })
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: saved ?? '' })
    },
    [folder, file] as const
  )
}

/** The dossier holds what was decided, and the command line finds it untouched. */
async function verified(file: string, folder: string): Promise<void> {
  await expect.poll(() => existsSync(file)).toBe(true)
  const dossier = JSON.parse(readFileSync(file, 'utf8'))
  expect(dossier.notes).toMatchObject([{ text: NOTE }])
  const verdicts = dossier.claims.flatMap((claim: { verdict?: unknown }) => claim.verdict ?? [])
  expect(verdicts).toMatchObject([{ credibility: 4, by: 'reader' }])
  const { status } = spawnSync(process.execPath, [
    resolve('out/main/cli.js'),
    'verify',
    file,
    folder
  ])
  expect(status).toBe(0)
}

/** Runs `steps` in the app opened once more on the same profile. */
async function reopened(userData: string, steps: (page: Page) => Promise<void>): Promise<void> {
  const again = await launchApp({ args: [], userData })
  const page = await again.firstWindow()
  await drive(again, page).settled(SAMPLE_ARTICLES)
  await steps(page)
  await again.close()
}

const listed = (page: Page) => page.locator('#list [data-index]')
const title = (page: Page) => page.locator('#view h1', { hasText: TITLE })

test('open, search, read, compare, judge, note, export, verify, reopen: by pointer', async ({
  app,
  page,
  folder,
  userData
}) => {
  const file = join(folder, '..', 'dossier.json')
  await answerDialogs(app, folder, file)
  await page.getByRole('button', { name: /Open a folder/ }).click()
  await app.settled(SAMPLE_ARTICLES)

  await page.getByRole('combobox', { name: 'Search the library' }).click()
  await page.keyboard.type('"independently verify"')
  await page.locator('#hits [data-index="0"]').click()
  await expect(page.locator('#view p.text').first()).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).first().click()

  await listed(page).filter({ hasText: TITLE }).click()
  await expect(title(page)).toBeVisible()
  await page.getByRole('tab', { name: /Overlaps/ }).click()
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: 'Compare', exact: true })
    .first()
    .click()
  await expect(
    page.locator('#view').getByRole('table').or(page.getByRole('grid')).first()
  ).toBeVisible()
  await expect(page.getByText('moved', { exact: false }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(title(page)).toBeVisible()

  const article = page.getByRole('region', { name: 'Article' })
  await article
    .getByRole('button', { name: /marks?:/ })
    .first()
    .click()
  const card = page.getByRole('dialog', { name: 'Why this is marked' })
  await card.getByRole('button', { name: /doubtful/ }).click()
  await expect(card.getByText('4 doubtful').first()).toBeVisible()
  await card.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('tab', { name: /Desk/ }).click()
  await page.getByRole('button', { name: 'Note on it…' }).click()
  await page.getByLabel('Your note').fill(NOTE)
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('tabpanel').getByText(NOTE)).toBeVisible()

  await page.getByRole('button', { name: 'All commands' }).click()
  await page.getByRole('option', { name: /Export a dossier/ }).click()
  await page.getByLabel('Format').selectOption('json')
  await page.getByRole('button', { name: 'Save…' }).click()
  await verified(file, folder)
  await app.launched.close()

  await reopened(userData, async (second) => {
    await listed(second).filter({ hasText: TITLE }).click()
    await second.getByRole('tab', { name: /Desk/ }).click()
    await expect(second.getByRole('tabpanel').getByText(NOTE)).toBeVisible()
    await expect(second.getByRole('tabpanel').getByText('4 doubtful')).toBeVisible()
    await second.getByRole('combobox', { name: 'Search the library' }).click()
    await second.keyboard.type('note:evening')
    await expect(second.locator('#hits [data-index]')).toHaveCount(1)
  })
})

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Cannot reach it: 80 presses of Tab did not')
}

/** Runs a command through the list of all commands. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.type(words)
  await expect(page.getByRole('dialog', { name: 'All commands' }).getByRole('option')).toHaveCount(
    1
  )
  await page.keyboard.press('Enter')
}

test('open, search, read, compare, judge, note, export, verify, reopen: by keyboard alone', async ({
  app,
  page,
  folder,
  userData
}) => {
  const file = join(folder, '..', 'dossier.json')
  await answerDialogs(app, folder, file)
  await page.keyboard.press('Control+O')
  await app.settled(SAMPLE_ARTICLES)

  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('"independently verify"')
  await expect(page.locator('#hits [data-index="0"] mark').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('#view p.text').first()).toBeVisible()
  await page.keyboard.press('F4')
  await page.keyboard.press('Control+Shift+F')
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape')
  await expect(listed(page).first()).toBeVisible()

  await tabTo(page, page.locator('#list'))
  await page.keyboard.press('Home')
  const row = page.locator('#list [aria-selected][data-index].active')
  for (let presses = 0; presses < SAMPLE_ARTICLES; presses++) {
    if ((await row.textContent())?.includes(TITLE)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Shift+F10')
  await page.keyboard.press('c')
  await page.keyboard.press('Enter')
  const partners = page.getByRole('dialog', { name: 'Compare with…' })
  await expect(partners.getByText('Version of the same text, ').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(
    page.locator('#view').getByRole('table').or(page.getByRole('grid')).first()
  ).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.locator('.visually-hidden[role=status]')).toContainText(/1 of \d+/)

  await tabTo(page, page.locator('#list'))
  await page.keyboard.press('Enter')
  await expect(title(page)).toBeVisible()
  await page.keyboard.press(']')
  await expect(page.getByRole('dialog', { name: 'Why this is marked' })).toBeVisible()
  await page.keyboard.press('4')
  await expect(page.locator('.visually-hidden[role=status]')).toContainText('4 doubtful')
  await page.keyboard.press('Escape')
  // In the list a letter with Shift goes to a title.
  await tabTo(page, page.getByRole('region', { name: 'Article' }))
  await page.keyboard.press('Shift+H')
  await expect(page.getByLabel('Your note')).toBeFocused()
  await page.keyboard.type(NOTE)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Your note')).toBeHidden()

  await command(page, 'export a dossier')
  await tabTo(page, page.getByLabel('Format'))
  await page.keyboard.type('JSON')
  await expect(page.getByLabel('Format')).toHaveValue('json')
  await tabTo(page, page.getByRole('button', { name: 'Save…' }))
  await page.keyboard.press('Enter')
  await verified(file, folder)
  await app.launched.close()

  await reopened(userData, async (second) => {
    await expect(title(second)).toBeVisible()
    await second.keyboard.press('Control+9')
    await expect(
      second.locator('#view').getByText(NOTE).filter({ visible: true }).first()
    ).toBeVisible()
    await second.keyboard.press('Control+Shift+F')
    await second.keyboard.type('verdict:doubtful')
    await expect(second.locator('#hits [data-index]')).toHaveCount(1)
    await second.keyboard.press('Enter')
    await expect(title(second)).toBeVisible()
    await command(second, 'article: desk')
    await expect(second.getByRole('tabpanel').getByText(NOTE)).toBeVisible()
    await expect(second.getByRole('tabpanel').getByText('4 doubtful')).toBeVisible()
  })
})
