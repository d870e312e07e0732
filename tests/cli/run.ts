import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { buildForNode, NODE } from '../support/build'

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Builds the command line; returns a function that runs it. */
export async function buildCli(
  label: string
): Promise<(args: readonly string[], input?: string) => Promise<Run>> {
  const dir = await buildForNode(label, {
    cli: 'src/cli/index.ts',
    reader: 'src/library/reader/entry.ts',
    detector: 'src/library/detector/entry.ts'
  })
  return async (args, input = '') => {
    const child = spawn(NODE, [
      '--disable-warning=ExperimentalWarning',
      join(dir, 'cli.js'),
      ...args
    ])
    child.stdin.end(input)
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
    return { code, out, err }
  }
}
