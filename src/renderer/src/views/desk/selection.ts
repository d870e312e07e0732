import type { Block } from '../../../../core/article/article'
import { hull, type Span } from '../../../../core/text/span'
import { BLOCK_ATTRIBUTE } from '../../lib/text/ranges'

/** The place in canonical text of what is selected in the window; undefined when no text of the article is. */
export function selectedSpan(blocks: readonly Block[]): Span | undefined {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  let found: Span | undefined
  for (const element of document.querySelectorAll(`[${BLOCK_ATTRIBUTE}]`)) {
    const block = blocks[Number(element.getAttribute(BLOCK_ATTRIBUTE))]
    const node = [...element.childNodes].find((child) => child instanceof Text && child.length > 0)
    if (block === undefined || !(node instanceof Text) || !range.intersectsNode(node)) continue
    const start = node === range.startContainer ? range.startOffset : 0
    const end = node === range.endContainer ? range.endOffset : node.length
    if (start >= end) continue
    const span = { start: block.span.start + start, end: block.span.start + end }
    found = found === undefined ? span : hull(found, span)
  }
  return found
}
