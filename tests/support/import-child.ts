import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { importFile } from '../../src/importers/registry'
import type { ImportResult } from '../../src/importers/importer'

/** Argument that makes a program of ours the child that imports. */
export const CHILD_FLAG = '--import-child'
/** Memory that a child may use for JavaScript objects, in MB; the app's reader processes have the same. */
const CHILD_HEAP_MB = 512

/** How the import of one file ended. */
export type ImportEnding =
  | {
      readonly kind: 'result'
      readonly result: ImportResult
      readonly ms: number
      readonly stderr: string
    }
  | { readonly kind: 'threw'; readonly reason: string }
  | { readonly kind: 'crashed'; readonly reason: string }
  | { readonly kind: 'hung'; readonly ms: number }

interface Job {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Runs the import twice and tells when the results differ. */
  readonly twice: boolean
}

type Reply =
  | { readonly kind: 'result'; readonly result: ImportResult; readonly ms: number }
  | { readonly kind: 'threw'; readonly reason: string }

/** Milliseconds of processor time that the process has used: unlike the clock's, they do not grow when the machine is busy. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Runs in the child: imports what the parent sends, one file at a time. */
export function serveImports(): void {
  // As the app's reader processes do, for what pdf.js leaves behind (src/library/reader/entry.ts).
  process.on('unhandledRejection', () => undefined)
  process.on('message', (job: Job) => {
    void answer(job).then((reply) => process.send?.(reply))
  })
}

async function answer(job: Job): Promise<Reply> {
  const start = processorMs()
  try {
    const result = await importFile({ bytes: job.bytes, fileName: job.fileName })
    const ms = processorMs() - start
    if (job.twice) {
      const again = await importFile({ bytes: job.bytes, fileName: job.fileName })
      if (JSON.stringify(again) !== JSON.stringify(result))
        return { kind: 'threw', reason: 'two imports differ' }
    }
    return { kind: 'result', result, ms }
  } catch (error) {
    return {
      kind: 'threw',
      reason: error instanceof Error ? (error.stack ?? error.message) : 'thrown value is no error'
    }
  }
}

/** Times that a child which has not had its turn is waited for once more. */
const MAX_WAITS = 6
/** Clock ticks of the kernel are 10 ms on every Linux that we run on. */
const MS_PER_TICK = 10

/** Milliseconds of processor time that a process has used, where the system tells (Linux); endless elsewhere. */
function usedMs(pid: number | undefined): number {
  try {
    const fields =
      readFileSync(`/proc/${pid ?? 0}/stat`, 'latin1')
        .split(') ')[1]
        ?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
  } catch {
    // No such process, or no such file: then the clock alone decides.
    return Infinity
  }
}

/** A child process that imports files, ended and started anew when it hangs or dies. */
export class ImportChild {
  readonly #program: string
  #child: ChildProcess | undefined
  #stderr = ''

  /** @param program - path of a bundled program that calls `serveImports` when it is given `CHILD_FLAG` */
  constructor(program: string) {
    this.#program = program
  }

  /** Imports bytes; after `limitMs` the child is killed. */
  async run(
    job: { bytes: Uint8Array; fileName: string; twice?: boolean },
    limitMs: number
  ): Promise<ImportEnding> {
    const child = (this.#child ??= this.#start())
    this.#stderr = ''
    return await new Promise((resolve) => {
      const end = (ending: ImportEnding): void => {
        clearTimeout(timer)
        child.off('message', onMessage)
        child.off('exit', onExit)
        resolve(ending)
      }
      const onMessage = (reply: Reply): void =>
        end(reply.kind === 'threw' ? reply : { ...reply, stderr: this.#stderr })
      const onExit = (code: number | null, signal: string | null): void => {
        this.#child = undefined
        end({
          kind: 'crashed',
          reason: `exit ${code ?? signal ?? '?'} ${this.#stderr.slice(-400)}`
        })
      }
      const before = usedMs(child.pid)
      let waits = 0
      const onLimit = (): void => {
        // On a busy machine the child may not have had its turn: what counts is the time that it has worked.
        if (usedMs(child.pid) - before < limitMs / 2 && ++waits < MAX_WAITS) {
          timer = setTimeout(onLimit, limitMs)
          return
        }
        child.off('exit', onExit)
        this.close()
        end({ kind: 'hung', ms: limitMs })
      }
      let timer = setTimeout(onLimit, limitMs)
      child.on('message', onMessage)
      child.on('exit', onExit)
      child.send({ twice: false, ...job })
    })
  }

  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  #start(): ChildProcess {
    const child = fork(this.#program, [CHILD_FLAG], {
      serialization: 'advanced',
      execArgv: [
        '--disallow-code-generation-from-strings',
        '--disable-proto=delete',
        `--max-old-space-size=${CHILD_HEAP_MB}`,
        '--disable-warning=ExperimentalWarning'
      ],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc']
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-4_000)
    })
    return child
  }
}
