import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
