import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { drive } from '../support/app'
import { launchApp } from '../support/launch-app'

const PROFILE = process.env['BENCH_PROFILE'] ?? ''
const COUNT = Number(process.env['BENCH_COUNT'])
const REPEATS = Number(process.env['BENCH_REPEATS'])
/** Openings of each view; the first is told apart, because it is made from nothing. */
const OPENINGS = 6

interface Started {
  /** Ms from the process on: a painted list (or welcome page), and the answer to a search. */
  readonly painted: number
  readonly answered: number
}

/** Starts the app and waits until it can be used. */
async function start(userData: string, shown: string): Promise<Started> {
  const began = Date.now()
  const app = await launchApp({ args: [], userData })
  const page = await app.firstWindow()
  const usable = await page.evaluate(async (selector) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const bridge = (
      window as unknown as { bridge: { call(n: string, a: unknown[]): Promise<{ ok: boolean }> } }
    ).bridge
    const answer = bridge
      .call('search', [
        { offset: 0, limit: 20, text: 'harbour office', sort: 'relevance', facets: false }
      ])
      .then(() => Date.now())
    while (document.querySelector(selector) === null) await frame()
    await frame()
    await frame()
    return { painted: Date.now(), answered: await answer }
  }, shown)
  await app.close()
  return { painted: usable.painted - began, answered: usable.answered - began }
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

test('start', async () => {
  const figures: { full: Started; empty: Started }[] = []
  for (let i = 0; i <= REPEATS; i++) {
    const fresh = mkdtempSync(join(tmpdir(), 'bench-profile-'))
    const empty = await start(fresh, '.choices button')
    const full = await start(PROFILE, '#list [data-index="0"] .title')
    rmSync(fresh, { recursive: true, force: true, maxRetries: 5 })
    // The first round fills the system's caches and is not counted.
    if (i > 0) figures.push({ full, empty })
  }
  const usable = ({ painted, answered }: Started) => Math.max(painted, answered)
  const line = (what: string, pick: (one: (typeof figures)[number]) => Started) => {
    const times = figures.map((one) => usable(pick(one)))
    const answers = figures.map((one) => pick(one).answered)
    console.log(
      `${what.padEnd(28)}usable p50 ${middle(times)} ms (${Math.min(...times)}…${Math.max(...times)}), search answers p50 ${middle(answers)} ms`
    )
    return middle(times)
  }
  const empty = line('start, empty library', (one) => one.empty)
  const full = line(`start, ${COUNT} articles`, (one) => one.full)
  const ratios = figures.map((one) => usable(one.full) / usable(one.empty))
  console.log(
    `${'ratio'.padEnd(28)}${(full / empty).toFixed(2)} (pairs ${ratios.map((one) => one.toFixed(2)).join(' ')})`
  )
})

/** A view, the key that opens it, and what stands there once it is open. */
interface Opened {
  readonly name: string
  readonly key?: string
  /** Clicked instead of a key. */
  readonly click?: string
  readonly shown: string
}

const VIEWS: readonly Opened[] = [
  { name: 'reading', click: '#list [data-index="1"]', shown: '#view p.text' },
  { name: 'claims', key: 'Control+3', shown: '#view [data-index="0"]' },
  { name: 'sources', key: 'Control+4', shown: '#view details:nth-of-type(2) summary' },
  { name: 'threads', key: 'Control+5', shown: '#view section h2' },
  { name: 'clusters', key: 'Control+6', shown: '#view section h2' },
  { name: 'problems', key: 'Control+7', shown: '#view .page' },
  { name: 'corrections', key: 'Control+8', shown: '#view .page' },
  { name: 'notes', key: 'Control+9', shown: '#view .page' },
  { name: 'map, time line', key: 'Control+Shift+M', shown: '#view .dot' },
  { name: 'map, claims × reports', click: '#view [data-tab=claims]', shown: '#view td svg' },
  { name: 'map, who copies whom', click: '#view [data-tab=copies]', shown: '#view .tree li' },
  { name: 'compare', click: '.tree .compare', shown: '#view [role=table], #view table' },
  { name: 'settings', key: 'Control+,', shown: '#view .page input' },
  { name: 'help', key: 'F1', shown: '#view h2' }
]
const DIALOGS: readonly Opened[] = [
  { name: 'all commands', key: 'Control+Shift+P', shown: 'dialog[open] [role=option]' },
  { name: 'shortcuts', key: '?', shown: 'dialog[open] dt' }
]

/** Opens a view within the page and answers with the ms until two frames after its content was there. */
function open(page: Page, { key, click, shown }: Opened): Promise<number> {
  return page.evaluate(
    async ({ key, click, shown }) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      await frame()
      const began = performance.now()
      if (click !== undefined) document.querySelector<HTMLElement>(click)?.click()
      else {
        const parts = (key ?? '').split('+')
        const last = parts.at(-1) ?? ''
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: last,
            code: /^[A-Z]$/.test(last) ? `Key${last}` : '',
            ctrlKey: parts.includes('Control'),
            shiftKey: parts.includes('Shift'),
            bubbles: true,
            cancelable: true
          })
        )
      }
      while (document.querySelector(shown) === null) {
        if (performance.now() - began > 30_000) throw new Error(`Cannot see ${shown}`)
        await frame()
      }
      await frame()
      await frame()
      return performance.now() - began
    },
    { key, click, shown }
  )
}

test('views', async () => {
  const app = await launchApp({ args: [], userData: PROFILE })
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1280, height: 860 })
  await drive(app, page).settled(1)
  await page.waitForSelector('#list [data-index="1"] .title')
  const times = new Map<string, number[]>()
  const note = (name: string, ms: number) => times.set(name, [...(times.get(name) ?? []), ms])
  for (let round = 0; round < OPENINGS; round++) {
    for (const view of VIEWS) {
      if (view.click !== undefined) await page.waitForSelector(view.click)
      note(view.name, await open(page, view))
    }
    for (const dialog of DIALOGS) {
      note(dialog.name, await open(page, dialog))
      await page.keyboard.press('Escape')
    }
    note(
      'search results',
      await page.evaluate(async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done))
        const box = document.querySelector<HTMLInputElement>('#search-box')
        const began = performance.now()
        if (box) box.value = 'officials'
        box?.dispatchEvent(new InputEvent('input', { bubbles: true }))
        while (document.querySelector('mark') === null) await frame()
        await frame()
        await frame()
        return performance.now() - began
      })
    )
    await page.fill('#search-box', '')
    await page.waitForSelector('#list [data-index="1"] .title')
  }
  for (const [name, [first = 0, ...again]] of times)
    console.log(
      `${name.padEnd(28)}first ${first.toFixed(0)} ms, then p50 ${middle(again).toFixed(0)} ms, longest ${Math.max(...again).toFixed(0)} ms`
    )
  const slow = [...times].filter(([, all]) => Math.max(...all) > 100).map(([name]) => name)
  console.log(`over 100 ms: ${slow.length === 0 ? 'none' : slow.join(', ')}`)
  await app.close()
  expect(times.size).toBe(VIEWS.length + DIALOGS.length + 1)
})
