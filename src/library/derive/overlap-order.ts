import type { ArticleId } from '../../core/article/article'
import type { Overlap } from '../../core/overlap/model'

const ORDER: readonly Overlap['kind'][] = [
  'same-text',
  'version',
  'shared-passages',
  'shared-quotation',
  'same-event',
  'same-topic'
]

/** Orders the overlaps of one article, strongest first. */
export function byStrength(x: Overlap, y: Overlap): number {
  return (
    ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind) ||
    Math.max(y.containmentA, y.containmentB) - Math.max(x.containmentA, x.containmentB) ||
    y.cosine - x.cosine ||
    x.b - y.b
  )
}

/** Returns an overlap as seen from one of its articles: that one is `a`. */
export function orient(overlap: Overlap, first: ArticleId): Overlap {
  if (overlap.a === first) return overlap
  return {
    ...overlap,
    a: overlap.b,
    b: overlap.a,
    containmentA: overlap.containmentB,
    containmentB: overlap.containmentA,
    passages: overlap.passages.map((passage) => ({ ...passage, a: passage.b, b: passage.a }))
  }
}
