import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { DIALOGS, VIEWS } from '../support/views'

const SAMPLE_ARTICLES = 17

test.beforeEach(async ({ app, page }) => {
  await app.call('openSample')
  await app.settled(SAMPLE_ARTICLES)
  await VIEWS[0]?.open(app, page)
})

const style = (target: Locator, ...names: string[]): Promise<string[]> =>
  target.evaluate(
    (element, wanted) => wanted.map((name) => getComputedStyle(element).getPropertyValue(name)),
    names
  )

/** How a highlight of the page is painted. */
const paintOf = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((highlight) => {
    const { color, backgroundColor } = getComputedStyle(
      document.querySelector('#view p.text') ?? document.body,
      `::highlight(${highlight})`
    )
    return [color, backgroundColor]
  }, name)

test.describe('with forced colours', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }))

  test('the element of the keyboard has a ring', async ({ page }) => {
    for (const target of [
      page.locator('#search-box'),
      page.locator('#list'),
      page.getByRole('button', { name: 'Map', exact: true }),
      page.getByRole('tab', { name: /Overlaps/ })
    ]) {
      await target.focus()
      // Focus by script shows the ring only after the keyboard was used.
      await page.keyboard.press('Shift')
      const [kind = '', width = ''] = await style(target, 'outline-style', 'outline-width')
      expect.soft(kind, await target.evaluate((one) => one.outerHTML.slice(0, 60))).not.toBe('none')
      expect.soft(parseFloat(width)).toBeGreaterThanOrEqual(2)
    }
  })

  test('a selected row, a pressed button, a chosen tab and the open view differ from the others', async ({
    page
  }) => {
    const rows = page.locator('#list [data-index]')
    await page.locator('#list').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const border = ['border-inline-start-width', 'border-inline-start-color']
    expect(await style(rows.nth(0), ...border)).not.toEqual(await style(rows.nth(4), ...border))

    const pressed = page.locator('#view button[aria-pressed=true]').first()
    const other = page.locator('#view button[aria-pressed=false]').first()
    const frame = ['outline-style', 'border-color', 'background-color']
    expect(await style(pressed, ...frame)).not.toEqual(await style(other, ...frame))

    const tabs = ['border-block-end-color']
    expect(
      await style(page.locator('[role=tab][aria-selected=true]').first(), ...tabs)
    ).not.toEqual(await style(page.locator('[role=tab][aria-selected=false]').first(), ...tabs))
    const views = page.getByRole('navigation', { name: 'Views' })
    expect(await style(views.locator('[aria-current]'), ...frame)).not.toEqual(
      await style(views.locator('button:not([aria-current])').first(), ...frame)
    )
  })

  test('marks are set apart from the text, strong ones most, and have borders in the margin', async ({
    page
  }) => {
    const plain = await style(page.locator('#view p.text').first(), 'color', 'background-color')
    expect(await paintOf(page, 'mark-v-strong')).not.toEqual(plain)
    const [width = '', kind] = await style(
      page.locator('#view [data-letter]').first(),
      'border-top-width',
      'border-top-style'
    )
    expect(parseFloat(width)).toBeGreaterThan(0)
    expect(kind).toBe('solid')
  })

  test('buttons have an edge, and the signs of the map keep their shape', async ({ app, page }) => {
    for (const view of VIEWS.filter(({ name }) => /^(map|settings|problems)/.test(name))) {
      await view.open(app, page)
      await page.waitForTimeout(300)
      const bare = await page.locator('#view button.button.plain').evaluateAll((buttons) =>
        buttons
          .map((button) => ({ button, at: getComputedStyle(button) }))
          .filter(
            ({ at }) => at.borderTopStyle === 'none' || at.borderTopColor === at.backgroundColor
          )
          .map(({ button }) => button.textContent.trim())
      )
      expect.soft(bare, view.name).toEqual([])
      const inks = await page.locator('#view [data-voicing]').evaluateAll((signs) =>
        signs.map((sign) => {
          const { stroke, backgroundColor } = getComputedStyle(sign)
          return stroke === 'none' || stroke === backgroundColor
        })
      )
      expect.soft(inks, view.name).not.toContain(true)
    }
  })
})

test('with reduced motion nothing moves by itself', async ({ app, page }) => {
  test.setTimeout(180_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const view of [...VIEWS, ...DIALOGS]) {
    await view.open(app, page)
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 80))
    )
    expect.soft(moving, view.name).toEqual([])
    const smooth = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')]
          .map((element) => getComputedStyle(element))
          .filter(
            ({ scrollBehavior, transitionDuration, animationName }) =>
              scrollBehavior === 'smooth' ||
              !/^0s(, 0s)*$/.test(transitionDuration) ||
              animationName !== 'none'
          ).length
    )
    expect.soft(smooth, view.name).toBe(0)
    await view.close?.(page)
  }
})

test('“select all” takes what is read, and nothing from a list', async ({ page }) => {
  const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? '')
  await page.locator('#list').focus()
  await page.keyboard.press('Control+a')
  expect(await selected()).toBe('')

  await page.getByRole('region', { name: 'Article' }).focus()
  await page.keyboard.press('Control+a')

  expect(await selected()).toContain('Hale accepts')
  expect(await selected()).not.toMatch(/Offline by design|All articles|Threads/)
})
