import { createHash } from 'node:crypto'
import { bodyBlocks, type Metadata } from '../../core/article/article'
import { toCanonical, type ImportedBlock } from '../../core/text/canonical'
import { words } from '../../core/text/segment'
import type { ImportInput, ImportResult, ImportedDocument, Problem } from '../../importers/importer'
import { toLook } from '../folders'
import { companionsOf } from './companions'
import type { ReadArticle, ReaderRequest, ReadOutcome } from './protocol'
import { ReadError, safeRead } from './safe-open'

/**
 * Most text of one report, in code units: some 300,000 words, ten times the longest report. What follows is left out, because
 * indexing and comparing more would keep the library from answering.
 */
const MAX_TEXT = 2_000_000
/** Most code units of a title; a file of one endless line has that line for a title. */
const MAX_TITLE = 500

type ImportFile = (input: ImportInput) => Promise<ImportResult>

/**
 * Reads and imports one file. Never throws for anything that the file may be or hold.
 *
 * @param opened - told when the bytes are read, before their import begins
 */
export async function readArticles(
  request: ReaderRequest,
  importFile: ImportFile,
  opened: (hash: string, slow: boolean) => void,
  originalOf: (input: ImportInput) => string | undefined = () => undefined
): Promise<ReadOutcome> {
  let hash = ''
  try {
    const { bytes, stats } = safeRead(Buffer.from(request.path), request.sizeLimit)
    const look = toLook(stats)
    hash = sha256(bytes)
    if (hash === request.knownHash) return { kind: 'unchanged', look, hash }
    opened(hash, isPdf(bytes))
    if (request.refused.includes(hash))
      return failure(hash, 'reader-crashed', 'set aside after repeated crashes')
    const modified = new Date(Number(stats.mtimeMs)).toISOString()
    if (request.original === true) {
      const html = originalOf({ bytes, fileName: request.fileName, modified })
      return html === undefined
        ? failure(hash, 'unsupported-format', 'no page')
        : { kind: 'original', hash, html }
    }
    const companions = companionsOf(Buffer.from(request.path), request.sizeLimit)
    const result = await importFile({
      bytes,
      fileName: request.fileName,
      modified,
      ...(companions !== undefined && { companions })
    })
    return { kind: 'imported', look, hash, ...toArticles(result) }
  } catch (error) {
    if (error instanceof ReadError) return failure(hash, error.code, error.message)
    return failure(hash, 'reader-crashed', error instanceof Error ? error.message : String(error))
  }
}

const failure = (hash: string, code: Problem['code'], detail: string): ReadOutcome => ({
  kind: 'failed',
  hash,
  problem: { severity: 'error', code, where: '', detail }
})

function toArticles(result: ImportResult): { articles: ReadArticle[]; problems: Problem[] } {
  const articles: ReadArticle[] = []
  const problems = [...result.problems]
  for (const document of result.documents) {
    const { entry } = document
    const { blocks, cut } = withinLimit(document.blocks)
    const article = toArticle(document, blocks)
    if (article === undefined) problems.push(...withReason(document))
    else if (!cut) articles.push({ entry, article, problems: document.problems })
    else articles.push({ entry, article, problems: [...document.problems, TRUNCATED] })
  }
  const explained = problems.some(
    ({ severity, code }) => severity === 'error' || code === 'listed-only'
  )
  if (articles.length === 0 && !explained)
    problems.push({ severity: 'error', code: 'no-text', where: '', detail: '' })
  return { articles, problems }
}

/** A document without text leaves its problems, and `no-text` when they say nothing of it. */
function withReason({ entry, problems }: ImportedDocument): readonly Problem[] {
  if (problems.some((problem) => problem.severity === 'error')) return problems
  return [...problems, { severity: 'error', code: 'no-text', where: entry, detail: '' }]
}

const TRUNCATED: Problem = {
  severity: 'warning',
  code: 'truncated',
  where: '',
  detail: `text beyond ${String(MAX_TEXT)} characters left out`
}

function withinLimit(blocks: readonly ImportedBlock[]): {
  blocks: readonly ImportedBlock[]
  cut: boolean
} {
  let length = 0
  for (const [i, block] of blocks.entries()) {
    if (length + block.text.length > MAX_TEXT) {
      const last = { ...block, text: block.text.slice(0, MAX_TEXT - length) }
      return { blocks: [...blocks.slice(0, i), last], cut: true }
    }
    length += block.text.length
  }
  return { blocks, cut: false }
}

function withShortTitle(metadata: Metadata): Metadata {
  const { value, from } = metadata.title
  if (value.length <= MAX_TITLE) return metadata
  return { ...metadata, title: { value: `${value.slice(0, MAX_TITLE).toWellFormed()}…`, from } }
}

function toArticle(
  document: ImportedDocument,
  imported: readonly ImportedBlock[]
): ReadArticle['article'] | undefined {
  const { text, blocks } = toCanonical(imported)
  if (text === '') return undefined
  const body = bodyBlocks({ text, blocks })
  return {
    format: document.format,
    metadata: withShortTitle(document.metadata),
    text,
    blocks,
    words: body.reduce((sum, block) => sum + words(text, block.span).length, 0),
    contentHash: sha256(text)
  }
}

const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex')

const PDF = Buffer.from('%PDF-')
/** A PDF may have other bytes before its head. Source: ISO 32000-1, annex H.3, note 13. */
const PDF_HEAD_WITHIN = 1024

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEAD_WITHIN)).includes(PDF)
