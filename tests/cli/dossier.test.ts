import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCli } from './run'

let run: Awaited<ReturnType<typeof buildCli>>
const scratch = mkdtempSync(join(tmpdir(), 'briefing-dossier-'))
const folder = join(scratch, 'reports')
const REPORT = `Boats lost

The Defense Ministry of Veld claimed that five Tolmian boats were destroyed on Monday.

The Courier could not independently verify the report.
`

beforeAll(async () => {
  run = await buildCli('dossier')
  mkdirSync(folder)
  writeFileSync(join(folder, 'boats.txt'), REPORT)
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('a folder is exported in every format, and nothing is left beside the file', async () => {
  const out = join(scratch, 'out')
  mkdirSync(out)
  for (const format of ['json', 'md', 'html', 'csv', 'csl', 'bibtex', 'claimreview']) {
    const file = join(out, `dossier.${format}`)
    const { code, err } = await run(['export', folder, '--format', format, '--out', file])
    expect(err).not.toContain('Error')
    expect(code).toBe(0)
    const { code: verdict } = await run(['verify', file])
    expect(verdict).toBe(format === 'csl' ? 2 : 0)
  }
  expect(readdirSync(out)).toHaveLength(7)
  expect(readFileSync(join(out, 'dossier.md'), 'utf8')).toContain('five Tolmian boats')
})

test('one changed byte is found, and named where it stands in a quotation', async () => {
  const file = join(scratch, 'changed.json')
  await run(['export', folder, '--out', file])
  writeFileSync(file, readFileSync(file, 'utf8').replace('five Tolmian', 'nine Tolmian'))

  const { code, out } = await run(['verify', file])

  expect(code).toBe(1)
  expect(out).toContain('The seal does not fit')
  expect(out).toContain('nine Tolmian')
})

test('the documents of a dossier are looked up in a folder, and those that changed or left are named', async () => {
  const file = join(scratch, 'against.json')
  const place = join(scratch, 'place')
  mkdirSync(place)
  writeFileSync(join(place, 'boats.txt'), REPORT)
  await run(['export', place, '--out', file])
  expect((await run(['verify', file, place])).code).toBe(0)

  writeFileSync(join(place, 'boats.txt'), REPORT.replaceAll('\n', '\r\n'))
  const other = await run(['verify', file, place])
  expect(other.code).toBe(1)
  expect(other.out).toContain('its text is the same, its file has changed')

  writeFileSync(join(place, 'boats.txt'), REPORT.replace('Monday', 'Tuesday'))
  const changed = await run(['verify', file, place])
  expect(changed.code).toBe(1)
  expect(changed.out).toContain('its text has changed')

  rmSync(join(place, 'boats.txt'))
  const gone = await run(['verify', file, place])
  expect(gone.code).toBe(1)
  expect(gone.out).toContain('it is not there')
})

test('wrong formats, missing files and places that cannot be written are trouble', async () => {
  expect((await run(['export', folder, '--format', 'doc'])).code).toBe(2)
  expect((await run(['export', folder, '--severity', '9'])).code).toBe(2)
  const nowhere = join(scratch, 'nowhere', 'dossier.json')
  expect((await run(['export', folder, '--out', nowhere])).code).toBe(2)
  expect((await run(['verify'])).code).toBe(2)
  expect((await run(['verify', nowhere])).code).toBe(2)
  expect((await run(['verify', join(folder, 'boats.txt')])).code).toBe(2)
})

test('the reader’s own library gives the reports that were worked on, or all', async () => {
  const data = join(scratch, '.library')
  await run(['index', '--data', data, folder])
  const documents = async (...more: string[]) => {
    const { out } = await run(['export', '--data', data, ...more])
    return (JSON.parse(out) as { documents: unknown[] }).documents.length
  }

  expect(await documents()).toBe(0)
  expect(await documents('--all', '--threads', '--compare')).toBe(1)
})
