import type { PageBlock } from './html-blocks'
import { pageBlocks } from './html-blocks'
import { purposeOf } from './html-names'
import { textOf, type Element, type Page } from './html-tree'

/** What is known of the article before its text is looked for. */
export interface MainHints {
  readonly title: string
  /** The text that the page gives to machines (JSON-LD `articleBody`). */
  readonly body?: string
}

/**
 * Returns the blocks of a page that are its article, in order.
 *
 * Parts whose tags, roles or names tell that they are furniture go first; of the rest the element with the greatest sum of block
 * weights is the article: sentences weigh for an element, links and scraps against it. O(nodes).
 */
export function mainBlocks(page: Page, hints: MainHints): PageBlock[] {
  const skip = skipper(page.root)
  const blocks = pageBlocks(page.root, skip)
  const best = bestElement(blocks, page.root)
  return blocks.filter((block) => isInside(block.host, best) && !isTitle(block, hints.title))
}

/** Share of the page's text from which an element is too large to be furniture, whatever its names say. */
const TOO_MUCH = 0.5

function skipper(root: Element): (element: Element) => boolean {
  const all = textLength(root)
  return (element) => {
    if (purposeOf(element) !== 'furniture') return false
    if (['script', 'style', 'noscript', 'head', 'nav', 'template'].includes(element.tag))
      return true
    return textLength(element) < all * TOO_MUCH
  }
}

function textLength(element: Element): number {
  return textOf(element).length
}

/** Weight of a block for the element that holds it, in characters. */
export function weightOf(block: PageBlock): number {
  const free = block.text.length - block.linked
  const density = block.linked / block.text.length
  if (density > 0.5) return -20 - block.text.length * 0.3
  const sentence = /[.!?。！？…]["”’»)\]]?(?:\s|$)/u.test(block.text)
  if (block.role === 'heading') return 0
  if (sentence && block.text.length >= 60) return free
  if (block.text.length >= 140) return free * 0.5
  return -15
}

/** Names of an article's own container raise its weight by this factor. */
const BODY_FACTOR = 1.3

function bestElement(blocks: readonly PageBlock[], root: Element): Element {
  const sums = new Map<Element, number>()
  for (const block of blocks) {
    const weight = weightOf(block)
    for (let at: Element | undefined = block.host; at !== undefined; at = at.parent)
      sums.set(at, (sums.get(at) ?? 0) + weight)
  }
  let best = root
  let most = -Infinity
  for (const [element, sum] of sums) {
    const score = sum * (purposeOf(element) === 'body' ? BODY_FACTOR : 1)
    // On equal sums the inner element wins: elements come before those around them.
    if (score > most) {
      best = element
      most = score
    }
  }
  return best
}

function isInside(element: Element, outer: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = at.parent)
    if (at === outer) return true
  return false
}

function isTitle(block: PageBlock, title: string): boolean {
  return block.role === 'heading' && block.level === 1 && block.text === title
}
