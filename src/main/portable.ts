import { dirname, join, posix } from 'node:path'

/** Folder beside the program that holds everything of a copy that is carried about. */
const NAME = 'Briefing Reader Data'

/**
 * Returns where a portable copy keeps its data, or undefined when this copy is an installed one.
 *
 * Windows' portable package is one file and says in which folder that lies. Any other copy is portable when the folder
 * `Briefing Reader Data` stands beside the program, its AppImage or its `.app`.
 */
export function portableFolder(at: {
  readonly program: string
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
}): string | undefined {
  const { env, platform, program, exists } = at
  const portable = env['PORTABLE_EXECUTABLE_DIR']
  if (portable !== undefined && portable !== '') return join(portable, NAME)
  const beside = join(
    dirname(platform === 'darwin' ? bundleOf(program) : (env['APPIMAGE'] ?? program)),
    NAME
  )
  return exists(beside) ? beside : undefined
}

/** The program of a bundle lies in `X.app/Contents/MacOS`. */
const bundleOf = (program: string): string => posix.dirname(posix.dirname(posix.dirname(program)))
