import { readFileSync } from 'node:fs'
import {
  DOSSIER_FORMAT,
  DOSSIER_VERSION,
  type DossierDocument,
  type DossierQuotation
} from '../../core/dossier/dossier'
import type { ArticleId } from '../../core/article/article'
import type { Library } from '../../library/library'
import { checkSeal, sha256, type SealState } from '../../library/seal'
import { DIFFERS, SAME, TROUBLE, UsageError, type Command, type Invocation } from '../command'
import { LIBRARY_HELP, withFiles } from '../open'
import { printable } from '../print'

/** What a look at a dossier found. */
interface Findings {
  readonly seal: SealState
  /** One line for each thing that differs. */
  readonly differences: readonly string[]
  readonly documents?: number
  readonly quotations?: number
}

/** `briefing verify`: whether a dossier is as it was written, and its documents as they were. */
export const verify: Command = {
  name: 'verify',
  usage: '[--json] FILE [FOLDER|FILE…]',
  summary: 'Recomputes the hashes of an evidence dossier, and of the documents that it quotes.',
  details: [
    'FILE          a dossier that `briefing export` or the app wrote',
    'FOLDER        where its documents are now: hashes and quotations are looked up there (JSON dossiers)',
    ...LIBRARY_HELP.slice(1),
    'Exit code 0: untouched; 1: changed; 2: trouble, or no sealed dossier.'
  ],
  options: {},
  async run(invocation) {
    const [file, ...folders] = invocation.operands
    if (file === undefined) throw new UsageError('Name a dossier')
    const bytes = read(file)
    const seal = checkSeal(bytes)
    if (seal === 'not-sealed') {
      invocation.output.note(`“${printable(file)}” is no sealed dossier.`)
      return TROUBLE
    }
    const dossier = parse(bytes)
    const broken = dossier === undefined ? [] : brokenQuotations(dossier)
    const own = [...(seal === 'changed' ? ['The seal does not fit the file.'] : []), ...broken]
    if (folders.length === 0) return tell(invocation, { seal, differences: own })
    if (dossier === undefined)
      throw new UsageError('Only a JSON dossier can be checked against its documents')
    return withFiles(invocation, folders, (library, articles) => {
      const there = against(dossier, library, articles.flat())
      return tell(invocation, {
        seal,
        differences: [...own, ...there],
        documents: dossier.documents.length,
        quotations: dossier.quotations.length
      })
    })
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new UsageError(`“${file}” can’t be read`, { cause: error })
  }
}

function tell({ output }: Invocation, findings: Findings): number {
  const untouched = findings.differences.length === 0
  output.answer({ untouched, ...findings }, ({ differences, documents, quotations }) => [
    ...differences.map(printable),
    ...(documents === undefined
      ? []
      : [`${String(documents)} documents, ${String(quotations)} quotations looked up`]),
    untouched ? 'untouched' : 'changed'
  ])
  return untouched ? SAME : DIFFERS
}

/** What verifying reads of a dossier. */
interface Read {
  readonly documents: readonly Pick<
    DossierDocument,
    'id' | 'title' | 'file' | 'textSha256' | 'fileSha256'
  >[]
  readonly quotations: readonly DossierQuotation[]
}

/** Reads a JSON dossier; undefined for other formats and for what is too damaged to be read. */
function parse(bytes: Buffer): Read | undefined {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
  if (!isRecord(value) || value['format'] !== DOSSIER_FORMAT) return undefined
  if (value['version'] !== DOSSIER_VERSION) return undefined
  const documents = Array.isArray(value['documents']) ? value['documents'].filter(isDocument) : []
  return { documents, quotations: quotationsIn(value) }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function isDocument(value: unknown): value is Read['documents'][number] {
  return (
    isRecord(value) &&
    ['id', 'title', 'file', 'textSha256'].every((key) => typeof value[key] === 'string') &&
    (value['fileSha256'] === undefined || typeof value['fileSha256'] === 'string')
  )
}

function isQuotation(value: Record<string, unknown>): boolean {
  return (
    ['document', 'exact', 'sha256'].every((key) => typeof value[key] === 'string') &&
    ['start', 'end'].every((key) => typeof value[key] === 'number')
  )
}

/** Every quotation of a dossier, wherever it stands, each once. */
function quotationsIn(dossier: unknown): DossierQuotation[] {
  const found = new Map<string, DossierQuotation>()
  const left = [dossier]
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (!isRecord(value)) continue
    if (isQuotation(value)) {
      // Just checked.
      const one = value as unknown as DossierQuotation
      found.set(
        `${one.document} ${String(one.start)} ${String(one.end)} ${one.sha256} ${one.exact}`,
        one
      )
    } else left.push(...Object.values(value).filter(isRecord))
  }
  return [...found.values()].sort(
    (a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) || a.start - b.start
  )
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

function brokenQuotations({ quotations }: Read): string[] {
  return quotations
    .filter(({ exact, sha256: digest }) => sha256(exact) !== digest)
    .map(({ document, exact }) => `${document}: the quotation “${cut(exact)}” has another hash.`)
}

/** What differs between a dossier and the documents that are there now. */
function against(dossier: Read, library: Library, articles: readonly ArticleId[]): string[] {
  const views = articles.map((id) => library.article(id))
  const differences: string[] = []
  for (const { id, title, file, textSha256, fileSha256 } of dossier.documents) {
    const name = `${id} (${file}, “${cut(title)}”)`
    const same = views.filter(({ contentHash }) => contentHash === textSha256)
    const [view] = same
    if (view === undefined) {
      const named = views.some(({ header }) => file.endsWith(header.fileName))
      differences.push(`${name}: ${named ? 'its text has changed' : 'it is not there'}.`)
      continue
    }
    const digests = same.map(({ header }) => sha256(readFileSync(library.originalPath(header.id))))
    if (fileSha256 !== undefined && !digests.includes(fileSha256))
      differences.push(`${name}: its text is the same, its file has changed.`)
    for (const { document, start, end, exact } of dossier.quotations)
      if (document === id && view.text.slice(start, end) !== exact)
        differences.push(
          `${name}: “${cut(exact)}” does not stand at ${String(start)}–${String(end)}.`
        )
  }
  return differences
}
