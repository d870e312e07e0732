import { describe, expect, test } from 'vitest'
import { expectGolden, goldenFolders } from '../support/golden'

describe.each(['html', 'singlefile', 'txt', 'md'])('golden %s', (format) => {
  test('there are three real files or more, one of them broken', () => {
    const folders = goldenFolders(format)

    expect(folders.length).toBeGreaterThanOrEqual(3)
    expect(folders.some((name) => name.includes('broken'))).toBe(true)
  })

  test.each(goldenFolders(format))('%s comes out as expected', async (folder) => {
    await expectGolden(folder)
  })
})
