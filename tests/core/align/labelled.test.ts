import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import type { Change } from '../../../src/core/align/model'
import { touches, type Span } from '../../../src/core/text/span'
import { report } from './texts'

const FOLDER = join(import.meta.dirname, '../../fixtures/align/briefing-versions')
const read = (file: string) =>
  report(...readFileSync(join(FOLDER, file), 'utf8').trim().split('\n\n'))
const [a, b] = [read('1.txt'), read('2.txt')]
const { changes, counts } = align(a, b)
const named = changes.filter(({ strength }) => strength !== 'minor')

/** Finds a fragment; `around` tells which one when it stands several times. */
function find(text: string, fragment: string, around = fragment): Span | undefined {
  if (fragment === '') return undefined
  const start = text.indexOf(around) + around.indexOf(fragment)
  expect(text.slice(start, start + fragment.length)).toBe(fragment)
  return { start, end: start + fragment.length }
}

function on(change: Change, inA: Span | undefined, inB: Span | undefined): boolean {
  return (
    (inA !== undefined && change.a !== undefined && touches(inA, change.a)) ||
    (inB !== undefined && change.b !== undefined && touches(inB, change.b))
  )
}

/** What is in A, what is in B, and the kind of change that names it. */
const SUBSTANTIVE: readonly (readonly [string, string, Change['kind']])[] = [
  ['', '‘with joy’', 'quotation'],
  ['at a later date', '', 'time'],
  ['mills', 'a weaving mill', 'number'],
  ['on Monday', 'this week', 'time'],
  ['was expected to discuss', 'met yesterday', 'status'],
  ['', 'yesterday', 'time'],
  ['', 'in the Ulm ravine', 'place'],
  ['leasing the old tunnel for the salt trade', 'an interest in trade', 'wording'],
  ['“at a later date,”', '“with joy,”', 'quotation'],
  ['the Belmar Central Press Office', 'court spokesman Emil Hart', 'attribution'],
  ['', 'said Sunday', 'time'],
  ['will visit the quarry', 'is being planned first', 'hedge'],
  ['', 'planned first', 'time'],
  ['', 'Drass gave the mayor a silver compass', 'addition'],
  ['guard said it stopped', 'claimed to have stopped', 'hedge'],
  ['two raids', '', 'number'],
  ['on Telegram', '', 'attribution'],
  ['The Quarry Union said the fire damaged a crane and a barge.', '', 'omission'],
  ['', 'A boy was killed and four shepherds were hurt', 'addition']
]

const UNIMPORTANT: readonly (readonly [string, string, string?])[] = [
  ['visit weaving', 'see a'],
  ['Tarsk harbour news:', 'Tarsk live briefing:'],
  ['from', 'belonging to', 'boat from the'],
  ['Lena Ost contributed', 'Lena Ost and Karl Dorn contributed'],
  ['The harbour court said', 'Hart said a visit'],
  ['Guards in the southern pass', 'Guards in the southern pass']
]

describe('two versions with labelled differences', () => {
  test.each(SUBSTANTIVE)('“%s” / “%s” is named: %s', (left, right, kind) => {
    const [inA, inB] = [find(a.text, left), find(b.text, right)]

    expect(named.filter((change) => on(change, inA, inB)).map((change) => change.kind)).toContain(
      kind
    )
  })

  test.each(UNIMPORTANT.map(([a, b, around = a]) => [a, b, around] as const))(
    '“%s” / “%s” is not named',
    (left, right, around) => {
      const [inA, inB] = [find(a.text, left, around), find(b.text, right)]
      const substantive = SUBSTANTIVE.map(([x, y]) => [find(a.text, x), find(b.text, y)] as const)

      const alarms = named.filter(
        (change) => on(change, inA, inB) && !substantive.some(([x, y]) => on(change, x, y))
      )

      expect(alarms).toEqual([])
    }
  )

  test('has exactly one move', () => {
    expect(counts.moved).toBe(1)
  })
})
