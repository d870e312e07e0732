import type { ClaimThread, ThreadMember } from '../../shared/shapes'
import type { Library } from '../../library/library'
import { DIFFERS, SAME, type Command } from '../command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withFiles, withOpened } from '../open'
import { printable } from '../print'

/** Threads asked for at once; the library gives at most 200. */
const PAGE = 200

/** `briefing thread`: the same claim over several reports. */
export const thread: Command = {
  name: 'thread',
  usage: '[--data DIR] [--words WORDS] [--all] [--json] [FOLDER|FILE…]',
  summary:
    'Lists claims that several reports tell, with who says them and how many origins stand behind.',
  details: [
    '--words WORDS only threads with these words',
    '--all         also claims that one report alone tells',
    ...LIBRARY_HELP,
    'Exit code 0: nothing conflicts; 1: numbers or wordings of a claim conflict, or it is denied; 2: trouble.'
  ],
  options: {
    ...LIBRARY_OPTIONS,
    words: { type: 'string' },
    all: { type: 'boolean', default: false }
  },
  async run(invocation) {
    const { operands, options, output } = invocation
    const words = options['words']
    const list = (library: Library) => {
      const found = threadsOf(library, typeof words === 'string' ? words : '').filter(
        ({ documents }) => options['all'] === true || documents > 1
      )
      output.answer(found, (threads) => threads.flatMap(linesOf))
      return found.some(({ conflicts, denials }) => conflicts.length + denials.length > 0)
        ? DIFFERS
        : SAME
    }
    return operands.length === 0
      ? withOpened(invocation, list)
      : withFiles(invocation, operands, list)
  }
}

function threadsOf(library: Library, filter: string): ClaimThread[] {
  const found: ClaimThread[] = []
  for (;;) {
    const { rows, total } = library.threads({
      offset: found.length,
      limit: PAGE,
      ...(filter !== '' && { filter })
    })
    found.push(...rows)
    if (rows.length === 0 || found.length >= total) return found
  }
}

function linesOf({
  gist,
  origins,
  originNames,
  documents,
  newsrooms,
  ...rest
}: ClaimThread): string[] {
  const { members, conflicts, denials, confirmedBy } = rest
  const counts = [
    count(origins, 'origin'),
    count(documents, 'document'),
    count(newsrooms, 'newsroom')
  ]
  return [
    gist,
    `  ${counts.join(' - ')}${originNames.length === 0 ? '' : `: ${originNames.join(', ')}`}`,
    ...members.map(memberLine),
    ...conflicts.map((conflict) => `  conflict: ${conflict}`),
    ...denials.map(({ article, text }) => `  denied in ${article.fileName}: ${text}`),
    ...(confirmedBy ? [`  confirmed in ${confirmedBy.article.fileName}: ${confirmedBy.text}`] : [])
  ].map(printable)
}

const memberLine = ({ article, letter, source, text }: ThreadMember): string =>
  `  ${letter ?? '-'}  ${article.fileName}${source ? ` (${source.name})` : ''}: ${text}`

const count = (n: number, noun: string): string => `${String(n)} ${noun}${n === 1 ? '' : 's'}`
