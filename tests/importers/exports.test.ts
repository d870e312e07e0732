import { expect, test } from 'vitest'
import { MAX_ROWS } from '../../src/importers/csv'
import type { Importer } from '../../src/importers/importer'
import { withUniqueEntries } from '../../src/importers/outcome'
import { importFile } from '../../src/importers/registry'

async function read(fileName: string, content: string | Uint8Array) {
  const { documents, problems } = await importFile({
    bytes: new Uint8Array(Buffer.from(content)),
    fileName
  })
  return {
    entries: documents.map((document) => document.entry),
    codes: problems.map((found) => found.code),
    documents
  }
}

const POCKET = 'title,url,time_added,tags,status\n'

test('very long tables are cut and say so', async () => {
  const { entries, codes } = await read(
    'list.csv',
    POCKET + 'a,https://a.example/,1705608663,,\n'.repeat(MAX_ROWS + 5)
  )

  expect(entries).toHaveLength(MAX_ROWS)
  expect(codes).toEqual(['truncated'])
})

test('a table with too many unclosed quotation marks gives what stands before them', async () => {
  const { entries, codes } = await read(
    'list.csv',
    `${POCKET}a,https://a.example/,,,\n${'"x\n'.repeat(60)}"`
  )

  expect(entries).toEqual(['https://a.example/'])
  expect(codes).toContain('damaged')
})

test('lists that hold nothing are refused', async () => {
  expect((await read('a.csv', 'Highlight,Book Title,Book Author\n,Tides,Hale\n')).codes).toEqual([
    'no-text'
  ])
  expect(
    (await read('a.csv', 'Title,URL,ID,Document tags,Saved date\nx,ftp://x,1,[],\n')).codes
  ).toEqual(['no-text'])
  expect((await read('a.json', '[3, "slug", "url", "savedAt", "state"]')).codes).toEqual([
    'no-text'
  ])
  expect((await read('a.json', '["is_archived", "url", "content", "domain_name"]')).codes).toEqual([
    'no-text'
  ])
})

test('labels of an export may be words or objects', async () => {
  const list =
    '[{"slug":"a","url":"https://a.example","savedAt":"2024-02-03","state":"x","title":7,"labels":["one",{"name":"two"},{"slug":"three"},{},9]}]'
  const { documents } = await read('a.json', list)

  expect(documents[0]?.metadata.tags?.value).toEqual(['one', 'two', 'three'])
  expect(documents[0]?.metadata.title.value).toBe('7')
})

test('a list that breaks off inside its first object is damaged', async () => {
  expect(
    (await read('a.json', '[{"slug":"a","url":"u","savedAt":"1","state":"x" "labels"}]')).codes
  ).toEqual(['damaged'])
  expect((await read('a.json', '{"slug":"a","url":"u","savedAt":"1","state":"x"')).codes).toEqual([
    'damaged'
  ])
  expect(
    (await read('a.json', '[{"slug":"a","url":"u","savedAt":"1","state":"x"}]]')).entries
  ).toEqual(['a'])
})

test('entries of one file are told apart, also where a number stands behind them already', () => {
  const document = (entry: string) => ({
    entry,
    format: 'txt' as const,
    blocks: [],
    metadata: { title: { value: '', from: 'text' as const } },
    problems: []
  })
  const entries = withUniqueEntries(['a', 'a', 'a (2)', 'a'].map(document)).map(
    ({ entry }) => entry
  )

  expect(entries).toEqual(['a', 'a (3)', 'a (2)', 'a (4)'])
})

test('an importer that breaks its promise costs its file only', async () => {
  const importer = (work: () => never): Importer => ({
    formats: ['txt'],
    sniff: () => 1,
    import: work
  })
  const bytes = new Uint8Array([65])
  const failing = importer(() => {
    throw new TypeError('a bug')
  })

  expect((await importFile({ bytes, fileName: 'a' }, [failing])).problems).toMatchObject([
    { code: 'damaged', detail: 'TypeError: a bug' }
  ])
  expect((await importFile({ bytes, fileName: 'a' }, [])).problems).toMatchObject([
    { code: 'unsupported-format' }
  ])
  expect((await importFile({ bytes: new Uint8Array(), fileName: 'a' })).problems).toMatchObject([
    { code: 'empty' }
  ])
})
