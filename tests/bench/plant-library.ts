import type { Article } from '../../src/core/article/article'
import { Chance, toArticle, type Paragraph } from './planted'

/** A library with copies in it, and which pairs share text. */
export interface PlantedLibrary {
  readonly articles: Map<number, Article>
  /** `a b` with a < b → the share of words changed, for pairs of source and copy. */
  readonly levels: ReadonlyMap<string, number>
  /** Every pair that shares text, those of syndicated clusters included. */
  readonly truth: ReadonlySet<string>
  /** Pages of nothing but an outlet's template. */
  readonly templatePages: ReadonlySet<number>
}

export const LEVELS = [0, 0.02, 0.05, 0.1, 0.2, 0.4] as const
/** Articles of each level: near copies and pasted passages, per thousand of background. */
const COPIES_PER_THOUSAND = 10
const TEMPLATES = 20
const CLUSTER_SIZES = [5, 20, 100, 300]

export const pairKey = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`

/** Makes a library of about so many articles of so many words, the same for the same seed. */
export function plantLibrary(size: number, words: number, seed: number): PlantedLibrary {
  const chance = new Chance(seed)
  const articles = new Map<number, Article>()
  const levels = new Map<string, number>()
  const truth = new Set<string>()
  const templatePages = new Set<number>()
  const templates = Array.from(
    { length: TEMPLATES },
    () => [chance.report(40), chance.report(60)] as const
  )
  const day = () => `2024-0${1 + chance.below(9)}-${10 + chance.below(18)}`
  const add = (paragraphs: readonly Paragraph[]) => {
    const id = articles.size + 1
    articles.set(id, toArticle(id, paragraphs, day()))
    return id
  }
  const dressed = (paragraphs: readonly Paragraph[]) => {
    const [head, foot] = templates[chance.below(TEMPLATES)] ?? [[], []]
    return chance.next() < 0.5 ? [...head, ...paragraphs, ...foot] : paragraphs
  }
  const length = () => Math.floor(words * (0.5 + chance.next()))
  const plant = (source: number, copy: number, level: number) => {
    levels.set(pairKey(source, copy), level)
    truth.add(pairKey(source, copy))
  }

  const perLevel = Math.max(4, Math.round((size / 1000) * COPIES_PER_THOUSAND))
  for (const level of LEVELS) {
    for (let index = 0; index < perLevel; index++) {
      const story = chance.report(length())
      const source = add(dressed(story))
      if (index % 2 === 0) plant(source, add(dressed(chance.nearCopy(story, level))), level)
      else {
        const passage = passageOf(story, chance).map((paragraph) => chance.edit(paragraph, level))
        const host = chance.report(length())
        host.splice(chance.below(host.length), 0, ...passage)
        plant(source, add(dressed(host)), level)
      }
    }
  }
  for (const copies of CLUSTER_SIZES.filter((count) => count * 20 <= size)) {
    const story = chance.report(length())
    const members = Array.from({ length: copies }, () =>
      add(story.map((paragraph) => chance.edit(paragraph, 0.02)))
    )
    for (const [index, a] of members.entries())
      for (const b of members.slice(index + 1)) truth.add(pairKey(a, b))
  }
  for (let index = 0; index < size / 100; index++) {
    const [head, foot] = templates[chance.below(TEMPLATES)] ?? [[], []]
    templatePages.add(add([...head, ...foot]))
  }
  while (articles.size < size) add(dressed(chance.report(length())))
  return { articles, levels, truth, templatePages }
}

/** A run of paragraphs of at least 40 words. */
function passageOf(story: readonly Paragraph[], chance: Chance): Paragraph[] {
  const start = chance.below(story.length)
  const passage: Paragraph[] = []
  let words = 0
  for (const paragraph of [...story.slice(start), ...story]) {
    if (words >= 40) break
    passage.push(paragraph)
    words += paragraph.reduce((sum, sentence) => sum + sentence.words.length, 0)
  }
  return passage
}
