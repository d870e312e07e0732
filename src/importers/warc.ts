import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { decode } from './bytes'
import { importHtml } from './html'
import type { ImportedDocument, Importer, ImportInput, ImportResult, Problem } from './importer'
import { isPageType } from './mhtml'
import { parseValue } from './mime'
import { asProblem, guarded, ImportFailure, problem, withUniqueEntries } from './outcome'
import { headOf } from './sniff'
import { MAX_ENTRY_BYTES, MAX_TOTAL_BYTES } from './zip'

/*
 * Source: ISO 28500 (WARC 1.0 and 1.1), RFC 9112 for the HTTP messages inside.
 */

/** Most records looked at; a single page has one for each of its pictures and scripts. */
export const MAX_RECORDS = 20_000
/** Most pages taken out of one file. */
export const MAX_PAGES = 500
const MAX_RECORD_HEADER = 64 * 1024

interface WarcRecord {
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>
  readonly content: Buffer
}

/** Web archives of single pages: a document for each page that was fetched whole. */
export const warcImporter: Importer = {
  formats: ['warc'],
  sniff(input: ImportInput): number {
    if (/^WARC\/\d/.test(headOf(input, 64))) return 1
    const [a, b] = input.bytes
    return a === 0x1f && b === 0x8b && /\.warc\.gz$/i.test(input.fileName) ? 1 : 0
  },
  import: (input: ImportInput): Promise<ImportResult> => guarded('WARC', () => importArchive(input))
}

function importArchive(input: ImportInput): ImportResult {
  const documents: ImportedDocument[] = []
  const problems: Problem[] = []
  const framed = new Set<string>()
  let records = 0
  for (const record of recordsOf(unpacked(input.bytes), problems)) {
    if (++records > MAX_RECORDS || documents.length >= MAX_PAGES) {
      problems.push(
        problem('warning', 'truncated', `more than ${MAX_RECORDS} records or ${MAX_PAGES} pages`)
      )
      break
    }
    noteFrames(record, framed)
    const page = pageOf(record, problems)
    if (page === undefined) continue
    if (page.content.length > MAX_ENTRY_BYTES) {
      problems.push(
        problem('warning', 'too-large', `page of ${page.content.length} bytes`, page.url)
      )
      continue
    }
    const document = pageDocument(page, input)
    if (document.blocks.length > 0) documents.push(document)
  }
  if (records === 0) throw new ImportFailure('damaged', 'WARC: no records')
  const whole = documents.filter((document) => !framed.has(document.entry))
  const kept = whole.length > 0 ? whole : documents
  if (kept.length === 0)
    return {
      documents: [],
      problems: [...problems, problem('error', 'no-text', 'no page in the archive')]
    }
  return { documents: withUniqueEntries(kept), problems }
}

/** WARC files are packed record by record, as a row of gzip members; a member that is cut off gives what it has. */
function unpacked(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer[0] !== 0x1f || buffer[1] !== 0x8b) return buffer
  try {
    return gunzipSync(buffer, {
      maxOutputLength: MAX_TOTAL_BYTES,
      finishFlush: constants.Z_SYNC_FLUSH
    })
  } catch (error) {
    throw new ImportFailure(
      'damaged',
      `gzip: ${error instanceof Error ? error.message : 'unknown reason'}`
    )
  }
}

function* recordsOf(bytes: Buffer, problems: Problem[]): Generator<WarcRecord> {
  let at = 0
  for (;;) {
    while (bytes[at] === 13 || bytes[at] === 10) at++
    if (at >= bytes.length) return
    if (bytes.subarray(at, at + 5).toString('latin1') !== 'WARC/') {
      problems.push(problem('warning', 'damaged', 'WARC: record expected', `byte ${at}`))
      return
    }
    const head = headerBlock(bytes, at)
    const length = Number(head.headers.get('content-length') ?? NaN)
    if (!Number.isSafeInteger(length) || length < 0) {
      problems.push(problem('warning', 'damaged', 'WARC: record without length', `byte ${at}`))
      return
    }
    const end = head.bodyAt + length
    if (end > bytes.length)
      problems.push(problem('warning', 'truncated', 'WARC: last record is cut off', `byte ${at}`))
    yield {
      headers: head.headers,
      content: bytes.subarray(head.bodyAt, Math.min(end, bytes.length))
    }
    at = end
  }
}

/** Reads `Name: value` lines behind a first line, up to the empty one. */
function headerBlock(
  bytes: Buffer,
  from: number
): { first: string; headers: Map<string, string>; bodyAt: number } {
  const window = bytes.subarray(from, from + MAX_RECORD_HEADER).toString('latin1')
  const end = /\r?\n\r?\n/.exec(window)
  const text = window.slice(0, end?.index)
  const [first = '', ...lines] = text.split(/\r?\n/)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    if (at > 0 && !headers.has(name)) headers.set(name, line.slice(at + 1).trim())
  }
  return {
    first,
    headers,
    bodyAt: from + (end === null ? window.length : end.index + end[0].length)
  }
}

interface ArchivedPage {
  readonly url: string
  readonly saved: string | undefined
  readonly charset: string | undefined
  readonly content: Uint8Array
}

/** The page of a response with status 200, or of a resource; undefined for all other records. */
function pageOf(record: WarcRecord, problems: Problem[]): ArchivedPage | undefined {
  const kind = record.headers.get('warc-type')
  const url = (record.headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
  const saved = record.headers.get('warc-date')
  if (!/^https?:/i.test(url)) return undefined
  if (kind === 'resource') {
    const type = record.headers.get('content-type')
    if (!isPageType(type)) return undefined
    return {
      url,
      saved,
      charset: parseValue(type ?? '').params.get('charset'),
      content: record.content
    }
  }
  if (kind !== 'response') return undefined
  const http = headerBlock(record.content, 0)
  const type = http.headers.get('content-type')
  if (!/^HTTP\/[\d.]{1,4} 200\b/.test(http.first) || !isPageType(type)) return undefined
  try {
    const content = httpBody(record.content.subarray(http.bodyAt), http.headers)
    return { url, saved, charset: parseValue(type ?? '').params.get('charset'), content }
  } catch (error) {
    problems.push({ ...asProblem(error, 'HTTP body', url), severity: 'warning' })
    return undefined
  }
}

function httpBody(body: Buffer, headers: ReadonlyMap<string, string>): Uint8Array {
  const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')
    ? joinChunks(body)
    : body
  const limits = { maxOutputLength: MAX_ENTRY_BYTES }
  switch (headers.get('content-encoding')?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      // Some archivers store the body unpacked and leave the header as it was.
      return whole[0] === 0x1f ? gunzipSync(whole, limits) : whole
    case 'deflate':
      return whole[0] === 0x78 ? inflateSync(whole, limits) : inflateRawSync(whole, limits)
    case 'br':
      return brotliDecompressSync(whole, limits)
    default:
      return whole
  }
}

/** Joins the chunks of a body; one that was stored joined already is left as it is. */
function joinChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = []
  let at = 0
  while (at < body.length) {
    const line = body.subarray(at, at + 100).toString('latin1')
    const match = /^([0-9a-f]{1,8})(?:;[^\r\n]{0,80})?\r\n/i.exec(line)
    if (match === null) return chunks.length === 0 ? body : Buffer.concat(chunks)
    const length = parseInt(match[1] ?? '', 16)
    if (length === 0) break
    at += match[0].length
    chunks.push(body.subarray(at, at + length))
    at += length + 2
  }
  return Buffer.concat(chunks)
}

/** Pages that were fetched for a frame of another page are no reports of their own. */
function noteFrames(record: WarcRecord, framed: Set<string>): void {
  if (record.headers.get('warc-type') !== 'request') return
  const { headers } = headerBlock(record.content, 0)
  if (/^i?frame$/i.test(headers.get('sec-fetch-dest') ?? ''))
    framed.add((record.headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, ''))
}

function pageDocument(page: ArchivedPage, input: ImportInput): ImportedDocument {
  const decoded = decode(page.content, {
    kind: 'html',
    ...(page.charset !== undefined && { declared: page.charset })
  })
  const document = importHtml(decoded.text, {
    fileName: input.fileName,
    format: 'warc',
    entry: page.url
  })
  const saved = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z$/.test(page.saved ?? '') ? page.saved : undefined
  return {
    ...document,
    metadata: {
      ...document.metadata,
      url: document.metadata.url ?? { value: page.url, from: 'header' },
      ...(saved !== undefined && { saved: { value: saved, from: 'header' as const } })
    },
    problems: [...decoded.problems, ...document.problems].filter(
      (found) => found.severity !== 'error'
    )
  }
}
