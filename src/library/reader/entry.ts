/* Entry of a reader process: a child process of the command line, a utility process in the app. */
import { constants, setPriority } from 'node:os'
import { importFile, originalOf } from '../../importers/registry'
import type { ReaderMessage, ReaderRequest } from './protocol'
import { readArticles } from './read'

/** The port that a utility process of the app has in place of `process.send`. */
interface ParentPort {
  postMessage(message: ReaderMessage): void
  on(event: 'message', listener: (event: { readonly data: ReaderRequest }) => void): void
}

// A reader has no business on the network.
Reflect.deleteProperty(globalThis, 'fetch')
Reflect.deleteProperty(globalThis, 'WebSocket')
Reflect.deleteProperty(globalThis, 'EventSource')

// Reading files is work for idle moments: the window and the answers of the library go first.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Some systems refuse; then the reader is merely less polite.
}

// Electron declares the property; plain Node has none.
const { parentPort } = process as { readonly parentPort?: ParentPort }

function say(message: ReaderMessage): void {
  if (parentPort === undefined) process.send?.(message)
  else parentPort.postMessage(message)
}

async function serve(request: ReaderRequest): Promise<void> {
  const { id } = request
  const outcome = await readArticles(
    request,
    importFile,
    (hash, slow) => {
      say({ type: 'opened', id, hash, slow })
    },
    originalOf
  )
  say({ type: 'done', id, outcome })
}

// pdf.js reads pages of broken files ahead and forgets the promises. Nobody waits for them, and their rejection after the answer
// would end the process and cost the file that comes next. What we wait for ourselves is caught below.
process.on('unhandledRejection', () => undefined)

function take(request: ReaderRequest): void {
  // Only an answer that cannot be sent comes here; the pool then takes the file for failed.
  serve(request).catch(() => process.exit(1))
}

if (parentPort === undefined) {
  process.on('message', take)
  // The other side is gone: nobody would read what comes out.
  process.on('disconnect', () => process.exit())
} else {
  parentPort.on('message', ({ data }) => take(data))
}
say({ type: 'ready' })
