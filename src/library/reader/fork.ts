import { fork } from 'node:child_process'
import { READER_SWITCHES, type ReaderMessage, type SpawnReader } from './protocol'

/** Starts readers as child processes of this one; `entry` is the built file of `reader/entry.ts`. */
export function forkReaders(entry: string): SpawnReader {
  return () => {
    const child = fork(entry, {
      execArgv: [...READER_SWITCHES],
      serialization: 'advanced',
      // Parsers print document text to their error stream; it has no place in ours.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {}
    })
    return {
      ...(child.pid !== undefined && { pid: child.pid }),
      // A child that is dying takes no messages; its exit is told anyway.
      send: (message) => {
        if (child.connected) child.send(message, () => undefined)
      },
      onMessage: (listener) =>
        void child.on('message', (message) => listener(message as ReaderMessage)),
      onExit: (listener) => {
        let told = false
        const tell = () => {
          if (!told) listener()
          told = true
        }
        child.once('exit', tell)
        child.once('error', tell)
      },
      kill: () => void child.kill('SIGKILL')
    }
  }
}
