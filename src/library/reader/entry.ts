/* Entry of a reader process: a child process of the command line, a utility process in the app. */
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

if (parentPort === undefined) {
  process.on('message', (request: ReaderRequest) => void serve(request))
  // The other side is gone: nobody would read what comes out.
  process.on('disconnect', () => process.exit())
} else {
  parentPort.on('message', ({ data }) => void serve(data))
}
say({ type: 'ready' })
