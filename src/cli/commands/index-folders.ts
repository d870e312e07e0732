import { statSync } from 'node:fs'
import { SAME, TROUBLE, UsageError, type Command } from '../command'
import { dataDirOf, LIBRARY_HELP, LIBRARY_OPTIONS, reportProblems, withLibrary } from '../open'

/** `briefing index`: puts folders and files into a library. */
export const indexFolders: Command = {
  name: 'index',
  usage: '[--data DIR] [--json] FOLDER|FILE…',
  summary: 'Puts folders and files into a library, or brings those in step that it has.',
  details: LIBRARY_HELP,
  options: LIBRARY_OPTIONS,
  async run(invocation) {
    const { operands, output } = invocation
    if (operands.length === 0) throw new UsageError('Name a folder or a file')
    return withLibrary(invocation, dataDirOf(invocation), async (library) => {
      for (const operand of operands)
        if (statSync(operand, { throwIfNoEntry: false })?.isFile() === true)
          library.openFiles([operand])
        else library.openFolder(operand)
      await library.idle()
      reportProblems(invocation, library)
      const { articles, problems, folders, pending } = library.status()
      output.answer({ articles, problems, pending, folders }, () => [
        `${String(articles)} articles, ${String(problems)} problems`
      ])
      return pending === 0 ? SAME : TROUBLE
    })
  }
}
