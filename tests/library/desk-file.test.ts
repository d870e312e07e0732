import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FailureError } from '../../src/shared/failure'
import { APP_VERSION } from '../../src/shared/version'
import { PAGE, QUOTE, report, opened, only, noteOn, passages } from './storm'
import { openLibrary, tempDir } from './support'

test('a desk that was written out is taken in by another library, once', async () => {
  const { dir } = report()
  const library = await opened(dir)
  const { id } = only(library)
  noteOn(library, QUOTE)
  library.decide({ kind: 'star', article: id, starred: true })
  library.decide({ kind: 'grade', source: 'harbour office', reliability: 'B' })
  library.decide({ kind: 'furniture', line: 'Repairs at the pier', furniture: true })
  const json = library.exportDesk()

  const other = await opened(dir)

  expect(other.importDesk(json)).toHaveLength(4)
  expect(passages(other)).toEqual([QUOTE])
  expect(only(other).starred).toBe(true)
  expect(other.importDesk(json)).toEqual([])
  expect(library.importDesk(json)).toEqual([])
})

test('notes are written out as web annotations too', async () => {
  const library = await opened(report().dir)
  noteOn(library, QUOTE)
  const { id } = only(library)
  const { text, contentHash } = library.article(id)

  const desk = JSON.parse(library.exportDesk())

  const start = text.indexOf(QUOTE)
  expect(desk).toMatchObject({ format: 'briefing-reader-desk', version: 1, app: APP_VERSION })
  expect(desk.documents).toMatchObject([{ content: contentHash, file: 'storm.txt' }])
  expect(desk.annotations).toMatchObject([
    {
      type: 'Annotation',
      motivation: 'commenting',
      body: { value: 'Ask the port captain' },
      target: {
        canonical: `urn:sha256:${contentHash}`,
        selector: [
          { type: 'TextQuoteSelector', exact: QUOTE },
          { type: 'TextPositionSelector', start, end: start + QUOTE.length }
        ]
      }
    }
  ])
})

test.each([
  'no JSON',
  '{}',
  '[]',
  'null',
  '{"format":"briefing-reader-desk","version":2,"decisions":[]}',
  '{"format":"briefing-reader-desk","version":1,"decisions":[{"decided":"yesterday","decision":{"kind":"star"}}]}',
  '{"format":"briefing-reader-desk","version":1,"decisions":[{"decided":"2030-01-01T00:00:00.000Z","decision":{"kind":"star","article":7,"starred":true}}]}',
  '{"format":"briefing-reader-desk","version":1,"decisions":[{"decided":"2030-01-01T00:00:00.000Z","decision":{"kind":"format","line":"C:"}}]}'
])('a document that is no sound desk changes nothing: %s', (json) => {
  const library = openLibrary()

  expect(() => library.importDesk(json)).toThrow(FailureError)
  expect(library.decisions(PAGE).total).toBe(0)
})

test('one wrong bit in the file of decisions is mended from the backup', async () => {
  const dataDir = tempDir()
  const library = await opened(report().dir, dataDir)
  noteOn(library, QUOTE)
  library.decide({ kind: 'grade', source: 'harbour office', reliability: 'B' })
  await library.close()
  const file = join(dataDir, 'decisions.db')
  const bytes = readFileSync(file)
  const at = bytes.indexOf('Ask the port captain')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)

  const again = openLibrary({ dataDir })

  expect(again.notes(PAGE).rows).toMatchObject([{ text: 'Ask the port captain', quote: QUOTE }])
  expect(readdirSync(dataDir).filter((name) => name.includes('damaged'))).not.toEqual([])
})
