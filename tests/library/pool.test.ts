import { expect, test } from 'vitest'
import { READER_LIMITS, ReaderPool } from '../../src/library/reader/pool'
import type {
  ReaderMessage,
  ReaderRequest,
  ReadOutcome,
  SpawnReader
} from '../../src/library/reader/protocol'

const LIMITS = { ...READER_LIMITS, workMs: 60, slowMs: 400, startMs: 200, backOffMs: 1 }

/** Requests by file name: what the reader does with it. */
type Behaviour = 'answer' | 'die' | 'hang' | 'slow'

interface Spawned {
  readonly spawn: SpawnReader
  started: number
}

const outcome = (hash: string): ReadOutcome => ({
  kind: 'unchanged',
  hash,
  look: { stamp: '', inode: '', size: 0 }
})

function readers(startsUp: (number: number) => boolean = () => true): Spawned {
  const spawned: { spawn: SpawnReader; started: number } = { spawn: () => start(), started: 0 }
  const start: SpawnReader = () => {
    const number = spawned.started++
    let tell: (message: ReaderMessage) => void = () => undefined
    let end: () => void = () => undefined
    const die = () => setImmediate(() => end())
    return {
      send: ({ id, fileName }: ReaderRequest) => {
        const behaviour = fileName as Behaviour
        tell({ type: 'opened', id, hash: `hash of ${fileName}`, slow: behaviour === 'slow' })
        if (behaviour === 'die') die()
        const answer = () => tell({ type: 'done', id, outcome: outcome(fileName) })
        if (behaviour === 'answer') setImmediate(answer)
        if (behaviour === 'slow') setTimeout(answer, 150)
      },
      onMessage: (listener) => {
        tell = listener
        setImmediate(() => (startsUp(number) ? listener({ type: 'ready' }) : end()))
      },
      onExit: (listener) => {
        end = listener
      },
      kill: die
    }
  }
  return spawned
}

const request = (fileName: Behaviour) => ({
  path: new Uint8Array(),
  fileName,
  sizeLimit: 1,
  knownHash: '',
  refused: []
})

test('a reader that dies costs its own file and nothing else', async () => {
  const spawned = readers()
  const pool = new ReaderPool(spawned.spawn, 1, LIMITS)

  const outcomes = await Promise.all(
    (['answer', 'die', 'answer'] as const).map((name) => pool.read(request(name)))
  )

  expect(outcomes.map(({ kind }) => kind)).toEqual(['unchanged', 'failed', 'unchanged'])
  expect(outcomes[1]).toMatchObject({ hash: 'hash of die', problem: { code: 'reader-crashed' } })
  expect(spawned.started).toBe(2)
  pool.close()
})

test('a reader that takes too long is ended, and a slow format has more time', async () => {
  const spawned = readers()
  const pool = new ReaderPool(spawned.spawn, 2, LIMITS)

  const outcomes = await Promise.all([pool.read(request('hang')), pool.read(request('slow'))])

  expect(outcomes[0]).toMatchObject({ kind: 'failed', problem: { code: 'reader-timeout' } })
  expect(outcomes[1].kind).toBe('unchanged')
  pool.close()
})

test('readers that never start give up on files instead of waiting for ever', async () => {
  const spawned = readers(() => false)
  const pool = new ReaderPool(spawned.spawn, 1, LIMITS)

  const outcomes = await Promise.all([pool.read(request('answer')), pool.read(request('answer'))])

  expect(outcomes.map(({ kind }) => kind)).toEqual(['failed', 'failed'])
  expect(spawned.started).toBeGreaterThanOrEqual(3)
  pool.close()
})

test('closing answers every request', async () => {
  const spawned = readers()
  const pool = new ReaderPool(spawned.spawn, 1, LIMITS)
  const waiting = [pool.read(request('hang')), pool.read(request('answer'))]

  await new Promise((resolve) => setTimeout(resolve, 20))
  pool.close()

  expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(['failed', 'failed'])
})
