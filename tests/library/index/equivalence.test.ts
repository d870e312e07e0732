import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/core/article/article'
import { matchesOf } from '../../../src/core/search/marks'
import { bodyPlaces, placesOf } from '../../../src/core/search/match'
import { parse } from '../../../src/core/search/parse'
import { planOf } from '../../../src/core/search/plan'
import { spansIn, textUnder } from '../../../src/core/text/span'
import { termOf, termsOf } from '../../../src/core/search/tokens'
import { stem } from '../../../src/core/search/stem'
import { makeArticle, Shelf } from './support'

const WORDS =
  'harbour harbours fire fires burned Tarsk Venn naïve café минувший порт 東京都 verify verified the of and could'.split(
    ' '
  )
const word = fc.constantFrom(...WORDS)
const paragraph = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ', ', '. ', '-', ' “', '’s ')), {
    minLength: 1,
    maxLength: 12
  })
  .map((parts) => parts.flat().join(''))
const shape = fc.record({
  paragraphs: fc.array(
    fc.tuple(paragraph, fc.boolean()).map(([text, furniture]) => (furniture ? `~${text}` : text)),
    { minLength: 1, maxLength: 3 }
  ),
  title: paragraph
})
const texts = fc.array(shape, { minLength: 1, maxLength: 14 })
const asArticles = (shapes: readonly { paragraphs: string[]; title: string }[]): Article[] =>
  shapes.map(({ paragraphs, title }, i) => makeArticle(i + 1, paragraphs, { title }))

const QUERIES = [
  'harbour',
  'harbours fire',
  'fire OR порт',
  '-fire',
  '"harbour fire"',
  '"fire harbour"~2',
  'harbour NEAR/3 venn',
  'title:harbour',
  'har*',
  'verify the of',
  'cafe 東京'
]
const answers = (shelf: Shelf) =>
  QUERIES.map((query) => {
    const page = shelf.search(`${query} `)
    return {
      query,
      total: page.total,
      hits: page.hits.map((hit) => ({ ...hit, score: hit.score.toFixed(4) }))
    }
  })

describe('the index answers the same', () => {
  test('whether articles came one by one or at once', () => {
    fc.assert(
      fc.property(texts, (shapes) => {
        const articles = asArticles(shapes)
        const single = new Shelf()
        for (const article of articles) single.keep(article)

        expect(answers(single)).toEqual(answers(new Shelf(articles)))
      }),
      { numRuns: 60 }
    )
  })
  test('after removing as if it had never been added', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(13), { maxLength: 8 }), (shapes, picks) => {
        const articles = asArticles(shapes)
        const gone = new Set(picks.map((pick) => (pick % articles.length) + 1))
        const shelf = new Shelf(articles)
        shelf.drop(...gone)
        const never = new Shelf(articles.filter((article) => !gone.has(article.id)))

        expect(answers(shelf)).toEqual(answers(never))
      }),
      { numRuns: 60 }
    )
  })
  test('after a change as if the new text had always been there', () => {
    fc.assert(
      fc.property(texts, shape, (shapes, changed) => {
        const articles = asArticles(shapes)
        const newer = makeArticle(1, changed.paragraphs, { title: changed.title })
        const shelf = new Shelf(articles)
        shelf.keep(newer)

        expect(answers(shelf)).toEqual(answers(new Shelf([newer, ...articles.slice(1)])))
      }),
      { numRuns: 40 }
    )
  })
  test('when it is opened again', () => {
    const shelf = new Shelf(many(40))
    shelf.drop(3, 17)
    const before = answers(shelf)
    shelf.index.close()

    expect(shelf.index.open(shelf.db)).toBe(true)
    expect(answers(shelf)).toEqual(before)
  })
  test('after segments were merged', () => {
    const shelf = new Shelf()
    for (const article of many(70)) shelf.keep(article)
    shelf.drop(...Array.from({ length: 20 }, (_, i) => 2 * i + 1))
    shelf.transaction(() => {
      while (shelf.index.compact());
    })
    const rest = many(70).filter(({ id }) => id > 40 || id % 2 === 0)

    expect(answers(shelf)).toEqual(answers(new Shelf(rest)))
  })
  test('while segments are merged in slices, with articles coming and going in between', () => {
    const shelf = new Shelf()
    const kept = new Map<number, Article>()
    const long = fc.sample(shape, { numRuns: 300, seed: 7 })
    asArticles(long).forEach((article, i) => {
      shelf.keep(article)
      kept.set(article.id, article)
      if (i % 3 === 2) {
        const gone = 1 + ((i * 5) % (i + 1))
        shelf.drop(gone)
        kept.delete(gone)
      }
      if (i % 60 !== 59) return

      expect(answers(shelf)).toEqual(answers(new Shelf([...kept.values()])))
    })
    shelf.transaction(() => {
      while (shelf.index.compact());
    })

    expect(answers(shelf)).toEqual(answers(new Shelf([...kept.values()])))
    shelf.index.close()
    expect(shelf.index.open(shelf.db)).toBe(true)
    expect(answers(shelf)).toEqual(answers(new Shelf([...kept.values()])))
  })
  test('after a transaction that was rolled back', () => {
    const shelf = new Shelf(many(20))
    const before = answers(shelf)
    shelf.db.exec('BEGIN IMMEDIATE')
    shelf.index.keep([makeArticle(99, ['A harbour fire.'])])
    shelf.index.drop([1, 2, 3])
    shelf.db.exec('ROLLBACK')
    shelf.index.settled(false)

    expect(answers(shelf)).toEqual(before)
  })
})

test('every mark lies on the words asked for', () => {
  fc.assert(
    fc.property(texts, fc.array(word, { minLength: 1, maxLength: 3 }), (shapes, asked) => {
      const articles = asArticles(shapes)
      const shelf = new Shelf(articles)
      const wanted = new Set(asked.flatMap(termsOf).flatMap((term) => [term, stem(term)]))
      for (const hit of shelf.search(`${asked.join(' OR ')} `).hits) {
        const article = articles[hit.article.id - 1]
        const body = article?.blocks.filter((block) => block.furniture === undefined) ?? []
        for (const mark of spansIn(hit.marks)) {
          const terms = termsOf(textUnder(article?.text ?? '', mark))

          expect(terms.length).toBeGreaterThan(0)
          for (const term of terms)
            expect(wanted.has(term) || wanted.has(stem(termOf(term)))).toBe(true)
          expect(body.some(({ span }) => span.start <= mark.start && mark.end <= span.end)).toBe(
            true
          )
        }
        for (const excerpt of hit.excerpts) {
          expect(excerpt.text).toBe(textUnder(article?.text ?? '', excerpt.span))
          for (const mark of excerpt.marks)
            expect(mark.end).toBeLessThanOrEqual(excerpt.text.length)
        }
      }
    }),
    { numRuns: 100 }
  )
})

test('a phrase is found exactly where its words stand side by side', () => {
  fc.assert(
    fc.property(texts, fc.array(word, { minLength: 2, maxLength: 3 }), (shapes, asked) => {
      const articles = asArticles(shapes)
      const wanted = asked.flatMap(termsOf).join(' ')
      const held = articles.filter((article) =>
        [
          article.metadata.title.value,
          ...article.blocks
            .filter((block) => block.furniture === undefined)
            .map((block) => textUnder(article.text, block.span))
        ].some((text) => ` ${termsOf(text).join(' ')} `.includes(` ${wanted} `))
      )

      const found = new Shelf(articles).search(`"${asked.join(' ')}" `)

      expect(found.hits.map((hit) => hit.article.id).sort((a, b) => a - b)).toEqual(
        held.map((article) => article.id)
      )
      expect(found.total).toBe(held.length)
    }),
    { numRuns: 100 }
  )
})

const distance = fc.integer({ min: 1, max: 4 })
const near = fc.tuple(word, word, distance).map(([a, b, n]) => `${a} NEAR/${String(n)} ${b}`)
const loose = fc
  .tuple(fc.array(word, { minLength: 2, maxLength: 4 }), distance)
  .map(([words, n]) => `"${words.join(' ')}"~${String(n)}`)

test('words are found near each other exactly where their places say so', () => {
  fc.assert(
    fc.property(texts, fc.oneof(near, loose), (shapes, query) => {
      const articles = asArticles(shapes)
      const plan = planOf(parse(query).query)
      const held = articles.filter((article) =>
        [bodyPlaces(article), placesOf(article.metadata.title.value)].some(
          (places) => matchesOf(plan, places).length > 0
        )
      )

      const found = new Shelf(articles).search(`${query} `)

      if (plan.kind === 'near' || plan.kind === 'phrase') expect(found.total).toBe(held.length)
    }),
    { numRuns: 150 }
  )
})

/** Articles that differ, always the same ones. */
function many(count: number): Article[] {
  return Array.from({ length: count }, (_, i) => {
    const pick = (k: number): string => WORDS[(i * 7 + k * k) % WORDS.length] ?? ''
    const line = Array.from({ length: 5 + (i % 9) }, (__, k) => pick(k + i)).join(' ')
    return makeArticle(i + 1, [line, pick(3)], { title: `${pick(1)} ${pick(2)}` })
  })
}
