import type { Block } from '../../../../core/article/article'
import type { Span } from '../../../../core/text/span'

/** Attribute by which an element says which block of the article its text is. */
export const BLOCK_ATTRIBUTE = 'data-block'

/**
 * Turns places in canonical text into DOM ranges and back, for text that stands in the document with one text node per block.
 * The only code that knows both coordinate systems.
 */
export class TextMap {
  readonly #blocks: readonly Block[]
  readonly #nodes = new Map<number, Text>()
  readonly #indexes = new Map<Node, number>()

  /** @param root - holds the elements that carry `data-block`; blocks that are not shown are absent */
  constructor(root: ParentNode, blocks: readonly Block[]) {
    this.#blocks = blocks
    for (const element of root.querySelectorAll(`[${BLOCK_ATTRIBUTE}]`)) {
      const index = Number(element.getAttribute(BLOCK_ATTRIBUTE))
      const node = [...element.childNodes].find(
        (child) => child instanceof Text && child.length > 0
      )
      if (!(node instanceof Text)) continue
      this.#nodes.set(index, node)
      this.#indexes.set(node, index)
    }
  }

  /** Ranges that cover the span, one per block that is shown; none when nothing of it is. */
  ranges(span: Span): StaticRange[] {
    const found: StaticRange[] = []
    for (let i = blockAt(this.#blocks, span.start); i < this.#blocks.length; i++) {
      const block = this.#blocks[i]
      if (block === undefined || block.span.start >= span.end) break
      const node = this.#nodes.get(i)
      if (node === undefined) continue
      const start = Math.max(span.start, block.span.start) - block.span.start
      const end = Math.min(span.end, block.span.end) - block.span.start
      if (start >= end || end > node.length) continue
      found.push(
        new StaticRange({
          startContainer: node,
          startOffset: start,
          endContainer: node,
          endOffset: end
        })
      )
    }
    return found
  }

  /** A live range over the first shown part of the span, for measuring and scrolling. */
  measure(span: Span): Range | undefined {
    const first = this.ranges(span)[0]
    if (first === undefined) return undefined
    const range = document.createRange()
    range.setStart(first.startContainer, first.startOffset)
    range.setEnd(first.endContainer, first.endOffset)
    return range
  }

  /** The place in canonical text of a place in the document, if that is article text. */
  offset(node: Node, offset: number): number | undefined {
    const index = this.#indexes.get(node)
    const block = index === undefined ? undefined : this.#blocks[index]
    return block && block.span.start + offset
  }

  /** The place in canonical text under a point of the window; undefined beside the letters. */
  offsetAt(x: number, y: number): number | undefined {
    const caret = document.caretPositionFromPoint(x, y)
    if (caret === null || !this.#indexes.has(caret.offsetNode)) return undefined
    // The caret of a point beside a line is the line's end: make sure that the point is on the text.
    const node = caret.offsetNode
    const range = document.createRange()
    range.setStart(node, Math.max(0, caret.offset - 1))
    range.setEnd(node, Math.min((node as Text).length, caret.offset + 1))
    const on = [...range.getClientRects()].some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
    )
    return on ? this.offset(node, caret.offset) : undefined
  }
}

/** Index of the block that holds an offset, or of the next one; O(log n). */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.span.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
