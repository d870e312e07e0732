import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FailureError } from '../../src/shared/failure'
import { openLibrary, tempDir } from './support'

const PAGE = { offset: 0, limit: 50 }
const ALL = { ...PAGE, sort: 'added', descending: false } as const
const TEXT = 'Ferry late\n\nThe ferry to Tolm was late.\n\nNobody said why it was late.\n'

async function withArticle(text = TEXT) {
  const dir = tempDir()
  const path = join(dir, 'ferry.txt')
  writeFileSync(path, text)
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()
  const id = library.articles(ALL).rows[0]?.id ?? 0
  const start = library.article(id).text.indexOf('Nobody')
  return { library, id, path, sentence: { start, end: start + 28 } }
}

test('notes, verdicts, tags, stars and read marks stand on the desk and in the rows', async () => {
  const { library, id, sentence } = await withArticle()
  library.decide({
    kind: 'note',
    article: id,
    span: sentence,
    text: 'Ask the office',
    colour: 'blue'
  })
  library.decide({
    kind: 'note',
    article: id,
    span: { start: 0, end: 0 },
    text: 'Weak',
    colour: 'pink'
  })
  library.decide({ kind: 'verdict', article: id, sentence, credibility: 4, comment: 'No source' })
  library.decide({ kind: 'tag', article: id, tag: 'ferries', tagged: true })
  library.decide({ kind: 'star', article: id, starred: true })
  library.decide({ kind: 'read', article: id, read: true })

  expect(library.desk(id)).toMatchObject({
    notes: [{ text: 'Ask the office', span: sentence }, { text: 'Weak' }],
    verdicts: [{ credibility: 4, sentence }],
    tags: ['ferries'],
    starred: true,
    read: true
  })
  expect(library.articles(ALL).rows[0]).toMatchObject({
    starred: true,
    tags: ['ferries'],
    notes: 2
  })
  const search = { ...PAGE, sort: 'relevance', facets: false } as const
  for (const text of ['tag:ferries ', 'note:office ', 'is:starred ', 'has:verdict '])
    expect(library.search({ ...search, text }).total, text).toBe(1)
})

test('a note follows its words into a new version, and is an orphan when they are gone', async () => {
  const { library, id, path, sentence } = await withArticle()
  library.decide({ kind: 'note', article: id, span: sentence, text: 'Why?', colour: 'yellow' })

  writeFileSync(path, TEXT.replace('\n\n', '\n\nAn hour at least.\n\n'))
  library.rescan()
  await library.idle()
  const [moved] = library.notes(PAGE).rows
  expect(moved?.article?.id).not.toBe(id)
  expect(moved?.span?.start).toBeGreaterThan(sentence.start)

  writeFileSync(path, 'Ferry late\n\nAll of it was rewritten.')
  library.rescan()
  await library.idle()
  expect(library.notes(PAGE).rows).toMatchObject([
    { text: 'Why?', quote: 'Nobody said why it was late.' }
  ])
  expect(library.notes(PAGE).rows[0]?.article).toBeUndefined()
})

test('an exported desk is taken in by another library once', async () => {
  const first = await withArticle()
  first.library.decide({ kind: 'star', article: first.id, starred: true })
  first.library.decide({ kind: 'grade', source: 'Tolm Watch', reliability: 'B' })
  const json = first.library.exportDesk()
  const second = await withArticle()

  expect(second.library.importDesk(json)).toBe(2)
  expect(second.library.importDesk(json)).toBe(0)
  expect(second.library.desk(second.id).starred).toBe(true)
})

test('what is no desk is refused, and nonsense in a desk is passed over', async () => {
  const { library } = await withArticle()
  for (const json of ['', '[]', '{}', '{"format":"briefing-reader-desk"}'])
    expect(() => library.importDesk(json)).toThrow(FailureError)
  const nonsense = [
    null,
    { decided: 'today', body: { kind: 'star' } },
    { decided: '2030-01-01', body: { kind: 'star', article: 7, starred: true } },
    { decided: '2030-01-01', body: { kind: 'fly' } },
    { decided: '2030-01-01', body: { kind: '__proto__' } },
    { decided: '2030-01-01', body: { kind: 'grade', source: 'x', reliability: 'A', extra: 1 } }
  ]

  const json = JSON.stringify({ format: 'briefing-reader-desk', version: 1, decisions: nonsense })

  expect(library.importDesk(json)).toBe(0)
})
