import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { READER_SWITCHES, type ReaderMessage, type ReaderProcess } from '../library/reader/protocol'

/** Starts a reader in a utility process: Electron lets only main do so. */
export function spawnReader(): ReaderProcess {
  const started = utilityProcess.fork(join(import.meta.dirname, 'reader.js'), [], {
    serviceName: 'Briefing Reader file reader',
    stdio: 'ignore',
    execArgv: [...READER_SWITCHES]
  })
  return {
    send: (message) => started.postMessage(message),
    onMessage: (listener) => {
      started.on('message', (message: ReaderMessage) => listener(message))
    },
    onExit: (listener) => {
      started.once('exit', () => listener())
    },
    kill: () => void started.kill()
  }
}
