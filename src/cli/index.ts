/* Command line: briefing COMMAND [OPTIONS] [OPERANDS] */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FailureError } from '../shared/failure'
import { SAME, TROUBLE, UsageError, type Command } from './command'
import { claims } from './commands/claims'
import { compare } from './commands/compare'
import { exportDossier } from './commands/export'
import { search } from './commands/search'
import { overlaps } from './commands/overlaps'
import { indexFolders } from './commands/index-folders'
import { thread } from './commands/thread'
import { verify } from './commands/verify'
import { Output, sentence } from './print'

const COMMANDS: readonly Command[] = [
  indexFolders,
  search,
  overlaps,
  compare,
  claims,
  thread,
  exportDossier,
  verify
]

const COMMON = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false }
} as const

function help(): string[] {
  return [
    'Usage: briefing COMMAND [OPTIONS] [OPERANDS]',
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    '',
    'briefing COMMAND --help says more. Exit codes: 0 done or same, 1 differs, 2 trouble.'
  ]
}

function helpOf({ name, usage, summary, details }: Command): string[] {
  return [
    `Usage: briefing ${name} ${usage}`,
    '',
    summary,
    ...details.map((line) => `  ${line}`),
    '  --json        one JSON document on standard output'
  ]
}

async function main(args: readonly string[]): Promise<number> {
  const streams = { out: process.stdout, err: process.stderr }
  const [name, ...rest] = args
  const command = COMMANDS.find((one) => name !== undefined && [one.name, one.also].includes(name))
  if (command === undefined) {
    const asked = name === undefined || name === '--help' || name === '-h' || name === 'help'
    const output = new Output(false, streams)
    if (asked && name !== undefined) output.answer(help(), (lines) => lines)
    else for (const line of name === undefined ? help() : unknown(name)) output.note(line)
    return asked && name !== undefined ? SAME : TROUBLE
  }
  const output = new Output(rest.includes('--json'), streams)
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.options, ...COMMON },
      allowPositionals: true
    })
    if (values.help) {
      new Output(false, streams).answer(helpOf(command), (lines) => lines)
      return SAME
    }
    return await command.run({
      operands: positionals,
      options: values,
      output,
      readerEntry: join(import.meta.dirname, 'reader.js'),
      detectorEntry: join(import.meta.dirname, 'detector.js')
    })
  } catch (error) {
    for (const line of explain(error, command)) output.note(line)
    return TROUBLE
  }
}

const unknown = (name: string): string[] => [`There is no command “${name}”.`, '', ...help()]

function explain(error: unknown, command: Command): string[] {
  if (error instanceof FailureError) return [`briefing ${command.name}: ${sentence(error.failure)}`]
  const wrongUse =
    error instanceof UsageError ||
    (error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS'))
  if (!wrongUse) return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  return [
    `briefing ${command.name}: ${error.message}`,
    `Usage: briefing ${command.name} ${command.usage}`
  ]
}

// `briefing … | head` closes our output early; that is no trouble of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? SAME : TROUBLE)
})
process.exitCode = await main(process.argv.slice(2))
