import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { forkReaders } from '../../src/library/reader/fork'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { buildForNode } from '../support/build'
import { openLibrary, tempDir } from './support'

const ALL = { offset: 0, limit: 200, sort: 'added', descending: false } as const

let reader = ''
beforeAll(async () => {
  const dir = await buildForNode('reader', { reader: 'src/library/reader/entry.ts' })
  reader = join(dir, 'reader.js')
})

/** "Паром задержан штормом" and a sentence more, in windows-1251. */
const CYRILLIC = Buffer.from(
  'cfe0f0eeec20e7e0e4e5f0e6e0ed20f8f2eef0eceeec0a0acff0e8f7e0eb20e7e0eaf0fbf220e4ee20f3f2f0e02e0a',
  'hex'
)

function hostileFolder(): string {
  const dir = tempDir()
  const put = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(dir, name), content)
  put('good.txt', 'Harbour reopens\n\nThe harbour of Tolm reopened on Monday.\n')
  put('empty.txt', '')
  put('binary.txt', Buffer.concat([Buffer.from([0x7f]), Buffer.from('ELF'), Buffer.alloc(5000)]))
  put(
    'invalid.txt',
    Buffer.concat([
      Buffer.from('Half a sign: '),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from(' and on it goes.\n')
    ])
  )
  put('cyrillic.txt', CYRILLIC)
  put(
    'wide.txt',
    Buffer.from('\uFEFFWide letters\n\nEvery letter of this takes two bytes.\n', 'utf16le')
  )
  put('line.txt', Buffer.alloc(50 * (1 << 20), 'word of mouth '))
  put('large.txt', '')
  truncateSync(join(dir, 'large.txt'), 65 * (1 << 20))
  mkdirSync(join(dir, 'loop'))
  symlinkSync('..', join(dir, 'loop', 'again'))
  symlinkSync('good.txt', join(dir, 'link.txt'))
  put('secret.txt', 'Not for everyone.')
  chmodSync(join(dir, 'secret.txt'), 0)
  execFileSync('mkfifo', [join(dir, 'pipe.html')])
  writeFileSync(
    Buffer.concat([Buffer.from(`${dir}/odd-`), Buffer.from([0xff, 0xfe]), Buffer.from('.txt')]),
    'Odd name\n\nThe name of this file is no text.'
  )
  return dir
}

test.skipIf(process.platform === 'win32')(
  'a folder of hostile files opens, and every bad file is listed with a reason',
  { timeout: 120_000 },
  async () => {
    const library = openLibrary({
      spawnReader: forkReaders(reader),
      settings: { ...DEFAULT_SETTINGS, sizeLimitMb: 64 }
    })

    library.openFolder(hostileFolder())
    await library.idle()

    const { rows } = library.articles(ALL)
    const texts = new Map(rows.map(({ id, fileName }) => [fileName, library.article(id).text]))
    const problems = new Map(
      library.problems({ offset: 0, limit: 200 }).rows.map(({ fileName, code }) => [fileName, code])
    )
    expect(Object.fromEntries(problems)).toMatchObject({
      'empty.txt': 'empty',
      'binary.txt': 'unsupported-format',
      'large.txt': 'too-large',
      again: 'symlink',
      'link.txt': 'symlink',
      'pipe.html': 'not-regular-file',
      'odd-\uFFFD\uFFFD.txt': 'name-not-utf8'
    })
    // The superuser reads everything.
    if (process.getuid?.() !== 0) expect(problems.get('secret.txt')).toBe('not-readable')
    expect(problems.has('invalid.txt')).toBe(true)
    expect(texts.get('cyrillic.txt')).toContain('Паром задержан штормом')
    expect(texts.get('wide.txt')).toContain('Every letter')
    expect(texts.get('odd-\uFFFD\uFFFD.txt')).toContain('no text')
    expect(texts.get('good.txt')).toContain('Tolm')
    // Read or refused, never passed over in silence.
    expect(texts.has('line.txt') || problems.has('line.txt')).toBe(true)
    expect(library.status().progress).toBeUndefined()
  }
)

/** Two pages whose objects are broken: pdf.js reads the second ahead, and nobody waits for what becomes of it. */
function strayPdf(): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    '<< /Type /Page /Parent 2 0 R /Rotate -M >>',
    '<< /Type /Page /Parent 2 0 R /Rotate -M >>'
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return `${pdf}xref\n0 5\n0000000000 65535 f \n${entries}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
}

test('what a parser leaves behind does not cost the files that come next', async () => {
  const dir = tempDir()
  for (let i = 0; i < 6; i++) {
    writeFileSync(join(dir, `${i}-a.pdf`), `${strayPdf()}% ${i}`)
    writeFileSync(join(dir, `${i}-b.txt`), `Harbour ${i}\n\nThe harbour reopened on day ${i}.\n`)
  }
  const started: number[] = []
  const spawn = forkReaders(reader)
  const library = openLibrary({
    spawnReader: () => {
      const process = spawn()
      started.push(process.pid ?? 0)
      return process
    },
    readers: 1
  })

  library.openFolder(dir)
  await library.idle()

  expect(library.articles(ALL).total).toBe(6)
  const codes = library.problems({ offset: 0, limit: 200 }).rows.map(({ code }) => code)
  expect(codes).toEqual(Array(6).fill('no-text-layer'))
  expect(started).toHaveLength(1)
})
