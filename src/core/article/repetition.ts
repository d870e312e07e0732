import type { Canonical } from './article'
import { isProse } from './furniture'
import { squeeze } from './metadata'
import { fold } from '../text/fold'

/*
 * Lines that recur across unrelated reports are furniture of their site: menus, plugs, legal notes. Copies and versions of one
 * report share lines too, and outlets reuse paragraphs of background; neither may be taken for furniture. So a line alone proves
 * nothing: what counts is with whom it is shared.
 *
 *  1. Two reports are related when they share much of their running text; related reports prove nothing.
 *  2. Unrelated reports that share many scraps (lines without running text) come from one template: all scraps that they share are
 *     furniture, and running text that they share is, too, where it stands beside such scraps.
 *  3. A scrap shared with several unrelated reports is furniture without a template.
 *  4. Running text that stands alone is furniture only where a good part of its site's reports have it.
 */

/** Share of the shorter report's running text from which two reports are related. Higher takes rewrites for strangers. */
export const RELATED_SHARE = 0.2
/** Scraps that unrelated reports of one template share at least. Lower lets chance headings ("Analysis") prove a template. */
export const TEMPLATE_SCRAPS = 5
/** Unrelated reports that prove a scrap without a template. */
export const SCRAP_REPORTS = 3
/** Unrelated reports, and share of the reports of the site, that prove running text that stands alone. */
export const PROSE_REPORTS = 6
export const PROSE_SHARE = 0.3

/** A line of a report as the repetition rule sees it. */
export interface KeyedLine {
  /** Index of its block. */
  readonly block: number
  readonly key: number
  /** Words of running text, 0 for scraps. */
  readonly prose: number
  /** Already told to be furniture by its wording. */
  readonly furniture: boolean
}

/** Another report that shares lines with the one in question. */
export interface Sharer {
  /** Keys of the lines that both have. */
  readonly keys: ReadonlySet<number>
  /** Words of running text in it. */
  readonly prose: number
}

/**
 * Returns a number that stands for a line in whatever case, spacing and kind of apostrophe; 53 bits, so that chance meetings of
 * different lines are out of the question in any library. Stable across versions: decisions of readers are kept by it.
 *
 * Source: the mixing step is that of MurmurHash3 (Appleby), on two lanes.
 */
export function lineKey(text: string): number {
  const line = fold(squeeze(text))
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}

/** Returns the lines of a report with their keys, in order. Captions and table rows are no lines of a template. */
export function keyedLines(report: Canonical): KeyedLine[] {
  return report.blocks.flatMap((block, i) => {
    if (block.role === 'caption' || block.role === 'table-row') return []
    const text = report.text.slice(block.span.start, block.span.end)
    const prose = isProse(text) ? text.split(/\s+/u).length : 0
    return [{ block: i, key: lineKey(text), prose, furniture: block.furniture !== undefined }]
  })
}

/**
 * Returns the indices of blocks that are furniture because unrelated reports have them too.
 *
 * @param title - the report's own title, which others may list: it is kept
 * @param sharers - reports that share lines with this one
 * @param siteReports - how many reports of the same site there are
 */
export function repeatedLines(
  lines: readonly KeyedLine[],
  title: string,
  sharers: readonly Sharer[],
  siteReports: number
): Set<number> {
  const own = sum(lines.map((line) => line.prose))
  const proseByKey = new Map(lines.map((line) => [line.key, line.prose]))
  const strangers = sharers.filter((sharer) => !isRelated(sharer, own, proseByKey))
  const template = new Set<number>()
  for (const { keys } of strangers) {
    const scraps = [...keys].filter((key) => proseByKey.get(key) === 0)
    if (scraps.length >= TEMPLATE_SCRAPS) for (const key of keys) template.add(key)
  }
  const counts = new Map<number, number>()
  for (const { keys } of strangers)
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const titleKey = lineKey(title)
  const repeated = new Set<number>()
  for (const line of lines) {
    if (line.key === titleKey) continue
    const count = counts.get(line.key) ?? 0
    if (line.prose === 0 && (template.has(line.key) || count >= SCRAP_REPORTS))
      repeated.add(line.block)
    if (line.prose > 0 && count >= PROSE_REPORTS && count >= siteReports * PROSE_SHARE)
      repeated.add(line.block)
  }
  return addNeighbours(lines, template, repeated)
}

function isRelated(sharer: Sharer, own: number, proseByKey: ReadonlyMap<number, number>): boolean {
  const shared = sum([...sharer.keys].map((key) => proseByKey.get(key) ?? 0))
  return shared > RELATED_SHARE * Math.min(own, sharer.prose)
}

/** Running text of the template counts where the line before or after it is furniture; twice, for paragraphs of two lines. */
function addNeighbours(
  lines: readonly KeyedLine[],
  template: ReadonlySet<number>,
  repeated: Set<number>
): Set<number> {
  const isOut = (line: KeyedLine | undefined) =>
    line !== undefined && (line.furniture || repeated.has(line.block))
  for (let pass = 0; pass < 2; pass++) {
    for (const [i, line] of lines.entries()) {
      if (line.prose > 0 && template.has(line.key) && (isOut(lines[i - 1]) || isOut(lines[i + 1])))
        repeated.add(line.block)
    }
  }
  return repeated
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
