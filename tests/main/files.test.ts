import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ dialog: {}, app: {}, clipboard: {}, shell: {}, default: {} }))
const { safeFileName } = await import('../../src/main/dialogs')
const { writeAtomically } = await import('../../src/library/atomic-write')
const { pathsFrom } = await import('../../src/main/arguments')
const { isWebAddress } = await import('../../src/main/shell')

test('a suggested file name never leaves its folder and is never reserved', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = safeFileName(`${title}.md`)
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202E]/u)
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i)
      expect(name).not.toMatch(/^\./)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(124)
    })
  )
  expect(safeFileName('../../etc/passwd')).toBe('etc passwd')
  expect(safeFileName('CON.txt')).toBe('report CON.txt')
})

test('an atomic write leaves the whole text and nothing beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atomic-'))
  const file = join(folder, 'dossier.md')
  writeFileSync(file, 'old')

  writeAtomically(file, 'new')

  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['dossier.md'])
})

test('a write into a missing folder fails as a failure with the name', () => {
  expect(() => writeAtomically(join(tmpdir(), 'no-such-folder', 'a.md'), 'x')).toThrow(
    'not-writable'
  )
})

test('paths on the command line become absolute, switches are left out', () => {
  expect(
    pathsFrom(['electron', '.', '--no-sandbox', 'news', '/srv/clips'], '/home/wren', 2)
  ).toEqual([resolve('/home/wren/news'), resolve('/srv/clips')])
})

test.each([
  ['https://harbourledger.example/a', true],
  ['http://harbourledger.example', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['smb://host/share', false],
  ['https://user:pass@host/', false],
  ['not an address', false]
])('%s may be handed to the browser: %s', (address, allowed) => {
  expect(isWebAddress(address)).toBe(allowed)
})
