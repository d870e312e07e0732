import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { report } from './texts'

/** Changes of facts between two sentences that are strong, or soft. */
function changes(a: string, b: string, strength: 'strong' | 'soft' = 'strong'): string[] {
  return align(report(a), report(b))
    .changes.filter((change) => change.strength === strength)
    .map(({ kind, text }) => `${kind}: ${text}`)
}

describe('what weighs more than it seems', () => {
  test.each([
    [
      'a doubt that comes alone',
      'The ferry sank after a fire in its engine.',
      'The ferry reportedly sank after a fire in its engine.',
      'hedge: reportedly: in B, not in A: weaker'
    ],
    [
      'a vague number in the place of a precise one',
      'Storm sinks scores of boats in Tarn.',
      'Storm sinks 21 boats in Tarn.',
      'number: scores → 21 boats'
    ],
    [
      'one day in each sentence, wherever it stands',
      'The council of Tarn will vote on the bridge on Tuesday after a hearing.',
      'On Friday the council of Tarn will vote on the bridge after a hearing.',
      'time: Tuesday → Friday'
    ]
  ])('%s', (_, a, b, expected) => {
    expect(changes(a, b)).toContain(expected)
  })
})

test('a speaker is told without the mark that ends the quotation before', () => {
  const said = '‘We counted nine boats at the old quay,’'
  expect(changes(`${said} Venn said.`, `${said} and left.`)).toContain(
    'attribution: Venn: in A, not in B'
  )
})

describe('what weighs less', () => {
  test.each([
    [
      'a quotation whose words stand there without marks',
      '“A pilot died when the mast broke,” Orla Venn, a nurse, told reporters.',
      'A pilot had died when a mast broke, Orla Venn, a nurse, told reporters.'
    ],
    [
      'a word for a stage that comes with nothing in its place',
      'The mill said the repair of the dam took two years.',
      'The mill said the completed repair of the dam took two years.'
    ],
    [
      'two words for one doubt',
      'The fire was likely to have been set by smugglers.',
      'The fire was suspected to have been set by smugglers.'
    ],
    [
      'a body that was named before',
      'The Tarn Observatory said the fire was set by smugglers.',
      'The monitoring group said the fire was set by smugglers.'
    ],
    [
      'a body by its letters that are a word as well',
      'The Irrigation Service (IS) group said in a note that the dam holds.',
      'IS said in a note that the dam holds.'
    ],
    [
      'the day on which a page was published',
      'Published 4 October 2031 The dam above Tarn holds.',
      'Published 3 Oct 2031 The dam above Tarn holds.'
    ],
    [
      'a denial in other words',
      'Orla Venn said on Monday that the sunken ferry was not her boat.',
      'Orla Venn denied on Monday that the sunken ferry was her boat.'
    ],
    [
      'a name within a clause that stands for another one',
      'Bram Hart has steered the old boat over the strait, said the pilots.',
      'The man, who lost land in the north of Ulm and Orlo, has steered the old boat over the strait, said the pilots.'
    ],
    [
      'a “not” in a sentence told anew',
      'Four hours before the talks in Ulm, Mayor Orla Venn blamed the old harbour law and the judge who reads it for the poor state of the quay.',
      'Orla Venn blamed the harbour board, and not the owner of the ferry line, for the poor state of trade, just as she came to Ulm to meet him.'
    ],
    [
      'a speaker of a quotation that goes on without one',
      'Now she keeps two boats at the quay, and her son steers one.”',
      'Now she keeps two boats at the quay, and her son steers one,” Bram Hart said.'
    ],
    [
      'names of clauses that tell different things',
      'The quake hit the hills at a depth of six miles, a long way south of Bram and southeast of the small harbour of Ulm, the survey said.',
      'The quake hit the hills at a depth of six miles in the steep Veld district in the heart of the empty province of Orlo, the survey said.'
    ]
  ])('%s', (_, a, b) => {
    expect(changes(a, b)).toEqual([])
  })
})
