import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { report } from './texts'

/** Named changes of two one-sentence reports, as `kind strength text`, without minor ones. */
function changes(a: string, b: string): string[] {
  return align(report(a), report(b))
    .changes.filter(({ strength }) => strength !== 'minor')
    .map(({ kind, text }) => `${kind}: ${text}`)
}

describe('changes of meaning', () => {
  test.each([
    ['the Kestrian state news agency reported', 'the Kestrian state news agency'],
    ['the Kestrian report said', 'the Kestrian report'],
    ['the Islamic State of Orlo said', 'the Islamic State of Orlo'],
    ['Kestria’s state broadcaster said', 'Kestria’s state broadcaster'],
    ['Kestrian officials also claim', 'Kestrian officials'],
    ['Kestria claims', 'Kestria']
  ])('a noun that looks like a verb has no speaker before it: %s', (source, name) => {
    const found = changes(
      `Two ships left the port before noon, ${source}.`,
      'Two ships left the port before noon, Harbour Radio said.'
    )
    expect(found.filter((change) => change.startsWith('attribution'))).toEqual([
      `attribution: ${name} → Harbour Radio`
    ])
  })

  test.each([
    [
      'At least 24 people were injured when the ferry struck the pier.',
      'At least 26 people were injured when the ferry struck the pier.',
      'number: 24 → 26 people'
    ],
    [
      'The council will open two new quarries near the northern tunnel.',
      'The council will open three new quarries near the northern tunnel.',
      'number: two → three new'
    ],
    [
      'Inspectors visited aviation workshops along the northern coast road.',
      'Inspectors visited an aviation workshop along the northern coast road.',
      'number: workshops → an aviation workshop'
    ],
    [
      'The mayor called the plan “a fair deal” for every harbour worker.',
      'The mayor called the plan “a bad joke” for every harbour worker.',
      'quotation: “a fair deal” → “a bad joke”'
    ],
    [
      'The harbour ministry said it stopped the smuggling of engine parts.',
      'The harbour ministry claimed it stopped the smuggling of engine parts.',
      'hedge: said → claimed: weaker'
    ],
    [
      'The ministry claimed the bridge was sound and safe for all lorries.',
      'The ministry confirmed the bridge was sound and safe for all lorries.',
      'hedge: claimed → confirmed: stronger'
    ],
    [
      'The governor said the dam had been damaged before the storm came.',
      'The governor denied the dam had been damaged before the storm came.',
      'attribution: said → denied'
    ],
    [
      'Rescuers reached the village on Thursday after the bridge was repaired.',
      'Rescuers reached the village on Friday after the bridge was repaired.',
      'time: Thursday → Friday'
    ],
    [
      'The pilot had not warned the tower about the failing engine.',
      'The pilot had warned the tower about the failing engine.',
      'negation: not: in A, not in B'
    ],
    [
      'The trade envoy met the quarry owners in Tarsk to settle the dispute.',
      'The trade envoy met the quarry owners in Belmar to settle the dispute.',
      'place: Tarsk → Belmar'
    ],
    [
      'A deal between the quarry owners and Orla Venn was signed before noon.',
      'A deal between the quarry owners and Ivo Drass was signed before noon.',
      'name: Orla Venn → Ivo Drass'
    ],
    [
      'The envoy was expected to discuss tariffs with the council of elders.',
      'The envoy discussed tariffs with the council of elders.',
      'status: expected to → discussed'
    ],
    [
      'The envoy will visit the harbour, the council said in its notice.',
      'The envoy may visit the harbour, the council said in its notice.',
      'hedge: will → may: weaker'
    ],
    [
      'The exercise near the lighthouse was cancelled, the coast guard said.',
      'The exercise near the lighthouse was postponed, the coast guard said.',
      'status: cancelled → postponed'
    ],
    [
      'The ministry said on Telegram that two drones fell into the sea.',
      'The ministry said that two drones fell into the sea.',
      'attribution: on Telegram: in A, not in B'
    ],
    [
      'Prices rose again, according to the Harbour Office.',
      'Prices rose again, according to the Quarry Union.',
      'attribution: the Harbour Office → the Quarry Union'
    ]
  ])('%s / %s', (a, b, change) => {
    expect(changes(a, b)).toContain(change)
  })

  test.each([
    ['“We left the pier early,” he said.', '"We left the pier early", he said.'],
    [
      '“We left that pier and walked home,” Venn said.',
      '“We left that pier, and walked home,” Venn said.'
    ],
    ['Two boats from the coast guard were sunk.', '2 boats from the coast guard were sunk.'],
    ['The fleet lost 4,500 tons of grain.', 'The fleet lost 4500 tons of grain.'],
    ['It happened on Sept. 14 near the pier.', 'It happened on 14 September near the pier.'],
    ['Orla Venn’s offer to the council was accepted.', 'Venn’s offer to the council was accepted.'],
    [
      'The N. Tarsk council accepted the offer in full.',
      'The North Tarsk council accepted the offer in full.'
    ],
    ['The council could supply the grain to Tarsk.', 'The council could send the grain to Tarsk.'],
    ['The stockpile of grain is kept at the pier.', 'The stockpiles of grain is kept at the pier.'],
    [
      'On Friday the council met the owners of the quarry.',
      'The council met the owners of the quarry on Friday.'
    ],
    ['Orla Venn contributed to this report.', 'Orla Venn and Ivo Drass contributed to this report.']
  ])('says nothing of style: %s / %s', (a, b) => {
    expect(changes(a, b)).toEqual([])
  })

  test('takes a spokeswoman and her office for one source when a report says so', () => {
    const a = report('The Harbour Office said ferries will stop at noon.')
    const b = report(
      'Venn said ferries will stop at noon.',
      'Harbour Office spokeswoman Orla Venn spoke to the crews of the old lighthouse.'
    )

    const { changes: found } = align(a, b)

    expect(found.filter(({ kind }) => kind === 'attribution' || kind === 'name')).toEqual([])
  })

  test('takes letters and the name they stand for as one source', () => {
    const found = changes(
      'Talks have ended, according to the Tarsk Central News Agency.',
      'Talks have ended, according to TCNA.'
    )

    expect(found.filter((change) => change.startsWith('attribution'))).toEqual([])
  })

  test('marks counts of people in which reports in other words disagree', () => {
    const a = report(
      'A fire in the old market of Tarsk killed 12 people late on Monday, the mayor said.',
      'Witnesses spoke of a blast in a bakery.'
    )
    const b = report(
      'Nine dead as flames destroy stalls',
      'At least nine people died when flames swept through stalls in Tarsk, rescue workers said.'
    )

    const { changes: found } = align(a, b)

    expect(found.map(({ kind, text }) => `${kind}: ${text}`)).toContainEqual(
      expect.stringMatching(/^number: 12 → nine/i)
    )
  })

  test('says "in A, not in B" and never who removed what', () => {
    const { changes: found, summary } = align(
      report('The ferry sank at noon near the pier. Nine sailors were saved by a fishing boat.'),
      report('The ferry sank at noon near the pier. The owner paid the crew a month of wages.')
    )

    const words = [...found.map(({ text }) => text), ...summary].join(' ')
    expect(words).toContain('in A, not in B')
    expect(words).not.toMatch(/deleted|removed|added|now|no longer/)
  })

  test('says in words what stands in which report', () => {
    const a = report('The ministry said 11 people died at the pass on Monday.')
    const b = report('The ministry said 19 people died at the pass on Monday.')

    expect(align(a, b).summary[0]).toMatch(/^number: 11.* in A, 19.* in B$/)
    expect(align(a, b, { order: 'a-first' }).summary[0]).toMatch(/^number: first 11.*, now 19/)
    expect(align(a, b, { order: 'b-first' }).summary[0]).toMatch(/^number: first 19.*, now 11/)
  })

  test('speaks of order when the order is known', () => {
    const a = report('The ministry said two convoys reached the pass before the storm.')
    const b = report('The ministry said convoys reached the pass before the storm.')

    const { summary } = align(a, b, { order: 'a-first' })

    expect(summary.join(' ')).toMatch(/no longer/)
  })
})

test('a label of two long quotations shows the words in which they differ', () => {
  const start =
    'Dozens of shells fell overnight from Wednesday into Thursday morning on the two towns'
  const [label = ''] = changes(
    `"${start} that are held by farmers," the harbour office of Tarsk said.`,
    `"${start} that are held by sailors," the harbour office of Tarsk said.`
  ).filter((change) => change.startsWith('quotation'))
  const [left, right] = label.split(' → ')

  expect(left).toMatch(/: ….*held by farmers/)
  expect(right).toMatch(/^….*held by sailors/)
})
