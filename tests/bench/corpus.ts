import type { Article } from '../../src/core/article/article'
import { toCanonical, type ImportedBlock } from '../../src/core/text/canonical'

/** Words that English uses most, in their order; the rest of the vocabulary is invented. */
const COMMON =
  'the of to and in a for is on that by with as at from it was be are this an have or not has were which but their they said he his been more one had will about its who after would there new also two up other year than when out over first people last some time if into them'.split(
    ' '
  )
const SYLLABLES =
  'ba be bo cha co da del dor e fa fen ga gor ha hin i ja kel ki la lo ma mer mi na nor o pa pel qua ra ren sa sho ta tel tor u va ven wa xi yo za zu'.split(
    ' '
  )
/**
 * Rank up to which words follow Zipf's law with exponent 1; rarer ones follow exponent 2, as in English news, so that the vocabulary
 * grows with the square root of the text: about 50,000 words in 2,000 articles and 350,000 in 100,000.
 * Source: Gerlach & Altmann, "Stochastic model for the vocabulary growth in natural languages", Phys. Rev. X 3 (2013).
 */
const HEAD = 8000
const HEAD_MASS = Math.log(HEAD) / (Math.log(HEAD) + 1)
const VOCABULARY = 4_000_000
/** Share of words drawn from an article's topic, 0…1, so that words of a topic meet as they do in news. */
const TOPICAL = 0.25
const TOPIC_WORDS = 40
const WORDS_PER_PARAGRAPH = 45
const PARAGRAPHS = 13
const PUBLISHERS = 200

/** Returns numbers in 0…1 that are the same for the same seed. Source: Tommy Ettinger's mulberry32, public domain. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Returns the word of a rank, 0 for the commonest. Different ranks have different words. */
export function wordOf(rank: number): string {
  const common = COMMON[rank]
  if (common !== undefined) return common
  let rest = rank - COMMON.length + SYLLABLES.length
  let word = ''
  while (rest > 0) {
    word = (SYLLABLES[rest % SYLLABLES.length] ?? '') + word
    rest = Math.floor(rest / SYLLABLES.length)
  }
  // Syllables may run together; the ending keeps words of different ranks apart where they would be equal.
  return rank % 7 === 0 ? `${word}s` : rank % 11 === 0 ? `${word}ing` : word
}

/** Draws a rank, 0 for the commonest word, by inverting the cumulative distribution. */
export function zipf(draw: () => number): number {
  const at = draw()
  const rank = at < HEAD_MASS ? Math.exp((at / HEAD_MASS) * Math.log(HEAD)) : HEAD / (1 - draw())
  return Math.min(VOCABULARY, Math.floor(rank)) - 1
}

/** Makes news-like articles: words by Zipf's law, topics, paragraphs, titles, publishers, dates. The same for the same number. */
export function makeArticle(id: number): Article {
  const draw = random(id)
  const topic = Math.floor(draw() * 4000)
  const topicWord = (): string => wordOf(200 + topic * 13 + Math.floor(draw() ** 2 * TOPIC_WORDS))
  const word = (): string => (draw() < TOPICAL ? topicWord() : wordOf(zipf(draw)))
  const paragraphs = 1 + Math.floor(draw() * 2 * PARAGRAPHS)
  const blocks: ImportedBlock[] = []
  for (let p = 0; p < paragraphs; p++)
    blocks.push({ role: 'paragraph', text: paragraph(word, draw) })
  const canonical = toCanonical(blocks)
  const day = new Date(Date.UTC(2022, 0, 1) + Math.floor(draw() * 1000) * 86_400_000)
  const publisher = Math.floor(draw() ** 2 * PUBLISHERS)
  return {
    id,
    ...canonical,
    metadata: {
      title: { value: sentence(() => (draw() < 0.6 ? topicWord() : word()), 8), from: 'meta' },
      publisher: { value: `${capital(wordOf(300 + publisher))} Courier`, from: 'meta' },
      published: { value: day.toISOString().slice(0, 10), from: 'meta' }
    },
    format: 'txt',
    contentHash: id.toString(16).padStart(64, '0'),
    words: paragraphs * WORDS_PER_PARAGRAPH
  }
}

function paragraph(word: () => string, draw: () => number): string {
  const parts: string[] = []
  for (let left = WORDS_PER_PARAGRAPH; left > 0;) {
    const length = Math.min(left, 8 + Math.floor(draw() * 20))
    const text = sentence(word, length)
    parts.push(draw() < 0.15 ? `“${text},” she said.` : `${text}.`)
    left -= length
  }
  return parts.join(' ')
}

function sentence(word: () => string, length: number): string {
  const words: string[] = []
  for (let i = 0; i < length; i++) words.push(word())
  return capital(words.join(' '))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
