import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/** The marks of paragraphs. */
const read = (...paragraphs: readonly string[]) =>
  detectClaims(toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' }))))
    .marks
const last = (...paragraphs: readonly string[]) => read(...paragraphs).at(-1)

const WAR =
  'Shells hit the port of Dorvel overnight, killing five people, officials said. Rockets also struck two depots. The army fired back.'

describe('sides of a war', () => {
  test('a governor whose title is cut short is an official of his side', () => {
    const mark = last(WAR, 'The attack lasted three hours, regional Gov. Anton Berek said.')

    expect(mark?.source?.type).toBe('official')
    expect(mark?.categories).toContain('PARTY')
  })

  test('the mayor is an official where the name stands beside the office', () => {
    const mark = last(WAR, 'The mayor, Ilo Kost, said two people had died in the shelling.')

    expect(mark?.categories).toContain('PARTY')
  })

  test('what a president says of his own men is one side’s, what another country’s urges is not', () => {
    expect(
      last(WAR, '"Our guys are clearing the last cellars," President Goran Isten said.')?.categories
    ).toContain('PARTY')
    expect(
      last(WAR, 'Foreign Minister Rena Holt said her country was following events closely.')
        ?.categories
    ).not.toContain('PARTY')
  })

  test('prosecutors in a war tell of strikes, elsewhere of charges', () => {
    const war = last(WAR, 'A guided bomb killed a man in Lusk, prosecutors said.')
    const court = last('The clerk took the money from a drawer, prosecutors said.')

    expect(war?.categories).not.toContain('ALLEGED')
    expect(court?.categories).toContain('ALLEGED')
  })
})

describe('sides of other quarrels', () => {
  test('a shadow minister and a candidate are sides, an observer mission is none', () => {
    const lead = 'Polls closed at ten. Quenza won by a hair, the tribunal said.'

    expect(
      last(lead, 'Lia Garrod, the shadow planning secretary, said Mr Lofton had sold a hillside.')
        ?.categories
    ).toContain('PARTY')
    expect(
      last(
        lead,
        'Opposition leader Lucia Amar had 49 percent, the tribunal said. Amar told supporters that tally sheets had been altered.'
      )?.categories
    ).toContain('PARTY')
    expect(
      last(lead, 'The Nordic Observer Mission said it had seen no breaches.')?.categories
    ).not.toContain('PARTY')
  })

  test('counsel for the Crown speaks for a side', () => {
    const mark = last('Aurel Fenn, for the Crown, told jurors that she had set up a firm.')

    expect(mark?.categories).toContain('PARTY')
  })

  test('a firm that answers for a mishap is a side when it says that it did its part, not when it counts its trains', () => {
    const lead =
      'A train derailed at Lowick on Friday. Two people died and nine were injured when the slope collapsed.'

    expect(
      last(lead, 'The operator, Orbel Rail, said the slope had been inspected in May.')?.categories
    ).toContain('PARTY')
    expect(
      last(lead, 'The operator, Orbel Rail, said it ran forty trains a day.')?.categories
    ).not.toContain('PARTY')
  })

  test('a flat no to what another voice said is a denial, a no to something else is none', () => {
    const lead = 'The complaint contends the firm quit covering waste in October.'

    expect(
      last(lead, '"Our daily cover has never lapsed," said Cody Renf, the site manager.')
        ?.categories
    ).toContain('DISPUTED')
    expect(
      last(lead, '"Our gates have never been painted," said Cody Renf, the site manager.')
        ?.categories
    ).not.toContain('DISPUTED')
  })
})

describe('who speaks', () => {
  test('a spokeswoman of whom no more is told speaks for the body that the sentence is about', () => {
    expect(last('Orbel Bank does not lend to mines, a spokeswoman said.')?.source?.name).toBe(
      'Orbel Bank spokeswoman'
    )
    expect(last('Orbel Bank is old. A spokeswoman for the port said so.')?.source?.name).not.toBe(
      'Orbel Bank spokeswoman'
    )
  })

  test('"it" is what the sentence before was about, unless somebody spoke there', () => {
    expect(
      last('The military seized power in May. It says it has retaken the north.')?.source?.name
    ).toBe('military')
    expect(
      last('Orbel Bank met the guild, the Tarsk Council said. It said the talks were short.')
        ?.source?.name
    ).toBe('Tarsk Council')
  })

  test('a person stands before the institute that they belong to', () => {
    expect(
      last('According to the analyst Mila Zork of the Institute for Network Studies, it is old.')
        ?.source?.name
    ).toBe('Mila Zork')
  })

  test('one of them who has a name is that person', () => {
    expect(
      last('Two clerks spoke. One of them, Dana Forst, told the panel that bills were faked.')
        ?.source?.name
    ).toBe('Dana Forst')
  })

  test('the subject is the source where no verb of saying names one', () => {
    expect(last('Police attribute the attack to a smuggling ring.')?.source?.name).toBe('Police')
    expect(last('The attack was attributed to a smuggling ring.')?.source?.name).not.toBe(
      'smuggling ring'
    )
  })
})

describe('what a status line covers', () => {
  /** Positions of the marks that the last one covers. */
  const covered = (...paragraphs: readonly string[]) => {
    const marks = read(...paragraphs)
    const scope = marks.at(-1)?.scope?.sure ?? []
    return marks.flatMap((mark, i) =>
      scope.some((s) => s.start === mark.sentence.start) ? [i] : []
    )
  }

  test('the toll is the last claim that counts the dead', () => {
    expect(
      covered(
        'Nine people died in the raid, the health ministry in Qasir said. The gate was hit first, a guard said.',
        'The Associated Press could not independently verify the toll.'
      )
    ).toEqual([0])
  })

  test('that recording is the one spoken of last', () => {
    expect(
      covered(
        'A video showed smoke over the pier, a witness said. A clip of the tower was posted by the guild.',
        'Reuters was unable to verify that recording.'
      )
    ).toEqual([1])
  })

  test('"denied that" answers what was said last', () => {
    expect(
      covered(
        'Karin Eld, the Tarsk envoy, said Velkany had softened its position on the gas field.',
        "Velkany's negotiator, Bojan Rist, denied that."
      )
    ).toEqual([0])
  })

  test('"the charges" are all that was charged', () => {
    expect(
      covered(
        'The clerk is accused of theft.',
        'He is also charged with forging bills.',
        'He has denied all the charges.'
      )
    ).toEqual([0, 1])
  })

  test('"declined to say when" leaves what was just said open, whoever else spoke before', () => {
    expect(
      covered(
        'The deal was secret, two people familiar with the talks said.',
        'Orla Venn said the loan had been repaid. She declined to say when.'
      )
    ).toEqual([1])
  })

  test('a denial with words of its own answers the accusation that names its speaker', () => {
    expect(
      covered(
        'President Milo Dosk accused Lesnia of choking the port.',
        'Lesnia has repeatedly denied targeting ships.'
      )
    ).toEqual([0])
  })

  test('who says that it does not comment leaves the unnamed claim open, and none that nobody doubts', () => {
    const lead = 'Orbel is in talks to buy the pier, two people familiar with the matter said.'

    expect(covered(lead, 'The firm said it did not discuss market rumours.')).toEqual([0])
    expect(
      covered(
        'The pier is old, the surveyors said.',
        'The firm said it did not discuss market rumours.'
      )
    ).toEqual([])
  })

  test('"neither confirm nor deny" answers what the outlet itself hedges', () => {
    expect(
      covered(
        'In Port Semba two people were feared dead. Police could neither confirm nor deny the deaths.'
      )
    ).toEqual([0])
  })

  test('"rejected that" answers the other voice, whatever words it used', () => {
    expect(
      covered(
        'The bank sold the loans in May, a report in the Tarsk Herald said. The guild owed nine million, Orla Venn said.',
        'The bank rejected that.'
      )
    ).toEqual([1])
  })
})
