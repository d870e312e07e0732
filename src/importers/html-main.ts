import type { PageBlock } from './html-blocks'
import { pageBlocks } from './html-blocks'
import { leadCaption, standfirst } from './html-lead'
import { readGiven, type GivenText } from './html-given'
import { purposeOf, type Purpose } from './html-names'
import { descendants, elementsOf, textOf, type Element, type Page } from './html-tree'

/** What is known of the article before its text is looked for. */
export interface MainHints {
  readonly title: string
  /** The text that the page gives to machines (JSON-LD `articleBody`). */
  readonly body?: string
  /** What the page's metadata give as its description, one for each kind of metadata. */
  readonly descriptions?: readonly string[]
  /** The page says that it is a live blog. */
  readonly live?: boolean
}

/**
 * Returns the blocks of a page that are its article, in order.
 *
 * Parts whose tags, roles or names tell that they are furniture go first; of the rest the element with the greatest sum of block
 * weights is the article: sentences weigh for an element, links and scraps against it, and all count less the deeper they stand.
 * Where the page gives its text to machines, that text says which sentences count, and stands in for the article when the page
 * itself does not hold it. O(nodes × depth).
 */
export function mainBlocks(page: Page, hints: MainHints): PageBlock[] {
  const survey = surveyPage(page.root)
  // Live blogs keep the time lines of their entries, which other pages repeat from their metadata.
  const skip = (element: Element) =>
    isSkipped(element, survey) && !(hints.live === true && isTimeLine(element))
  const blocks = pageBlocks(page.root, skip)
  const given = trusted(readGiven(hints.body), blocks)
  const weigh = (block: PageBlock) => weightOf(block, given)
  const best = widened(bestElement(blocks, weigh, page.root), blocks, weigh)
  const inside = blocks.filter((block) => isInside(block.host, best))
  const main = withoutOthers(inside, best)
  if (given !== undefined && coverage(main, given) < MIN_COVERAGE)
    return fromGiven(given, page.root)
  const article = [
    ...standfirst(blocks, main, hints.descriptions ?? []),
    ...leadCaption(blocks, main),
    ...main
  ]
  return markRepeats(article.filter((block) => !isTitle(block, hints.title)))
}

/** Code units from which a block that comes again word for word is folded; shorter ones are refrains and headings. */
const MIN_REPEAT = 60

/** Folds what comes again word for word: captions of galleries, entries of live blogs that were pinned, printed twins. */
function markRepeats(blocks: readonly PageBlock[]): PageBlock[] {
  const seen = new Set<string>()
  return blocks.map((block) => {
    const repeated = block.text.length >= MIN_REPEAT && seen.has(block.text)
    seen.add(block.text)
    return repeated ? { ...block, furniture: 'repeated-block' } : block
  })
}

/** Code units of the line that opens an entry of a live blog. */
const MAX_TIME_LINE = 60

function isTimeLine(element: Element): boolean {
  if (textOf(element).trim().length > MAX_TIME_LINE) return false
  return element.tag === 'time' || [...descendants(element)].some((one) => one.tag === 'time')
}

// ── furniture by name ─────────────────────────────────────────────────────────────────────────────

/** Share of the page's sentences from which a part is the article in spite of its names. Higher cuts articles; lower keeps boxes. */
const TOO_MUCH = 0.4
/** The same for parts named as readers' comments, related articles or notices. */
const TOO_MUCH_FOREIGN = 0.8

/** The same for boxes of any kind: what is no part of the article has few sentences. */
const TOO_MUCH_BOX = 0.1

/** Share of the sentences from which a part around one named as the article's text is kept in spite of its own name. */
const BODY_SHARE = 0.05

/** What every element of a page is for, and how much of the page's sentences it holds. */
interface Survey {
  readonly purposes: Map<Element, Purpose>
  readonly sentences: ReadonlyMap<Element, number>
  /** Elements around a part named as the article's text. */
  readonly around: ReadonlySet<Element>
}

function surveyPage(root: Element): Survey {
  const purposes = new Map<Element, Purpose>()
  const sentences = new Map<Element, number>()
  const around = new Set<Element>()
  for (const block of pageBlocks(root, (element) => purposeIn(purposes, element) === 'never')) {
    const weight = Math.max(0, weightOf(block))
    if (weight === 0) continue
    let inBody = false
    for (let at: Element | undefined = block.host; at !== undefined; at = at.parent) {
      sentences.set(at, (sentences.get(at) ?? 0) + weight)
      if (inBody) around.add(at)
      inBody ||= purposeIn(purposes, at) === 'body'
    }
  }
  return { purposes, sentences, around }
}

function purposeIn(purposes: Map<Element, Purpose>, element: Element): Purpose {
  let purpose = purposes.get(element)
  if (purpose === undefined) {
    purpose = purposeOf(element)
    purposes.set(element, purpose)
  }
  return purpose
}

/** Elements that are one piece of text: what their names say of looks or payment is no reason to lose a sentence. */
const TEXT_TAGS = new Set([
  'p',
  'blockquote',
  'h2',
  'h3',
  'h4',
  'li',
  'ul',
  'ol',
  'td',
  'tr',
  'table',
  'tbody'
])

function isSkipped(element: Element, survey: Survey): boolean {
  const purpose = purposeIn(survey.purposes, element)
  if (purpose === 'never') return true
  if (purpose === 'unknown' || purpose === 'body') return false
  let all = 0
  for (let at: Element | undefined = element; at !== undefined; at = at.parent)
    all = survey.sentences.get(at) ?? 0
  const own = survey.sentences.get(element) ?? 0
  if (purpose === 'foreign') return own < Math.max(1, all) * TOO_MUCH_FOREIGN
  if (TEXT_TAGS.has(element.tag) && own > 0) return false
  if (purpose === 'box') return own < Math.max(1, all) * TOO_MUCH_BOX
  if (isLinkInText(element)) return false
  const holdsBody = survey.around.has(element) && own >= all * BODY_SHARE
  return !holdsBody && own < Math.max(1, all) * TOO_MUCH
}

/** A link amid the words of a paragraph is a part of the sentence, whatever its names say of its looks. */
function isLinkInText({ tag, parent }: Element): boolean {
  return (
    tag === 'a' &&
    parent !== undefined &&
    TEXT_TAGS.has(parent.tag) &&
    parent.children.some((child) => typeof child === 'string' && /[\p{L}\p{N}]/u.test(child))
  )
}

// ── the best element ──────────────────────────────────────────────────────────────────────────────

/** Scripts that write a word with one or two characters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** What a character of theirs counts for, in characters of others. */
const DENSE_FACTOR = 2

/** Weight of a block for the element that holds it, in characters. */
export function weightOf(block: PageBlock, given?: GivenText): number {
  const factor = DENSE.test(block.text) ? DENSE_FACTOR : 1
  const length = block.text.length * factor
  const free = length - block.linked * factor
  const density = block.linked / block.text.length
  if (given !== undefined && block.text.length >= 40 && given.covers(block.text) > 0.6)
    return block.text.length
  if (density > 0.5) return -20 - block.text.length * 0.3
  if (block.role === 'heading') return 0
  if (block.role === 'table-row') return ROW_WEIGHT
  const sentence = /[.!?。！？…]["”’»)\]]?(?:\s|$)/u.test(block.text)
  const sure = given === undefined ? 1 : UNGIVEN_FACTOR
  if (sentence && length >= 60) return free * sure
  if (length >= 140) return free * 0.5 * sure
  return -15
}

/** A row of data weighs a little for its element: pages of results hold little else. */
const ROW_WEIGHT = 10

/** Sentences that a trusted given text does not have count for so much: it leaves out lists and boxes of the article, too. */
const UNGIVEN_FACTOR = 0.1

/** Names of an article's own container raise its weight by this factor. */
const BODY_FACTOR = 1.3
/**
 * What a block's weight is worth one level further out, 0…1. Lower keeps to the innermost container and loses articles that are
 * parted into sections; higher takes in neighbouring articles. Chosen on labelled pages.
 */
const DECAY = 0.85

function bestElement(
  blocks: readonly PageBlock[],
  weigh: (block: PageBlock) => number,
  root: Element
): Element {
  const sums = new Map<Element, number>()
  const alone = new Map<Element, boolean>()
  const isAlone = (parent: Element): boolean => {
    const known = alone.get(parent) ?? elementsOf(parent).length <= 1
    alone.set(parent, known)
    return known
  }
  const seen = new Set<string>()
  for (const block of blocks) {
    // Pages that hold their text twice (for print, for scripts) are read where it stands first.
    let weight = seen.has(block.text) ? Math.min(0, weigh(block)) : weigh(block)
    seen.add(block.text)
    // The paragraph itself is no container: its parent counts in full.
    for (let at = block.host.parent ?? block.host; ;) {
      sums.set(at, (sums.get(at) ?? 0) + weight)
      if (at.parent === undefined) break
      // One child only: the wrapper is not another level of the text.
      if (!isAlone(at.parent)) weight *= DECAY
      at = at.parent
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

/** Levels above the best element on which boxes beside it are looked at; page builders nest three or four. */
const MAX_WIDENED = 4
/** Share of the best element's weight that the boxes beside it must have. Lower takes in what merely is built alike. */
const MIN_BESIDE = 0.2

/**
 * Returns the element around all boxes of the article: page builders put each stretch of text into a box of its own, named as the
 * others are. Boxes with headings of the first two levels are articles of their own.
 */
function widened(
  best: Element,
  blocks: readonly PageBlock[],
  weigh: (block: PageBlock) => number
): Element {
  let own = sum(blocks.filter((block) => isInside(block.host, best)).map(weigh))
  for (let at = best, level = 0; at.parent !== undefined && level < MAX_WIDENED; level++) {
    const { parent } = at
    const alike = elementsOf(parent).filter((one) => one !== at && isNamedAlike(one, at))
    const beside = blocks.filter((block) => alike.some((one) => isInside(block.host, one)))
    const more = sum(beside.map(weigh))
    if (more > own * MIN_BESIDE && !beside.some(({ level }) => level !== undefined && level <= 2)) {
      best = parent
      own += more
    }
    at = parent
  }
  return best
}

/** Boxes of one kind: the same tag and the same names. Articles and entries of lists are no boxes of a text. */
function isNamedAlike(a: Element, b: Element): boolean {
  const names = a.attributes.get('class')
  return (
    names !== undefined &&
    names !== '' &&
    a.tag === b.tag &&
    (a.tag === 'div' || a.tag === 'section') &&
    names === b.attributes.get('class')
  )
}

/** Leaves out the articles that follow in the same element with a title of their own, as pages without an end load them. */
function withoutOthers(blocks: readonly PageBlock[], best: Element): readonly PageBlock[] {
  const articles = blocks.map(({ host }) => outermostArticle(host, best))
  const titled = new Set(articles.filter((_, i) => blocks[i]?.level === 1))
  titled.delete(undefined)
  const [first] = titled
  if (titled.size < 2) return blocks
  return blocks.filter((_, i) => articles[i] === first || !titled.has(articles[i]))
}

function outermostArticle(element: Element, inside: Element): Element | undefined {
  let found: Element | undefined
  for (let at: Element | undefined = element; at !== undefined && at !== inside; at = at.parent)
    if (at.tag === 'article') found = at
  return found
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function isTitle(block: PageBlock, title: string): boolean {
  return block.role === 'heading' && block.text === title
}

// ── the given text ────────────────────────────────────────────────────────────────────────────────

/** Share of the given text that the chosen blocks must hold, by length, for the page to be the better source. */
const MIN_COVERAGE = 0.3
/** A given text much shorter than the page's own sentences is a teaser. */
const TEASER_SHARE = 0.4

function trusted(
  given: GivenText | undefined,
  blocks: readonly PageBlock[]
): GivenText | undefined {
  if (given === undefined) return undefined
  const covered = blocks.filter((block) => given.covers(block.text) > 0.6)
  const hosts = new Set(covered.map((block) => block.host.parent))
  const around = blocks.filter((block) => hosts.has(block.host.parent) && weightOf(block) > 0)
  const length = around.reduce((total, block) => total + block.text.length, 0)
  return given.length < length * TEASER_SHARE ? undefined : given
}

function coverage(blocks: readonly PageBlock[], given: GivenText): number {
  const covered = blocks.filter((block) => given.covers(block.text) > 0.6)
  return covered.reduce((total, block) => total + block.text.length, 0) / given.length
}

function fromGiven(given: GivenText, root: Element): PageBlock[] {
  return given.paragraphs.map((text) => ({ text, role: 'paragraph', linked: 0, host: root }))
}
