import { describe, expect, test } from 'vitest'
import { expectGolden, goldenFolders } from '../support/golden'

const FORMATS = [
  'mhtml',
  'eml',
  'mbox',
  'epub',
  'pdf',
  'docx',
  'warc',
  'omnivore',
  'wallabag',
  'readwise',
  'pocket',
  'zotero',
  'xml',
  'unsupported'
]

describe.each(FORMATS)('%s', (format) => {
  const folders = goldenFolders(format)

  test('has at least three golden folders, one of them broken', () => {
    expect(folders.length).toBeGreaterThanOrEqual(3)
    expect(folders.some((name) => name.startsWith(`${format}-broken`))).toBe(true)
  })

  test.each(folders)('%s gives the expected text and metadata', async (folder) => {
    const result = await expectGolden(folder)

    expect(result.documents.length + result.problems.length).toBeGreaterThan(0)
  })
})
