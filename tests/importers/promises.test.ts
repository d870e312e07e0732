import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IMPORTERS, importFile } from '../../src/importers/registry'
import { brokenPromise } from '../support/check-result'

/** First bytes that lead to each importer. */
const HEADS = [
  '',
  '%PDF-1.4\n',
  'PK\u0003\u0004',
  'WARC/1.0\r\n',
  'From a@b 2024\n',
  'Subject: x\nFrom: y\nDate: z\n',
  '<?xml version="1.0"?>',
  '<html>',
  '[{"is_archived":0,"url":"',
  'title,url,time_added\n',
  '---\n'
]
const NAMES = [
  'a',
  'a.pdf',
  'a.epub',
  'a.docx',
  'a.eml',
  'a.mbox',
  'a.mhtml',
  'a.warc',
  'a.json',
  'a.csv',
  'a.xml',
  'a.html',
  'a.md',
  'a.txt'
]

describe('whatever the bytes', () => {
  test('an import gives documents with text or says why not, and the same when it is done again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...HEADS),
        fc.constantFrom(...NAMES),
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text))
        ),
        async (head, fileName, tail) => {
          const bytes = new Uint8Array(Buffer.concat([Buffer.from(head), tail]))
          const result = await importFile({ bytes, fileName })

          expect(brokenPromise(result)).toBeUndefined()
          expect(await importFile({ bytes: bytes.slice(), fileName })).toEqual(result)
        }
      ),
      { numRuns: 300 }
    )
  })

  test('no importer is surer than sure, and none throws when it is asked for another format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.uint8Array({ maxLength: 100 }),
        async (fileName, bytes) => {
          for (const importer of IMPORTERS) {
            const sure = importer.sniff({ bytes, fileName })
            expect(sure >= 0 && sure <= 1).toBe(true)
            await expect(importer.import({ bytes, fileName })).resolves.toBeDefined()
          }
        }
      ),
      { numRuns: 60 }
    )
  })
})
