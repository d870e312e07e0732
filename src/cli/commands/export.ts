import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ArticleId } from '../../core/article/article'
import { writeAtomically } from '../../library/atomic-write'
import type { Library } from '../../library/library'
import type { DossierFormat, DossierRequest } from '../../shared/decision'
import { SAME, UsageError, type Command, type Invocation } from '../command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withFiles, withOpened } from '../open'
import { printable } from '../print'

const FORMATS: readonly DossierFormat[] = [
  'json',
  'md',
  'html',
  'csv',
  'csl',
  'bibtex',
  'claimreview'
]
/** Plans and what is on record stay out unless they are asked for. */
const DEFAULT_SEVERITY = 2
const MAX_SEVERITY = 4
/** Overlap kinds whose reports are put side by side: texts that have wording in common. */
const COMPARED: ReadonlySet<string> = new Set(['same-text', 'version', 'shared-passages'])

/** `briefing export`: an evidence dossier. */
export const exportDossier: Command = {
  name: 'export',
  usage: '[--data DIR] [--format FORMAT] [--out FILE] [--json] [FOLDER|FILE…]',
  summary:
    'Writes an evidence dossier: marked claims word for word, with sources, hashes and verdicts.',
  details: [
    'Of files and folders every report; of the library those with a verdict, a note or a star.',
    `--format F    ${FORMATS.join(', ')} (default: json)`,
    '--out FILE    where to write it (default: standard output)',
    '--severity N  0 to 4: marks of this severity and above (default: 2)',
    '--threads     the same claims over several reports too',
    '--compare     what differs between reports that share wording, too',
    '--all         every report of the library',
    ...LIBRARY_HELP
  ],
  options: {
    ...LIBRARY_OPTIONS,
    format: { type: 'string' },
    out: { type: 'string' },
    severity: { type: 'string' },
    threads: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false }
  },
  async run(invocation) {
    const { operands, options } = invocation
    // Wrong options are told before files are read.
    formatOf(invocation)
    severityOf(invocation)
    if (operands.length > 0)
      return withFiles(invocation, operands, (library, articles) =>
        write(invocation, library, articles.flat())
      )
    return withOpened(invocation, (library) =>
      write(invocation, library, options['all'] === true ? everyArticle(library) : undefined)
    )
  }
}

function formatOf({ options }: Invocation): DossierFormat {
  const wanted = options['format'] ?? 'json'
  const format = FORMATS.find((one) => one === wanted)
  if (format === undefined) throw new UsageError(`--format takes ${FORMATS.join(', ')}`)
  return format
}

function severityOf({ options }: Invocation): number {
  const severity = Number(options['severity'] ?? DEFAULT_SEVERITY)
  if (!Number.isInteger(severity) || severity < 0 || severity > MAX_SEVERITY)
    throw new UsageError('--severity takes 0, 1, 2, 3 or 4')
  return severity
}

function write(invocation: Invocation, library: Library, articles?: readonly ArticleId[]): number {
  const { options, output } = invocation
  const ids = articles ?? everyArticle(library)
  const request: DossierRequest = {
    ...(articles !== undefined && { articles }),
    ...(options['threads'] === true && { threads: threadsOf(library, ids) }),
    ...(options['compare'] === true && { comparisons: pairsOf(library, ids) }),
    minSeverity: severityOf(invocation),
    format: formatOf(invocation)
  }
  const text = library.dossier(request)
  const out = options['out']
  if (typeof out !== 'string') {
    output.raw(text)
    return SAME
  }
  const file = resolve(out)
  const replaced = existsSync(file)
  writeAtomically(file, text)
  output.answer({ file, bytes: Buffer.byteLength(text), replaced }, ({ bytes }) => [
    `${printable(out)}: ${String(bytes)} bytes${replaced ? ', in place of the old file' : ''}`
  ])
  return SAME
}

function everyArticle(library: Library): ArticleId[] {
  const ids: ArticleId[] = []
  for (;;) {
    const page = { offset: ids.length, limit: 200, sort: 'added', descending: false } as const
    const { rows, total } = library.articles(page)
    ids.push(...rows.map(({ id }) => id))
    if (rows.length === 0 || ids.length >= total) return ids
  }
}

/** Threads with claims in several reports. */
function threadsOf(library: Library, articles: readonly ArticleId[]): string[] {
  const found = new Set<string>()
  for (const article of articles)
    for (const { id, documents } of library.threads({ article, offset: 0, limit: 200 }).rows)
      if (documents > 1) found.add(id)
  return [...found]
}

function pairsOf(
  library: Library,
  articles: readonly ArticleId[]
): NonNullable<DossierRequest['comparisons']> {
  const chosen = new Set(articles)
  return articles.flatMap((a) =>
    library
      .overlaps(a)
      .filter(({ overlap, other }) => COMPARED.has(overlap.kind) && a < other.id)
      .filter(({ other }) => chosen.has(other.id))
      .map(({ other }) => ({ a, b: other.id }))
  )
}
