import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

const marksOf = (...paragraphs: readonly string[]) =>
  detectClaims(toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' }))))
    .marks
/** The last mark of a paragraph. */
const last = (text: string) => marksOf(text).at(-1)

describe('who is quoted stands behind the verb, whatever follows', () => {
  test.each([
    ['“We were never asked,” said its managing director, Tova Brandt.', 'Tova Brandt'],
    ['“It is a mess down there,” said his neighbour Ola Finn.', 'Ola Finn'],
    ['“It was awful,” said Tom Venn whose brother was hurt.', 'Tom Venn'],
    ['“The market is turning,” said a report from Kotak Holdings.', 'Kotak Holdings'],
    ['Its Zurich lawyer, Stefan Grau, said the firm would appeal.', 'Stefan Grau'],
    ['Debra Finch, landlady of the Plough, remembers the couple arguing.', 'Debra Finch'],
    ['The Tern Institute counted 41 nests on the island.', 'Tern Institute'],
    [
      'Venn Minerals said the pit was safe. The pumps, it went on, had been tested.',
      'Venn Minerals'
    ],
    ['The WHO said on Monday that the outbreak was over.', 'World Health Organization'],
    ['The fever is “always fatal”, says WHO.', 'World Health Organization'],
    ['On Monday, the People’s Daily, a state paper, warned of unrest.', 'People’s Daily'],
    [
      'The Pilots’ Association said no. “It is unsafe,” its president said.',
      'Pilots’ Association president'
    ],
    ['The Foreign Ministry spoke. In a statement, it said the raid was over.', 'Foreign Ministry']
  ])('%s', (text, name) => {
    expect(last(text)?.source?.name.replace("'", '’')).toContain(name)
  })
})

describe('people whom nobody names, with any words behind them', () => {
  test.each([
    'A close friend of Marlow’s said the singer had not slept for days.',
    'A cook at the hostel recalled being told to throw out the meat.',
    'One player ranked in the top 50 said the balls had been swapped.',
    'Three of the climbers, questioned apart at a hut, said the guide had left them.',
    'A retired harbour pilot considers it likely that the buoy had drifted.',
    'An adviser to Brandt shrugged off the report.',
    'Many growers suspect that the pump was never repaired.',
    'Dealers attributed the fall to a rumour about the harvest.',
    'Two bankers said the offer had lapsed. One of them put the price at “40 crowns or less”.',
    'Two bankers said the offer had lapsed. The other thinks it was never real.',
    'Two bankers said the offer had lapsed. Another recalled how the chairman had wept.',
    'Two bankers said the offer had lapsed. Both spoke on condition that their names not be used.'
  ])('%s', (text) => {
    expect(last(text)?.categories).toContain('ANONYMOUS')
  })

  test.each([
    'Some shouted at the guards.',
    'Two alleged members of the ring were held.',
    'Fans will likely remember when the song came out.',
    'The cost of the works, estimated at around 40 crowns, has risen.'
  ])('no source: %s', (text) => {
    expect(last(text)?.categories).not.toContain('ANONYMOUS')
  })
})

describe('a thing said that is judged untrue is disputed', () => {
  test.each([
    'The union says the ovens were faulty. Orbel Foods called the complaint “a work of fantasy”.',
    'A former nurse says records were changed. The hospital’s lawyer labelled this “a cruel invention”.',
    'Residents blame the quarry. Its lawyer, Stefan Grau, said the allegations were “beneath contempt”.',
    'The opposition says the vote was rigged. A spokeswoman said any hint of fraud was imaginary.',
    'The magazine said he had met a trainer. The rider says that is wrong.',
    'Critics claim the bridge is weak. The builder has rejected “any insinuation of negligence”.',
    'Reports on Monday that the ferry had sunk were wrong.',
    'Hackers claim to hold the files. “We have found no evidence to support this claim,” a spokesman said.',
    'He said the tapes had been lost in a flood. The panel doubted that explanation.',
    'Mark Ruiz was charged with burglary. Ruiz said he had been looking for his cat.'
  ])('%s', (text) => {
    expect(last(text)?.categories).toContain('DISPUTED')
  })

  test.each([
    'A nurse alleged that records were changed. The mayor called the allegations “deeply troubling”.',
    'The panel said the claims were “very serious”.',
    'He told reporters what went wrong.',
    'The minister said it was wrong to raise the tax.',
    'The panel described the findings as “a milestone”.'
  ])('no dispute: %s', (text) => {
    expect(last(text)?.categories).not.toContain('DISPUTED')
  })
})

describe('silence and failed checks in other words', () => {
  test.each([
    ['The paper said a deal was near. The bank said only that talks went on.', 'UNCONFIRMED'],
    ['The mayor says reports exist. He has been unable to produce any.', 'UNCONFIRMED'],
    [
      'Patients say the ward was locked. The hospital left a request for comment unanswered.',
      'UNCONFIRMED'
    ],
    ['He said he had been threatened. He has never said by whom.', 'UNCONFIRMED'],
    ['Officials say it was an accident. The alliance has taken no position.', 'UNCONFIRMED'],
    [
      'They showed a film. The date and place of the recording could not be established.',
      'UNVERIFIED'
    ],
    ['The union said two men had died. We have not been able to stand that up.', 'UNVERIFIED'],
    ['A man in a grey coat, said to be Orr, carries two bags.', 'ALLEGED'],
    ['There have been reports of a blast near the harbour.', 'ALLEGED'],
    ['Prosecutors suspect the skipper of sabotage.', 'ALLEGED'],
    ['The public prosecutor has opened an inquiry into manslaughter.', 'ALLEGED'],
    ['Reuters reviewed copies of receipts issued by the broker.', 'CONFIRMED'],
    ['Chances are the door was never locked.', 'HEDGED']
  ] as const)('%s', (text, category) => {
    expect(last(text)?.categories).toContain(category)
  })

  test.each([
    ['There were no reports of damage.', 'ALLEGED'],
    ['Suspect eggs float in a bowl of water.', 'ALLEGED'],
    ['The prize of 40 crowns had been claimed.', 'ALLEGED'],
    ['State television did not mention the attack.', 'UNCONFIRMED'],
    ['Mobile internet was switched off in the centre.', 'UNCONFIRMED']
  ] as const)('%s is no %s', (text, category) => {
    expect(last(text)?.categories).not.toContain(category)
  })
})

describe('characters that print nothing', () => {
  const text = 'The ban holds, according to \u200Cthree \u200Bsources who were briefed\u2060 on it.'

  test('are passed over', () => {
    expect(last(text)?.categories).toContain('ANONYMOUS')
    expect(last(text)?.source?.name).toBe('three sources')
  })

  test('do not move what is marked', () => {
    const article = toCanonical([
      { text: `It\u200B rains. ${text}`, role: 'paragraph' } satisfies ImportedBlock
    ])
    const mark = detectClaims(article).marks.at(-1)

    expect(article.text.slice(mark?.sentence.start, mark?.sentence.end)).toBe(
      article.text.slice(article.text.indexOf('The ban'))
    )
    expect(
      mark?.cues.map(({ span }) => article.text.slice(span.start, span.end)).join(' ')
    ).toContain('sources')
  })
})
