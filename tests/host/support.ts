import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const HOST = join(import.meta.dirname, '../../tools/electron-host')
const FIXTURE = join(import.meta.dirname, '../fixtures/host-app')

/** A start of the fixture app over a headless Chromium. */
export interface Run {
  readonly child: ChildProcess
  /** Waits for a line that begins with the word; answers with the JSON after it. */
  line(word: string): Promise<unknown>
  exit(): Promise<number | null>
}

const started: ChildProcess[] = []

/** Ends what a failed test left running. */
export function endAll() {
  for (const child of started.splice(0)) child.kill('SIGKILL')
}

export function runFixture(userData: string, args: readonly string[] = []): Run {
  const argv = [join(HOST, 'bin.ts'), FIXTURE, `--user-data-dir=${userData}`, ...args]
  const child = spawn(process.execPath, argv, {
    env: { ...process.env, ELECTRON_HOST_HEADLESS: '1' },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  started.push(child)
  let printed = ''
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()))
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const find = (word: string) =>
    printed
      .split('\n')
      .slice(0, -1)
      .find((line) => line.startsWith(`${word} `))
  return {
    child,
    exit: () => exited,
    async line(word) {
      const gone = exited.then(() => true)
      for (;;) {
        const found = find(word)
        if (found !== undefined) return JSON.parse(found.slice(word.length)) as unknown
        const later = new Promise<false>((resolve) => setTimeout(() => resolve(false), 20))
        if ((await Promise.race([gone, later])) && find(word) === undefined)
          throw new Error(`The app ended without saying ${word}:\n${printed}`)
      }
    }
  }
}

/** Command lines of the living processes that mention a text. */
export function processesWith(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8')]
      } catch {
        return []
      }
    })
    .filter((line) => line.includes(text))
}

/** Runs `handOver` elsewhere: it blocks its own process, in which the first instance could not answer. */
export function handOverInOtherProcess(folder: string, start: object): Promise<boolean> {
  const source = `import { handOver } from ${JSON.stringify(join(HOST, 'single-instance.ts'))}
    process.exit(handOver(${JSON.stringify(folder)}, ${JSON.stringify(start)}) ? 0 : 1)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source])
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}
