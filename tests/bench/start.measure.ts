import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { launchApp } from '../support/launch-app'

const PROFILE = process.env['BENCH_PROFILE'] ?? ''
const COUNT = Number(process.env['BENCH_COUNT'])
const REPEATS = Number(process.env['BENCH_REPEATS'])

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
