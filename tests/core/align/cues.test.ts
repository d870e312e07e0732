import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsIn } from '../../../src/core/align/facts'
import { isPointer } from '../../../src/core/align/formula'
import { learnNames } from '../../../src/core/align/names'
import { cuesUnder, prepare } from '../../../src/core/align/report'
import { Vocabulary } from '../../../src/core/align/vocabulary'
import { CUE } from '../../../src/core/align/cues'
import { toCanonical } from '../../../src/core/text/canonical'
import { words } from '../../../src/core/text/segment'

/** One phrase at least for every way in which a fact can be told. */
const PHRASES = [
  ...'14 September|Sept. 14, 2023|May 3|in May|since March|10:30 a.m.|9 pm|on Monday|Fridays|this week|earlier this year'.split(
    '|'
  ),
  ...'late last night|in recent days|over the coming months|in the future|at a later date|yesterday|tonight|noon'.split(
    '|'
  ),
  ...'shortly after|immediately before|in 2014|first.|twenty-five boats|a dozen men|dozens of ships|hundreds|several'.split(
    '|'
  ),
  ...'two million|$4.5 billion|12 percent|one person|the mayor may resign|might|could sink|possibly|allegedly|suspected'.split(
    '|'
  ),
  ...'appears to|seemed to|probably|believed to|hoped to|aims to|weighing|plans to|intends|expected to|slated|due to sail'.split(
    '|'
  ),
  ...'set to leave|scheduled for|about to|will|they’ll|unclear|unverified|cancelled|called off|postponed|put off'.split(
    '|'
  ),
  ...'under way|underway|continues|still burning|wrapped up|has ended|was over|had begun|got underway|on Telegram'.split(
    '|'
  ),
  ...'via state television|through the radio|in a joint statement|in its nightly report|told reporters|told a briefing'.split(
    '|'
  ),
  ..."not|never|cannot|wasn’t|isn't|Orla Venn said|the governor denied|Tarsk police warned|he confirmed".split(
    '|'
  ),
  ...'according to the Harbour Office|citing two officials|in Velmora|Ostrava Bay region|“we held the pier”'.split(
    '|'
  ),
  ...'could not independently verify the reports|declined to comment|no immediate comment|it was unclear'.split(
    '|'
  )
]

const sentence = fc
  .array(fc.constantFrom(...PHRASES, 'of the lighthouse', 'boats near', 'and'), { maxLength: 6 })
  .map((parts) => `Crews ${parts.join(' ')} today-or-later.`)

test('a sentence without cues of a family has no facts of that family', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const report = toCanonical([{ text, role: 'paragraph' }])
      const prepared = prepare(report, new Vocabulary())
      const span = { start: 0, end: report.text.length }
      const sense = learnNames([report])

      const facts = factsIn(report.text, span, sense, cuesUnder(prepared, span))

      expect(facts).toEqual(factsIn(report.text, span, sense))
    }),
    { numRuns: 500 }
  )
})

test.each(PHRASES)('“%s” alone is read the same way', (phrase) => {
  const report = toCanonical([{ text: `Crews ${phrase}`, role: 'paragraph' }])
  const prepared = prepare(report, new Vocabulary())
  const span = { start: 0, end: report.text.length }
  const sense = learnNames([report])
  const cues = cuesUnder(prepared, span)

  expect(factsIn(report.text, span, sense, cues)).toEqual(factsIn(report.text, span, sense))
  if (isPointer(report.text, words(report.text).length)) expect(cues & CUE.pointer).not.toBe(0)
})
