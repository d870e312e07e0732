import type { ArticleHeader, ArticleSort } from '../../../../shared/shapes'
import { date, FORMAT_NAMES, number } from '../../lib/format'
import type { ColumnId } from '../../lib/state/columns.svelte'

/** A fact of the list: its heading, how wide it is, and by what clicking the heading sorts. */
export interface Column {
  readonly name: string
  /** Width in rem as a column. */
  readonly width: number
  readonly sort?: ArticleSort
  /** What it says; empty for nothing. */
  readonly text: (article: ArticleHeader) => string
}

const some = (count: number | undefined): string => (count ? number(count) : '')

export const COLUMNS: Readonly<Record<ColumnId, Column>> = {
  publisher: {
    name: 'Site',
    width: 8,
    sort: 'publisher',
    text: (article) => article.publisher ?? article.fileName
  },
  published: {
    name: 'Date',
    width: 8.5,
    sort: 'published',
    text: (article) => date(article.published)
  },
  words: { name: 'Words', width: 4, sort: 'words', text: (article) => number(article.words) },
  claims: {
    name: 'Marks',
    width: 4.5,
    sort: 'claims',
    text: ({ claims }) =>
      claims && claims.strong + claims.soft > 0 ? `${claims.strong} + ${claims.soft}` : ''
  },
  cluster: {
    name: 'Cluster',
    width: 4.5,
    text: ({ cluster }) => (cluster === undefined ? '' : String(cluster))
  },
  overlaps: { name: 'Overlaps', width: 5, text: ({ overlaps }) => some(overlaps) },
  notes: { name: 'Notes', width: 4, text: ({ notes }) => some(notes) },
  tags: { name: 'Tags', width: 7, text: ({ tags }) => tags?.join(', ') ?? '' },
  versions: {
    name: 'Versions',
    width: 5,
    text: ({ versions }) => (versions > 1 ? String(versions) : '')
  },
  problems: { name: 'Problems', width: 5, text: ({ problems }) => some(problems) },
  format: { name: 'Kind', width: 6, text: ({ format }) => FORMAT_NAMES[format] },
  fileName: { name: 'File', width: 10, text: ({ fileName }) => fileName }
}

/** Width of the title's column in rem, at least. */
export const TITLE_WIDTH = 11

/** Least width of a row with these columns, and the tracks of its grid. */
export function tracks(columns: readonly ColumnId[]): { minWidth: string; template: string } {
  const widths = columns.map((id) => COLUMNS[id].width)
  const all = TITLE_WIDTH + widths.reduce((sum, width) => sum + width, 0)
  return {
    minWidth: `${all}rem`,
    template: [`minmax(${TITLE_WIDTH}rem, 1fr)`, ...widths.map((width) => `${width}rem`)].join(' ')
  }
}
