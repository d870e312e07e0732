import type { Connection, Message } from './cdp.ts'
import { running } from './engine.ts'
import electron from './electron.ts'

/** What the test runner and the host say to each other over the process channel. */
export type FromRunner =
  | { readonly kind: 'attach' }
  | { readonly kind: 'go' }
  | { readonly kind: 'protocol'; readonly message: Message }
  | {
      readonly kind: 'evaluate'
      readonly id: number
      readonly source: string
      readonly arg: unknown
    }
export type ToRunner =
  | { readonly kind: 'attached'; readonly version: string }
  | { readonly kind: 'protocol'; readonly message: Message | null }
  | {
      readonly kind: 'evaluated'
      readonly id: number
      readonly ok: boolean
      readonly value: unknown
    }

/** Lets the test runner drive the app; settles when the runner is ready to see the first window. */
export function serveRunner(browserStarted: Promise<unknown>): Promise<void> {
  const tell = (message: ToRunner) => {
    if (process.connected) process.send?.(message)
  }
  const { promise, resolve: go } = Promise.withResolvers<undefined>()
  let toBrowser: ((message: Message) => void) | undefined

  const attach = async () => {
    await browserStarted
    const { connection, version } = running()
    toBrowser = await secondClient(connection, (message) => tell({ kind: 'protocol', message }))
    tell({ kind: 'attached', version })
  }
  const evaluate = async (id: number, source: string, arg: unknown) => {
    try {
      // The runner sends the text of a function (electron, arg) => value.
      const run = new Function(`return (${source})`)() as (api: unknown, arg: unknown) => unknown
      tell({ kind: 'evaluated', id, ok: true, value: await run(electron, arg) })
    } catch (error) {
      const value = error instanceof Error ? (error.stack ?? error.message) : String(error)
      tell({ kind: 'evaluated', id, ok: false, value })
    }
  }

  process.on('message', (message: FromRunner) => {
    if (message.kind === 'attach') void attach()
    else if (message.kind === 'go') go(undefined)
    else if (message.kind === 'protocol') toBrowser?.(message.message)
    else void evaluate(message.id, message.source, message.arg)
  })
  process.on('disconnect', () => electron.app.exit(0))
  return promise
}

/** A second, independent client on the browser's pipe, kept apart by the ids of its sessions. */
export async function secondClient(
  connection: Connection,
  post: (message: Message | null) => void
): Promise<(message: Message) => void> {
  const { sessionId: top } = await connection.root.send('Target.attachToBrowserTarget')
  const own = new Set([top])
  const asSeen = (message: Message) =>
    message.sessionId === top ? { ...message, sessionId: undefined } : message

  connection.tap((message) => {
    if (message.sessionId === undefined || !own.has(message.sessionId)) return false
    const { sessionId } = (message.params ?? {}) as { sessionId?: string }
    if (sessionId !== undefined && message.method === 'Target.attachedToTarget') own.add(sessionId)
    if (sessionId !== undefined && message.method === 'Target.detachedFromTarget')
      own.delete(sessionId)
    post(asSeen(message))
    return true
  })
  connection.on('close', () => post(null))

  return (message) => {
    // Closing the browser is the app's business.
    if (message.method === 'Browser.close') post({ id: message.id ?? 0, result: {} })
    else
      connection.relay({ ...message, sessionId: message.sessionId ?? top }, (reply) =>
        post(asSeen(reply))
      )
  }
}
