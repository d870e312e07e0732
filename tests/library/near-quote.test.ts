import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote, quoteOf } from '../../src/library/anchor'
import { findNear } from '../../src/library/near-quote'
import { threadTime } from '../support/thread-time'

const TEXT =
  'The ferry to Tolm was late. “The crew counted eleven damaged boats on Monday night,” the mayor of Veld said. ' +
  'The crew of the ferry counted nobody. Repairs begin on Thursday at the pier in Tolm.'
const QUOTE = '“The crew counted eleven damaged boats on Monday night,”'

function quote(exact = QUOTE) {
  const start = TEXT.indexOf(exact)
  return quoteOf(TEXT, { start, end: start + exact.length })
}

function found(text: string, exact = QUOTE): string | undefined {
  const span = findQuote(text, quote(exact))
  return span === undefined ? undefined : text.slice(span.start, span.end)
}

test.each([
  ['eleven', 'fourteen'],
  ['damaged boats', 'badly damaged fishing boats'],
  ['counted eleven', 'had counted about eleven'],
  ['on Monday night', 'on Monday'],
  ['crew counted', 'CREW  counted'],
  ['“The', '"The']
])('a quotation is found when “%s” became “%s”', (before, after) => {
  const passage = found(TEXT.replace(before, after))

  expect(passage).toContain('boats on Monday')
  expect(passage).not.toContain('mayor')
  expect(passage).not.toContain('late')
})

test('a quotation whose words are mostly gone is not attached to something else', () => {
  expect(found(TEXT.replace(QUOTE, 'The crew saw no boats'))).toBeUndefined()
  expect(found('The mayor of Veld said on Monday that boats may sail.')).toBeUndefined()
  expect(found('')).toBeUndefined()
})

test('of two passages that are equally like, the one in the same surroundings is taken', () => {
  const text =
    'Alpha beta says: the crew counted twelve damaged boats on Monday night, and left. ' +
    `The ferry to Tolm was late. ${QUOTE.replace('eleven', 'ten')} the mayor of Veld said.`

  expect(found(text)).toContain('ten')
})

test('two words are too few to be looked for in other words', () => {
  expect(
    findNear('damaged ships', { exact: 'damaged boats', before: '', after: '' })
  ).toBeUndefined()
})

test('a passage that is found lies in the text, whatever both are', () => {
  const word = fc.constantFrom('a', 'boat', 'Tolm', 'ferry', '“', '.', 'x’s', 'é', '船')
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, text, text, (within, exact, before, after) => {
      const span = findQuote(within, { exact, before, after })
      if (span === undefined) return
      expect(span.start).toBeGreaterThanOrEqual(0)
      expect(span.end).toBeLessThanOrEqual(within.length)
      expect(span.start).toBeLessThanOrEqual(span.end)
    })
  )
})

test('a quotation of a text is found in that text, at its place', () => {
  fc.assert(
    fc.property(fc.nat(TEXT.length - 1), fc.nat(60), (start, length) => {
      const span = { start, end: Math.min(TEXT.length, start + length) }
      if (span.start === span.end) return
      expect(findQuote(TEXT, quoteOf(TEXT, span))).toEqual(span)
    })
  )
})

test('looking for changed words in a long text takes time that grows with its length', () => {
  const long = 'the crew counted boats on the pier of Tolm. '.repeat(20_000)
  const exact = 'the crew counted ships on the quay of Veld and '.repeat(60)
  const taken = threadTime()

  findNear(long, { exact, before: '', after: '' })

  expect(taken()).toBeLessThan(5000)
})
