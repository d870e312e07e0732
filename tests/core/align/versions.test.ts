import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import type { Change } from '../../../src/core/align/model'
import { touches, type Span } from '../../../src/core/text/span'
import { report } from './texts'

/** Two versions of one news story and what a reader should be told of them, written before they were compared. */
interface Versions {
  readonly a: readonly string[]
  readonly b: readonly string[]
  /** A fragment of either side and the kinds by which its change may be named, parted by bars. */
  readonly named: readonly (readonly [string, string, string])[]
  /** Fragments that are equal in substance. */
  readonly quiet: readonly (readonly [string, string])[]
  readonly moved: number
  /** Beginnings of sentences that belong together. */
  readonly pairs: readonly (readonly [string, string])[]
}

const FOLDER = join(import.meta.dirname, '../../fixtures/versions')

describe.each(readdirSync(FOLDER))('%s', (name) => {
  // The files are ours and have this shape.
  const versions = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Versions
  const [a, b] = [report(...versions.a), report(...versions.b)]
  const { rows, changes, counts } = align(a, b)
  const named = changes.filter(({ strength }) => strength !== 'minor')
  const find = (text: string, fragment: string): Span | undefined => {
    if (fragment === '') return undefined
    const start = text.indexOf(fragment)
    expect(start, fragment).toBeGreaterThanOrEqual(0)
    return { start, end: start + fragment.length }
  }
  const on = (change: Change, x: Span | undefined, y: Span | undefined): boolean =>
    (x !== undefined && change.a !== undefined && touches(x, change.a)) ||
    (y !== undefined && change.b !== undefined && touches(y, change.b))

  test('names what changed in substance', () => {
    for (const [left, right, kinds] of versions.named) {
      const [x, y] = [find(a.text, left), find(b.text, right)]
      const found = named.filter((change) => on(change, x, y)).map(({ kind }) => kind)

      expect(
        found.some((kind) => kinds.split('|').includes(kind)),
        `${left} / ${right}: ${found.join()}`
      ).toBe(true)
    }
  })

  test('names nothing else', () => {
    const told = versions.named.map(
      ([left, right]) => [find(a.text, left), find(b.text, right)] as const
    )
    for (const [left, right] of versions.quiet) {
      const [x, y] = [find(a.text, left), find(b.text, right)]

      const alarms = named.filter(
        (change) => on(change, x, y) && !told.some(([inA, inB]) => on(change, inA, inB))
      )

      expect(alarms.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([])
    }
  })

  test('puts the sentences beside each other, and counts moves', () => {
    expect(counts.moved).toBe(versions.moved)
    const all = rows.flatMap(({ pairs }) => pairs)
    for (const [left, right] of versions.pairs) {
      const [x, y] = [find(a.text, left), find(b.text, right)]

      expect(
        all.some((pair) => pair.a && pair.b && x && y && touches(pair.a, x) && touches(pair.b, y)),
        left
      ).toBe(true)
    }
  })
})
