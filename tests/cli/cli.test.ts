import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCli } from './run'

let run: Awaited<ReturnType<typeof buildCli>>
const dir = mkdtempSync(join(tmpdir(), 'briefing-cli-'))

beforeAll(async () => {
  run = await buildCli('cli')
  writeFileSync(
    join(dir, 'harbour.txt'),
    'Harbour reopens\n\nThe harbour of Tolm reopened on Monday.\n'
  )
  writeFileSync(join(dir, 'empty.txt'), '')
})

afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('a folder is put into a library, its bad files are named, and the answer is one JSON document', async () => {
  const data = join(dir, '.library')
  const { code, out, err } = await run(['index', '--data', data, '--json', dir])

  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ articles: 1, problems: 1, pending: 0 })
  expect(err).toContain('empty.txt: empty')
})

test('an unknown command, a missing operand and a missing folder are trouble', async () => {
  expect((await run(['fly'])).code).toBe(2)
  expect((await run(['index'])).code).toBe(2)
  const missing = await run(['index', '--data', join(dir, '.library'), join(dir, 'nowhere')])
  expect(missing.code).toBe(2)
  expect(missing.err).toContain('nowhere')
})

test('every command explains itself', async () => {
  const { code, out } = await run(['--help'])

  expect(code).toBe(0)
  const names = [...out.matchAll(/^ {2}(\w+) {2,}/gm)].map((match) => match[1] ?? '')
  expect(names).toContain('index')
  for (const name of names) {
    const own = await run([name, '--help'])
    expect(own.code).toBe(0)
    expect(own.out).toContain(`briefing ${name}`)
  }
})

const FERRY = [
  'Ferry to Tolm delayed',
  'The ferry to Tolm left two hours late on Monday because of fog, the harbour office said.',
  'Local media reported that three people were injured. The report could not be independently verified.',
  'The mayor denied that the pier had been damaged.'
]

function write(name: string, paragraphs: readonly string[]): string {
  const path = join(dir, 'reports', name)
  mkdirSync(join(dir, 'reports'), { recursive: true })
  writeFileSync(path, `${paragraphs.join('\n\n')}\n`)
  return path
}

test('comparing says same, differs or trouble by its exit code, as diff does', async () => {
  const a = write('a.txt', FERRY)
  const same = write('same.txt', FERRY)
  const changed = write('changed.txt', FERRY.with(2, 'Nobody was injured.'))

  expect((await run(['compare', a, same])).code).toBe(0)
  const differs = await run(['compare', '--json', a, changed])
  expect(differs.code).toBe(1)
  expect(JSON.parse(differs.out)).toMatchObject({ a: { header: { title: FERRY[0] } } })
  expect((await run(['compare', a, join(dir, 'absent.txt')])).code).toBe(2)
  expect((await run(['compare', a, join(dir, 'empty.txt')])).code).toBe(2)
  expect((await run(['compare', a])).code).toBe(2)
})

test('diff is another name of compare', async () => {
  const a = write('a.txt', FERRY)

  expect((await run(['diff', a, a])).code).toBe(0)
  expect((await run(['diff', '--help'])).out).toContain('briefing compare')
})

test('a claim that several reports tell is one thread, and a conflict is told by the exit code', async () => {
  const folder = join(dir, 'threads')
  mkdirSync(folder, { recursive: true })
  const tell = (file: string, words: string) => writeFileSync(join(folder, file), words)
  const said =
    'The Tolm Coast Guard said it had destroyed five boats near the pier of Tolm on Monday.'
  tell('one.txt', `Boats near Tolm\n\n${said} The report could not be independently verified.\n`)
  tell('two.txt', `Night at the pier\n\n${said}\n\nThe pier was closed in the evening.\n`)

  const { code, out } = await run(['thread', '--json', folder])
  const threads = JSON.parse(out) as { gist: string; documents: number; origins: number }[]
  expect(threads.find(({ gist }) => gist.includes('five boats'))).toMatchObject({
    documents: 2,
    origins: 1
  })
  expect(code).toBe(0)

  tell('two.txt', `Night at the pier\n\n${said.replace('five', 'seven')}\n`)
  const differing = await run(['thread', folder])
  expect(differing.out).toMatch(/1 origin - 2 documents/)
  expect(differing.out).toContain('conflict:')
  expect(differing.code).toBe(1)
  expect((await run(['thread', '--words', 'zanzibar', folder])).out).toBe('')
})

test('a report is read from standard input', async () => {
  const a = write('a.txt', FERRY)

  const { code, out } = await run(['compare', a, '-', '--json'], FERRY.join('\n\n'))

  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ b: { header: { fileName: 'standard-input.txt' } } })
})

test('searching marks what it found and says by its exit code whether there was anything', async () => {
  write('a.txt', FERRY)
  const folder = join(dir, 'reports')

  const found = await run(['search', '--library', folder, '"independently verified"'])
  expect(found.code).toBe(0)
  expect(found.out).toContain('«independently verified»')
  expect((await run(['search', '--library', folder, 'zanzibar'])).code).toBe(1)
})

test('claims and overlaps of a folder are lines of JSON and of text', async () => {
  const a = write('a.txt', FERRY)
  write('later.txt', [...FERRY, 'The pier was closed in the evening.'])

  const claims = await run(['claims', '--json', a])
  expect(claims.code).toBe(0)
  const { sentences, claims: marks } = JSON.parse(claims.out) as {
    sentences: string[]
    claims: { marks: { letter?: string }[] }
  }
  expect(sentences).toHaveLength(marks.marks.length)
  expect(marks.marks.some(({ letter }) => letter === 'V')).toBe(true)

  const overlaps = await run(['overlaps', join(dir, 'reports')])
  expect(overlaps.code).toBe(0)
  expect(overlaps.out).toMatch(/^(?:version|same-text)\t/m)
})

test('text from files can not drive the terminal', async () => {
  const path = write('escape.txt', [
    'Title \u001b]0;owned\u0007\u001b[2J',
    'Officials said \u009b31m so.'
  ])

  const { out } = await run(['claims', '--all', path])

  // eslint-disable-next-line no-control-regex
  expect(out).not.toMatch(/[\u001b\u009b\u0007]/)
})
