import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importFile } from '../../src/importers/registry'
import { expect, test, type AppUnderTest } from '../support/app'
import { runCommand } from '../support/views'

const SAMPLE = resolve('resources/sample-library')
const SAMPLE_ARTICLES = 17
const TITLE = 'Sable Strait briefing: Hale accepts ‘with'

async function saveTo(app: AppUnderTest, file: string): Promise<void> {
  await app.launched.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, file)
}

/** Text of a PDF, as the app itself reads it, in one line. */
async function textOf(file: string): Promise<string> {
  const { documents } = await importFile({
    bytes: readFileSync(file),
    fileName: 'dossier.pdf',
    modified: '2030-01-01T00:00:00.000Z'
  })
  return documents.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' ')
}

const verify = (file: string) =>
  spawnSync(process.execPath, [resolve('out/main/cli.js'), 'verify', file]).status

test('claims are chosen by keyboard, go into a sealed PDF, and the choice is remembered', async ({
  app,
  page,
  folder
}) => {
  cpSync(SAMPLE, folder, { recursive: true })
  await app.open(folder)
  await app.settled(SAMPLE_ARTICLES)
  await page.getByText(TITLE).first().click()
  await page.locator('h1', { hasText: TITLE }).first().waitFor()
  const file = join(folder, '..', 'dossier.pdf')
  await saveTo(app, file)

  await runCommand(app, 'export-dossier')
  const dialog = page.getByRole('dialog', { name: 'Export a dossier' })
  const list = dialog.getByRole('listbox', { name: 'Claims of the dossier' })
  await list.focus()
  const claims = await list.getByRole('option').allInnerTexts()
  expect(claims.length).toBeGreaterThan(2)
  await dialog.getByRole('button', { name: 'None' }).press('Enter')
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await expect(dialog.getByRole('tab', { name: /^Claims/ })).toContainText(/1 of \d+/)
  await dialog.getByLabel('Format').selectOption('pdf')
  await dialog.getByRole('button', { name: 'Save…' }).press('Enter')
  await expect(dialog).toBeHidden()

  expect(existsSync(file)).toBe(true)
  const text = await textOf(file)
  expect(text).toContain('Evidence dossier')
  expect(text).toContain('C1.')
  expect(text).not.toContain('C2.')
  expect(verify(file)).toBe(0)
  const bytes = readFileSync(file)
  expect(bytes.includes('/Title (Evidence dossier)')).toBe(true)
  bytes[900] = (bytes[900] ?? 0) ^ 1
  writeFileSync(file, bytes)
  expect(verify(file)).toBe(1)
  expect(
    await app.launched.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  ).toBe(1)

  await runCommand(app, 'export-dossier')
  await expect(dialog.getByRole('tab', { name: /^Claims/ })).toContainText(/1 of \d+/)
  await expect(dialog.getByLabel('Format')).toHaveValue('pdf')
})
