import type { Format, Metadata } from '../core/article/article'
import { readDate } from '../core/article/dates'
import { entryTime } from '../core/article/live'
import { findFurniture } from '../core/article/furniture'
import type { ImportedBlock } from '../core/text/canonical'
import { decode } from './bytes'
import { isSite, signatureOf } from './html-authors'
import { pageBlocks, type PageBlock } from './html-blocks'
import { mainBlocks, weightOf } from './html-main'
import { readMetadata, type PageMetadata } from './html-metadata'
import { blocksInScripts } from './html-script'
import { parsePage, SILENT, type Page } from './html-tree'
import type { ImportedDocument, Importer, ImportInput, ImportResult, Problem } from './importer'
import { listedMetadata } from './omnivore'
import { originalPage } from './original'
import { problem } from './outcome'
import { onlyPictures, picturesOf } from './pictures'
import { readSingleFileHeader, savedFromUrl } from './singlefile'
import { sniffHtml } from './sniff'

/** Where a page comes from, and what is known of it besides its markup. */
export interface HtmlContext {
  /** Name of the file, title of last resort. */
  readonly fileName: string
  /** ISO 8601 time of the file's last change: when the page was saved, if nothing better tells. */
  readonly modified?: string
  /** Defaults to `html`, or `singlefile` when its header is there. */
  readonly format?: Format
  /** See `ImportedDocument.entry`. Empty by default. */
  readonly entry?: string
  /**
   * `page` (default): the article is looked for among navigation and the like. `fragment`: everything is the article (chapter of a
   * book, body of a mail, text of a feed or an export).
   */
  readonly scope?: 'page' | 'fragment'
  /** What the container knows; wins over what the page says of itself. */
  readonly known?: Partial<Metadata>
}

/**
 * Returns the article of a page: blocks with furniture marked, metadata with provenance.
 * Never throws, fetches nothing, runs nothing; deterministic. A page without text has the problem `no-text`.
 */
export function importHtml(html: string, context: HtmlContext): ImportedDocument {
  const page = parsePage(html)
  const saved = readSingleFileHeader(page.comments)
  const url = savedFromUrl(page.comments)
  const origin = { ...context, ...(url !== undefined && { url }), ...saved }
  const { metadata: own, ...given } = readMetadata(page, origin)
  const article = articleBlocks(page, context, {
    metadata: { ...own, ...context.known },
    ...given
  })
  const metadata = { ...signed(own, article, given.sites), ...context.known }
  const written = findFurniture(article.map(toImported), { title: metadata.title.value })
  const problems = problemsOf(page)
  const readable = written.some((block) => block.text.trim() !== '')
  const blocks = readable || context.scope === 'fragment' ? written : picturesOf(page)
  if (!readable) problems.push(withoutText(blocks, context.entry ?? ''))
  return {
    entry: context.entry ?? '',
    format: context.format ?? (saved === undefined ? 'html' : 'singlefile'),
    blocks,
    metadata,
    problems
  }
}

/** Adds the author with whose name the text is signed, where the page names none or only itself. */
function signed(own: Metadata, article: readonly PageBlock[], sites: readonly string[]): Metadata {
  if (own.authors !== undefined && !isSite(own.authors, sites)) return own
  const authors = signatureOf(article, sites)
  return authors === undefined ? own : { ...own, authors }
}

function articleBlocks(page: Page, context: HtmlContext, known: PageMetadata): PageBlock[] {
  const everything = () => pageBlocks(page.root, (element) => SILENT.has(element.tag))
  const { title, published } = known.metadata
  const day = published?.value.slice(0, 10) ?? ''
  const main =
    context.scope === 'fragment'
      ? everything()
      : mainBlocks(page, {
          title: title.value,
          live: isLive(known),
          descriptions: known.descriptions,
          ...(known.body !== undefined && { body: known.body })
        })
  if (sentences(main) > 0) return isLive(known) ? markEntries(main, day) : main
  const drawn = context.scope === 'fragment' ? [] : blocksInScripts(page)
  if (drawn.length > 0) return drawn
  // A page of buttons and hidden text has no article by any measure; what there is to read is shown all the same.
  return main.length > 0 ? main : everything()
}

/** Words of a title or an address that announce a live blog. */
const LIVE =
  /\b(?:live|live-?blog|live-?ticker|newsblog|live updates?|en direct|en directo|em direto|diretta)\b/i

function isLive(known: PageMetadata): boolean {
  const { title, url } = known.metadata
  return known.live === true || LIVE.test(`${title.value} ${url?.value ?? ''}`)
}

/** Words of the line that opens an entry at most. */
const MAX_ENTRY_WORDS = 14

/** Gives lines with times before text, and headings that open with a time, the role of entries. */
function markEntries(blocks: readonly PageBlock[], day: string): PageBlock[] {
  return blocks.map((block, i) => {
    const heading = block.role === 'heading' ? entryTime(block.text, day) : undefined
    const time = readDate(block.time ?? '') ?? heading
    const short = heading !== undefined || block.text.split(/\s+/).length <= MAX_ENTRY_WORDS
    if (time === undefined || !short || blocks[i + 1] === undefined) return block
    return { ...block, role: 'entry', time }
  })
}

function sentences(blocks: readonly PageBlock[]): number {
  return blocks.filter((block) => weightOf(block) > 0).length
}

function toImported(block: PageBlock): ImportedBlock {
  const { text, role, level, time, furniture } = block
  return {
    text,
    role,
    ...(level !== undefined && { level }),
    ...(role === 'entry' && time !== undefined && { time }),
    ...(isLinkLine(block) && { furniture: 'link-line' }),
    ...(furniture !== undefined && { furniture })
  }
}

/** Share of a line inside links from which it is a link to elsewhere. */
const LINK_LINE = 0.9
/** Words from which a linked line is a headline, not a name or a word of the text that is parted from it by markup. */
const MIN_LINK_WORDS = 3

/** A line of its own that is a link and no sentence points to another article. */
function isLinkLine({ text, role, linked }: PageBlock): boolean {
  if (role === 'table-row' || role === 'caption' || linked < text.length * LINK_LINE) return false
  return (
    !/[.…][”"’)]?$/.test(text) &&
    (text.split(/\s+/).length >= MIN_LINK_WORDS || role === 'list-item')
  )
}

function withoutText(pictures: readonly ImportedBlock[], where: string): Problem {
  return pictures.length > 0
    ? onlyPictures(where)
    : problem('error', 'no-text', 'no text in the page', where)
}

function problemsOf(page: Page): Problem[] {
  const problems: Problem[] = []
  if (page.truncated) problems.push(problem('warning', 'truncated', 'page too large'))
  if (page.remoteParts > 0)
    problems.push(problem('info', 'remote-parts-dropped', String(page.remoteParts)))
  return problems
}

/** What the list of an export says of a page that belongs to it. */
function knownOf({ fileName, companions }: ImportInput): Metadata | undefined {
  const list = companions?.list
  return list === undefined ? undefined : listedMetadata(list, fileName.replace(/\.html?$/i, ''))
}

/** Pages saved by browsers, and SingleFile's. */
export const htmlImporter: Importer = {
  formats: ['html', 'singlefile'],
  sniff: sniffHtml,
  import(input: ImportInput): Promise<ImportResult> {
    const decoded = decode(input.bytes, { kind: 'html' })
    if (decoded.problems.some((problem) => problem.severity === 'error'))
      return Promise.resolve({ documents: [], problems: decoded.problems })
    const known = knownOf(input)
    const document = importHtml(decoded.text, { ...input, ...(known !== undefined && { known }) })
    const failed = document.problems.some((problem) => problem.severity === 'error')
    return Promise.resolve({
      documents: failed ? [] : [document],
      problems: failed ? [...decoded.problems, ...document.problems] : decoded.problems
    })
  },
  original: (input) => originalPage(decode(input.bytes, { kind: 'html' }).text)
}
