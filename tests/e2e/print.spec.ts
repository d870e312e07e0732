import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importFile } from '../../src/importers/registry'
import { expect, test } from '../support/app'
import { runCommand } from '../support/views'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17
const TITLE = 'Sable Strait briefing: Hale accepts ‘with'

test('an article goes on paper with its marks and notes and without the window around it', async ({
  app,
  page,
  folder
}) => {
  cpSync(SAMPLE, folder, { recursive: true })
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  await page.getByText(TITLE).first().click()
  await page.locator('h1', { hasText: TITLE }).first().waitFor()
  const first = page.getByRole('region', { name: 'Article' }).locator('p.text').first()
  await page.getByRole('region', { name: 'Article' }).focus()
  await first.selectText()
  await page.keyboard.press('Shift+H')
  await page.getByLabel('Your note').fill('Compare with the evening text')
  await page.getByRole('button', { name: 'Keep' }).click()
  await runCommand(app, 'theme-dark')
  // The theme comes by the same way as the medium: the later one would undo the earlier.
  await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches)

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-only', { hasText: 'Compare with the evening' })).toBeVisible()
  for (const chrome of ['#search-box', '#list', '#side', '.bar', '.ticks'])
    await expect(page.locator(chrome).first()).toBeHidden()
  expect(
    await page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      scheme: getComputedStyle(document.documentElement).colorScheme,
      marks: [...CSS.highlights].filter(([name, one]) => name.startsWith('mark-') && one.size > 0)
        .length,
      notes: CSS.highlights.get('note-yellow')?.size
    }))
  ).toMatchObject({ paper: 'rgb(255, 255, 255)', scheme: 'light', notes: 1 })
  await page.emulateMedia({ media: null })

  const file = join(folder, '..', 'article.pdf')
  await app.launched.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, file)
  await runCommand(app, 'save-pdf')
  await expect.poll(() => existsSync(file)).toBe(true)
  const bytes = readFileSync(file)
  const { documents } = await importFile({
    bytes,
    fileName: 'article.pdf',
    modified: '2030-01-01T00:00:00.000Z'
  })
  const text = documents.flatMap(({ blocks }) => blocks.map((block) => block.text)).join(' ')
  expect(text).toContain('Compare with the evening text')
  expect(text).toContain('Marks describe wording, not truth')
  expect(text).toContain('SHA-256 of the text')
  expect(text).not.toContain('Filter titles')
  expect(text).not.toContain('Offline by design')
})
