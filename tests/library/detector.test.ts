import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Article, ArticleId } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { findClaims } from '../../src/library/derive/claim-finding'
import { Detector, DETECTOR_LIMITS, DetectionError } from '../../src/library/detector/detector'
import type { DetectorRequest, SpawnDetector } from '../../src/library/detector/protocol'
import { threadDetectors } from '../../src/library/detector/thread'
import type { Library } from '../../src/library/library'
import type { LibraryOptions } from '../../src/library/options'
import { buildForNode } from '../support/build'
import { eventually, openLibrary, tempDir } from './support'

const LIMITS = { ...DETECTOR_LIMITS, workMs: 80, backOffMs: 1 }
const SENTENCE = 'The Velland army said its gunners destroyed nine Orbel drones over Tarsk harbour.'
const NOTHING = { actors: [], scopes: [] }

const articleOf = (id: number, text = SENTENCE): Article => ({
  ...toCanonical([{ role: 'paragraph', text }]),
  id,
  metadata: { title: { value: `Report ${String(id)}`, from: 'text' } },
  format: 'txt',
  contentHash: String(id),
  words: 12
})

/** A request that a detector has in hand. */
interface Held {
  readonly request: DetectorRequest
  answer(): void
  die(): void
}

/** Detectors that do nothing of their own accord: what they have in hand is answered, or is the end of them, when the test says so. */
function heldDetectors(): {
  readonly spawn: SpawnDetector
  readonly held: Held[]
  started: number
} {
  const detectors = { held: new Array<Held>(), started: 0, spawn: (() => start()) as SpawnDetector }
  const start: SpawnDetector = () => {
    detectors.started++
    let tell: Parameters<ReturnType<SpawnDetector>['onMessage']>[0] = () => undefined
    let end: () => void = () => undefined
    return {
      send: (request) => {
        detectors.held.push({
          request,
          answer: () => {
            const found = findClaims(request.article, request.options)
            tell({ type: 'done', id: request.id, outcome: { kind: 'found', found } })
          },
          die: () => end()
        })
      },
      onMessage: (listener) => {
        tell = listener
        setImmediate(() => listener({ type: 'ready' }))
      },
      onExit: (listener) => {
        end = listener
      },
      kill: () => setImmediate(() => end())
    }
  }
  return detectors
}

/** Waits until a detector has something in hand, and takes it. */
async function next(held: Held[]): Promise<Held> {
  await eventually(() => held.length > 0, 5_000)
  const one = held.shift()
  if (one === undefined) throw new Error('nothing in hand')
  return one
}

describe('a detector', () => {
  let entry = ''
  beforeAll(async () => {
    const dir = await buildForNode('detector', { detector: 'src/library/detector/entry.ts' })
    entry = join(dir, 'detector.js')
  })

  test('finds in its thread what is found without one', async () => {
    const detector = new Detector(threadDetectors(entry))
    const article = articleOf(1)
    const actors = [{ kind: 'actor', name: 'Velland army', type: 'ngo' }] as const

    expect(await detector.find(article, NOTHING)).toEqual(findClaims(article, NOTHING))
    expect(await detector.find(article, { actors })).toEqual(findClaims(article, { actors }))
    detector.close()
  })

  test('tells of a bug, which costs the article and not the thread', async () => {
    const detector = new Detector(threadDetectors(entry), { ...DETECTOR_LIMITS, backOffMs: 1 })
    // No article, so that finding its claims throws.
    const broken = { ...articleOf(1), blocks: null } as unknown as Article

    await expect(detector.find(broken, NOTHING)).rejects.toThrow(
      /Cannot find claims of article 1: TypeError/
    )
    expect((await detector.find(articleOf(2), NOTHING)).rows).toHaveLength(1)
    detector.close()
  })

  test('has a second try when the thread ended, and no third', async () => {
    const detectors = heldDetectors()
    const { held } = detectors
    const detector = new Detector(detectors.spawn, LIMITS)
    const once = detector.find(articleOf(1), NOTHING)
    ;(await next(held)).die()
    ;(await next(held)).answer()
    expect((await once).rows).toHaveLength(1)

    const twice = detector.find(articleOf(2), NOTHING)
    ;(await next(held)).die()
    ;(await next(held)).die()
    await expect(twice).rejects.toThrow(DetectionError)
    expect(detectors.started).toBe(3)
    detector.close()
  })

  test('is ended when it takes too long, without a second try', async () => {
    const { spawn, held } = heldDetectors()
    const detector = new Detector(spawn, LIMITS)

    await expect(detector.find(articleOf(1), NOTHING)).rejects.toThrow(/took too long/)
    expect(held).toHaveLength(1)
    detector.close()
  })

  test('sees to what is urgent first, and closing leaves nobody waiting', async () => {
    const { spawn, held } = heldDetectors()
    const detector = new Detector(spawn, DETECTOR_LIMITS)
    const asked = [1, 2, 3].map((id) => detector.find(articleOf(id), NOTHING))
    const first = await next(held)
    const urgent = detector.find(articleOf(9), NOTHING, true)

    first.answer()
    const second = await next(held)
    expect(second.request.article.id).toBe(9)
    second.answer()
    expect((await urgent).rows).toHaveLength(1)
    detector.close()

    const ends = await Promise.allSettled(asked)
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    await expect(detector.find(articleOf(4), NOTHING)).rejects.toThrow(DetectionError)
  })
})

describe('a library with a detector', () => {
  const ALL = { offset: 0, limit: 50 }

  function opened(options: Partial<LibraryOptions> = {}) {
    const folder = tempDir()
    for (const name of ['a', 'b', 'c'])
      writeFileSync(
        join(folder, `${name}.txt`),
        `Report ${name}\n\n${SENTENCE} It was day ${name}.`
      )
    const detectors = heldDetectors()
    const library = openLibrary({ spawnDetector: detectors.spawn, ...options })
    library.openFolder(folder)
    return { library, folder, held: detectors.held }
  }

  const claimed = (library: Library): ArticleId[] =>
    library.claimList({ ...ALL, sort: 'article' }).rows.map(({ article }) => article.id)

  /** Answers whatever comes until nothing is owed. */
  async function finish(library: Library, held: Held[]): Promise<void> {
    const answering = setInterval(() => held.shift()?.answer(), 1)
    await library.idle()
    clearInterval(answering)
  }

  test('answers calls while claims are found, and keeps them in the order of the articles', async () => {
    const { library, held } = opened()
    const first = await next(held)

    expect(library.status()).toMatchObject({ articles: 3, pending: 3 })
    expect(claimed(library)).toEqual([])
    first.answer()
    await finish(library, held)

    expect(claimed(library)).toEqual([1, 2, 3])
    expect(library.status().pending).toBe(0)
  })

  test('never writes what was found before the reader corrected an actor', async () => {
    const { library, held } = opened()
    const first = await next(held)
    library.decide({ kind: 'actor', name: 'Velland army', type: 'ngo' })

    first.answer()
    await finish(library, held)

    const { rows } = library.claimList({ ...ALL, sort: 'article', minSeverity: 0 })
    expect(rows.map(({ source }) => source?.type)).toEqual(['ngo', 'ngo', 'ngo'])
  })

  test('never writes what was found in an article that left meanwhile', async () => {
    const { library, folder, held } = opened()
    const first = await next(held)
    rmSync(join(folder, 'a.txt'))
    library.rescan()
    await eventually(() => library.status().articles === 2, 5_000)

    first.answer()
    await finish(library, held)

    expect(claimed(library)).toEqual([2, 3])
  })

  test('has a problem for an article over which detectors end, and goes on with the others', async () => {
    const bugs: unknown[] = []
    const { library, held } = opened({ onBug: (error) => bugs.push(error) })
    ;(await next(held)).die()
    await eventually(() => held.some(({ request }) => request.article.id === 1), 5_000)
    held
      .splice(0)
      .find(({ request }) => request.article.id === 1)
      ?.die()
    await finish(library, held)

    expect(claimed(library)).toEqual([2, 3])
    expect(library.article(1).problems).toMatchObject([{ code: 'not-derived', where: 'claims' }])
    expect(await library.claims(1)).toEqual({ marks: [], failed: true })
    expect(bugs).toHaveLength(1)

    library.rebuild()
    await finish(library, held)
    expect(claimed(library)).toEqual([1, 2, 3])
    expect(library.article(1).problems).toEqual([])
  })

  test('finds claims of the article that is opened before those that are owed', async () => {
    const { library, held } = opened()
    const first = await next(held)
    const asked = library.claims(3)

    first.answer()
    const second = await next(held)
    expect(second.request.article.id).toBe(3)
    second.answer()

    expect((await asked).marks).not.toHaveLength(0)
    expect(claimed(library)).toEqual([])
    await finish(library, held)
  })

  test('closes at once, and does what is owed after the next opening', async () => {
    const dataDir = tempDir()
    const { library, held } = opened({ dataDir })
    await next(held)
    await library.close()

    const again = openLibrary({ dataDir })
    again.start()
    await again.idle()

    expect(claimed(again)).toEqual([1, 2, 3])
    expect(again.status().problems).toBe(0)
  })
})
