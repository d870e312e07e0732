import { expect, test } from '../support/app'

const CHUNK = '**/later-views-*.js'

test('a part of the program that can not be loaded is told, and the window can be loaded again', async ({
  app,
  page
}) => {
  await app.call('openSample')
  await app.settled(2)
  await page.locator('#list [data-index="0"] .title').click()
  await page.locator('#view h1').waitFor()
  await page.route(CHUNK, (route) => route.abort())

  await page.reload()

  await expect(page.locator('#view')).toContainText('A part of the program could not be loaded.')
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('dialog')).toContainText('A part of the program')
  await page.keyboard.press('Escape')
  await page.locator('#search-box').fill('grain')
  await expect(page.getByRole('navigation', { name: 'Library' })).toContainText(
    'A part of the program'
  )
  await page.unroute(CHUNK)

  await page.locator('#view').getByRole('button', { name: 'Load the window again' }).click()

  await page.locator('#view h1').waitFor()
})
