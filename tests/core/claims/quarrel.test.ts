import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/* Who becomes a side by what an article tells of him: by a charge, an answer, a brief in court, another count. Invented words. */

const last = (...paragraphs: readonly string[]) =>
  detectClaims(
    toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' })))
  ).marks.at(-1)
const categoriesOf = (...paragraphs: readonly string[]) => last(...paragraphs)?.categories ?? []

describe('whoever charges or answers a charge is a side from then on', () => {
  test('what the accuser says next', () => {
    expect(
      categoriesOf(
        'The ferry company Orbel Lines accused the port of Dorvel of neglect. The harbour wall had been left open for a week, it said.'
      )
    ).toContain('PARTY')
  })

  test('the owner goes on after his denial', () => {
    expect(
      categoriesOf(
        'Investigators suspect that the tanker cut the cable. Its owner, Orbel Lines, denied the claim. The crew had inspected both anchors and found them whole, it said.'
      )
    ).toContain('PARTY')
  })

  test('the ministry answers for the authorities', () => {
    expect(
      categoriesOf(
        'Orla Venn, captain of a rescue ship, accuses the authorities of turning off their lights.',
        'The interior ministry says lights are switched off only to protect crews.'
      )
    ).toContain('PARTY')
  })

  test('nobody is a side by a plain word, nor by what is suspected', () => {
    expect(categoriesOf('Orbel Lines said its ships had been inspected on Sunday.')).not.toContain(
      'PARTY'
    )
    expect(
      categoriesOf(
        'Police accused a clerk of theft. The safe had been opened with a key, police said.'
      )
    ).not.toContain('PARTY')
  })
})

describe('before a court', () => {
  test('she who alleges is the woman named before, and counsel', () => {
    const charge =
      'Opening the case, Naomi Venn took the jury through the accounts. Mr Pell had “treated the account as his own”, she alleged.'
    expect(last(charge)?.source?.name).toBe('Naomi Venn')
    expect(
      categoriesOf(`${charge} He paid himself in 40 separate transfers, Ms Venn said.`)
    ).toContain('PARTY')
    expect(last('The clerk sold the alleged forgery, she wrote.')?.categories).not.toContain(
      'PARTY'
    )
  })

  test('counsel of whom the text tells before they speak', () => {
    expect(
      categoriesOf(
        'Orla Venn, prosecuting, took the jury through the accounts. He paid himself in 40 separate transfers, Ms Venn said.'
      )
    ).toContain('PARTY')
    expect(
      categoriesOf(
        'Orla Venn, a clerk, took the jury through the accounts. He paid himself in 40 separate transfers, Ms Venn said.'
      )
    ).not.toContain('PARTY')
  })

  test('a public defender is a side, an expert is none by whoever called him', () => {
    expect(
      categoriesOf(
        'His public defender, Jon Pell, said the statement was taken before his client had a lawyer.'
      )
    ).toContain('PARTY')
    expect(
      categoriesOf(
        'Jon Pell, a forensic accountant who was called by the prosecution, said he had found no receipts for 39 payments.'
      )
    ).not.toContain('PARTY')
  })
})

describe('two who tell it differently', () => {
  test('a country and its neighbour', () => {
    const both = [
      'Upper Orbel says its neighbour has held back a fifth of the water since May. ',
      'Lower Orbel rejects this and points to the drought.'
    ]
    const marks = detectClaims(toCanonical([{ text: both.join(''), role: 'paragraph' }])).marks
    expect(marks.map((mark) => mark.categories)).toEqual([['PARTY'], ['DISPUTED']])
    expect(categoriesOf('The court rejects applications and publishes a list.')).not.toContain(
      'DISPUTED'
    )
  })

  test('a fact beside a denial', () => {
    const claim = 'Villagers blamed the mine for the slide. '
    const rejects = `${claim}The mine’s owner, Orbel Minerals, rejected any link, saying that`
    expect(
      categoriesOf(`${rejects} the last blast had taken place nine days before the slide.`)
    ).toEqual(expect.arrayContaining(['DISPUTED', 'PARTY']))
    expect(categoriesOf(`${rejects} the claim was false.`)).not.toContain('PARTY')
  })

  test('another count than that of the police', () => {
    const police = 'Police put the number of marchers at 18,000. '
    expect(categoriesOf(`${police}Organisers spoke of 90,000.`)).toContain('PARTY')
    expect(categoriesOf('Organisers spoke of 90,000.')).not.toContain('PARTY')
  })

  test('a rights group that keeps lists is no side', () => {
    const march = 'Protesters marched in Dorvel. Police did not comment. '
    expect(
      categoriesOf(
        `${march}At least 640 people have been held, according to Venn Watch, a human rights group.`
      )
    ).not.toContain('PARTY')
  })

  test('a firm’s figures are its own', () => {
    const bid = 'Orbel Foods rejected a hostile bid by Venn Holdings. '
    expect(categoriesOf(`${bid}Orbel Foods reported a 4 per cent fall in revenue.`)).not.toContain(
      'PARTY'
    )
  })
})

describe('agencies, people and plans', () => {
  test('an agency of which a clause tells that it is run by the state', () => {
    const told = (clause: string) =>
      `The Orbel National Agency, which is ${clause}, reported that the bridge had reopened.`
    expect(categoriesOf(told('run by the state'))).toContain('MEDIA')
    expect(categoriesOf(told('housed in a mill'))).not.toContain('MEDIA')
  })

  test('what an outlet does not show is nobody’s word', () => {
    const state = 'State television said the square was calm. '
    expect(categoriesOf(`${state}It showed no pictures of the march.`)).not.toContain('MEDIA')
    expect(categoriesOf(`${state}It showed that the march had ended.`)).toContain('MEDIA')
  })

  test('they, after two people, are these', () => {
    const talks = 'The talks almost failed, according to two diplomats who were briefed on them. '
    expect(last(`${talks}Dorvel agreed to it only late, they said.`)?.source?.name).toBe(
      'two diplomats'
    )
    expect(last('Dorvel agreed to it only late, they said.')?.source?.name).not.toBe(
      'two diplomats'
    )
  })

  test('what is to be done', () => {
    expect(categoriesOf('The delegations are to meet again in May.')).toContain('HEDGED')
    expect(categoriesOf('The best plan is to meet at the pier.')).not.toContain('HEDGED')
  })

  test('what a paper leaves open', () => {
    expect(categoriesOf('It does not make clear who would command it.')).toContain('UNCLEAR')
    expect(categoriesOf('The law does make clear who commands it.')).not.toContain('UNCLEAR')
  })

  test('what we saw', () => {
    expect(categoriesOf('We saw fields there that had not been sown.')).toContain('CONFIRMED')
    expect(categoriesOf('We saw a rise in demand.')).not.toContain('CONFIRMED')
  })
})
