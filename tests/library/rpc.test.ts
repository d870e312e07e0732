import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test, vi } from 'vitest'
import { connect } from '../../src/library/worker/rpc'
import { serve } from '../../src/library/worker/serve'
import type { Notices } from '../../src/shared/contract'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import { eventually, localReader, openLibrary, tempDir } from './support'

const ALL = { offset: 0, limit: 200, sort: 'added', descending: false } as const

function connected(dataDir = tempDir()) {
  const { port1, port2 } = new MessageChannel()
  const notices: (keyof Notices)[] = []
  const client = connect(port1, {
    spawnReader: localReader,
    onNotice: (name) => void notices.push(name)
  })
  serve(port2, { dataDir, settings: DEFAULT_SETTINGS })
  onTestFinished(async () => {
    await client.call('close')
    port1.close()
    port2.close()
  })
  return { client, notices }
}

test('calls, answers and notices cross the port, and readers are run by the other side', async () => {
  const dir = tempDir()
  writeFileSync(join(dir, 'a.txt'), 'Ferry late\n\nThe ferry to Tolm was late.')
  const { client, notices } = connected()
  expect(await client.opened).toEqual({ ok: true, value: {} })

  expect(await client.call('openFolder', dir)).toEqual({ ok: true, value: 1 })
  let found = 0
  const ask = async () => {
    const answer = await client.call('articles', ALL)
    if (answer.ok) found = answer.value.total
  }
  await eventually(() => {
    void ask()
    return found === 1
  }, 5_000)

  await eventually(() => notices.includes('libraryChanged') && notices.includes('progress'), 2_000)
  expect(await client.call('originalPath', 1)).toEqual({ ok: true, value: join(dir, 'a.txt') })
})

test('expected failures come back as data, and calls outside the list are refused', async () => {
  const { client } = connected()
  const known = { code: 'article-not-found', article: 7 }

  expect(await client.call('article', 7)).toEqual({ ok: false, failure: known })
  for (const name of ['constructor', 'idle', '__proto__', 'toString'])
    expect(await client.call(name as 'status'), name).toMatchObject({
      ok: false,
      failure: { code: 'bad-arguments' }
    })
})

test('a bug comes back under a number that finds its stack in the log', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { client } = connected()

  const answer = await client.call('articles', null as never)

  expect(answer).toMatchObject({ ok: false, failure: { code: 'internal' } })
  const ref = !answer.ok && answer.failure.code === 'internal' ? answer.failure.ref : ''
  expect(logged.mock.calls.flat().join(' ')).toContain(ref)
  logged.mockRestore()
})

test('a library that another process holds is told at once', async () => {
  const dataDir = tempDir()
  openLibrary({ dataDir })

  const { client } = connected(dataDir)

  const failure = { code: 'library-not-open', detail: 'another process has this library open' }
  expect(await client.opened).toEqual({ ok: false, failure })
  expect(await client.call('status')).toEqual({ ok: false, failure })
})

test('when the worker has ended, every call fails instead of waiting', async () => {
  const { port1 } = new MessageChannel()
  const client = connect(port1, { spawnReader: localReader, onNotice: () => undefined })
  const failure = { code: 'library-not-open', detail: 'ended' } as const
  const waiting = client.call('status')

  client.ended(failure)

  expect(await waiting).toEqual({ ok: false, failure })
  expect(await client.call('status')).toEqual({ ok: false, failure })
  expect(await client.opened).toEqual({ ok: false, failure })
  port1.close()
})
