import type { ParseArgsConfig } from 'node:util'
import type { Output } from './print'

/** Exit codes, as diff(1) has them. */
export const SAME = 0
export const DIFFERS = 1
export const TROUBLE = 2

/** What a command is run with. */
export interface Invocation {
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly output: Output
  /** Built entry of the reader process. */
  readonly readerEntry: string
  /** Built entry of the detector. */
  readonly detectorEntry: string
}

/** One word after `briefing`. */
export interface Command {
  readonly name: string
  /** Another name that it is known by. */
  readonly also?: string
  /** Operands and options in one line. */
  readonly usage: string
  /** What it does, in one line. */
  readonly summary: string
  /** More lines for `--help`, options included. */
  readonly details: readonly string[]
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Returns the exit code. */
  run(invocation: Invocation): Promise<number>
}

/** The call was wrong: told with the usage, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
