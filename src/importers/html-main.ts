import type { PageBlock } from './html-blocks'
import { pageBlocks } from './html-blocks'
import { purposeOf } from './html-names'
import { type Element, type Page } from './html-tree'

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

/** Share of the page's sentences from which a part is the article in spite of its names. Higher cuts articles; lower keeps boxes. */
const TOO_MUCH = 0.4
/** The same for parts named as readers' comments or related articles. */
const TOO_MUCH_FOREIGN = 0.8

/** Returns what says of an element whether it is left out with all it holds. */
function skipper(root: Element): (element: Element) => boolean {
  const sums = new Map<Element, number>()
  for (const block of pageBlocks(root, (element) => purposeOf(element) === 'never')) {
    const weight = Math.max(0, weightOf(block))
    for (let at: Element | undefined = block.host; at !== undefined; at = at.parent)
      sums.set(at, (sums.get(at) ?? 0) + weight)
  }
  const all = sums.get(root) ?? 0
  return (element) => {
    const purpose = purposeOf(element)
    if (purpose === 'never') return true
    const share = (sums.get(element) ?? 0) / Math.max(1, all)
    if (purpose === 'furniture') return share < TOO_MUCH
    return purpose === 'foreign' && share < TOO_MUCH_FOREIGN
  }
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
/**
 * What a block's weight is worth one level further out, 0…1. Lower keeps to the innermost container and loses articles that are
 * parted into sections; higher takes in neighbouring articles. Chosen on labelled pages.
 */
const DECAY = 0.85

function bestElement(blocks: readonly PageBlock[], root: Element): Element {
  const sums = new Map<Element, number>()
  for (const block of blocks) {
    let weight = weightOf(block)
    // The paragraph itself is no container: its parent counts in full.
    for (let at = block.host.parent ?? block.host; ;) {
      sums.set(at, (sums.get(at) ?? 0) + weight)
      if (at.parent === undefined) break
      at = at.parent
      weight *= DECAY
    }
  }
  let best = root
  let most = -Infinity
  for (const [element, sum] of sums) {
    const score = sum * (purposeOf(element) === 'body' ? BODY_FACTOR : 1)
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
