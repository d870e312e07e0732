import { renameSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Decision } from '../../src/shared/decision'
import { FailureError } from '../../src/shared/failure'
import type { Library } from '../../src/library/library'
import { ALL, PAGE, QUOTE, REPORT, report, opened, only, noteOn, passages } from './storm'
import { openLibrary, tempDir } from './support'

async function changed(library: Library, change: () => void): Promise<void> {
  change()
  library.rescan()
  await library.idle()
}

test('a note, a verdict, a star, a tag and the read mark stand on the desk of their article', async () => {
  const library = await opened(report().dir)
  const { id } = only(library)
  noteOn(library, QUOTE)
  const at = library.article(id).text.indexOf(QUOTE)
  const sentence = { start: at, end: at + QUOTE.length }
  const decisions: Decision[] = [
    { kind: 'verdict', article: id, sentence, credibility: 4, comment: 'One office only' },
    { kind: 'star', article: id, starred: true },
    { kind: 'read', article: id, read: true },
    { kind: 'tag', article: id, tag: 'harbour', tagged: true },
    { kind: 'grade', source: 'harbour office', reliability: 'B' }
  ]
  for (const decision of decisions) library.decide(decision)

  const desk = library.desk(id)

  expect(desk).toMatchObject({
    notes: [{ text: 'Ask the port captain', span: sentence }],
    verdicts: [{ credibility: 4, comment: 'One office only', sentence }],
    tags: ['harbour'],
    starred: true,
    read: true
  })
  expect(only(library)).toMatchObject({ starred: true, read: true, tags: ['harbour'], notes: 1 })
})

test('a later answer about the same thing takes the place of the earlier one, and undoing brings it back', async () => {
  const library = await opened(report().dir)
  const { id } = only(library)
  noteOn(library, QUOTE, 'first')
  const second = noteOn(library, QUOTE, 'second')
  library.decide({ kind: 'star', article: id, starred: true })
  library.decide({ kind: 'star', article: id, starred: false })

  expect(library.desk(id).notes.map(({ text }) => text)).toEqual(['second'])
  expect(library.desk(id).starred).toBe(false)
  library.undoDecision(second)
  expect(library.desk(id).notes.map(({ text }) => text)).toEqual(['first'])
})

test('a decision that was taken back is put in force again, once, and its backup knows it', async () => {
  const dataDir = tempDir()
  const { dir } = report()
  const library = openLibrary({ dataDir })
  library.openFolder(dir)
  await library.idle()
  const kept = noteOn(library, QUOTE, 'kept')
  const gone = library.decide({ kind: 'star', article: only(library).id, starred: true })
  library.undoDecision(kept)
  await library.close()

  const again = openLibrary({ dataDir })
  await again.idle()
  expect(passages(again)).toEqual([])
  again.redoDecision(kept)
  again.undoDecision(gone)
  expect(passages(again)).toEqual([QUOTE])
  expect(() => again.redoDecision(kept)).toThrow(FailureError)
  await again.close()

  rmSync(join(dataDir, 'decisions.db'))
  const restored = openLibrary({ dataDir })
  await restored.idle()
  expect(passages(restored)).toEqual([QUOTE])
  expect(only(restored).starred).not.toBe(true)
})

test('what was taken in from a file can be taken back whole', async () => {
  const { dir } = report()
  const library = await opened(dir)
  noteOn(library, QUOTE, 'theirs')
  const json = library.exportDesk()
  const other = await opened(dir)
  const [taken] = other.importDesk(json)
  expect(passages(other)).toEqual([QUOTE])

  other.undoDecision(taken ?? 0)

  expect(passages(other)).toEqual([])
})

test('a note on the whole article is no orphan', async () => {
  const library = await opened(report().dir)
  const { id } = only(library)
  const span = { start: 7, end: 7 }
  library.decide({ kind: 'note', article: id, span, text: 'Good', colour: 'blue' })

  const [row] = library.notes(PAGE).rows

  expect(row).toMatchObject({ article: { id }, span: { start: 0, end: 0 }, quote: '' })
})

test('a note survives a renamed and a moved file', async () => {
  const { dir, file } = report()
  const library = await opened(dir)
  noteOn(library, QUOTE)

  await changed(library, () => renameSync(file, join(dir, 'other.txt')))
  expect(passages(library)).toEqual([QUOTE])

  mkdirSync(join(dir, 'sub'))
  await changed(library, () => renameSync(join(dir, 'other.txt'), join(dir, 'sub', 'third.txt')))
  expect(passages(library)).toEqual([QUOTE])
})

test.each([
  ['text before it', (text: string) => text.replace('A storm', 'A violent storm'), QUOTE],
  ['text after it', (text: string) => text.replace('Nobody', 'No one'), QUOTE],
  [
    'a number in it',
    (text: string) => text.replace('eleven', 'fourteen'),
    QUOTE.replace('eleven', 'fourteen')
  ],
  [
    'words put into it',
    (text: string) => text.replace('damaged boats', 'badly damaged fishing boats'),
    QUOTE.replace('damaged boats', 'badly damaged fishing boats')
  ],
  [
    'other line breaks in it',
    (text: string) => text.replace('counted eleven', 'counted\neleven'),
    undefined
  ]
])('a note survives %s being edited', async (_, edit, becomes) => {
  const { dir, file } = report()
  const library = await opened(dir)
  noteOn(library, QUOTE)

  await changed(library, () => writeFileSync(file, edit(REPORT)))

  const [passage] = passages(library)
  expect(passage?.replace(/\s+/g, ' ')).toBe(becomes ?? QUOTE)
})

test('a note whose passage was taken out is an orphan with its quotation, and stands again when the passage is back', async () => {
  const { dir, file } = report()
  const library = await opened(dir)
  noteOn(library, QUOTE)

  await changed(library, () => writeFileSync(file, REPORT.replace(QUOTE, '')))
  expect(library.notes(PAGE).rows).toMatchObject([{ quote: QUOTE, text: 'Ask the port captain' }])
  expect(passages(library)).toEqual([null])

  await changed(library, () => writeFileSync(file, REPORT))
  expect(passages(library)).toEqual([QUOTE])
})

test('a note outlives its file, and stands again when the file comes back', async () => {
  const { dir, file } = report()
  const library = await opened(dir)
  noteOn(library, QUOTE)

  await changed(library, () => rmSync(file))
  await changed(library, () => undefined)
  expect(library.notes(PAGE).rows).toMatchObject([{ quote: QUOTE }])

  await changed(library, () => writeFileSync(join(dir, 'again.txt'), REPORT))
  expect(passages(library)).toEqual([QUOTE])
})

test('a note goes back to the report that was edited when a copy of the old text is gone', async () => {
  const { dir, file } = report()
  const library = await opened(dir)
  noteOn(library, QUOTE)
  const copy = join(dir, 'copy.txt')
  await changed(library, () => writeFileSync(file, REPORT.replace('five hours', 'six hours')))
  await changed(library, () => writeFileSync(copy, REPORT))

  await changed(library, () => rmSync(copy))
  await changed(library, () => undefined)

  expect(library.notes(PAGE).rows.map(({ article }) => article?.id)).toEqual([only(library).id])
  expect(library.articles(ALL).rows.map(({ notes }) => notes)).toEqual([1])
})

test('notes survive a catalog that was deleted, even when the file was edited meanwhile', async () => {
  const { dir, file } = report()
  const dataDir = tempDir()
  const library = await opened(dir, dataDir)
  noteOn(library, QUOTE)
  library.decide({ kind: 'star', article: only(library).id, starred: true })
  await library.close()
  for (const name of readdirSync(dataDir))
    if (name.startsWith('catalog')) rmSync(join(dataDir, name))
  writeFileSync(
    join(dir, 'a-first.txt'),
    'Other news\n\nNothing else happened in Tolm that week.\n'
  )
  writeFileSync(file, REPORT.replace('five hours', 'six hours'))

  const again = await opened(dir, dataDir)

  expect(passages(again)).toEqual([QUOTE])
  expect(again.articles(ALL).rows.filter(({ starred }) => starred).length).toBe(1)
})

test('a judgement given again after the report was edited replaces the first', async () => {
  const { dir, file } = report()
  const library = await opened(dir)
  const judge = (credibility: 2 | 5) => {
    const { id } = only(library)
    const start = library.article(id).text.indexOf(QUOTE)
    const sentence = { start, end: start + QUOTE.length }
    library.decide({ kind: 'verdict', article: id, sentence, credibility, comment: '' })
  }
  judge(2)
  await changed(library, () => writeFileSync(file, REPORT.replace('Nobody was', 'Nobody else was')))

  judge(5)

  expect(library.desk(only(library).id).verdicts.map((one) => one.credibility)).toEqual([5])
})

test('two files with the same text share one desk', async () => {
  const { dir } = report()
  writeFileSync(join(dir, 'twin.txt'), REPORT)
  const library = await opened(dir)
  const [, second] = library.articles(ALL).rows
  if (second === undefined) throw new Error('two articles are needed')

  library.decide({ kind: 'star', article: second.id, starred: true })

  expect(library.articles(ALL).rows.map(({ starred }) => starred)).toEqual([true, true])
})

test.each([
  ['tag:harbour', 1],
  ['tag:elsewhere', 0],
  ['note:captain', 1],
  ['note:"eleven damaged"', 1],
  ['note:office', 1],
  ['note:nothing', 0],
  ['has:note', 1],
  ['has:verdict', 1],
  ['is:starred', 1],
  ['is:read', 1],
  ['is:unread', 1],
  ['verdict:4', 1],
  ['verdict:doubtful', 1],
  ['verdict:1', 0]
])('%s finds what the desk says', async (text, total) => {
  const { dir } = report()
  writeFileSync(join(dir, 'calm.txt'), 'Calm in Veld\n\nNothing happened in Veld on Tuesday.\n')
  const library = await opened(dir)
  const found = library.articles(ALL).rows.find(({ title }) => title.includes('Storm'))
  const id = found?.id ?? 0
  const start = library.article(id).text.indexOf(QUOTE)
  const span = { start, end: start + QUOTE.length }
  const decisions: Decision[] = [
    { kind: 'note', article: id, span, text: 'Ask the captain', colour: 'green' },
    { kind: 'verdict', article: id, sentence: span, credibility: 4, comment: 'One office' },
    { kind: 'star', article: id, starred: true },
    { kind: 'read', article: id, read: true },
    { kind: 'tag', article: id, tag: 'Harbour', tagged: true }
  ]
  for (const decision of decisions) library.decide(decision)

  const page = library.search({ ...PAGE, text: `${text} `, sort: 'relevance', facets: false })

  expect(page.notices).toEqual([])
  expect(page.total).toBe(total)
})
