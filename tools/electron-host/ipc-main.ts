import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { EventEmitter } from 'node:events'
import { only } from './unavailable.ts'

type Handler = Parameters<IpcMain['handle']>[1]

/** Electron's `ipcMain`: one handler per channel for questions, any number of listeners for messages. */
class Ipc extends EventEmitter implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  private readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler) {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
  removeHandler(channel: string) {
    this.handlers.delete(channel)
  }
  async ask(event: IpcMainInvokeEvent, channel: string, args: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return (await handler(event, ...args)) as unknown
  }
}

export const hostIpc = new Ipc()
export const ipcMain = only('ipcMain', hostIpc)
