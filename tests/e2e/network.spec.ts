import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/app'

const HOSTILE = `<!doctype html><html><head><title>Harbour notes</title>
<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/away"><base href="http://127.0.0.1:9/">
<link rel="preconnect" href="http://127.0.0.1:9"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">
<script src="http://127.0.0.1:9/a.js"></script><script>document.title = 'owned'; window.owned = true</script></head>
<body onload="window.owned = true"><article><h1>Harbour notes</h1>
<p>The <img src="http://127.0.0.1:9/p.gif" onerror="window.owned = true"> harbour master of Lenn wrote down every ship of the year by hand.</p>
<p>She keeps the books in a chest that was salvaged from a wreck, and nobody else may turn the pages of the oldest volume.</p>
<iframe src="http://127.0.0.1:9/frame"></iframe><form action="http://127.0.0.1:9/form"><button>Send</button></form>
<svg><script>window.owned = true</script></svg><a href="javascript:window.owned=true">more</a></article></body></html>`

test('no request leaves the window or main, also with a hostile page', async ({
  app,
  page,
  folder
}) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'harbour.html'), HOSTILE)
  await app.open(folder)

  await page.getByText('Harbour notes').first().click()
  await expect(page.getByText('harbour master of Lenn')).toBeVisible()
  await page.waitForTimeout(500)

  const outside = requests.filter(
    (url) => !/^(app:|data:|blob:|https?:\/\/main\.app\.localhost)/.test(url)
  )
  expect(outside).toEqual([])
  expect(
    await page.evaluate(() => (window as unknown as { owned?: boolean }).owned)
  ).toBeUndefined()
  expect(
    await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'refused'
      )
    )
  ).toBe('refused')
})

test('navigation and new windows are refused', async ({ page }) => {
  const before = page.url()
  await page.evaluate(() => {
    window.open('http://127.0.0.1:9/')
    location.href = 'http://127.0.0.1:9/'
  })
  await page.waitForTimeout(300)

  expect(page.url()).toBe(before)
})

test('the bridge has two calls and the hand-over of dropped files, and nothing of Node', async ({
  page
}) => {
  const seen = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { bridge: object }).bridge).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window)
  }))

  expect(seen).toEqual({ bridge: ['call', 'drop', 'on'], node: [] })
})

test('a hostile page shown as it was saved runs nothing, loads nothing and leads nowhere', async ({
  app,
  page,
  folder
}) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'harbour.html'), HOSTILE)
  await app.open(folder)
  await app.settled(1)
  await page.getByText('Harbour notes').first().click()
  await expect(page.getByText('harbour master of Lenn')).toBeVisible()

  await page.keyboard.press('v')
  const frame = page.frameLocator('iframe[title^="Saved page"]')
  await expect(frame.getByText('harbour master of Lenn')).toBeVisible()
  await frame.getByText('more', { exact: true }).click()
  await page.waitForTimeout(500)

  const outside = requests.filter(
    (url) =>
      !/^(app:|page:|data:|blob:|https?:\/\/(?:main\.app|original\.page)\.localhost)/.test(url)
  )
  expect(outside).toEqual([])
  const element = page.locator('iframe')
  await expect(element).toHaveAttribute('sandbox', '')
  const inside = await (await element.elementHandle())?.contentFrame()
  // The origin is nobody's, the elements are those of the list, and the window can't look in.
  expect(
    await inside?.evaluate(() => ({
      origin: self.origin,
      harmful: document.querySelectorAll(
        'script, iframe, form, input, button, link, base, svg, [href], [onload], [onerror], meta[http-equiv]'
      ).length,
      owned: 'owned' in window
    }))
  ).toEqual({ origin: 'null', harmful: 0, owned: false })
  expect(
    await page.evaluate(() => document.querySelector('iframe')?.contentDocument === null)
  ).toBe(true)

  await page.getByRole('button', { name: 'Back to the text' }).click()
  await expect(page.locator('iframe')).toHaveCount(0)
})

test('only saved pages of the library are shown in a frame, by their number', async ({
  app,
  page,
  folder
}) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'harbour.html'), HOSTILE)
  writeFileSync(join(folder, 'notes.txt'), 'Ferry notes\n\nThe ferry master counts ships.\n')
  await app.open(folder)
  await app.settled(2)
  const { rows } = await app.call('articles', {
    offset: 0,
    limit: 5,
    sort: 'title',
    descending: false
  })
  const [text, saved] = rows.map(({ id }) => id)
  const answers: string[] = []
  page.on('response', (response) => {
    if (response.frame() !== page.mainFrame())
      answers.push(`${String(response.status())} ${new URL(response.url()).pathname}`)
  })

  await page.evaluate(
    (sources) => {
      for (const source of sources) {
        const frame = document.createElement('iframe')
        frame.setAttribute('src', source)
        document.body.append(frame)
      }
    },
    [
      `page://original/${String(saved)}`,
      `page://original/${String(text)}`,
      'page://original/999999',
      'page://original/..%2F..%2Fetc%2Fpasswd',
      'page://print/anything',
      'app://main/index.html',
      'http://127.0.0.1:9/',
      'file:///etc/passwd'
    ]
  )
  await page.waitForTimeout(2000)

  expect(answers.sort()).toEqual(
    [
      `200 /${String(saved)}`,
      '404 /..%2F..%2Fetc%2Fpasswd',
      '404 /999999',
      `404 /${String(text)}`
    ].sort()
  )
})
