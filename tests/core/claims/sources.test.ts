import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'
import { threadTime } from '../../support/thread-time'

/** The marks of one paragraph. */
const read = (...paragraphs: readonly string[]) =>
  detectClaims(toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' }))))
    .marks
const lastSource = (...paragraphs: readonly string[]) => read(...paragraphs).at(-1)?.source?.name
const lastSilent = (...paragraphs: readonly string[]) => read(...paragraphs).at(-1)?.silent?.name

describe('who speaks', () => {
  test('what has not been verified is no source', () => {
    expect(lastSource('The claims have not been independently verified.')).toBeUndefined()
    expect(lastSource('The guild verified that the claims were old.')).toBe('guild')
  })

  test('a verb after "and" that nobody began to speak before is no speech', () => {
    expect(
      lastSource(
        'The keepers climb two hundred steps each evening and write the weather into a book.'
      )
    ).toBeUndefined()
    expect(lastSource('The keepers say the lamp is lit and write that it burns.')).toBe('keepers')
  })

  test('the company is whoever was called one, not a river', () => {
    const lead = 'The operator, Orbel Power, acknowledged the spill of the Tarsk. '
    expect(lastSource(`${lead}The Tarsk flood rose. The company denied opening the gates.`)).toBe(
      'Orbel Power'
    )
  })

  test('the company is the named speaker when nobody was called one', () => {
    const lead = 'Nine people died in the Tarsk flood. Orbel Power acknowledged the spill. '
    expect(lastSource(`${lead}The company denied opening the gates.`)).toBe('Orbel Power')
    expect(
      lastSource(
        'Docks of Orbel were shut. Orla Venn, the mayor, wept. The firm said it was sorry.'
      )
    ).not.toBe('Orla Venn')
  })

  test('a post with an owner takes the name that follows it', () => {
    expect(lastSource("Orbel Power's chief engineer, Lena Orr, said the alarm was given.")).toBe(
      'Lena Orr'
    )
    expect(lastSource("Orbel Power's chief engineer, a sailor, said the alarm was given.")).toBe(
      "Orbel Power's chief engineer"
    )
  })

  test('title words of several parts are no part of a name', () => {
    expect(lastSource('The water rose, said Provincial Governor Hanno Vell.')).toBe('Hanno Vell')
  })

  test('a place inside the description of a source is not the source', () => {
    expect(lastSource('Officials on both sides of the Orbel Strait said the fire was out.')).toBe(
      'Officials on both sides of the Orbel Strait'
    )
    expect(lastSource('Nina Orbel of the harbour guild said the fire was out.')).toBe('Nina Orbel')
  })

  test('the day and the paper are no part of a source', () => {
    expect(lastSource('The harbour guild on Tuesday said the fire was out.')).toBe('harbour guild')
    expect(
      lastSource(
        'The harbour guild in a rare statement on Thursday admitted that the fire was out.'
      )
    ).toBe('harbour guild')
  })

  test('another office than the one that spoke is a source of its own', () => {
    const lead = "Tarsk's Defence Ministry said two ships were hit. "
    expect(lastSource(`${lead}Ferries were stopped, the harbour office said.`)).toBe(
      'harbour office'
    )
    expect(lastSource(`${lead}Ferries were stopped, the ministry said.`)).toBe(
      "Tarsk's Defence Ministry"
    )
  })

  test('"according to the group" ends before the next subject', () => {
    const lead = 'The Harbour Rights Group said nine sailors were held. '
    expect(lastSource(`${lead}According to the group they were taken at dawn.`)).toBe(
      'Harbour Rights Group'
    )
  })

  test('a time before the sentence is no source', () => {
    expect(
      lastSource(
        'Earlier today, a senior guild official lashed out at the port, saying it was shut.'
      )
    ).toBe('senior guild official')
    expect(
      lastSource('Also in late December, the mayor raised doubts, adding that the port was shut.')
    ).toBe('mayor')
  })

  test('"she" is nobody with a man’s name', () => {
    const lead = 'Judith Amory felled the tree. “It was sick,” Peter Venn said. '
    expect(lastSource(`${lead}She said it was not.`)).toBe('Judith Amory')
    expect(lastSource(`${lead}He said so twice.`)).toBe('Peter Venn')
  })

  test('a post leads back to whoever was introduced by it', () => {
    const lead = 'The dam broke at dawn, district collector Orla Venn said. '
    expect(lastSource(`${lead}Schools will stay shut, the collector told reporters.`)).toBe(
      'Orla Venn'
    )
    expect(lastSource(`${lead}A collector said the post was late.`)).not.toBe('Orla Venn')
  })

  test('behind a quotation any verb of saying may stand before its subject', () => {
    expect(
      lastSource('“Both camps prepare for one outcome,” cautioned Orla Venn, who teaches law.')
    ).toBe('Orla Venn')
  })

  test('a participle goes on with whoever spoke right before', () => {
    expect(
      lastSource(
        '“Nobody will be rushed,” said the board’s chairwoman, Orla Venn, adding that nine forms were back.'
      )
    ).toBe('Orla Venn')
  })

  test('a person is not the body that they are of', () => {
    expect(lastSource('Orla Venn of Norbury Insight says the market is full.')).toBe('Orla Venn')
  })

  test('whoever was called is silent, not the calls', () => {
    const lead = 'The contractor, Orbel Infra, raised the dam. '
    expect(lastSilent(`${lead}Calls to the Orbel Infra office went unanswered.`)).toBe(
      'Orbel Infra office'
    )
  })

  test('an outlet is known by its kind beside its name', () => {
    const medium = (text: string) => read(text)[0]?.categories.includes('MEDIA')
    expect(medium('A local portal, Nagar Khabar, carried a photograph of a henhouse.')).toBe(true)
    expect(medium('If you believe the Herald, the club wants €40m.')).toBe(true)
    expect(medium('If you believe the mayor, the roof is safe.')).toBe(false)
  })

  test('a name in the possessive is known later, but no pronoun means it', () => {
    expect(lastSource("It was Kem Sol Tun's turn to bow. The lamp is lit, Tun said.")).toBe(
      'Kem Sol Tun'
    )
    expect(
      lastSource("Orla Venn spoke. “She is not Abel Tarn's wife. She is my cousin,” Venn said.")
    ).toBe('Orla Venn')
  })
})

describe('who acts', () => {
  test('a general of civil office is no soldier', () => {
    const type = (text: string) => read(text).at(-1)?.source?.type
    expect(type('Secretary-General Orla Venn said the lamp was lit.')).not.toBe('military')
    expect(type('General Orla Venn said the lamp was lit.')).toBe('military')
  })

  test('an airline named after a state is not the state', () => {
    expect(lastSource('The boat left at noon, Air Norway said.')).toBe('Air Norway')
    expect(read('The boat left at noon, Air Norway said.')[0]?.source?.type).not.toBe('state')
    expect(lastSource('The boat left at noon, the Norway government said.')).toBe(
      'Norway government'
    )
    expect(lastSource('The boat left at noon, Norway said.')).toBe('Norway')
  })

  test('the statement of a people is its state’s', () => {
    expect(lastSource('“We wait,” the Norwegian statement said.')).toBe('Norway')
    expect(lastSource('“We wait,” the Norwegians said.')).not.toBe('Norway')
  })

  test('a time before the subject is left out, whatever the week', () => {
    expect(
      lastSource('But last week, the harbour guild struck back, arguing that it was late.')
    ).toBe('harbour guild')
    expect(lastSource('Last Light Guild said that it was late.')).toBe('Last Light Guild')
  })

  test('what somebody announced is not who speaks', () => {
    expect(lastSource('The harbour guild denounced plans announced by the mayor.')).toBe(
      'harbour guild'
    )
    expect(lastSource('The mayor announced plans by the river.')).toBe('mayor')
  })

  test('current and former belong to one description', () => {
    expect(
      lastSource('The boat was sold, the Harbour Times reported, citing current and former clerks.')
    ).toBe('current and former clerks')
    expect(lastSource('The boat was sold, according to clerks and it sank.')).toBe('clerks')
  })
})

describe('who is nobody', () => {
  test('the rest of a verb is no source, a name that looks like one is', () => {
    expect(lastSource('The two were exchanging vows on the pier.')).toBeUndefined()
    expect(lastSource('In a note, Vosting said: “We mend it.”')).toBe('Vosting')
  })
})

describe('who is silent', () => {
  test('whoever could not be reached is silent', () => {
    expect(lastSilent('Orbel Power could not be reached for comment.')).toBe('Orbel Power')
    expect(lastSilent('The summit was reached before dusk.')).toBeUndefined()
  })

  test('what the reaction would regard is no part of who is silent', () => {
    expect(lastSilent('There was no reaction from Norway regarding the Icelandic claims.')).toBe(
      'Norway'
    )
    expect(lastSource('There was no reaction from Norway regarding the fire.')).toBe('Norway')
  })

  test('after "but did not" the subject before goes on', () => {
    expect(lastSilent('The harbour guild reported the blast but did not give details.')).toBe(
      'harbour guild'
    )
    expect(lastSilent('The harbour guild reported the blast but not the fire.')).toBeUndefined()
  })
})

test('a long chain of hyphenated capitals is read in linear time', () => {
  const taken = threadTime()
  read(`The guild said it. ${'A-'.repeat(50_000)}`)
  // Far above what it takes on a slow machine, far below what quadratic time would.
  expect(taken()).toBeLessThan(2000)
})

describe('who is a side', () => {
  const party = (...paragraphs: readonly string[]) =>
    read(...paragraphs).map((mark) => mark.categories.includes('PARTY'))

  test('whoever is accused has its say', () => {
    const charge = 'Villagers have accused the county council of felling 40 healthy trees. '
    expect(party(`${charge}The council said the trees were diseased.`)[1]).toBe(true)
    expect(party('The council said the trees were diseased.')[0]).toBe(false)
  })

  test('a voice behind "but" answers the one before it', () => {
    const lead =
      'The council said 31 of the trees were diseased. But Judith Amory, who chairs the wardens, said '
    expect(party(`${lead}an expert had found two.`)[1]).toBe(true)
    expect(party(`${lead}she would plant a lime.`)[1]).toBe(false)
  })

  test('a prosecutor is a side before the jury and none before the press', () => {
    expect(
      party('Prosecutor Helen Marsh told the jury that Craig Venn had sent 11 messages.')[0]
    ).toBe(true)
    expect(
      party('Prosecutor Helen Marsh said the trial of Craig Venn would begin on Monday.')[0]
    ).toBe(false)
  })

  test('the accused that says something else of the charge disputes it', () => {
    const charge =
      'Tarsk accused Orbel of sending back nine civilians in place of those on the list. '
    const last = (text: string) => read(charge + text).at(-1)?.categories
    expect(last('Orbel says the list was honoured to the letter.')).toContain('DISPUTED')
    expect(last('Orbel says its choir will sing on Sunday.')).not.toContain('DISPUTED')
  })
})
