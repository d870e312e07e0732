import type { Block, BlockRole, Canonical } from '../article/article'

/** A block as an importer yields it, before it has a place in canonical text. */
export interface ImportedBlock {
  readonly text: string
  readonly role: BlockRole
  readonly level?: number
  readonly furniture?: string
  readonly time?: string
  /** Offset in the decoded original at which `text` stands verbatim (see `Block.at`). */
  readonly at?: number
}

/** What stands between two blocks in canonical text. */
export const BLOCK_GAP = '\n\n'

// Control characters (but for the tab, which becomes a space) have no place in prose and break terminals and screen readers.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\u2028\u2029]+/g

/**
 * Joins imported blocks into canonical text.
 *
 * Each block's text is put into NFC, its line breaks and control characters become spaces and its ends are trimmed; no-break
 * spaces stay. Blocks without text vanish. `at` survives only where the text is left as it was.
 *
 * @returns text whose blocks ascend, do not overlap and are parted by `BLOCK_GAP`; O(length)
 */
export function toCanonical(imported: readonly ImportedBlock[]): Canonical {
  const blocks: Block[] = []
  let text = ''
  for (const block of imported) {
    const clean = cleanBlock(block.text)
    if (clean === '') continue
    if (text !== '') text += BLOCK_GAP
    const start = text.length
    text += clean
    const { at, ...rest } = block
    const lead = at === undefined ? -1 : block.text.indexOf(clean)
    blocks.push({
      role: rest.role,
      ...(rest.level !== undefined && { level: rest.level }),
      ...(rest.furniture !== undefined && { furniture: rest.furniture }),
      ...(rest.time !== undefined && { time: rest.time }),
      ...(at !== undefined && lead >= 0 && { at: at + lead }),
      span: { start, end: text.length }
    })
  }
  return { text, blocks }
}

function cleanBlock(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(CONTROL, ' ')
    .replace(/[\t\n]/g, ' ')
    .trim()
}
