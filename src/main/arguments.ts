import { isAbsolute, resolve } from 'node:path'

/**
 * Returns the folders and files named on a command line, as absolute paths, without switches and without the app's own path.
 *
 * @param argv - as `process.argv` or the `second-instance` event give it
 * @param from - folder that relative paths start at
 * @param ownArguments - how many leading arguments name the program: 1 when packaged, 2 otherwise
 */
export function pathsFrom(
  argv: readonly string[],
  from: string,
  ownArguments: number
): readonly string[] {
  return argv
    .slice(ownArguments)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => (isAbsolute(argument) ? argument : resolve(from, argument)))
}
