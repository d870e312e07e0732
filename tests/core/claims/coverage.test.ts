import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/** Which sentences the last one covers, by their positions. */
const covered = (...paragraphs: readonly string[]) => {
  const { marks } = detectClaims(
    toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' })))
  )
  const sure = marks.at(-1)?.scope?.sure ?? []
  return marks
    .filter(({ sentence }) => sure.some(({ start }) => start === sentence.start))
    .map(({ index }) => index)
}

describe('what could not be verified', () => {
  test('“either side” leaves out who is on none', () => {
    expect(
      covered(
        'Shells hit the port, killing two, the Velland army said. Power was back by noon, according to the grid operator, Orbel Grid.',
        'The Tarsk army claimed that it had sunk a ship.',
        'Reuters could not verify the accounts of either side.'
      )
    ).toEqual([0, 2])
  })

  test('“the allegations” are what somebody charges, not what an office has counted', () => {
    expect(
      covered(
        'The president won with 61 percent, the electoral council announced.',
        'His rival accused officials of stuffing ballot boxes.',
        'AFP was not able to verify the allegations.'
      )
    ).toEqual([1])
  })

  test('“these accounts” are those right before', () => {
    expect(
      covered(
        'Fifteen people have died, the coastguard says.',
        'The ferry sank near the port on Sunday.',
        'Some survivors say it was overloaded.',
        'The BBC has not been able to verify these accounts.'
      )
    ).toEqual([2])
  })

  test('“the clip” is no post on another matter', () => {
    expect(
      covered(
        'The rebels blamed militias in a post on X and claimed that six had died. A clip shared on phones appeared to show smoke. We have not been able to geolocate the clip.'
      )
    ).toEqual([1])
  })
})

describe('what a silence leaves open', () => {
  test('a side that gives no details of its own claim leaves that one open, wherever it stands', () => {
    const killed = 'A strike killed four people in Orbel, according to the Orbel health ministry.'
    const planned = 'The Velland army said the dead had planned a raid on a depot.'
    const silent = (who: string) => `${who} did not provide details on the alleged plans.`

    expect(covered(`${killed} ${planned} ${silent('The Velland army')}`)).toEqual([1])
    expect(covered(`${planned} ${killed} ${silent('The Velland army')}`)).toEqual([0])
  })

  test('“on this” is what was said last', () => {
    expect(
      covered(
        'A resident told us that she had heard eight blasts. The site Kelvan News quoted local sources as saying that a school had been hit. There has been no word from the army on this.'
      )
    ).toEqual([1])
  })

  test('“on the report” is what was printed', () => {
    expect(
      covered(
        'A former clerk, who declined to be identified, told Reuters that forms were blank.',
        'The newspaper Dawn reported that two men were in talks, citing court sources.',
        'The bureau did not return calls seeking comment on the report.'
      )
    ).toEqual([1])
  })

  test('of “any deaths”, who told of the killed', () => {
    expect(
      covered(
        'Clashes broke out in the market, witnesses said. The ministry said 83 people were held. At least two men were reported killed. There was no official confirmation of any deaths.'
      )
    ).toEqual([2])
  })

  test('of “the depot attack”, not of every attack', () => {
    expect(
      covered(
        'The army said 58 drones had attacked the capital.',
        'Drones hit an oil depot near Krasny hours earlier, said a security official, who asked not to be named.',
        'The palace declined to comment on the depot attack.'
      )
    ).toEqual([1])
  })

  test('another question leaves what was said before alone', () => {
    expect(
      covered(
        'A department spokesperson said it was aware of the video. The spokesperson would not say whether the capital was in touch with the captors.'
      )
    ).toEqual([])
  })

  test('“declined to say when” asks on of what was just said', () => {
    expect(
      covered('The loan had been repaid, a spokesman for Orbel said. He declined to say when.')
    ).toEqual([0])
  })
})

describe('what a denial answers', () => {
  test('all that one voice has charged in the paragraph', () => {
    expect(
      covered(
        'A former clerk said the bid had been moved up. “It came with a flag on it,” the clerk recalled.',
        'Lawyers for Smeaton said it was “entirely false” to suggest that he had sought favours.'
      )
    ).toEqual([0, 1])
  })

  test('“that figure” only the last', () => {
    expect(
      covered(
        'The crews earn twice the wage, the port council claimed. A shift costs $900, the council said. The union disputes that figure.'
      )
    ).toEqual([1])
  })
})

describe('outlets by their shape', () => {
  const last = (text: string) =>
    detectClaims(toCanonical([{ text, role: 'paragraph' }])).marks.at(-1)

  test.each([
    ['WKEL-TV reported that the diner had called the police.', 'WKEL-TV'],
    ['Germany’s Tageswelt reported last week that the family would sell.', 'Tageswelt']
  ])('%s', (text, name) => {
    expect(last(text)?.categories).toContain('MEDIA')
    expect(last(text)?.source?.name).toBe(name)
  })

  test('an outlet’s own figures are no report that it passes on', () => {
    expect(
      last('Deals have reached $62 billion, according to data compiled by Bloomberg.')?.categories
    ).not.toContain('MEDIA')
  })

  test('“it” is a group that was named, where nobody has spoken', () => {
    expect(
      detectClaims(
        toCanonical([
          {
            text: 'A group calling itself the Sahel Dawn Brigade took him. Little is known about the brigade. It has said it is holding two others.',
            role: 'paragraph'
          }
        ])
      ).marks.at(-1)?.source?.name
    ).toMatch(/Brigade/)
  })
})

describe('hearsay and relays', () => {
  const last = (text: string) =>
    detectClaims(toCanonical([{ text, role: 'paragraph' }])).marks.at(-1)

  test.each([
    'It was initially reported that two men had been held.',
    'The ship is widely said to have sunk.',
    'The fleet has been repeatedly alleged to carry arms.'
  ])('whatever adverb stands between: %s', (text) => {
    expect(last(text)?.categories).toContain('ALLEGED')
  })

  test('what a reporter of another outlet says is relayed, its editor speaks for himself', () => {
    expect(
      last('BBC correspondent Roxy Venn reported that the roof had fallen in.')?.categories
    ).toContain('MEDIA')
    expect(
      last('The BBC’s editor in chief, Ben Holt, said it stood by its story.')?.categories
    ).not.toContain('MEDIA')
  })
})
