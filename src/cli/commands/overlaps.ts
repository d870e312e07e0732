import type { ArticleHeader, OverlapView } from '../../shared/shapes'
import type { Library } from '../../library/library'
import { SAME, type Command } from '../command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withFiles, withOpened } from '../open'
import { percent, printable } from '../print'

interface Pair extends OverlapView {
  readonly article: ArticleHeader
}

/** `briefing overlaps`: every two reports that share wording or an event. */
export const overlaps: Command = {
  name: 'overlaps',
  usage: '[--data DIR] [--json] [FOLDER|FILE…]',
  summary: 'Lists which reports share text or an event: in files and folders, or in the library.',
  details: LIBRARY_HELP,
  options: LIBRARY_OPTIONS,
  async run(invocation) {
    const { operands, output } = invocation
    const list = (library: Library) => {
      output.answer(pairsOf(library), (pairs) => pairs.map(lineOf))
      return SAME
    }
    return operands.length === 0
      ? withOpened(invocation, list)
      : withFiles(invocation, operands, list)
  }
}

function pairsOf(library: Library): Pair[] {
  const pairs: Pair[] = []
  for (let offset = 0; ;) {
    const { rows, total } = library.articles({
      offset,
      limit: 200,
      sort: 'added',
      descending: false
    })
    for (const article of rows)
      for (const view of library.overlaps(article.id))
        if (article.id < view.other.id) pairs.push({ article, ...view })
    offset += rows.length
    if (rows.length === 0 || offset >= total) return pairs
  }
}

function lineOf({ article, other, overlap }: Pair): string {
  const shares = `${percent(overlap.containmentA)} / ${percent(overlap.containmentB)}`
  return [overlap.kind, shares, article.fileName, other.fileName].map(printable).join('\t')
}
