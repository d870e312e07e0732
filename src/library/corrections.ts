import type { Article, ArticleId, Block, Metadata } from '../core/article/article'
import { fold } from '../core/text/fold'
import type { Decision } from '../shared/decision'

/** What a reader put right by hand, ready to be applied to articles as they are read. */
export interface Corrections {
  /** Per folded line: whether it is furniture, wherever it stands. */
  readonly lines: ReadonlyMap<string, boolean>
  /** The same of lines in one article, which counts more. */
  readonly linesOf: ReadonlyMap<ArticleId, ReadonlyMap<string, boolean>>
  readonly metadata: ReadonlyMap<ArticleId, Metadata>
}

/** Rule of blocks that the reader marked as furniture. */
const BY_READER = 'reader'

/** Gathers corrections; of two about the same thing the later one counts. */
export function correctionsOf(decisions: readonly Decision[]): Corrections {
  const lines = new Map<string, boolean>()
  const linesOf = new Map<ArticleId, Map<string, boolean>>()
  const metadata = new Map<ArticleId, Partial<Metadata>>()
  for (const decision of decisions) {
    if (decision.kind === 'furniture') {
      const { article, line, furniture } = decision
      const where =
        article === undefined ? lines : (linesOf.get(article) ?? new Map<string, boolean>())
      where.set(keyOf(line), furniture)
      if (article !== undefined) linesOf.set(article, where)
    }
    if (decision.kind === 'metadata')
      metadata.set(decision.article, { ...metadata.get(decision.article), ...fieldOf(decision) })
  }
  // Spread over an article's own metadata, which has the title.
  return { lines, linesOf, metadata: metadata as Map<ArticleId, Metadata> }
}

function fieldOf({ field, value }: Extract<Decision, { kind: 'metadata' }>): Partial<Metadata> {
  const from = 'reader'
  if (field !== 'authors') return { [field]: { value, from } }
  const authors = value.split(/[;,]/).map((name) => name.trim())
  return { authors: { value: authors.filter((name) => name !== ''), from } }
}

/**
 * Returns the article as the reader wants it read: lines that recur across reports (`repeated`, block → rule) are furniture, and
 * what was decided by hand has the last word.
 */
export function corrected(
  article: Article,
  { lines, linesOf, metadata }: Corrections,
  repeated: ReadonlyMap<number, string>
): Article {
  const own = metadata.get(article.id)
  const here = linesOf.get(article.id)
  const isDecided = lines.size > 0 || here !== undefined
  if (own === undefined && !isDecided && repeated.size === 0) return article
  const blocks = article.blocks.map((block, i) => {
    const { start, end } = block.span
    const key = isDecided ? keyOf(article.text.slice(start, end)) : ''
    const decided = isDecided ? (here?.get(key) ?? lines.get(key)) : undefined
    return withFurniture(block, furnitureOf(block, { decided, repeated: repeated.get(i) }))
  })
  return { ...article, blocks, metadata: { ...article.metadata, ...own } }
}

function furnitureOf(
  block: Block,
  { decided, repeated }: { decided: boolean | undefined; repeated: string | undefined }
): string | undefined {
  if (decided === false) return undefined
  return block.furniture ?? (decided === true ? BY_READER : repeated)
}

function withFurniture(block: Block, rule: string | undefined): Block {
  if (block.furniture === rule) return block
  if (rule !== undefined) return { ...block, furniture: rule }
  const body: { -readonly [K in keyof Block]: Block[K] } = { ...block }
  delete body.furniture
  return body
}

/** Lines longer than this are paragraphs, and two paragraphs are the same only when all of it is. */
const keyOf = (line: string): string => fold(line.replace(/\s+/g, ' ').trim())
