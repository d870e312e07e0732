import type { PageBlock } from './html-blocks'
import type { Element } from './html-tree'

const LEAD_NAMES =
  /(?:^|[\s_-])(?:standfirst|lead|lede|leadtext|intro|introduction|summary|dek|deck|subtitle|sub-?headline|sub-?title|subhead|excerpt|vorspann|chapo|teaser-?text|abstract|article-?description|bajada|entradilla|perex|ingress|sottotitolo|occhiello|summary-?text)(?:[\s_-]|$)/i

/** Returns the block that introduces the article from outside of its container: the text of its description, or named so. */
export function standfirst(
  blocks: readonly PageBlock[],
  main: readonly PageBlock[],
  descriptions: readonly string[]
): PageBlock[] {
  const [first] = main
  if (first === undefined) return []
  const before = blocks.slice(0, blocks.indexOf(first))
  const title = before.findLastIndex((block) => block.level === 1)
  const near = title < 0 ? before.slice(-LEAD_REACH) : before.slice(title + 1)
  const wanted = descriptions
    .map((text) => compared(text).slice(0, MIN_LEAD))
    .filter((text) => text.length === MIN_LEAD)
  const found = near.find((block) => {
    if (block.text.length < MIN_LEAD || block.linked * 2 > block.text.length) return false
    const text = compared(block.text).slice(0, MIN_LEAD + MAX_DATELINE)
    return wanted.some((start) => text.includes(start)) || LEAD_NAMES.test(namesAround(block.host))
  })
  if (found === undefined || main.some((block) => compared(block.text) === compared(found.text)))
    return []
  return [{ ...found, role: 'paragraph' }]
}

/** Code units of a caption that says more than a photographer's name. */
const MIN_LEAD_CAPTION = 25

/** Returns the caption of the picture between title and text, which stands outside of the text's container. */
export function leadCaption(blocks: readonly PageBlock[], main: readonly PageBlock[]): PageBlock[] {
  const [first] = main
  const before = first === undefined ? [] : blocks.slice(0, blocks.indexOf(first))
  const title = before.findLastIndex((block) => block.level === 1)
  const found =
    title < 0 ? undefined : before.slice(title + 1).findLast((block) => block.role === 'caption')
  return found === undefined || found.text.length < MIN_LEAD_CAPTION ? [] : [found]
}

/** Code units of a standfirst at least, and of what it must have in common with the description. */
const MIN_LEAD = 40
/** Code units that may stand before the description's words: a place, a date. */
const MAX_DATELINE = 30
/** Blocks before the text among which it is looked for when there is no title. */
const LEAD_REACH = 12

function namesAround(element: Element): string {
  const own = element.attributes.get('class') ?? ''
  const outer = element.parent?.attributes.get('class') ?? ''
  return `${own.slice(0, 200)} ${outer.slice(0, 200)} ${element.attributes.get('itemprop') ?? ''}`
}

function compared(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
