import { expect, test } from 'vitest'
import { ImportFailure } from '../../src/importers/outcome'
import { MAX_ENTRIES, MAX_ENTRY_BYTES, openZip } from '../../src/importers/zip'
import { writeZip, type EntryToWrite } from '../support/write-zip'

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof ImportFailure) return error.code
    throw error
  }
  return 'none'
}

async function readOnly(entry: Omit<EntryToWrite, 'name'>): Promise<string> {
  const zip = await openZip(writeZip([{ name: 'a.txt', ...entry }]))
  return await failure(zip.read('a.txt'))
}

test('entries are unpacked and found by exact name, Unicode form and case', async () => {
  const zip = await openZip(
    writeZip([
      { name: 'caf\u00e9/A.txt', content: 'tide' },
      { name: 'b/', content: '' }
    ])
  )

  expect(zip.names).toEqual(['caf\u00e9/A.txt'])
  expect(zip.find('cafe\u0301/A.txt')).toBe('caf\u00e9/A.txt')
  expect(zip.find('CAF\u00c9/a.txt')).toBe('caf\u00e9/A.txt')
  expect(zip.find('other')).toBeUndefined()
  expect(Buffer.from(await zip.read('caf\u00e9/A.txt')).toString()).toBe('tide')
})

test('an entry that is not what its header says is refused', async () => {
  expect(await readOnly({ content: 'tide', statedCrc: 7 })).toBe('damaged')
  expect(await readOnly({ content: 'tide', statedSize: 3 })).toBe('damaged')
  expect(await readOnly({ content: 'tide', statedSize: 90 })).toBe('damaged')
  expect(await readOnly({ content: 'tide', flags: 1 })).toBe('encrypted')
  expect(await readOnly({ content: 'tide', method: 12 })).toBe('damaged')
})

test('bombs are refused before they are unpacked', async () => {
  expect(await readOnly({ content: 'tide', statedSize: MAX_ENTRY_BYTES + 1 })).toBe('too-large')
  expect(await readOnly({ content: Buffer.alloc(3_000_000) })).toBe('too-large')
})

test('an archive may not unpack to more than 256 MB in all', async () => {
  const content = noise(40_000_000)
  const entries = Array.from({ length: 7 }, (_, index) => ({
    name: String(index),
    content,
    stored: true
  }))
  const zip = await openZip(writeZip(entries))
  for (const name of zip.names.slice(0, 6)) await zip.read(name)

  expect(await failure(zip.read('6'))).toBe('too-large')
})

test('names that lead outside, links and too many entries are refused', async () => {
  const many = Array.from({ length: MAX_ENTRIES + 1 }, (_, index) => ({
    name: `${index}`,
    content: ''
  }))

  expect(await failure(openZip(writeZip([{ name: '../up', content: '' }])))).toBe('damaged')
  expect(await failure(openZip(writeZip([{ name: '/root', content: '' }])))).toBe('damaged')
  expect(
    await failure(openZip(writeZip([{ name: 'link', content: '/etc', mode: 0o120777 }])))
  ).toBe('damaged')
  expect(await failure(openZip(writeZip(many)))).toBe('too-large')
  expect(await failure(openZip(Buffer.from('PK\u0003\u0004 no archive')))).toBe('damaged')
})

test('an entry that is missing is damage', async () => {
  const zip = await openZip(writeZip([{ name: 'a', content: 'x' }]))

  expect(await failure(zip.read('b'))).toBe('damaged')
})

function noise(bytes: number): Buffer {
  return Buffer.alloc(bytes, Buffer.from('tide tables'))
}
