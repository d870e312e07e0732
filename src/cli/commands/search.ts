import type { HitPage } from '../../shared/shapes'
import type { Library } from '../../library/library'
import { DIFFERS, SAME, UsageError, type Command } from '../command'
import { isDataDir, LIBRARY_HELP, LIBRARY_OPTIONS, withFiles, withOpened } from '../open'
import { printable } from '../print'

const DEFAULT_LIMIT = 20

/** `briefing search`: full-text search with exact marks. */
export const search: Command = {
  name: 'search',
  usage: '[--library DIR] [--limit N] [--json] QUERY…',
  summary:
    'Finds reports: words, "phrases", -without, title: site: author: after: before: and more.',
  details: [
    '--library DIR a library, or a folder of articles, to search in',
    '--limit N     hits, at most 100 (default: 20)',
    ...LIBRARY_HELP,
    'Exit code 0: something was found; 1: nothing; 2: trouble.'
  ],
  options: { ...LIBRARY_OPTIONS, library: { type: 'string' }, limit: { type: 'string' } },
  async run(invocation) {
    const { operands, options, output } = invocation
    if (operands.length === 0) throw new UsageError('Say what to search for')
    const limit = Number(options['limit'] ?? DEFAULT_LIMIT)
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number')
    const find = (library: Library) => {
      // The space says that the last word is complete.
      const text = `${operands.join(' ')} `
      const page = library.search({ text, offset: 0, limit, sort: 'relevance', facets: false })
      output.answer(page, linesOf)
      return page.total > 0 ? SAME : DIFFERS
    }
    const place = options['library']
    if (typeof place !== 'string') return withOpened(invocation, find)
    if (isDataDir(place))
      return withOpened({ ...invocation, options: { ...options, data: place } }, find)
    return withFiles(invocation, [place], find)
  }
}

function linesOf({ total, hits, notices }: HitPage): string[] {
  return [
    ...notices.map(({ code, text }) => `(${code}: ${text})`),
    ...hits.flatMap(({ article, excerpts }) => [
      `#${String(article.id)}  ${article.title}  (${article.fileName})`,
      ...excerpts.map(({ text, marks }) => `    ${marked(text, marks)}`)
    ]),
    `${String(total)} found`
  ].map(printable)
}

/** Sets marks between « and ». */
function marked(text: string, marks: HitPage['hits'][number]['titleMarks']): string {
  let out = ''
  let at = 0
  for (const { start, end } of marks) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`
    at = end
  }
  return out + text.slice(at)
}
