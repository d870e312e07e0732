import { describe, expect, test } from 'vitest'
import { readWords, relateTexts } from '../../../src/core/overlap/relate'
import { shingleHashes } from '../../../src/core/overlap/shingle'
import { textUnder } from '../../../src/core/text/span'
import { article, OTHER, STORY, THIRD } from './texts'

const relate = (a: Parameters<typeof article>[1], b: Parameters<typeof article>[1]) =>
  relateTexts(
    readWords(article(1, a), () => false),
    readWords(article(2, b), () => false)
  )

describe('kinds of shared wording', () => {
  test('the same words are the same text, whatever their typography', () => {
    expect(
      relate(
        STORY,
        STORY.map((line) => line.replaceAll("'", '’'))
      ).kind
    ).toBe('same-text')
  })

  test('a cut and edited copy is a version', () => {
    const copy = STORY.slice(0, 3).map((line) =>
      line.replace('before dawn', 'at night').replace('noon', 'midday')
    )

    expect(relate([...STORY, ...OTHER], copy).kind).toBe('version')
  })

  test('a paragraph or two in another story are shared passages', () => {
    const { kind, passages } = relate([...OTHER, ...THIRD], [...STORY, ...OTHER.slice(0, 2)])

    expect(kind).toBe('shared-passages')
    expect(passages).toHaveLength(1)
  })

  test('strangers share nothing', () => {
    expect(relate(STORY, OTHER)).toMatchObject({ words: 0, containmentA: 0, resemblance: 0 })
    expect(relate(STORY, OTHER).kind).toBeUndefined()
  })

  test('the same words between quotation marks are a shared quotation', () => {
    const quote =
      '“We asked the company for new radar sets three times, and three times it answered that there was no money for them this year,” the engineer said.'

    expect(
      relate(
        [...STORY, quote],
        [...OTHER, ...THIRD, quote.replace('the engineer said', 'he wrote')]
      ).kind
    ).toBe('shared-quotation')
  })

  test('one stock sentence is no reuse', () => {
    const stock =
      'The league follows matches through letters from its members in every valley and counts only games that an umpire has signed.'

    expect(relate([...STORY, stock], [...OTHER, ...THIRD, stock]).kind).toBeUndefined()
  })
})

describe('what does not count', () => {
  test('furniture, captions and menus', () => {
    const frame = [
      'Home',
      'Politics',
      'Weather in the valley',
      'Sport and leisure for the whole family',
      'Fishermen watch a crane lift the ferry on Monday in the harbour of Tarsk. (AP Photo/Ivo Drass)',
      {
        text: 'This newspaper is kept alive by its readers, who pay for every reporter, printer and van that we need.',
        role: 'paragraph' as const,
        furniture: 'appeal'
      }
    ]

    expect(relate([...frame, ...STORY], [...frame, ...OTHER]).words).toBe(0)
  })

  test('stock phrases, which are named and not counted', () => {
    const note =
      'Readers who know more about this story can write to the night desk, which answers every letter within two days at most.'
    const [a, b] = [article(1, [...STORY, note]), article(2, [...OTHER, note])]
    const only = article(3, [note])
    const keys = new Set(shingleHashes(readWords(only, () => false).list.hashes))
    const isStock = (key: number) => keys.has(key)

    const { words, kind, passages } = relateTexts(readWords(a, isStock), readWords(b, isStock))

    expect(words).toBe(0)
    expect(kind).toBeUndefined()
    expect(passages.map(({ a: span, discount }) => [textUnder(a.text, span), discount])).toEqual([
      [note.slice(0, -1), 'formula']
    ])
  })

  test('a passage ends where a menu parts its words', () => {
    const menu = ['More stories', 'Plum harvest', 'Chess']
    const [head, ...tail] = STORY

    const { passages } = relate([head ?? '', ...menu, ...tail], STORY)

    expect(passages.length).toBeGreaterThan(1)
  })
})
