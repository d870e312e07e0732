import type { CDPSession } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** One conversation with the browser or with one page of it; methods and events are typed by the DevTools protocol. */
export interface Session extends Pick<CDPSession, 'send' | 'on' | 'once'> {
  readonly id: string | undefined
  readonly targetId: string | undefined
}

export interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string | undefined
}

interface Pending {
  readonly method: string
  resolve(result: unknown): void
  reject(error: Error): void
}

/** Text messages over a pair of streams, each ended by a NUL byte, as `--remote-debugging-pipe` speaks them. */
export class Connection extends EventEmitter {
  readonly root: Session & EventEmitter
  private readonly pending = new Map<number, Pending>()
  private readonly relayed = new Map<number, (reply: Message) => void>()
  private readonly sessions = new Map<string, Session & EventEmitter>()
  private readonly taps: ((message: Message) => boolean)[] = []
  private readonly toBrowser: Writable
  private lastId = 0
  private isClosed = false

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    super()
    this.toBrowser = toBrowser
    this.root = openSession(this, undefined, undefined)
    splitAtNul(fromBrowser, (text) => this.receive(JSON.parse(text) as Message))
    fromBrowser.on('close', () => this.close())
    fromBrowser.on('error', () => undefined)
    toBrowser.on('error', () => undefined)
  }

  call(method: string, params: object | undefined, sessionId: string | undefined) {
    return new Promise<unknown>((resolve, reject) => {
      if (this.isClosed) {
        reject(new Error('Cannot reach Chromium: it has ended'))
        return
      }
      const id = ++this.lastId
      this.pending.set(id, { method, resolve, reject })
      this.write({ id, method, params: params ?? {}, sessionId })
    })
  }

  /** Passes on a message of a second client under a number of our own. */
  relay(message: Message, reply: (reply: Message) => void) {
    const id = ++this.lastId
    this.relayed.set(id, (answer) => reply({ ...answer, id: message.id ?? 0 }))
    this.write({ ...message, id })
  }

  /** Sees every event before the sessions do; a true answer keeps it from them. */
  tap(listener: (message: Message) => boolean) {
    this.taps.push(listener)
  }

  session(id: string, targetId?: string): Session & EventEmitter {
    const known = this.sessions.get(id)
    if (known) return known
    const made = openSession(this, id, targetId)
    this.sessions.set(id, made)
    return made
  }

  private write(message: Message) {
    if (!this.isClosed) this.toBrowser.write(JSON.stringify(message) + '\0')
  }

  private receive(message: Message) {
    if (message.id !== undefined) {
      this.answer(message.id, message)
      return
    }
    if (this.taps.some((tapped) => tapped(message)) || message.method === undefined) return
    const session = message.sessionId === undefined ? this.root : this.session(message.sessionId)
    session.emit(message.method, message.params)
    if (message.method === 'Target.detachedFromTarget')
      this.sessions.delete((message.params as { sessionId: string }).sessionId)
  }

  private answer(id: number, message: Message) {
    const relayed = this.relayed.get(id)
    this.relayed.delete(id)
    relayed?.(message)
    const pending = this.pending.get(id)
    this.pending.delete(id)
    if (!pending) return
    if (message.error) pending.reject(new Error(`${pending.method}: ${message.error.message}`))
    else pending.resolve(message.result)
  }

  private close() {
    if (this.isClosed) return
    this.isClosed = true
    for (const { reject } of this.pending.values())
      reject(new Error('Cannot reach Chromium: it has ended'))
    this.pending.clear()
    this.emit('close')
  }
}

function openSession(
  connection: Connection,
  id: string | undefined,
  targetId: string | undefined
): Session & EventEmitter {
  const send = (method: string, params?: object) => connection.call(method, params, id)
  const session = Object.assign(new EventEmitter(), { id, targetId, send })
  session.setMaxListeners(0)
  // The protocol's types say what each method answers and what each event brings; the wire can't.
  return session as unknown as Session & EventEmitter
}

/** Calls back with each text that a NUL byte ends, however the stream cuts it. */
export function splitAtNul(stream: Readable, onText: (text: string) => void) {
  let parts: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end))
      start = end + 1
      const text = Buffer.concat(parts).toString()
      parts = []
      onText(text)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
}

/** Starts a Chromium that listens on a pipe only. It ends by itself when this process does, because the pipe closes. */
export function startBrowser(
  executable: string,
  args: readonly string[]
): { child: ChildProcess; connection: Connection } {
  const child = spawn(executable, ['--remote-debugging-pipe', ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32'
  })
  const [, , errors, toBrowser, fromBrowser] = child.stdio
  errors?.resume()
  child.on('error', () => undefined)
  return { child, connection: new Connection(toBrowser as Writable, fromBrowser as Readable) }
}
