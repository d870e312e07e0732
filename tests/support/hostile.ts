import { legacyHookDecode } from '@exodus/bytes/encoding.js'
import { decode } from '../../src/importers/bytes'
import type { ImportedDocument, Problem } from '../../src/importers/importer'
import type { ImportEnding } from './import-child'

/** A line of the corpus' manifest. */
export interface HostileFile {
  readonly id: string
  readonly path: string
  readonly family: string
  readonly expect: 'open' | 'error' | 'open-or-error'
  /** Names of acceptable errors, parted by `|`. */
  readonly error: string | null
  readonly as: string
  readonly asserts: {
    readonly max_ms: number
    readonly charset?: string
    readonly readable_chars?: number | null
    readonly contains?: readonly string[]
    readonly min_chars?: number
    readonly has_body?: boolean
    readonly frontmatter?: 'any' | 'ignored'
  }
}

/** How far an ending agrees with the label: undefined when it does, else what differs. */
export interface Verdict {
  readonly differs?: string
  /** The label asks to refuse a format that has been taken up since. */
  readonly takenUp?: true
}

/** Problem codes that stand for each of the manifest's errors. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'damaged-archive': ['damaged', 'too-large'],
  'not-an-epub': ['damaged', 'unsupported-format'],
  damaged: ['damaged'],
  encrypted: ['encrypted'],
  empty: ['empty'],
  'unsupported-type': ['unsupported-format']
}

/** Formats that the manifest lists as unsupported and that open by now. */
const TAKEN_UP = new Set(['docx', 'mbox', 'warc'])

/** Judges how the import of a file ended by the file's label. */
export function judge(file: HostileFile, ending: ImportEnding, bytes: Uint8Array): Verdict {
  if (ending.kind !== 'result')
    return { differs: `${ending.kind}: ${'reason' in ending ? ending.reason : ''}` }
  if (ending.stderr !== '') return { differs: `prints: ${ending.stderr.slice(0, 200)}` }
  const { documents } = ending.result
  const problems = [
    ...ending.result.problems,
    ...documents.flatMap((document) => document.problems)
  ]
  if (documents.length === 0 && problems.length === 0) return { differs: 'silence' }
  const errors = problems.filter((found) => found.severity === 'error')
  if (file.expect === 'error') return judgeRefusal(file, documents, errors)
  if (file.expect === 'open-or-error' && documents.length === 0) return {}
  if (documents.length === 0 && !saysEmpty(file, problems))
    return { differs: `refused: ${codesOf(problems)}` }
  const differs = judgeText(file, documents, problems) ?? judgeCharset(file, bytes)
  return differs === undefined ? {} : { differs }
}

function judgeRefusal(
  file: HostileFile,
  documents: readonly ImportedDocument[],
  errors: readonly Problem[]
): Verdict {
  if (documents.length > 0)
    return TAKEN_UP.has(file.as) ? { differs: 'opens', takenUp: true } : { differs: 'opens' }
  const wanted =
    file.error === null ? undefined : file.error.split('|').flatMap((name) => CODES[name] ?? [])
  if (wanted === undefined || errors.some((found) => wanted.includes(found.code))) return {}
  return {
    differs: `refused as ${codesOf(errors)}`,
    ...(TAKEN_UP.has(file.as) && { takenUp: true as const })
  }
}

/** A file that holds no text may say so instead of opening to an empty page. */
function saysEmpty(file: HostileFile, problems: readonly Problem[]): boolean {
  const { min_chars: least, has_body: body } = file.asserts
  const empty = problems.some((found) => ['no-text', 'no-text-layer', 'empty'].includes(found.code))
  return empty && (least === 0 || body === false || !expectsText(file))
}

/** Labels of some families promise a text, the others only that the file opens. */
function expectsText(file: HostileFile): boolean {
  return (
    file.asserts.has_body === true ||
    (file.asserts.min_chars ?? 0) > 0 ||
    file.asserts.contains !== undefined
  )
}

function judgeText(
  file: HostileFile,
  documents: readonly ImportedDocument[],
  problems: readonly Problem[]
): string | undefined {
  const text = documents
    .flatMap((document) => document.blocks.map((block) => block.text))
    .join('\n')
  const { min_chars: least = 0, has_body: body, contains = [], frontmatter } = file.asserts
  if (text.length < least) return `${text.length} characters of ${least}`
  if (body === true && text.trim() === '') return 'no body'
  const missing = contains.find((part) => !text.includes(part))
  if (missing !== undefined) return `lacks "${missing}"`
  if (frontmatter === 'ignored' && !problems.some((found) => found.code === 'bad-front-matter'))
    return 'does not tell of its bad front matter'
  return undefined
}

function judgeCharset(file: HostileFile, bytes: Uint8Array): string | undefined {
  const { charset, readable_chars: share } = file.asserts
  if (charset === undefined || share === undefined || share === null) return undefined
  const right = reference(bytes, charset)
  if (right === undefined) return undefined
  const kind = file.as === 'html' ? 'html' : file.path.endsWith('.xml') ? 'xml' : 'text'
  const found = decode(bytes, { kind })
  const same = commonShare(right, found.text)
  return same >= share
    ? undefined
    : `${(same * 100).toFixed(1)} % readable as ${found.charset}, should be ${charset}`
}

function reference(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return legacyHookDecode(bytes, charset)
  } catch {
    // Encodings that the WHATWG standard does not know (IBM855, Johab, UTF-32) have no reference here.
    return undefined
  }
}

/** Share of the right text's characters that the other text has as well, each counted as often as it occurs. */
function commonShare(right: string, other: string): number {
  const counts = new Map<string, number>()
  for (const char of other) counts.set(char, (counts.get(char) ?? 0) + 1)
  let common = 0
  let all = 0
  for (const char of right) {
    all++
    const left = counts.get(char) ?? 0
    if (left > 0) {
      common++
      counts.set(char, left - 1)
    }
  }
  return all === 0 ? 1 : common / all
}

function codesOf(problems: readonly Problem[]): string {
  return problems
    .map((found) => `${found.code} (${found.detail})`)
    .join(', ')
    .slice(0, 200)
}
