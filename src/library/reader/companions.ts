import { lstatSync, readdirSync } from 'node:fs'
import { sep } from 'node:path'
import type { Companions } from '../../importers/importer'
import { ReadError, safeRead } from './safe-open'

/** Lists of an Omnivore export, which stand beside the folder of its pages; twenty articles each. */
const LIST = /^metadata_\d{1,9}_to_\d{1,9}\.json$/i
const PAGE_FOLDER = 'content'
const PAGE = /\.html?$/i
/** Lists looked through for a page, and pages counted of a folder; an export of 20,000 articles has as many. */
const MAX_LISTS = 1_000
const MAX_PAGES = 20_000

/**
 * Returns what stands beside a file of an export in parts: the list that names a page, or the pages that a list names. Undefined for
 * other files. Reads no more than the folder's names and the lists; what can't be read is not there.
 *
 * @param path - absolute path, raw bytes
 */
export function companionsOf(path: Buffer, sizeLimit: number): Companions | undefined {
  const { folder, name } = parted(path)
  if (LIST.test(name)) {
    const pages = namesIn(Buffer.concat([folder, SEPARATOR, Buffer.from(PAGE_FOLDER)]))
      .filter((page) => PAGE.test(page))
      .slice(0, MAX_PAGES)
    return pages.length === 0 ? undefined : { pages: new Set(pages.map(slugOf)) }
  }
  if (!PAGE.test(name) || parted(folder).name !== PAGE_FOLDER) return undefined
  const outer = parted(folder).folder
  const slug = JSON.stringify(slugOf(name))
  for (const list of namesIn(outer)
    .filter((one) => LIST.test(one))
    .slice(0, MAX_LISTS)) {
    const bytes = quietlyRead(Buffer.concat([outer, SEPARATOR, Buffer.from(list)]), sizeLimit)
    if (bytes !== undefined && Buffer.from(bytes).includes(slug)) return { list: bytes }
  }
  return undefined
}

const SEPARATOR = Buffer.from(sep)

function parted(path: Buffer): { folder: Buffer; name: string } {
  const at = path.lastIndexOf(sep)
  return { folder: path.subarray(0, Math.max(0, at)), name: path.subarray(at + 1).toString() }
}

function slugOf(name: string): string {
  return name.replace(PAGE, '')
}

/** Names of a folder in their order; none when it can't be listed, or is a link, which scans don't follow. */
function namesIn(folder: Buffer): string[] {
  try {
    if (!lstatSync(folder).isDirectory()) return []
    return readdirSync(folder, 'utf8').sort()
  } catch {
    return [] // no such folder, or not for us
  }
}

function quietlyRead(path: Buffer, sizeLimit: number): Uint8Array | undefined {
  try {
    return safeRead(path, sizeLimit).bytes
  } catch (error) {
    if (error instanceof ReadError) return undefined
    throw error
  }
}
