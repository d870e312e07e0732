import type { ForkOptions, UtilityProcess as ElectronUtilityProcess } from 'electron'
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { hostApp } from './app.ts'
import { only, unavailable } from './unavailable.ts'

/** What travels between parent and child. The wrapper lets any value pass, also undefined. */
interface Parcel {
  readonly data: unknown
}

type Part = Pick<ElectronUtilityProcess, 'postMessage' | 'kill' | 'pid' | 'stdout' | 'stderr'>

/** Electron's utility process: a Node process with `process.parentPort`. Messages are structured clones; ports can't travel. */
class Utility extends EventEmitter implements Part {
  pid: number | undefined
  readonly stdout: ChildProcess['stdout']
  readonly stderr: ChildProcess['stderr']
  private readonly child: ChildProcess
  private readonly unsent: Parcel[] = []
  private spawned = false

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super()
    const hook = new URL('./utility-child.mjs', import.meta.url).href
    const { cwd, env = process.env, execArgv = [], stdio = 'inherit' } = options
    const [, out = 'inherit', err = 'inherit'] = Array.isArray(stdio)
      ? stdio
      : [stdio, stdio, stdio]
    const output = [out, err].map((way) => (way === 'ignore' || way === 'pipe' ? way : 'inherit'))
    this.child = fork(modulePath, args, {
      cwd,
      env: { ...env },
      execArgv: [...execArgv, '--import', hook],
      serialization: 'advanced',
      stdio: ['ignore', ...output, 'ipc'] as ('ignore' | 'pipe' | 'inherit' | 'ipc')[]
    })
    this.stdout = this.child.stdout
    this.stderr = this.child.stderr
    this.pid = this.child.pid
    this.listen()
  }

  postMessage(data: unknown, ports: readonly unknown[] = []) {
    if (ports.length > 0) unavailable('A MessagePort to a utility process')
    const parcel = { data }
    if (!this.spawned) this.unsent.push(parcel)
    else if (this.child.connected) this.child.send(parcel, () => undefined)
  }

  /** Electron ends the process at once, also one that is busy. */
  kill(): boolean {
    return this.child.kill('SIGKILL')
  }

  private listen() {
    const kill = () => void this.kill()
    hostApp.once('quit', kill)
    this.child.on('spawn', () => {
      this.spawned = true
      for (const parcel of this.unsent.splice(0)) this.child.send(parcel, () => undefined)
      this.emit('spawn')
    })
    this.child.on('message', ({ data }: Parcel) => this.emit('message', data))
    this.child.on('error', (error) => this.emit('error', 'LaunchFailed', '', error.message))
    this.child.on('exit', (code) => {
      hostApp.off('quit', kill)
      this.pid = undefined
      this.emit('exit', code ?? 1)
    })
  }
}

export const utilityProcess = only('utilityProcess', {
  fork(modulePath: string, args: readonly string[] | ForkOptions = [], options: ForkOptions = {}) {
    return Array.isArray(args)
      ? new Utility(modulePath, args as readonly string[], options)
      : new Utility(modulePath, [], args as ForkOptions)
  }
})
