import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KeptSidecar } from '../../src/main/settings'
import { copyFailure, Sidecar, SIDECAR } from '../../src/main/sidecar'
import { FailureError } from '../../src/shared/failure'

let folder: string
let notes: string[]
let taken: string[]
let failures: unknown[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidecar-'))
  notes = ['first']
  taken = []
  failures = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A sidecar over a desk that is a list of words. */
function make(kept?: KeptSidecar) {
  const store = {
    sidecar: kept,
    keepSidecar(now: KeptSidecar | undefined) {
      this.sidecar = now
    }
  }
  const desk = {
    exportDesk: () => Promise.resolve(JSON.stringify(notes)),
    importDesk: (json: string) => {
      if (!json.startsWith('['))
        throw new FailureError({ code: 'not-found', what: 'desk document' })
      taken.push(json)
      return Promise.resolve([])
    }
  }
  return { store, sidecar: new Sidecar({ desk, store, failed: (error) => failures.push(error) }) }
}

const written = (): unknown => JSON.parse(readFileSync(join(folder, SIDECAR), 'utf8'))

test('a folder that is chosen gets the copy, and later decisions when they are flushed', async () => {
  const { sidecar } = make()
  await sidecar.choose(folder)
  expect(written()).toEqual(['first'])

  notes.push('second')
  sidecar.changed()
  await sidecar.flush()

  expect(written()).toEqual(['first', 'second'])
  expect(taken).toEqual([])
})

test('a copy that another computer left there is taken in before it is written over', async () => {
  writeFileSync(join(folder, SIDECAR), '["theirs"]')
  const { sidecar } = make()

  await sidecar.choose(folder)

  expect(taken).toEqual(['["theirs"]'])
})

test('the copy that was written here is not taken in again, also after another start', async () => {
  const first = make()
  await first.sidecar.choose(folder)

  const second = make(first.store.sidecar)
  await second.sidecar.takeIn()
  expect(taken).toEqual([])

  writeFileSync(join(folder, SIDECAR), '["theirs"]')
  await second.sidecar.takeIn()
  expect(taken).toEqual(['["theirs"]'])
})

test('a folder that can’t be written is refused, and the one before stays', async () => {
  const { store, sidecar } = make()
  await sidecar.choose(folder)

  await expect(sidecar.choose(join(folder, 'nowhere'))).rejects.toThrow()

  expect(store.sidecar).toMatchObject({ folder })
})

test('a folder that is gone is told and stops nothing', async () => {
  const { sidecar } = make({ folder: join(folder, 'unplugged'), seen: '' })
  await sidecar.takeIn()

  sidecar.changed()
  await sidecar.flush()

  expect(failures).toHaveLength(1)
})

test('without a folder nothing is written, and dropping it leaves the file', async () => {
  const { sidecar } = make()
  await sidecar.choose(folder)
  sidecar.drop()
  notes.push('second')
  sidecar.changed()
  await sidecar.flush()

  expect(written()).toEqual(['first'])
})

test('a file that is too large to be taken in is never written over, and the reason is told', async () => {
  const { sidecar } = make({ folder, seen: '' })
  const large = 64 * 1024 * 1024 + 1
  writeFileSync(join(folder, SIDECAR), '["theirs"]')
  truncateSync(join(folder, SIDECAR), large)

  sidecar.changed()
  await sidecar.flush()
  await expect(sidecar.choose(folder)).rejects.toThrow('copy-not-kept')

  expect(statSync(join(folder, SIDECAR)).size).toBe(large)
  expect(failures.map(copyFailure)).toMatchObject([{ code: 'copy-not-kept', reason: 'too-large' }])
})

test('a file that is no notes, or only the begin of them, is never written over', async () => {
  const { sidecar } = make({ folder, seen: '' })
  writeFileSync(join(folder, SIDECAR), '{"format": "briefing-reader-de')

  sidecar.changed()
  await sidecar.flush()

  expect(readFileSync(join(folder, SIDECAR), 'utf8')).toBe('{"format": "briefing-reader-de')
  expect(failures.map(copyFailure)).toMatchObject([{ code: 'copy-not-kept', reason: 'other-form' }])
})
