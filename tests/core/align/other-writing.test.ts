import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { isCredit } from '../../../src/core/align/credits'
import { areSpellings, oneSpelling } from '../../../src/core/align/spelling'
import { report } from './texts'

/** Named changes of two reports by strength, as `kind: text`. */
function changes(
  a: readonly string[],
  b: readonly string[],
  strength: 'strong' | 'soft'
): string[] {
  return align(report(...a), report(...b))
    .changes.filter((change) => change.strength === strength)
    .map(({ kind, text }) => `${kind}: ${text}`)
}

describe('the same written in another way is no change of substance', () => {
  test.each([
    [
      'a name from another script',
      'Shells fell on Hassakeh at dawn.',
      'Shells fell on Hasakeh at dawn.'
    ],
    [
      'a body by another of its names',
      'The depot near the pass is held by ISIS fighters.',
      'The depot near the pass is held by Islamic State fighters.'
    ],
    [
      'British and American spelling inside a quotation',
      'The mayor called it “a rumour from the theatre district” again.',
      'The mayor called it “a rumor from the theater district” again.'
    ],
    [
      'a quotation that is parted by its speaker',
      '“The dam will hold,” Orla Venn said, “and the valley is safe.”',
      '“The dam will hold, and the valley is safe,” Orla Venn said.'
    ],
    [
      'a date with its month cut short',
      'TARN, Oct 17 2031 - The bridge over the strait was closed.',
      'TARN, 17 October 2031 - The bridge over the strait was closed.'
    ],
    [
      'a date in figures',
      'The order of 2031-07-18 closed the bridge over the strait.',
      'The order of 18-07-2031 closed the bridge over the strait.'
    ],
    [
      'an hour without a colon',
      'It struck at 0737 GMT near Tarn.',
      'It struck at 07:37 GMT near Tarn.'
    ],
    [
      'a length in other units beside it',
      'It struck at a depth of 10 kilometres (6.2 miles) near Tarn.',
      'It struck at a depth of 10 kilometres near Tarn.'
    ]
  ])('%s', (_, a, b) => {
    expect(changes([a], [b], 'strong')).toEqual([])
  })

  test('but a name that one report has beside the other is another one', () => {
    const both = 'Maria Venn wrote to Mario Venn in spring.'
    expect(
      changes(
        [both, 'The letter of Maria was burned.'],
        [both, 'The letter of Mario was burned.'],
        'strong'
      )
    ).toEqual(['name: Maria → Mario'])
  })

  test('but another number, day or quotation is', () => {
    expect(changes(['It struck at 0737 GMT.'], ['It struck at 0837 GMT.'], 'strong')).toEqual([
      'time: 0737 GMT → 0837 GMT'
    ])
    expect(
      changes(['The order of 2031-07-18 stands.'], ['The order of 2031-07-19 stands.'], 'strong')
    ).toEqual(['time: 2031-07-18 → 2031-07-19'])
  })
})

describe('what the other report tells at another place', () => {
  const rest = 'Nine ferries of the Harbour Line lay in Tarn on Monday.'

  test('a count that one sentence leaves out is a soft change', () => {
    const a = 'The storm held back nine ferries at sea.'
    const b = 'The storm held back all boats at sea.'
    expect(changes([a, rest], [b, rest], 'strong')).toEqual([])
    expect(changes([a], [b], 'strong')).toHaveLength(1)
    expect(changes([b, rest], [a, rest], 'strong')).toEqual([])
  })

  test.each([
    ['a name', 'The strike of Harbour Line crews ended.', 'The strike of crews ended.'],
    ['a place', 'The crews ended their strike in Tarn.', 'The crews ended their strike.'],
    ['a day', 'The strike of the crews ended on Monday.', 'The strike of the crews ended.']
  ])('%s alone is a soft change wherever it is told', (_, a, b) => {
    expect(changes([a], [b], 'strong')).toEqual([])
    expect(changes([a], [b], 'soft')).toHaveLength(1)
  })

  test('is still a change where one stands in the place of the other', () => {
    const names = 'Ida Holm and Ivo Drass sit on the council of Tarn.'
    expect(
      changes(
        ['The prize of the year went to Ida Holm.', names],
        ['The prize of the year went to Ivo Drass.', names],
        'strong'
      )
    ).toContain('name: Ida Holm → Ivo Drass')
  })
})

describe('numbers of different things are no pair', () => {
  test('a magnitude and a count', () => {
    const found = changes(
      ['A quake of magnitude 6.1 shook the hills of Tarn on Monday, the wardens said.'],
      ['A quake that killed five people shook the hills of Tarn on Monday, the wardens said.'],
      'strong'
    )
    expect(found).toContainEqual(expect.stringMatching(/^number: 6\.1.*: in A, not in B$/))
    expect(found).toContain('number: five people: in B, not in A')
  })

  test('a part of the dead and all of them', () => {
    const found = changes(
      ['At least 11 villagers including three children were killed by a flood near Tarn.'],
      ['A flood near Tarn swept away a school bus and killed 11 villagers, the mayor said.'],
      'strong'
    )
    expect(found.filter((change) => change.startsWith('number: three →'))).toEqual([])
  })
})

describe('what comes with a clause of its own', () => {
  test('is no turn of the sentence', () => {
    const short = 'The wardens said they were looking into the loss of the ferry.'
    const long =
      'The wardens said they were looking into the loss of the ferry, and the harbour office said it did not have a comment.'
    expect(changes([short], [long], 'strong').filter((one) => one.startsWith('negation'))).toEqual(
      []
    )
    expect(changes([long], [short], 'strong').filter((one) => one.startsWith('negation'))).toEqual(
      []
    )
  })

  test('but a word that turns it is', () => {
    expect(
      changes(
        ['The wardens said they had found the ferry near the pier.'],
        ['The wardens said they had not found the ferry near the pier.'],
        'strong'
      )
    ).toContain('negation: not: in B, not in A')
  })

  test('a plan that is a thing commits to nothing', () => {
    const found = changes(
      ['The wardens pushed the ferry back from the pier.'],
      ['The wardens changed this plan and drew the ferry back from the pier.'],
      'strong'
    )
    expect(found.filter((one) => one.startsWith('status'))).toEqual([])
  })
})

describe('who speaks', () => {
  test.each([
    ['a time before the verb', 'Orla Venn, on May 23 stated the dam is safe', 'Orla Venn'],
    ['two names', 'King Bram and Queen Orla said the dam is safe', 'King Bram and Queen Orla'],
    [
      'a name shortened in brackets',
      'The Union of Tarn and Orlo (UTO) claimed the dam is safe',
      'Union of Tarn and Orlo (UTO)'
    ],
    ['a helping verb', 'A Tarnish newspaper has reported the dam is safe', 'A Tarnish newspaper']
  ])('%s', (_, a, source) => {
    const rest = 'and the whole valley below it can sleep without fear tonight.'
    expect(
      changes([`${a} ${rest}`], [`Harbour Radio said the dam is safe ${rest}`], 'strong')
    ).toContain(`attribution: ${source} → Harbour Radio`)
  })

  test('a noun after a whole sentence is no verb', () => {
    const found = changes(
      ['World leaders react to the Tarn attack claim.'],
      ['World leaders react to the Tarn attack.'],
      'strong'
    )
    expect(found.filter((change) => change.startsWith('attribution'))).toEqual([])
  })
})

describe('spelling', () => {
  test.each([
    ['hezbollah', 'hizbullah'],
    ['kharkiv', 'kharkov'],
    ['mohammed', 'muhammad'],
    ['zelensky', 'zelenskyy']
  ])('%s and %s may be one name', (x, y) => {
    expect(areSpellings(x, y)).toBe(true)
    expect(areSpellings(y, x)).toBe(true)
  })

  test.each([
    ['slovakia', 'slovenia'],
    ['austria', 'australia'],
    ['johnson', 'johnston'],
    ['iran', 'iraq'],
    ['tarsk', 'tarsk']
  ])('%s and %s are not two spellings', (x, y) => {
    expect(areSpellings(x, y)).toBe(false)
  })

  test.each([
    ['rumours', 'rumors'],
    ['organisation', 'organization'],
    ['centres', 'centers'],
    ['defence', 'defense'],
    ['travelled', 'traveled'],
    ['four', 'four']
  ])('%s and %s are one word', (x, y) => {
    expect(oneSpelling(x)).toBe(oneSpelling(y))
  })
})

test.each([
  ['Harbour Press writers Orla Venn in Tarn and Ivo Drass in Orlo contributed.', true],
  ['Venn reported from Tarn.', true],
  ['Orla Venn and Ivo Drass contributed to this report.', true],
  ['The observers reported from Tarn that the vote was fair.', false],
  ['Venn contributed nine boats to the fleet.', false]
])('credits: %s %s', (sentence, credit) => {
  expect(isCredit(sentence)).toBe(credit)
})
