import { beforeEach, expect, test } from 'vitest'
import { DossierState } from '../../src/renderer/src/lib/state/dossier.svelte'
import { apiOver } from '../../src/renderer/src/lib/api'
import { fakeBridge } from '../support/fake-bridge'
import { startFresh } from '../../src/renderer/src/lib/state/kept'

beforeEach(() => startFresh())

const row = (start: number, severity: number) => ({
  article: { id: 1, title: 'Boats lost' },
  mark: start,
  letter: 'V',
  severity,
  text: `Claim at ${String(start)}`,
  sentence: { start, end: start + 10 },
  via: []
})

/** One report with three claims, one of them weak and judged, a thread over two reports and an overlap. */
function open() {
  const bridge = fakeBridge({
    answers: {
      search: () => ({ total: 1, hits: [{ article: { id: 1 } }] }),
      desk: () => ({ verdicts: [{ sentence: { start: 40, end: 50 } }] }),
      claimList: () => ({ total: 4, rows: [row(0, 4), row(20, 2), row(40, 1), row(60, 1)] }),
      threads: () => ({
        total: 2,
        rows: [
          { id: '1:0', gist: 'Boats', documents: 2, origins: 1 },
          { id: '1:2', gist: 'Alone', documents: 1, origins: 1 }
        ]
      }),
      overlaps: () => [
        { overlap: { kind: 'version', containmentA: 0.5 }, other: { id: 2, title: 'Later' } },
        { overlap: { kind: 'same-topic', containmentA: 0 }, other: { id: 3, title: 'Else' } }
      ]
    }
  })
  return { dossier: new DossierState(apiOver(bridge)), bridge }
}

test('strong claims, judged claims and threads are in by themselves, comparisons when asked for', async () => {
  const { dossier } = open()
  await dossier.load(undefined)

  expect(dossier.items.claims.map(({ title }) => title)).toEqual([
    'Claim at 0',
    'Claim at 20',
    'Claim at 40'
  ])
  expect([dossier.count('claims'), dossier.count('threads'), dossier.count('comparisons')]).toEqual(
    [3, 1, 0]
  )
  expect(await dossier.request()).toEqual({ threads: ['1:0'], minSeverity: 2 })
})

test('one claim left out, a comparison put in and notes kept at home arrive in the request', async () => {
  const { dossier } = open()
  await dossier.load([1])
  const [first] = dossier.items.claims
  const [pair] = dossier.items.comparisons
  if (first) dossier.toggle(first)
  if (pair) dossier.toggle(pair)
  dossier.all('threads', false)
  dossier.change({ withNotes: false, minSeverity: 1 })

  expect(await dossier.request()).toEqual({
    articles: [1],
    claims: [20, 40, 60].map((start) => ({
      article: 1,
      sentence: { start, end: start + 10 }
    })),
    comparisons: [{ a: 1, b: 2 }],
    withoutNotes: true,
    minSeverity: 1
  })
})

test('the comparison that is looked at is in, and every choice is remembered', async () => {
  const before = open().dossier
  await before.load([1, 2], { a: 2, b: 1 })
  expect(before.count('comparisons')).toBe(1)
  before.all('claims', false)
  before.change({ format: 'pdf' })

  const { dossier } = open()
  await dossier.load([1], undefined)

  expect(dossier.count('claims')).toBe(0)
  expect(dossier.form.format).toBe('pdf')
  dossier.all('claims', true)
  expect(dossier.count('claims')).toBe(3)
})
