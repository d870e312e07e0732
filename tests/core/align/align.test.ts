import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { stepBudget } from '../../../src/core/budget'
import { toCanonical } from '../../../src/core/text/canonical'
import { textUnder } from '../../../src/core/text/span'
import { report } from './texts'

const FERRY = 'The ferry to Tarsk left the harbour an hour late after a rope jammed its rudder.'
const QUARRY = 'Owners of the lime quarry refused to pay the fine that the court of Belmar had set.'
const ORCHARD = 'Frost killed half of the blossom in the orchards below the old observatory.'
const STRIKE = 'Tram drivers will walk out on Monday unless the council restores their night bonus.'

const kinds = (rows: readonly { kind: string }[]) => rows.map(({ kind }) => kind)

describe('rows', () => {
  test('pair equal, edited and lone paragraphs', () => {
    const { rows, counts } = align(
      report(FERRY, QUARRY, ORCHARD),
      report(FERRY, QUARRY.replace('refused', 'declined'), STRIKE)
    )

    expect(kinds(rows)).toEqual(['equal', 'changed', 'only-a', 'only-b'])
    expect(counts).toEqual({ moved: 0, onlyA: 1, onlyB: 1, changed: 1, equal: 1 })
  })

  test('show a moved paragraph once beside its partner and leave a mark where it stood', () => {
    const { rows, counts } = align(
      report(FERRY, QUARRY, ORCHARD, STRIKE),
      report(QUARRY, ORCHARD, STRIKE, FERRY)
    )

    expect(counts.moved).toBe(1)
    const away = rows.findIndex(({ kind }) => kind === 'moved-away')
    const shown = rows.findIndex(({ kind, move }) => kind !== 'moved-away' && move !== undefined)
    expect(rows[away]?.move).toEqual({ other: shown, direction: 'down' })
    expect(rows[shown]?.move).toEqual({ other: away, direction: 'down' })
    expect(rows[shown]?.kind).toBe('equal')
  })

  test('find a paragraph that was moved and edited', () => {
    const { rows } = align(
      report(FERRY, QUARRY, ORCHARD, STRIKE),
      report(
        QUARRY,
        ORCHARD,
        STRIKE,
        FERRY.replace('an hour late', 'on time').replace('jammed', 'caught')
      )
    )

    expect(rows.find(({ move, kind }) => move && kind !== 'moved-away')?.kind).toBe('changed')
  })

  test('join a paragraph with the two that it was split into', () => {
    const { rows } = align(report(`${FERRY} ${QUARRY}`, STRIKE), report(FERRY, QUARRY, STRIKE))

    expect(rows[0]).toMatchObject({ kind: 'equal', a: [0], b: [0, 1], grouping: 'split' })
    expect(align(report(FERRY, QUARRY), report(`${FERRY} ${QUARRY}`)).rows[0]?.grouping).toBe(
      'merge'
    )
  })

  test('leave furniture out', () => {
    const a = toCanonical([
      { text: 'Share this', role: 'paragraph', furniture: 'share-button' },
      { text: FERRY, role: 'paragraph' }
    ])

    const { rows } = align(a, report('Share this', FERRY))

    expect(kinds(rows)).toEqual(['only-b', 'equal'])
  })

  test('pair the full headline, not the cut one before it', () => {
    const a = report('Council of Tarsk accepts the offer of the quarry owners in full', FERRY)
    const b = report(
      'HomeNewsCouncil of Tarsk accepts ‘with joy’ the offer of the...',
      'Council of Tarsk accepts ‘with joy’ the offer of the quarry owners in full',
      FERRY
    )

    const { rows } = align(a, b)

    expect(rows.find(({ a: blocks }) => blocks[0] === 0)?.b).toEqual([1])
  })

  test('pair lines that recur one to one, in order', () => {
    const a = report('Share it', FERRY, 'Share it', QUARRY, 'Share it')
    const b = report('Share it', FERRY, 'Share it', QUARRY, 'Share it')

    expect(kinds(align(a, b).rows)).toEqual(['equal', 'equal', 'equal', 'equal', 'equal'])
  })
})

describe('formula sentences', () => {
  const STOCK = 'The Tarsk Courier could not independently verify the reports.'

  test('stay apart when they speak of different things', () => {
    const a = report(
      `A ship was hit in the northern port of Belmar, officials said. ${STOCK}`,
      FERRY
    )
    const b = report(
      FERRY,
      `Two depots burned beside the southern railway yard, miners said. ${STOCK}`
    )

    const { rows, changes } = align(a, b)

    const linked = rows.flatMap(({ pairs }) => pairs).filter((pair) => pair.a && pair.b)
    expect(linked.map(({ a: span }) => span && textUnder(a.text, span))).toEqual([FERRY])
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'scope', text: 'same wording, other scope' })
    )
  })

  test('pair when the sentence before is the same', () => {
    const claim = 'A ship was hit in the northern port of Belmar, officials said.'

    const { rows } = align(report(`${claim} ${STOCK}`), report(FERRY, `${claim} ${STOCK}`))

    expect(rows.at(-1)?.pairs.map(({ relation }) => relation)).toEqual(['equal', 'equal'])
  })
})

describe('word changes', () => {
  const edits = (a: string, b: string) => {
    const left = report(a)
    const right = report(b)
    return align(left, right)
      .rows.flatMap(({ pairs }) => pairs)
      .flatMap((pair) => pair.edits)
      .filter(({ op }) => op !== 'equal')
      .map((edit) => `${textUnder(left.text, edit.a)}|${textUnder(right.text, edit.b)}`.trim())
  }

  test.each([
    [
      'The bill came to $10.5 million for the town.',
      'The bill came to $12.5 million for the town.',
      '$10.5 million|$12.5 million'
    ],
    [
      'It opens on Sept. 14 for all visitors of the town.',
      'It opens on Sept. 15 for all visitors of the town.',
      'Sept. 14|Sept. 15'
    ],
    [
      'The town thanked Mr Ivo Drass for the grain.',
      'The town thanked Mr Ana Drass for the grain.',
      'Ivo Drass|Ana Drass'
    ],
    [
      'Rates rose to 4.75 percent in the town.',
      'Rates rose to 4.5 percent in the town.',
      '4.75 percent|4.5 percent'
    ]
  ])('keep numbers, dates and names whole: %s', (a, b, edit) => {
    expect(edits(a, b)).toContain(edit)
  })
})

describe('budget', () => {
  test('says so when it ran out, and still shows every block', () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `${FERRY} ${QUARRY.replace('lime', `lime${index}`)}`
    )

    const { exhaustive, rows } = align(report(...many), report(...many.toReversed(), STRIKE), {
      budget: stepBudget(500)
    })

    expect(exhaustive).toBe(false)
    expect(rows.filter(({ kind }) => kind !== 'moved-away').flatMap(({ a }) => a)).toHaveLength(60)
  })
})
