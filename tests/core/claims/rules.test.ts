import { describe, expect, test } from 'vitest'
import { castOf } from '../../../src/core/claims/cast'
import { findCues } from '../../../src/core/claims/cues'
import { ENGLISH_CUES, ENGLISH_RULES } from '../../../src/core/claims/cues/en/rules'
import { prepare } from '../../../src/core/claims/sentence'
import { detectClaims } from '../../../src/core/claims/detect'
import type { Statement } from '../../../src/core/claims/statement'
import { toCanonical } from '../../../src/core/text/canonical'
import { threadTime } from '../../support/thread-time'

const cued = (text: string) => {
  const [sentence] = prepare(toCanonical([{ text, role: 'paragraph' }]))
  return sentence === undefined ? [] : findCues(sentence).map((hit) => hit.rule.id)
}

describe('every rule', () => {
  test.each(ENGLISH_CUES.map((rule) => [rule.id, rule.yes] as const))(
    '%s matches its example',
    (id, yes) => {
      expect(cued(yes)).toContain(id)
    }
  )
  test.each(ENGLISH_CUES.map((rule) => [rule.id, rule.no] as const))(
    '%s leaves its false friend alone',
    (id, no) => {
      expect(cued(no)).not.toContain(id)
    }
  )
  test('has an id of its own and a set that says where it comes from', () => {
    expect(new Set(ENGLISH_CUES.map((rule) => rule.id)).size).toBe(ENGLISH_CUES.length)
    for (const set of ENGLISH_RULES) expect(set.provenance).not.toBe('')
  })
})

describe('a negated pattern wins over the verb inside it', () => {
  test.each([
    ['Orbel did not confirm the raid.', 'unconfirmed/not-confirm', 'confirmed/verb'],
    ['No group has claimed responsibility.', 'unconfirmed/no-claim', 'alleged/claim-verb'],
    [
      'The toll could not be independently confirmed.',
      'unverified/independently-confirm',
      'unconfirmed/not-confirm'
    ]
  ])('%s', (text, wins, loses) => {
    const ids = cued(text)

    expect(ids).toContain(wins)
    expect(ids).not.toContain(loses)
  })
})

describe('words between quotation marks', () => {
  test('are the speaker’s and no cue of the outlet', () => {
    expect(cued('“It may probably rain,” Orla Venn said.')).toEqual([])
  })
  test('count where the words outside answer a claim', () => {
    expect(cued('The guild said the accusations were “wholly without merit.”')).toContain(
      'disputed/baseless'
    )
  })
})

describe('hostile text', () => {
  const LONG = 40_000
  const FLOODS = [
    'a '.repeat(LONG),
    'not '.repeat(LONG),
    'sources close to '.repeat(LONG / 4),
    'denied the the the '.repeat(LONG / 4),
    `${'charged '.repeat(LONG / 4)}with`,
    'x'.repeat(LONG),
    '“'.repeat(LONG),
    "' ".repeat(LONG),
    'A. '.repeat(LONG),
    `${'The Orbel '.repeat(LONG / 5)}said`,
    'said, '.repeat(LONG / 2),
    'calls were not '.repeat(LONG / 4),
    'has contacted the '.repeat(LONG / 4),
    'cannot stand the '.repeat(LONG / 4),
    'no one the has '.repeat(LONG / 4),
    'OSK '.repeat(LONG / 2),
    `${'Orbel and '.repeat(LONG / 4)}, which`,
    `“our ${'own '.repeat(LONG / 2)}“ said Orla Venn`,
    'confirmed the but '.repeat(LONG / 4),
    'details of the '.repeat(LONG / 4),
    'was accused of a by '.repeat(LONG / 5),
    'neither of the '.repeat(LONG / 4),
    'Minister Venn: '.repeat(LONG / 4),
    'the figures could '.repeat(LONG / 4),
    'what the '.repeat(LONG / 4),
    'sued the bank '.repeat(LONG / 4),
    'filed a case a case '.repeat(LONG / 4),
    'has not said the '.repeat(LONG / 4),
    'nobody at the '.repeat(LONG / 4),
    'insists that he was he '.repeat(LONG / 5),
    'goal was had been '.repeat(LONG / 4),
    'asked to be to be '.repeat(LONG / 4)
  ]
  /** Milliseconds for the longest flood; a pattern that backtracks takes minutes. */
  const LIMIT_MS = 4000

  test.each(FLOODS.map((text) => [text.slice(0, 20), text] as const))(
    '“%s…” is read in linear time',
    (_, text) => {
      const [sentence] = prepare(toCanonical([{ text, role: 'quote' }]))
      const taken = threadTime()

      if (sentence !== undefined) findCues(sentence)

      expect(taken()).toBeLessThan(LIMIT_MS)
    }
  )

  test('a sentence of nothing but attributions is read in linear time', () => {
    const taken = threadTime()

    detectClaims(
      toCanonical([{ text: 'the government said the '.repeat(LONG / 8), role: 'paragraph' }])
    )

    expect(taken()).toBeLessThan(LIMIT_MS)
  })

  test('thousands of bodies that are known by their initials are told apart in linear time', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRST'
    const initials = Array.from({ length: ACRONYMS }, (_, i) =>
      [8000, 400, 20, 1].map((n) => letters.charAt(Math.floor(i / n) % letters.length)).join('')
    )
    const named = statementsOf(initials)
    const taken = threadTime()

    const cast = castOf(named)

    expect(taken()).toBeLessThan(LIMIT_MS)
    expect(cast.players).toHaveLength(ACRONYMS)
  })
})

/** As many as a text of some megabytes holds. */
const ACRONYMS = 8000

/** One statement a name, which says nothing else. */
function statementsOf(names: readonly string[]): Statement[] {
  const [sentence] = prepare(toCanonical([{ text: 'The roof held.', role: 'paragraph' }]))
  if (sentence === undefined) return []
  return names.map((name) => ({
    sentence,
    attributions: [],
    hits: [],
    resolved: [],
    source: { name, type: 'unknown' },
    via: [],
    categories: new Set(),
    cues: [],
    kind: 'claim',
    carried: false,
    content: { start: 0, end: sentence.text.length }
  }))
}
