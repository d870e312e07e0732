import { beforeEach, expect, test } from 'vitest'
import type { Block } from '../../src/core/article/article'
import { apiOver } from '../../src/renderer/src/lib/api'
import { foldRepeats, partsOf, ReaderState } from '../../src/renderer/src/lib/state/reader.svelte'
import { SettingsState } from '../../src/renderer/src/lib/state/settings.svelte'
import { blockAt } from '../../src/renderer/src/lib/text/ranges'
import { fakeBridge } from '../support/fake-bridge'
import { startFresh } from '../../src/renderer/src/lib/state/kept'

let bridge: ReturnType<typeof fakeBridge>
let reader: ReaderState
let settings: SettingsState
beforeEach(() => {
  startFresh()
  bridge = fakeBridge()
  const api = apiOver(bridge)
  settings = new SettingsState(api)
  reader = new ReaderState(api, settings)
})

test('furniture is gathered and paragraphs are numbered without headings', () => {
  const span = { start: 0, end: 1 }
  const parts = partsOf([
    { span, role: 'paragraph', furniture: 'share-button' },
    { span, role: 'paragraph', furniture: 'repeated-line' },
    { span, role: 'heading' },
    { span, role: 'paragraph' },
    { span, role: 'quote' }
  ])

  expect(parts.map((part) => (part.kind === 'block' ? part.number : part.blocks))).toEqual([
    [0, 1],
    0,
    1,
    2
  ])
})

test('a live blog turns its entries but keeps its head on top', async () => {
  await reader.open(4)
  const entries = () => reader.headings.map((part) => reader.quote(part.block.span))
  expect(entries()).toEqual(['18:40', '15:05', '11:30'])

  reader.oldestFirst = true
  expect(entries()).toEqual(['11:30', '15:05', '18:40'])
  expect(reader.parts[0]?.kind).toBe('furniture')
})

test('marks follow the level and the kinds that the reader chose', async () => {
  await reader.open(1)
  const all = reader.painted.length
  expect(reader.painted.some((mark) => mark.letter === 'P')).toBe(false)

  await settings.toggleMark('P')
  expect(reader.painted.length).toBeGreaterThan(all)
  await settings.change({ marks: 'strong' })
  expect(reader.painted.length).toBeLessThan(all)
  await settings.change({ marks: 'off' })
  expect(reader.painted).toEqual([])
})

test('the mark under a place of the text is found', async () => {
  await reader.open(1)
  const mark = reader.painted[0]

  expect(reader.markAt((mark?.span.start ?? 0) + 2)).toBe(mark)
  expect(reader.markAt(0)).toBeUndefined()
})

test('stepping through marks goes around and asks to scroll there', async () => {
  await reader.open(1)
  const first = reader.stepMark(1)
  expect(reader.target).toEqual(first?.sentence)

  const last = reader.stepMark(-1)
  expect(last).toBe(reader.painted.at(-1))
})

test('find counts and goes around', async () => {
  await reader.open(1)
  reader.openFind()
  reader.setFind('korvan')
  const count = reader.found.length
  expect(count).toBeGreaterThan(1)

  reader.findStep(-1)
  expect(reader.findAt).toBe(count - 1)
  reader.findStep(1)
  expect(reader.findAt).toBe(0)
})

test('an article that was left for another one never comes back late', async () => {
  const slow = reader.open(1)
  const quick = reader.open(2)
  await Promise.all([slow, quick])

  expect(reader.view?.header.id).toBe(2)
})

test('a missing article is told and nothing of the old one stays', async () => {
  await reader.open(1)
  await reader.open(99)

  expect(reader.view).toBeUndefined()
  expect(reader.failure).toEqual({ code: 'article-not-found', article: 99 })
})

test('a judgement quotes the sentence, so that it holds for every copy', async () => {
  await reader.open(1)
  const mark = reader.painted[0]
  if (mark === undefined) throw new Error('Cannot judge: the article has no mark')
  await reader.judge(mark, 'wrong-label', 'D')

  expect(bridge.calls.find((call) => call.name === 'decide')?.args).toEqual([
    { kind: 'mark', sentence: reader.quote(mark.sentence), verdict: 'wrong-label', letter: 'D' }
  ])
})

test('the place of reading is remembered by the text, not by the file', async () => {
  await reader.open(1)
  reader.keepPosition(7)

  expect(reader.recallPosition()).toBe(7)
})

test('a place of the text is in the block that ends after it', () => {
  const blocks = [
    { span: { start: 0, end: 5 }, role: 'paragraph' as const },
    { span: { start: 7, end: 9 }, role: 'paragraph' as const }
  ]

  expect([0, 4, 5, 8, 9].map((offset) => blockAt(blocks, offset))).toEqual([0, 0, 1, 1, 2])
})

const LIVE =
  'Noon|The ferry left the harbour of Tolm with forty people on board.|Eleven|Nobody was hurt.|Ten|The ferry left the harbour of Tolm with forty people on board.|Nine|Nobody was hurt.'

/** A live page: every second line opens an entry. */
function livePage(): { text: string; blocks: Block[] } {
  const lines = LIVE.split('|')
  const text = lines.join('\n')
  let start = 0
  const blocks = lines.map((line, i): Block => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { span, role: i % 2 === 0 ? 'entry' : 'paragraph' }
  })
  return { text, blocks }
}

test('an entry of a live page that is printed twice is folded the second time, a short phrase is not', () => {
  const { text, blocks } = livePage()

  const parts = foldRepeats(partsOf(blocks), ({ start, end }) => text.slice(start, end))

  expect(parts.map((part) => (part.kind === 'block' ? part.index : part.blocks))).toEqual([
    0,
    1,
    2,
    3,
    [4, 5],
    6,
    7
  ])
})
