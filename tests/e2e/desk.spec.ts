import { spawnSync } from 'node:child_process'
import AxeBuilder from '@axe-core/playwright'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { drive, expect, test, type AppUnderTest } from '../support/app'
import { launchApp } from '../support/launch-app'
import { runCommand } from '../support/views'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17
const TITLE = 'Sable Strait briefing: Hale accepts ‘with'

test.beforeEach(({ folder }) => {
  cpSync(SAMPLE, folder, { recursive: true })
})

async function read(page: Page): Promise<void> {
  await page.getByText(TITLE).first().click()
  await page.locator('h1', { hasText: TITLE }).first().waitFor()
}

/** Answers the next save dialog. */
async function saveTo(app: AppUnderTest, file: string): Promise<void> {
  await app.launched.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, file)
}

async function open(app: AppUnderTest, page: Page, folder: string): Promise<number> {
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  await read(page)
  const { rows } = await app.call('articles', {
    offset: 0,
    limit: 50,
    sort: 'title',
    descending: false
  })
  return rows.find(({ title }) => title.startsWith(TITLE))?.id ?? 0
}

test('judge a claim, write a note, star, tag, export a dossier, open the app again: all is there', async ({
  app,
  page,
  folder,
  userData
}) => {
  const id = await open(app, page, folder)
  const article = page.getByRole('region', { name: 'Article' })

  await article
    .getByRole('button', { name: /marks?:/ })
    .first()
    .click()
  const card = page.getByRole('dialog', { name: 'Why this is marked' })
  await card.getByRole('button', { name: /doubtful/ }).click()
  await card.getByLabel('Why').fill('Only one ministry says so')
  await card.getByLabel('Why').press('Enter')
  await card.getByRole('button', { name: 'Close' }).click()

  await article.locator('p.text').first().selectText()
  await page.keyboard.press('Shift+H')
  await page.getByLabel('Your note').fill('Compare with the evening text')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('tab', { name: /Desk/ }).click()
  await page.getByRole('button', { name: /Star/ }).click()
  await page.getByRole('button', { name: 'Tags…' }).click()
  await page.getByLabel('New tag').fill('strait')
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('button', { name: 'Done' }).click()

  await expect
    .poll(() => app.call('desk', id))
    .toMatchObject({
      starred: true,
      tags: ['strait'],
      notes: [{ text: 'Compare with the evening text' }],
      verdicts: [{ credibility: 4, comment: 'Only one ministry says so' }]
    })

  const file = join(folder, '..', 'dossier.json')
  await saveTo(app, file)
  await runCommand(app, 'export-dossier')
  await page.getByLabel('Format').selectOption('json')
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect.poll(() => existsSync(file)).toBe(true)
  const dossier = JSON.parse(readFileSync(file, 'utf8'))
  expect(dossier.notes).toMatchObject([{ text: 'Compare with the evening text' }])
  const verdicts = dossier.claims.flatMap((claim: { verdict?: unknown }) => claim.verdict ?? [])
  expect(verdicts).toMatchObject([{ credibility: 4, by: 'reader' }])
  const cli = resolve('out/main/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'verify', file, folder])
  expect(status).toBe(0)
  await app.launched.close()

  const again = await launchApp({ args: [], userData })
  const second = await again.firstWindow()
  const reopened = drive(again, second)
  await reopened.settled(SAMPLE_ARTICLES)
  await read(second)
  await second.getByRole('tab', { name: /Desk/ }).click()
  const side = second.getByRole('tabpanel')
  await expect(side.getByText('Compare with the evening text')).toBeVisible()
  await expect(side.getByText('Only one ministry says so')).toBeVisible()
  await expect(side.getByText('Tags: strait')).toBeVisible()
  await runCommand(reopened, 'view-notes')
  await expect(second.getByText('Compare with the evening text').first()).toBeVisible()
  await again.close()
})

test('the desk works by keyboard alone, and every step can be undone', async ({
  app,
  page,
  folder
}) => {
  const id = await open(app, page, folder)
  const desk = () => app.call('desk', id)
  await page.getByRole('region', { name: 'Article' }).focus()

  await page.keyboard.press('s')
  await expect.poll(desk).toMatchObject({ starred: true })
  await page.keyboard.press('m')
  await expect.poll(desk).toMatchObject({ read: true })
  await page.keyboard.press(']')
  await page.keyboard.press('5')
  await expect.poll(desk).toMatchObject({ verdicts: [{ credibility: 5 }] })
  await page.keyboard.press('h')
  await expect.poll(desk).toMatchObject({ notes: [{ text: '' }] })
  await page.keyboard.press('Shift+H')
  await page.keyboard.type('by hand')
  await page.keyboard.press('Control+Enter')
  await expect.poll(desk).toMatchObject({ notes: [{ text: 'by hand' }] })
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await page.keyboard.press('t')
  await expect(page.getByLabel('New tag')).toBeFocused()
  await page.keyboard.type('keys')
  await page.keyboard.press('Enter')
  await expect.poll(desk).toMatchObject({ tags: ['keys'] })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Control+Z')
    await page.waitForTimeout(300)
  }

  await expect
    .poll(desk)
    .toEqual({ notes: [], verdicts: [], tags: [], starred: false, read: false })
})

test('a source is graded in its list, and the desk goes through a file into another library', async ({
  app,
  page,
  folder
}) => {
  await open(app, page, folder)
  await runCommand(app, 'view-sources')
  await page
    .getByRole('region', { name: 'Who says what' })
    .locator('summary', { hasText: /says\s+\d/ })
    .first()
    .click()
  await page.getByLabel('How reliable you find this source').first().selectOption('B')
  await expect(page.getByText('graded B')).toBeVisible()

  const file = join(folder, '..', 'desk.json')
  await saveTo(app, file)
  await runCommand(app, 'export-desk')
  await expect.poll(() => existsSync(file)).toBe(true)
  const [decision] = (await app.call('decisions', { offset: 0, limit: 5 })).rows
  await app.call('undoDecision', decision?.id ?? 0)
  await runCommand(app, 'settings')
  await page.getByLabel('Take in such a file').setInputFiles(file)

  await expect(page.getByText('1 decision taken in.').first()).toBeVisible()
  expect((await app.call('decisions', { offset: 0, limit: 5 })).rows).toMatchObject([
    { decision: { kind: 'grade', reliability: 'B' } }
  ])
})

test('axe finds nothing in the dialogs and on the desk of an article', async ({
  app,
  page,
  folder
}) => {
  await open(app, page, folder)
  await page.getByRole('region', { name: 'Article' }).focus()
  await page.keyboard.press(']')
  await page.keyboard.press('4')
  await page.keyboard.press('h')
  await runCommand(app, 'show-desk')

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const command of ['show-desk', 'note', 'tags', 'export-dossier']) {
      await runCommand(app, command)
      await page.waitForTimeout(300)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${command}, ${scheme}: ${id} at ${target.join(' ')}`)
      )
      expect.soft(found).toEqual([])
      if (command !== 'show-desk') await page.keyboard.press('Escape')
    }
  }
})
