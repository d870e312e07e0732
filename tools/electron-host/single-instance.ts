import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a second start of the app tells the first. */
export interface SecondStart {
  readonly argv: readonly string[]
  readonly workingDirectory: string
  readonly additionalData?: unknown
}

/** Longest path a Unix socket may have, in bytes, with a margin. */
const MAX_SOCKET_PATH = 100
/** How long the first instance may take to answer, in ms; then it counts as gone. */
const ANSWER_MS = 3000

/** Runs in a process of its own, because Electron's lock answers synchronously. */
const MESSENGER = `
  const socket = require('node:net').connect(process.argv[1])
  socket.on('error', () => process.exit(1))
  socket.on('data', () => process.exit(0))
  process.stdin.pipe(socket)
`

function socketPath(userData: string): string {
  const hash = createHash('sha256').update(userData).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\electron-host-${hash}`
  const inside = join(userData, 'host.sock')
  return Buffer.byteLength(inside) <= MAX_SOCKET_PATH
    ? inside
    : join(tmpdir(), `electron-host-${hash}.sock`)
}

/** Gives this start to an instance that already runs on the profile; false when there is none. */
export function handOver(userData: string, start: SecondStart): boolean {
  const path = socketPath(userData)
  if (process.platform !== 'win32' && !existsSync(path)) return false
  const sent = spawnSync(process.execPath, ['-e', MESSENGER, path], {
    input: JSON.stringify(start),
    timeout: ANSWER_MS
  })
  return sent.status === 0
}

/** Becomes the first instance: hears of further starts until the returned function is called. */
export function listenForOthers(
  userData: string,
  onStart: (start: SecondStart) => void
): () => void {
  const path = socketPath(userData)
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('error', () => undefined)
    socket.on('data', (part: string) => (text += part))
    socket.on('end', () => {
      socket.end('heard')
      onStart(JSON.parse(text) as SecondStart)
    })
  })
  server.on('error', () => undefined)
  server.listen(path)
  server.unref()
  return () => {
    server.close()
  }
}
