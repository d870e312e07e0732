import { describe, expect, test } from 'vitest'
import {
  keyedLines,
  lineKey,
  PROSE_REPORTS,
  repeatedLines,
  type Sharer
} from '../../../src/core/article/repetition'
import { toCanonical } from '../../../src/core/text/canonical'

const MENU = ['World', 'Ports and ships', 'Weather map', 'Letters page', 'Our archive']
const PLUG = 'Your gift keeps our reporters on the quay, in all weathers and at all hours.'
const STORY = [
  'The port of Velmora will open again on Monday, the harbour office said in a statement.',
  'Three ships wait in the outer basin, and two more are expected before the week is out.'
]

const report = (...lines: string[]) =>
  toCanonical(lines.map((text) => ({ text, role: 'paragraph' })))
const sharer = (...lines: string[]): Sharer => {
  const keyed = keyedLines(report(...lines))
  return {
    keys: new Set(keyed.map(({ key }) => key)),
    prose: keyed.reduce((total, { prose }) => total + prose, 0)
  }
}

/** What sharers have in common with a report, as the library finds it. */
function shared(lines: readonly string[], others: readonly (readonly string[])[]): number[] {
  const own = keyedLines(report(...lines))
  const keys = new Set(own.map(({ key }) => key))
  const sharers = others.map((other) => {
    const all = sharer(...other)
    return { keys: new Set([...all.keys].filter((key) => keys.has(key))), prose: all.prose }
  })
  return [...repeatedLines(own, 'Port opens', sharers, others.length + 1)].toSorted((a, b) => a - b)
}

const other = (n: number) =>
  Array.from(
    { length: 6 },
    (_, i) => `Story ${n} tells in sentence ${i} of something else that nobody has told before.`
  )

describe('keys', () => {
  test('case, spacing and apostrophes make no difference', () => {
    expect(lineKey('Don’t  MISS')).toBe(lineKey("don't miss"))
    expect(lineKey('Share it')).not.toBe(lineKey('Share its'))
  })

  test('they stay what they were, because decisions are kept by them', () => {
    expect(lineKey('Share it')).toMatchInlineSnapshot(`1878725608067464`)
  })
})

describe('repetition', () => {
  test('the menu of a site is furniture by one other report of it', () => {
    expect(shared([...MENU, ...STORY], [[...MENU, ...other(1)]])).toEqual([0, 1, 2, 3, 4])
  })

  test('copies and versions of one report prove nothing', () => {
    expect(shared([...MENU, ...STORY], [[...MENU, ...STORY]])).toEqual([])
  })

  test('running text of the site counts beside its menu only', () => {
    const lines = [...MENU, PLUG, ...STORY, ...other(8)]

    expect(shared(lines, [[...MENU, PLUG, ...other(1)]])).toEqual([0, 1, 2, 3, 4, 5])
    expect(
      shared([...MENU, ...STORY, PLUG, ...other(8)], [[...MENU, PLUG, ...other(1)]])
    ).not.toContain(7)
  })

  test('a single heading in common is chance until several reports have it', () => {
    const lines = ['Analysis', ...STORY]

    expect(shared(lines, [['Analysis', ...other(1)]])).toEqual([])
    expect(
      shared(
        lines,
        [1, 2, 3].map((n) => ['Analysis', ...other(n)])
      )
    ).toEqual([0])
  })

  test('a paragraph of background is furniture only when much of the site has it', () => {
    const lines = [...STORY, PLUG, ...other(9)]
    const others = Array.from({ length: PROSE_REPORTS }, (_, n) => [PLUG, ...other(n)])

    expect(shared(lines, others.slice(1))).toEqual([])
    expect(shared(lines, others)).toEqual([2])
  })

  test('the report’s own title is kept though others list it', () => {
    const lines = [...MENU, 'Port opens', ...STORY]

    expect(shared(lines, [[...MENU, 'Port opens', ...other(1)]])).not.toContain(5)
  })
})
