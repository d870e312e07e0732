import { textUnder } from '../../core/text/span'
import type { ArticleClaims, Mark } from '../../core/claims/claim'
import { CATEGORY_NAMES } from '../../core/dossier/names'
import type { ArticleView } from '../../shared/shapes'
import { SAME, UsageError, type Command } from '../command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withFiles } from '../open'
import { printable } from '../print'

/** What is printed of one report. */
interface Marked {
  readonly file: string
  readonly title: string
  readonly claims: ArticleClaims
  /** Text of every marked sentence by its index. */
  readonly sentences: readonly string[]
}

/** `briefing claims`: what reports leave unsupported. */
export const claims: Command = {
  name: 'claims',
  usage: '[--all] [--json] FILE|FOLDER…',
  summary: 'Shows which sentences of reports are left unverified, by whom they are said, and why.',
  details: ['--all         every sentence, plain ones too', ...LIBRARY_HELP.slice(1)],
  options: { ...LIBRARY_OPTIONS, all: { type: 'boolean', default: false } },
  async run(invocation) {
    const { operands, options, output } = invocation
    if (operands.length === 0) throw new UsageError('Name a file')
    return withFiles(invocation, operands, async (library, articles) => {
      for (const id of articles.flat()) {
        const found = marked(library.article(id), await library.claims(id))
        output.answer(found, (one) => linesOf(one, options['all'] === true))
      }
      return SAME
    })
  }
}

function marked({ header, text }: ArticleView, claims: ArticleClaims): Marked {
  const sentences = claims.marks.map(({ sentence }) => textUnder(text, sentence))
  return { file: header.fileName, title: header.title, claims, sentences }
}

function linesOf({ file, title, claims, sentences }: Marked, every: boolean): string[] {
  const lines = [`${file}: ${title}`]
  if (claims.notAnalysed !== undefined) lines.push(`  (not analysed: ${claims.notAnalysed})`)
  if (claims.failed) lines.push('  (could not be analysed)')
  for (const mark of claims.marks)
    if (every || mark.letter !== undefined)
      lines.push(
        `  ${mark.letter ?? '-'}  ${sentences[mark.index] ?? ''}`,
        `     ${[categoriesOf(mark), sourceOf(mark), mark.reason].filter((part) => part !== '').join(' · ')}`
      )
  return lines.map(printable)
}

const categoriesOf = ({ categories }: Mark): string =>
  categories.map((one) => CATEGORY_NAMES[one]).join(', ')

function sourceOf({ source, via }: Mark): string {
  return [source, ...via].flatMap((one) => one?.name ?? []).join(' via ')
}
