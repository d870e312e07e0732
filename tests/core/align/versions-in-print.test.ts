import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import type { Report } from '../../../src/core/align/report'
import { report } from './texts'

/** What two desks make of one agency text: frames, names and speakers in other writing, and what truly differs. */
function changes(
  a: Report | string,
  b: Report | string,
  strength: 'strong' | 'soft' = 'strong'
): string[] {
  const [left, right] = [a, b].map((one) => (typeof one === 'string' ? report(one) : one))
  return align(left ?? report(), right ?? report())
    .changes.filter((change) => change.strength === strength)
    .map(({ kind, text }) => `${kind}: ${text}`)
}

describe('what a desk puts around a text is no change of substance', () => {
  test.each([
    [
      'a dateline',
      'The harbour master said on Saturday that the ferry is safe for lorries.',
      'TARSK — The harbour master said on Saturday that the ferry is safe for lorries.'
    ],
    [
      'a dateline with its country and agency',
      'TARSK, Kestria (HP) - The harbour master said the ferry is safe for lorries.',
      'The harbour master said the ferry is safe for lorries.'
    ],
    [
      'the name of a site after a headline',
      'Ferry is safe for lorries and buses | Orlo Times',
      'Ferry is safe for lorries and buses'
    ],
    [
      'capitals throughout a headline',
      'Inspectors Close Northern Tunnel in Coalition Attacks',
      'Inspectors close northern tunnel again'
    ],
    [
      'other pictures of one meeting',
      'Mayor Orla Venn, left, greets Bram Tolk in Tarsk, Monday, July 16, 2018.',
      'Mayor Orla Venn, centre, greets Bram Tolk at the Ulm Palace in Tarsk, Monday, July 16, 2018.'
    ]
  ])('%s', (_, a, b) => {
    const around = 'The attacks in the harbour were strikes by a coalition of inspectors.'
    const more = 'People in Tarsk cheered on the quay for an hour after noon.'
    expect(changes(report(a, around), report(b, around, more))).toEqual([])
  })
})

describe('one name in two writings', () => {
  test.each([
    ['with a hyphen', 'Shells fell on Al-Tarn at dawn.', 'Shells fell on Al Tarn at dawn.'],
    [
      'tied to a word of its own',
      'The flight to Orlo turned back over the strait near Orlo.',
      'The Orlo-bound flight turned back over the strait near Orlo.'
    ],
    [
      'of letters that are a word as well',
      'The depot near the pass was taken by IS on Friday.',
      'The depot near the pass was taken by Daesh on Friday.'
    ]
  ])('%s', (_, a, b) => {
    expect(changes(a, b)).toEqual([])
  })

  test('a body of people is no place', () => {
    expect(
      changes(
        'Activists in the Tarn Harbour Commission counted four ships.',
        'Activists counted four ships.',
        'soft'
      )
    ).toContain('name: Tarn Harbour Commission: in A, not in B')
  })

  test('who is told something is no place and does not speak', () => {
    expect(
      changes(
        'One pilot at the scene told Harbour Radio that the ferry sank.',
        'One pilot at the scene said that the ferry sank.'
      )
    ).toEqual([])
  })
})

describe('who speaks', () => {
  test.each([
    [
      'the one named before a clause',
      'Mayor Orla Venn said she was “sad and angry” about the fire.',
      'Mayor Orla Venn visited the quay, and later said she was “sad and angry” about the fire.'
    ],
    [
      'the one named before a relative clause',
      'Venn, who has tried to calm the port, told reporters that the ferry is safe.',
      'Venn told reporters that the ferry is safe.'
    ],
    [
      'somebody without a capital in one of two sentences',
      'Raids on Friday hit a Tarn town a watch group said.',
      'Raids on Friday hit a Tarn town and a northern mill a watch group said.'
    ],
    [
      'the one of whom a pronoun speaks',
      'He identified her as the sister of a pilot who is held in the fort.',
      'Mr. Venn said she is the sister of a pilot who is held in the fort.'
    ],
    [
      'one who follows the verb after marks of any kind',
      '"The ferry is safe," said Orla Venn, a pilot.',
      '“The ferry is safe,” said Orla Venn, a pilot.'
    ],
    [
      'an office whose holder has a name',
      '“We counted the boats twice in the night,” the minister said to Orla Venn.',
      '“We counted the boats twice in the night,” Ms Venn said to Orla Venn.'
    ],
    [
      'one who follows the verb after two marks',
      `"You heard them shout, 'Go home,'" said Orla Venn, a pilot.`,
      '“You heard them shout, ‘Go home,’” said Orla Venn, a pilot.'
    ]
  ])('is %s', (_, a, b) => {
    expect(changes(a, b)).toEqual([])
  })

  test('is read after the verb too', () => {
    expect(
      changes(
        '“The ferry is safe for lorries,” said Orla Venn.',
        '“The ferry is safe for lorries,” said Bram Tolk.'
      )
    ).toEqual(['attribution: Orla Venn → Bram Tolk'])
  })

  test('is named where a second speaker has no name of their own', () => {
    expect(
      changes(
        'Tarn Airport said a centre was being set up and said people with concerns should call.',
        'The Harbour Office said people with concerns should call.'
      )
    ).toContain('attribution: Tarn Airport → The Harbour Office')
  })

  test('is told without the adverb before the verb', () => {
    expect(
      changes(
        'The Orlo Guild initially said the groom was among the dead.',
        'Ferry Watch initially said the groom was among the dead.'
      )
    ).toEqual(['attribution: The Orlo Guild → Ferry Watch'])
  })
})

describe('what is told in other words or at another place', () => {
  test.each([
    [
      'a verb that has got company',
      'Tarn Ferries confirmed on Friday that the ship was “hit by a crane”.',
      'After confirming on Friday that the ship was “hit by a crane”, Tarn Ferries said it would help.'
    ],
    [
      'a stage by another of its words',
      'The meeting got under way just hours after the fire.',
      'The meeting began just hours after the fire.'
    ],
    [
      'a length in other units alone',
      'The storm came within 10 kilometres (six miles) of the port.',
      'The storm came within six miles of the port.'
    ],
    [
      'the day on which a page was printed',
      'Published February 23 2015 A storm closed the strait for lorries and buses.',
      'A storm closed the strait for lorries and buses.'
    ],
    [
      'a body by its pronoun',
      'The Tarn Harbour Watch said the raid was the work of pilots.',
      'It said the raid was the work of pilots.'
    ],
    [
      'a day that is told from another day',
      'The council said yesterday that ten boats had come.',
      'The council said Thursday that ten boats had come.'
    ],
    [
      'what is still to come in either word',
      'The next round of talks on the tunnel is planned for spring.',
      'The next round of talks on the tunnel is scheduled for spring.'
    ],
    [
      'a “not” in other words',
      'The guild is in talks for the mill, but has yet to agree on terms.',
      'The guild is in talks for the mill, but has not yet agreed on terms.'
    ],
    [
      'a cause that is no date',
      'One pilot who suffered a head wound due to the blast described it.',
      'One pilot who was wounded in the head by the blast described it.'
    ],
    [
      'people who are known already',
      'They gave a quick handshake in the hall.',
      'With that, the two pilots gave a quick handshake in the hall.'
    ]
  ])('%s', (_, a, b) => {
    expect(changes(a, b)).toEqual([])
  })

  test('a “not” that stands in the other report with the same words around it', () => {
    const a = report(
      'Venn blamed the port, and not broken cranes or the long strike, for the delay hours before a meeting that played out against a backdrop of spring storms, a new peak of prices in the market and rising fear that the dam above the valley may go unrepaired.'
    )
    const b = report(
      'It comes hours after Venn blamed the port, and not broken cranes or a strike, for delays.',
      'The drama was playing out against a backdrop of spring storms, a new peak of prices in the market and rising fear that the dam above the valley may go unrepaired.'
    )
    expect(changes(a, b).filter((text) => text.startsWith('negation'))).toEqual([])
  })

  test('numbers of different things do not pair across a sentence', () => {
    expect(
      changes(
        'The storm hit 11 villages in the valley before noon.',
        'In the valley before noon the storm hit villages and 340 barges.'
      ).filter((text) => text.includes('→'))
    ).toEqual([])
  })

  test('a formula is of one scope where the paragraph goes on alike', () => {
    const goes = 'It appeared on a board commonly used by the quarry guild and its friends.'
    const a = report(
      'Guild opens a new hall for traders.',
      `The guild statement could not be independently verified. ${goes}`
    )
    const b = report(
      'Officials are looking into the fire at the old mill.',
      `The guild statement could not be independently verified. ${goes}`
    )
    expect(changes(a, b, 'soft').filter((text) => text.startsWith('scope'))).toEqual([])
  })
})

describe('what truly differs', () => {
  test('one who died and five who died', () => {
    const rest = 'The valley has been shaken by quakes for years, people in the market say.'
    expect(
      changes(
        report('A quake that hit the valley on Tuesday killed a child and sank boats.', rest),
        report('A quake in the valley flattened mills on Tuesday, killing five people.', rest)
      )
    ).toContain('number: a child → five killed')
  })

  test('a sentence whose partner stands in another paragraph is told once, by what changed in it', () => {
    const [first, second] = [
      'The council met in the old hall to talk about the storm and the broken dam.',
      'Undaunted, the mayor will walk to the quay with the pilots she admires on Friday.'
    ]
    const pictures = [
      'A crane lies in the harbour basin after the night of the storm',
      'Pilots wait beside the quay for the tide to turn again'
    ]
    const a = report(`${first} ${second}`)
    const b = report(first, ...pictures, second.replace('Friday', 'Monday'))
    expect(changes(a, b)).toEqual(['time: Friday → Monday'])
    expect(changes(a, b, 'soft').filter((text) => text.includes('Undaunted'))).toEqual([])
  })

  test('the headlines of two versions, wherever they stand in a saved page', () => {
    const body = [
      'The ferry sank in the basin before noon, the harbour office said.',
      'Divers reached the wreck two hours later and found nobody in it.',
      'The strait was closed to ships until the evening, the pilots said.'
    ]
    const page = (title: string, ...lines: string[]): Report => ({
      ...report(...lines),
      metadata: { title: { value: title, from: 'guess' } }
    })
    const one = 'Harbour office: No sign that pilots slept'
    const other = 'Harbour office: Pilots used radio to call for help'
    expect(
      changes(
        page(one, 'Menu', 'Photos of the day', one, ...body),
        page(other, 'Obituaries front', other, ...body)
      )
    ).toEqual(['negation: No: in A, not in B'])
  })
})
