import { createHash } from 'node:crypto'
import { bodyBlocks } from '../../core/article/article'
import { toCanonical } from '../../core/text/canonical'
import { words } from '../../core/text/segment'
import type { ImportInput, ImportResult, ImportedDocument, Problem } from '../../importers/importer'
import { toLook } from '../folders'
import type { ReadArticle, ReaderRequest, ReadOutcome } from './protocol'
import { ReadError, safeRead } from './safe-open'

type ImportFile = (input: ImportInput) => Promise<ImportResult>

/**
 * Reads and imports one file. Never throws for anything that the file may be or hold.
 *
 * @param opened - told when the bytes are read, before their import begins
 */
export async function readArticles(
  request: ReaderRequest,
  importFile: ImportFile,
  opened: (hash: string, slow: boolean) => void
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
    const result = await importFile({ bytes, fileName: request.fileName, modified })
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
    const article = toArticle(document)
    if (article === undefined) problems.push(...withReason(document))
    else articles.push({ entry: document.entry, article, problems: document.problems })
  }
  if (articles.length === 0 && !problems.some((problem) => problem.severity === 'error'))
    problems.push({ severity: 'error', code: 'no-text', where: '', detail: '' })
  return { articles, problems }
}

/** A document without text leaves its problems, and `no-text` when they say nothing of it. */
function withReason({ entry, problems }: ImportedDocument): readonly Problem[] {
  if (problems.some((problem) => problem.severity === 'error')) return problems
  return [...problems, { severity: 'error', code: 'no-text', where: entry, detail: '' }]
}

function toArticle(document: ImportedDocument): ReadArticle['article'] | undefined {
  const { text, blocks } = toCanonical(document.blocks)
  if (text === '') return undefined
  const body = bodyBlocks({ text, blocks })
  return {
    format: document.format,
    metadata: document.metadata,
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
