import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Chance, toText, type Paragraph } from '../bench/planted'
import { expect, test } from '../support/app'
import { watchMainThread } from '../support/main-thread'

const WORDS = 50_000
/** Share of words that differ in what both have. */
const EDITED = 0.12
/** Longest time in which the window may not answer, in ms. */
const LONGEST_GAP_MS = 50
/** Longest that one task may keep the window's thread busy, in ms of its own processor time. */
const LONGEST_TASK_MS = 40
/** Presses of a page key, which the window animates one after the other. */
const PAGES = 40
/** Speed of the wheel, in CSS pixels per second: a page about every 80 ms. */
const WHEEL_SPEED = 8000

const ms = (time: number): string => `${time.toFixed(0)} ms`

const paper = (title: string, paragraphs: readonly Paragraph[]): string =>
  `${title}\n\n${paragraphs.map(toText).join('\n\n')}\n`

test('two live blogs of 50,000 words scroll from end to end without a gap', async ({
  app,
  page,
  folder
}) => {
  test.setTimeout(150_000)
  mkdirSync(folder, { recursive: true })
  const chance = new Chance(7)
  const { a, b } = chance.version(chance.report(WORDS), EDITED)
  writeFileSync(join(folder, 'morning.txt'), paper('Live: the morning of the strait', a))
  writeFileSync(join(folder, 'evening.txt'), paper('Live: the evening of the strait', b))
  await app.open(folder)
  await app.settled(2)
  await page.getByRole('listbox', { name: 'Articles' }).focus()
  for (const key of ['Space', 'ArrowDown', 'Space', 'd']) await page.keyboard.press(key)
  const region = page.getByRole('region', { name: 'Comparison' })
  await region.waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1000)
  await region.focus()
  const place = () =>
    region.evaluate((element) => ({
      top: Math.round(element.scrollTop),
      left: Math.round(element.scrollHeight - element.clientHeight - element.scrollTop),
      rows: element.querySelectorAll('[role=row]').length
    }))
  const protocol = await page.context().newCDPSession(page)
  const box = (await region.boundingBox()) ?? { x: 0, y: 0 }
  const wheel = (yDistance: number) =>
    protocol.send('Input.synthesizeScrollGesture', {
      x: box.x + 200,
      y: box.y + 300,
      yDistance,
      speed: WHEEL_SPEED,
      gestureSourceType: 'mouse',
      preventFling: true
    })

  const paging = await watchMainThread(page, LONGEST_GAP_MS)
  for (let press = 0; press < PAGES; press++) await page.keyboard.press('PageDown')
  const paged = await place()
  const byKey = await paging()
  const turning = await watchMainThread(page, LONGEST_GAP_MS)
  for (let now = paged; now.left > 2; now = await place()) await wheel(-Math.max(2000, now.left))
  const end = await place()
  await page.keyboard.press('Home')
  await expect.poll(async () => (await place()).top).toBeLessThan(10)
  const byWheel = await turning()

  console.log(
    `${PAGES} pages to ${paged.top} px: longest gap ${ms(byKey.longestGap)}, of the window's own work in it at most ${ms(byKey.busiestGap)}, ` +
      `longest task ${ms(byKey.longestTask)}; wheel to ${end.top} px: longest task ${ms(byWheel.longestTask)}; ${end.rows} rows in the document`
  )
  expect(paged.top).toBeGreaterThan(5000)
  expect(end.top).toBeGreaterThan(50_000)
  // While something scrolls the engine puts frames before timers, so that ticks are late without the window standing still: it is held
  // to the length of its tasks, of which every frame is one. The gaps are printed for a machine that does nothing else.
  expect(Math.max(byKey.longestTask, byWheel.longestTask)).toBeLessThan(LONGEST_TASK_MS)
})
