import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dropFiles, launchApp, type LaunchedApp } from '../support/launch-app'
import { expect, test } from '../support/app'

/** A small app that uses the same parts of Electron as ours: what holds for it here is what our specs may rely on. */
const FIXTURE = resolve('tests/fixtures/host-app')

async function open(userData: string): Promise<LaunchedApp> {
  const launched = await launchApp({ app: FIXTURE, userData, args: ['--stay'] })
  const page = await launched.firstWindow()
  await page.locator('body[data-ready=yes]').waitFor()
  return launched
}

test('main, menu, theme and window of an app answer to the test', async ({ userData }) => {
  const launched = await open(userData)
  const page = await launched.firstWindow()

  const facts = await launched.evaluate(
    ({ app, BrowserWindow }, factor) => [
      app.getPath('userData'),
      BrowserWindow.getAllWindows().length * factor
    ],
    5
  )
  await launched.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('note')?.click())
  await expect(page.locator('#heard')).toHaveText('menu')
  await launched.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'))

  expect(facts).toEqual([userData, 5])
  await expect
    .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(true)
  await launched.close()
})

test('files that are chosen or dropped have their real paths, made ones have none', async ({
  folder,
  userData
}) => {
  mkdirSync(folder, { recursive: true })
  const [one, two] = [join(folder, 'one é.txt'), join(folder, 'two.txt')]
  for (const path of [one, two]) writeFileSync(path, 'x')
  const launched = await open(userData)
  const page = await launched.firstWindow()

  await page.locator('#files').setInputFiles([one, two])
  await expect(page.locator('#heard')).toHaveText([one, two, ''].join('|'))
  await dropFiles(page, '#drop', [folder, two])

  await expect(page.locator('#heard')).toHaveText([folder, two].join('|'))
  await launched.close()
})

test('the window keeps its size apart from its zoom', async ({ userData }) => {
  const launched = await open(userData)
  const page = await launched.firstWindow()
  const width = () => page.evaluate(() => innerWidth)
  const zoom = (level: number) =>
    launched.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(to),
      level
    )

  const before = await width()
  await zoom(2)
  await expect.poll(width).toBe(Math.round(before / 1.44))
  await zoom(0)
  await expect.poll(width).toBe(before)

  const bounds = await launched.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds()
  )
  expect(bounds?.width).toBe(700)
  await launched.close()
})

test('closing the last window ends the app', async ({ userData }) => {
  const launched = await open(userData)
  const page = await launched.firstWindow()
  const ended = new Promise((done) => launched.process().once('exit', done))

  await page.close()

  expect(await ended).toBe(0)
})
