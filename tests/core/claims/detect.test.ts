import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import type { DetectOptions } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

const read = (paragraphs: readonly string[], options?: DetectOptions) => {
  const article = toCanonical(
    paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' }))
  )
  const { marks } = detectClaims(article, options)
  return marks.map((mark) => ({
    ...mark,
    text: article.text.slice(mark.sentence.start, mark.sentence.end),
    claim: article.text.slice(mark.span.start, mark.span.end)
  }))
}
const one = (text: string) => {
  const [mark] = read([text])
  if (mark === undefined) throw new Error('Cannot test: no mark')
  return mark
}

describe('each category', () => {
  test.each([
    ['UNVERIFIED', 'The Harbour Times could not independently verify the report.'],
    ['UNCONFIRMED', 'There was no immediate comment from the Tarsk garrison.'],
    ['DISPUTED', 'The mayor denied the accusation on Monday.'],
    ['ALLEGED', 'Velland accused the miners of arson.'],
    ['ANONYMOUS', 'Two people familiar with the talks said a deal was near.'],
    ['UNCLEAR', 'It was not immediately clear who owned the boat.'],
    ['PARTY', 'The Israeli military said its jets struck a rocket depot overnight.'],
    ['MEDIA', 'The river burst its banks, the Harbour Times newspaper reported.'],
    ['HEDGED', 'The dam probably failed at dawn.'],
    ['ONRECORD', 'Police said the car was found on Friday.'],
    ['CONFIRMED', 'The palace confirmed the visit.'],
    ['PLAIN', 'The bakery on the quay opened in spring.']
  ] as const)('%s is found', (category, text) => {
    expect(one(text).categories).toContain(category)
  })

  test.each([
    ['UNVERIFIED', 'The bank asks users to verify their age.'],
    ['UNCONFIRMED', 'The garrison commented on the attack at length.'],
    ['DISPUTED', 'The mayor dismissed warnings from the capital.'],
    ['ALLEGED', 'The flood claimed nine lives.'],
    ['ANONYMOUS', 'Fish is the major source of food on the coast.'],
    ['UNCLEAR', 'The minister made clear who owned the boat.'],
    ['PARTY', 'Police said the car was found on Friday.'],
    ['MEDIA', 'Orla Venn told the Harbour Times that she would resign.'],
    ['HEDGED', 'The blast could be heard for miles in May.'],
    ['ONRECORD', 'The bakery on the quay opened in spring.'],
    ['CONFIRMED', 'The palace did not confirm the visit.'],
    ['PLAIN', 'The dam probably failed at dawn.']
  ] as const)('%s is not found in its false friend', (category, text) => {
    expect(one(text).categories).not.toContain(category)
  })
})

describe('the claim', () => {
  test('is marked without the words that say who says it', () => {
    expect(one('The ministry said that three bridges had fallen.').claim).toBe(
      'three bridges had fallen.'
    )
    expect(one('Three bridges had fallen, the ministry said.').claim).toBe(
      'Three bridges had fallen'
    )
  })
  test('carries a reason that quotes the cue and never judges', () => {
    for (const { reason } of read([
      'The crew reportedly fled. The dam probably failed. Orla Venn denied it. It is unclear why.'
    ])) {
      expect(reason).not.toBe('')
      expect(reason).not.toMatch(/\b(?:false|unreliable|untrue|wrong)\b/i)
    }
  })
})

describe('sources', () => {
  test('last names and pronouns lead to the full name', () => {
    const marks = read([
      'Orla Venn said the pier was safe. Venn said it was rebuilt. She added that it had cost little.'
    ])

    expect(marks.map((m) => m.source?.name)).toEqual(['Orla Venn', 'Orla Venn', 'Orla Venn'])
  })
  test('"the ministry" is the ministry named before', () => {
    const marks = read([
      'The Tarsk Foreign Ministry said talks had begun. The ministry said they were brief.'
    ])

    expect(marks.at(-1)?.source?.name).toBe('Tarsk Foreign Ministry')
  })
  test('a relay stands outside of whom it cites', () => {
    const mark = one(
      'The Harbour Times newspaper reported, citing the fire brigade, that nobody was hurt.'
    )

    expect(mark.source?.name).toBe('fire brigade')
    expect(mark.via.map((s) => s.name)).toEqual(['Harbour Times newspaper'])
  })
  test('whoever is told is a venue and no source', () => {
    expect(one('Orla Venn told Reuters that the pier was safe.').source?.name).toBe('Orla Venn')
  })
  test('a reader’s class for a source decides', () => {
    const actors = [{ name: 'Grey Hand', type: 'armed-group', side: 'Grey Hand' }] as const

    const [mark] = read(['The Grey Hand said it destroyed two tanks.'], { actors })

    expect(mark?.source).toMatchObject({ type: 'armed-group', side: 'Grey Hand' })
    expect(mark?.categories).toContain('PARTY')
  })
})

describe('quotations', () => {
  test('keep their speaker over sentences and paragraphs', () => {
    const marks = read([
      '“The pier is safe,” Orla Venn said. “It was rebuilt in June. Nobody complained.',
      '“We are proud of it.”'
    ])

    expect(marks.every((m) => m.source?.name === 'Orla Venn')).toBe(true)
  })
  test('take the speaker that is named where they close', () => {
    const marks = read(['“It rained. The pier held,” Orla Venn said.'])

    expect(marks.map((m) => m.source?.name)).toEqual(['Orla Venn', 'Orla Venn'])
  })
  test('after a lead-in are the speaker’s', () => {
    const marks = read([
      'The harbour master said:',
      'The pier may fall at any time.',
      'Gulls sat on the roof.'
    ])

    expect(marks[1]?.categories).not.toContain('HEDGED')
    expect(marks[1]?.source?.name).toMatch(/harbour master/)
    expect(marks[2]?.source).toBeUndefined()
  })
})

const scopeOf = (paragraphs: readonly string[], status: RegExp) => {
  const marks = read(paragraphs)
  const at = marks.findIndex((m) => status.test(m.text))
  return marks.flatMap((m, i) => (m.coveredBy.includes(at) || m.deniedBy.includes(at) ? [i] : []))
}

describe('disclaimers', () => {
  test('"that report" covers the nearest claim only', () => {
    const text =
      'Tarsk said the bridge fell. The Daily Orbel reported that a dam broke. The Harbour Times could not verify that report.'

    expect(scopeOf([text], /could not verify/)).toEqual([1])
  })
  test('"the reports" covers the claims of its paragraph, never the sentence after', () => {
    const paragraphs = [
      'Rain fell.',
      'Russia said it shot down two drones. Ukraine said a depot burned. Reuters could not verify the reports. Russia said more would come.'
    ]

    expect(scopeOf(paragraphs, /could not verify/)).toEqual([1, 2])
  })
  test('a speaker’s claims are covered across paragraphs', () => {
    const paragraphs = [
      'Orla Venn said she was held in a cellar.',
      '“There were nine of us,” Venn said.',
      'The Harbour Times could not independently verify Venn’s claims.'
    ]

    expect(scopeOf(paragraphs, /could not/)).toEqual([0, 1])
  })
  test('a silence covers what the silent party could confirm', () => {
    const text =
      'Russia said it stopped an assault on the port. Ukraine did not immediately confirm the assault.'

    expect(scopeOf([text], /did not/)).toEqual([0])
  })
  test('a denial points to the charge', () => {
    const text =
      'Velland accused the guild of burning the mill. Rain fell. The guild denied the accusation.'

    expect(scopeOf([text], /denied/)).toEqual([0])
  })
  test('a refusal to comment covers all that one unnamed voice said', () => {
    const paragraphs = [
      'Two people familiar with the talks said Orbel Marine will bid for Tarsk Lines.',
      'The people said six banks would lend the money.',
      'Orbel Marine was founded by two brothers.',
      'A spokeswoman for Orbel Marine declined to comment.'
    ]

    expect(scopeOf(paragraphs, /declined/)).toEqual([0, 1])
  })
  test('"denied it" answers what another voice said last', () => {
    const text =
      'Velland accused the guild of arson. The Daily Orbel reported that a barge had sunk. The harbour master denied it.'

    expect(scopeOf([text], /denied/)).toEqual([1])
  })
  test('"the assertion, which … could not verify" points back', () => {
    const text =
      'Governor Pell accused hired men of taking part. He gave no proof for the assertion, which Reuters could not verify.'

    expect(scopeOf([text], /could not verify/)).toEqual([0])
  })
  test('a question that could not be settled covers every account of the passage', () => {
    const paragraphs = [
      'Russia said it held the mill. Ukraine said its men were still inside.',
      'Reuters could not independently verify who held the mill.'
    ]

    expect(scopeOf(paragraphs, /could not/)).toEqual([0, 1])
  })
  test('a line on anonymity that stands alone covers all that the unnamed voice said', () => {
    const paragraphs = [
      'The crew were divers of the navy, two security officials said.',
      'The ship had been followed since May, the officials said.',
      'They spoke on condition of anonymity.'
    ]

    expect(scopeOf(paragraphs, /anonymity/)).toEqual([0, 1])
  })
  test('stay inside their item', () => {
    const article = toCanonical([
      { text: 'Mill burns', role: 'heading' },
      { text: 'Velland accused the guild of burning the mill.', role: 'paragraph' },
      { text: 'Port reopens', role: 'heading' },
      { text: 'Reuters could not verify the reports.', role: 'paragraph' }
    ])

    expect(detectClaims(article).marks.every((m) => m.coveredBy.length === 0)).toBe(true)
  })
  test('follow the reader’s correction', () => {
    const paragraphs = ['Tarsk said the bridge fell. Reuters could not verify the report.']
    const [claim, status] = read(paragraphs)
    if (claim === undefined || status === undefined) throw new Error('Cannot test: no marks')

    const [fixed] = read(paragraphs, {
      scopes: [{ status: status.sentence, sentence: claim.sentence, covered: false }]
    })

    expect(claim.coveredBy).toEqual([1])
    expect(fixed?.coveredBy).toEqual([])
  })
})

describe('what is left alone', () => {
  test('furniture and by-lines', () => {
    const article = toCanonical([
      { text: 'By Orla Venn', role: 'paragraph' },
      { text: 'Subscribe: sources said it is great', role: 'paragraph', furniture: 'newsletter' }
    ])

    expect(detectClaims(article).marks.some((m) => m.highlight)).toBe(false)
  })
  test('another language, which is named', () => {
    const german =
      'Die Regierung hat am Montag in der Stadt mit den Gewerkschaften über die Löhne verhandelt und sich nicht geeinigt, wie es aus dem Ministerium heißt.'

    expect(detectClaims(toCanonical([{ text: german, role: 'paragraph' }]))).toEqual({
      marks: [],
      notAnalysed: 'de'
    })
  })
})

describe('any text', () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom(
        '“Well,” he said.',
        'said said said',
        'The X’s Y, Z, said.',
        ', who said',
        'could not verify',
        "''It's' “",
        'According to'
      )
    ),
    { maxLength: 8 }
  )

  test('yields marks that ascend, stay inside and point to each other', () => {
    fc.assert(
      fc.property(texts, (paragraphs) => {
        const article = toCanonical(
          paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' }))
        )
        const { marks } = detectClaims(article)
        let end = 0
        marks.forEach((mark, i) => {
          expect(mark.index).toBe(i)
          expect(mark.sentence.start).toBeGreaterThanOrEqual(end)
          expect(mark.span.start).toBeGreaterThanOrEqual(mark.sentence.start)
          expect(mark.span.end).toBeLessThanOrEqual(mark.sentence.end)
          expect(mark.span.end).toBeGreaterThan(mark.span.start)
          for (const other of [...mark.coveredBy, ...mark.deniedBy])
            expect(marks[other]).toBeDefined()
          end = mark.sentence.end
        })
        expect(end).toBeLessThanOrEqual(article.text.length)
      }),
      { numRuns: 300 }
    )
  })
})
