import { changeName, countsLine } from '../../core/align/export'
import { textUnder } from '../../core/text/span'
import type { Comparison } from '../../shared/shapes'
import type { ArticleId } from '../../core/article/article'
import type { Library } from '../../library/library'
import { DIFFERS, SAME, TROUBLE, UsageError, type Command } from '../command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withFiles, withOpened } from '../open'
import { printable } from '../print'

const ID = /^#\d+$/

/** `briefing compare`: two reports side by side, in words. */
export const compare: Command = {
  name: 'compare',
  also: 'diff',
  usage: '[--data DIR] [--json] A B',
  summary: 'Aligns two reports and names what differs; `diff` is the same.',
  details: [
    'A, B          files, or articles of the library as #NUMBER; - is standard input',
    ...LIBRARY_HELP,
    'Exit code 0: nothing of substance differs; 1: something differs; 2: trouble.'
  ],
  options: LIBRARY_OPTIONS,
  async run(invocation) {
    const { operands, output } = invocation
    const [a, b] = operands
    if (a === undefined || b === undefined || operands.length > 2)
      throw new UsageError('Name two reports')
    const tell = (library: Library, left: ArticleId, right: ArticleId) => {
      const comparison = library.compare(left, right)
      output.answer(comparison, textOf)
      const { moved, onlyA, onlyB, changed } = comparison.alignment.counts
      return moved + onlyA + onlyB + changed === 0 ? SAME : DIFFERS
    }
    if (ID.test(a) && ID.test(b))
      return withOpened(invocation, (library) =>
        tell(library, Number(a.slice(1)), Number(b.slice(1)))
      )
    return withFiles(invocation, [a, b], (library, [ofA, ofB]) => {
      const [left] = ofA ?? []
      const [right] = ofB ?? []
      if (left !== undefined && right !== undefined) return tell(library, left, right)
      output.note(`There is no report in “${printable(left === undefined ? a : b)}”.`)
      return TROUBLE
    })
  }
}

function textOf({ a, b, alignment }: Comparison): string[] {
  const { summary, changes } = alignment
  return [
    `A  ${a.header.title}`,
    `B  ${b.header.title}`,
    countsLine(alignment),
    ...summary,
    ...changes
      .filter(({ strength }) => strength !== 'minor')
      .flatMap((change) => [
        `${changeName(change.kind)}: ${change.text}`,
        ...(change.a === undefined ? [] : [`  A: ${textUnder(a.text, change.a)}`]),
        ...(change.b === undefined ? [] : [`  B: ${textUnder(b.text, change.b)}`])
      ])
  ].map(printable)
}
