import type * as pdfjsModule from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {
  PDFDocumentProxy,
  TextItem,
  TextMarkedContent
} from 'pdfjs-dist/types/src/display/api'
import type { Problem } from './importer'
import { ImportFailure, problem } from './outcome'
import { toLines, type Run } from './pdf-lines'
import type { PageLines } from './pdf-furniture'

/** Most pages read for the text; a daily paper has 100. Higher costs time, about 10 ms a page. */
export const MAX_PAGES = 2_000
/** Most characters read from one file; a long book has 2 million. */
export const MAX_PDF_CHARS = 8_000_000
/** Most runs of glyphs of one page. Maps and plots with one run per label reach 20,000. */
const MAX_RUNS = 100_000
/** Pixels of a picture that pdf.js may decode; the text layer needs none. */
const MAX_IMAGE_PIXELS = 1_000_000

/** What the file says of itself. */
export interface PdfInfo {
  readonly title?: string
  readonly author?: string
  readonly subject?: string
  readonly language?: string
  /** ISO 8601. */
  readonly created?: string
  /** Made by a browser's "print to PDF": then `created` is when the page was saved. */
  readonly printed: boolean
}

/** A file's text, page by page. */
export interface PdfText {
  readonly pages: readonly PageLines[]
  readonly pageCount: number
  readonly info: PdfInfo
  readonly problems: readonly Problem[]
}

type Pdfjs = typeof pdfjsModule

/**
 * Reads the text runs of a PDF's pages and joins them into lines.
 *
 * pdf.js runs in this thread, without scripts, forms of the XFA kind, fonts of the system or pictures; it reads nothing but the
 * bytes. Throws `ImportFailure`: `encrypted` when a password is asked for, `damaged` when the file cannot be opened.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  if (isEndless(bytes))
    throw new ImportFailure('damaged', 'PDF: thousands of brackets without an end')
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer over, so it gets a copy; it refuses Buffers.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true
  })
  try {
    return await readDocument(await opened(task.promise))
  } finally {
    await task.destroy()
  }
}

/** Brackets without a partner from which a file is suspected; damaged files have some hundreds. */
const MAX_UNCLOSED = 2_000
/** The same as a share of all brackets of the kind: compressed data has them by chance, and nearly in pairs. */
const MAX_UNCLOSED_SHARE = 0.02
/** Bytes that pdf.js may read while it looks for partners, about 4 s: for each bracket it reads to the end of the file. */
const MAX_SEARCH_BYTES = 500_000_000
const BRACKETS = [
  ['<<', '>>'],
  ['[', ']'],
  ['(', ')']
] as const

/** Whether pdf.js would search a broken file for the ends of its dictionaries, arrays and strings for too long. O(length). */
function isEndless(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return BRACKETS.some(([open, close]) => {
    const opened = occurrences(buffer, open)
    const unclosed = opened - occurrences(buffer, close)
    return (
      unclosed > MAX_UNCLOSED + opened * MAX_UNCLOSED_SHARE &&
      unclosed * bytes.length > MAX_SEARCH_BYTES
    )
  })
}

function occurrences(buffer: Buffer, mark: string): number {
  let found = 0
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + mark.length)) found++
  return found
}

/** Loaded when the first PDF comes: most libraries have none, and it is the largest parser. */
let loading: Promise<Pdfjs> | undefined

function loadPdfjs(): Promise<Pdfjs> {
  // The worker's module makes itself known to pdf.js, which then runs it in this thread and looks for no file.
  // @ts-expect-error -- pdf.js ships no types for its worker
  loading ??= import('pdfjs-dist/legacy/build/pdf.worker.mjs').then(
    () => import('pdfjs-dist/legacy/build/pdf.mjs')
  )
  return loading
}

async function opened(promise: Promise<PDFDocumentProxy>): Promise<PDFDocumentProxy> {
  try {
    return await promise
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    const detail = error instanceof Error ? error.message : 'unknown reason'
    if (name === 'PasswordException')
      throw new ImportFailure('encrypted', 'a password is asked for')
    throw new ImportFailure('damaged', `PDF: ${detail}`)
  }
}

async function readDocument(document: PDFDocumentProxy): Promise<PdfText> {
  const pages: PageLines[] = []
  const problems: Problem[] = []
  let chars = 0
  const last = Math.min(document.numPages, MAX_PAGES)
  for (let number = 1; number <= last && chars < MAX_PDF_CHARS; number++) {
    try {
      const page = await readPage(document, number)
      chars += page.lines.reduce((sum, line) => sum + line.text.length, 0)
      pages.push(page)
    } catch (error) {
      const detail = error instanceof Error ? error.message : 'unknown reason'
      problems.push(problem('warning', 'damaged', `PDF: ${detail}`, `page ${number}`))
    }
  }
  if (document.numPages > MAX_PAGES || chars >= MAX_PDF_CHARS)
    problems.push(
      problem('warning', 'truncated', `read ${pages.length} of ${document.numPages} pages`)
    )
  return { pages, pageCount: document.numPages, info: await readInfo(document), problems }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PageLines> {
  const page = await document.getPage(number)
  try {
    const content = await page.getTextContent({ includeMarkedContent: false })
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const items = content.items.slice(0, MAX_RUNS)
    const runs = items.flatMap(toRun)
    const turn = usualTurn(runs)
    const placed = runs
      .filter((run) => run.turn === turn)
      .map((run) => upright(run, { left, bottom, right, top }))
    const turned = turn === 90 || turn === 270
    const [width, height] = [right - left, top - bottom]
    return {
      lines: toLines(readsLeftwards(runs) ? placed.map(mirrored) : placed),
      width: turned ? height : width,
      height: turned ? width : height,
      unnamed: items.reduce((sum, item) => sum + unnamedIn(item), 0)
    }
  } finally {
    page.cleanup()
  }
}

/** Whether most of the page is written from right to left. Then all of it is mirrored: what reads first stands left again. */
function readsLeftwards(runs: readonly TurnedRun[]): boolean {
  const chars = runs.reduce(
    (sum, run) => sum + (run.leftwards ? run.text.length : -run.text.length),
    0
  )
  return chars > 0
}

function mirrored(run: Run): Run {
  return { ...run, x: -(run.x + run.width) }
}

interface TurnedRun extends Run {
  readonly leftwards: boolean
  /** Direction of writing in degrees against the page, in quarters. */
  readonly turn: 0 | 90 | 180 | 270
}

/** Fonts that do not say which characters their glyphs are give control and private characters: no text. */
const UNNAMED = /[\p{Cc}\p{Co}]/gu

function unnamedIn(item: TextItem | TextMarkedContent): number {
  return 'str' in item ? (item.str.match(UNNAMED)?.length ?? 0) : 0
}

function toRun(item: TextItem | TextMarkedContent): TurnedRun[] {
  if (!('str' in item)) return []
  const text = item.str.replace(UNNAMED, '')
  if (text.trim() === '') return []
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
  const size = Math.hypot(c, d) || Math.hypot(a, b)
  if (!(size > 0)) return []
  return [
    {
      text,
      x,
      y,
      width: Math.abs(item.width),
      size,
      turn: turnOf(a, b),
      leftwards: item.dir === 'rtl'
    }
  ]
}

function turnOf(a: number, b: number): TurnedRun['turn'] {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 180
  return b > 0 ? 90 : 270
}

/** The direction in which most of the page is written; the rest (marks along the edge) is left out. */
function usualTurn(runs: readonly TurnedRun[]): TurnedRun['turn'] {
  const chars = { 0: 0, 90: 0, 180: 0, 270: 0 }
  for (const run of runs) chars[run.turn] += run.text.length
  const turns = [0, 90, 180, 270] as const
  return turns.reduce((best, turn) => (chars[turn] > chars[best] ? turn : best), 0)
}

interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Turns a run so that the text goes from left to right, with the page's corner as origin. */
function upright(run: TurnedRun, box: Box): Run {
  const [x, y] = [run.x - box.left, run.y - box.bottom]
  const [width, height] = [box.right - box.left, box.top - box.bottom]
  if (run.turn === 90) return { ...run, x: y, y: width - x }
  if (run.turn === 180) return { ...run, x: width - x, y: height - y }
  if (run.turn === 270) return { ...run, x: height - y, y: x }
  return { ...run, x, y }
}

async function readInfo(document: PDFDocumentProxy): Promise<PdfInfo> {
  let info: Record<string, unknown>
  try {
    info = (await document.getMetadata()).info as Record<string, unknown>
  } catch {
    // Properties may be broken while the pages are sound; the file then has none.
    return { printed: false }
  }
  const title = textOf(info['Title'])
  const author = textOf(info['Author'])
  const subject = textOf(info['Subject'])
  const language = textOf(info['Language'])
  const created = isoOf(textOf(info['CreationDate']))
  return {
    printed: BROWSER.test(`${textOf(info['Creator']) ?? ''} ${textOf(info['Producer']) ?? ''}`),
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(subject !== undefined && { subject }),
    ...(language !== undefined &&
      /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(language) && { language }),
    ...(created !== undefined && { created })
  }
}

// Names under which browsers sign the pages that they print.
const BROWSER = /chrom|mozilla|firefox|safari|skia|webkit|wkhtml|edge?\/|opr\//i

/** Longest property that is kept. */
const MAX_PROPERTY_CHARS = 2_000

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.replaceAll('\u0000', '').trim().slice(0, MAX_PROPERTY_CHARS)
  return text === '' ? undefined : text
}

/** "D:20230914101500+02'00'" becomes "2023-09-14T10:15:00+02:00". Source: ISO 32000-2, 7.9.4. */
function isoOf(date: string | undefined): string | undefined {
  const match =
    /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(
      date ?? ''
    )
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second = '00', zulu, zone, zoneMinutes = '00'] = match
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    return undefined
  const days = `${year}-${month}-${day}`
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return days
  const offset = zulu !== undefined ? 'Z' : zone !== undefined ? `${zone}:${zoneMinutes}` : ''
  return `${days}T${hour}:${minute}:${second}${offset}`
}
