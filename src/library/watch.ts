import { statfs } from 'node:fs/promises'
import { relative } from 'node:path'
import { watch, type FSWatcher } from 'chokidar'
import type { FolderId } from '../shared/shapes'

/** Quiet time after the last hint before a look, ms. Shorter looks at half-written files, longer is felt. */
const QUIET_MS = 150
/** Longest wait for quiet, ms: a folder that never rests is looked at all the same. */
const MOST_MS = 1_000
/** A burst of so many hints overflows the system's queue, which loses some without a word. */
const BURST = 5_000
/** When to look again after a burst, ms. */
const AFTER_BURST_MS = 5_000
/** Between two looks at folders that can't be watched, ms. */
const POLL_MS = 30_000
/** Between two looks at every folder, ms: whatever was missed comes right by itself. */
const FULL_MS = 30 * 60_000

/** File systems whose changes elsewhere are not told: NFS, SMB, CIFS, FUSE (which may be any of them). Source: statfs(2). */
const REMOTE = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546])

/** A folder that is to be watched. */
export interface Watched {
  readonly id: FolderId
  readonly path: string
  /** Whether folders below it count. */
  readonly deep: boolean
}

interface Watch {
  readonly folder: Watched
  watcher?: FSWatcher
  polled: boolean
  /** Directory that holds every hint since the last look, relative; undefined when there was none. */
  dirty: string | undefined
  since: number
  hints: number
  timer?: NodeJS.Timeout
}

/**
 * Says when it is worth looking at a folder again. Watching gives hints only: events get lost in bursts, on network drives and at
 * the system's limits, so that every hint leads to a look at what is really there, and so does time.
 */
export class FolderWatch {
  readonly #look: (folder: FolderId, within: string) => void
  readonly #watches = new Map<FolderId, Watch>()
  readonly #timers: readonly NodeJS.Timeout[]
  #closed = false

  /** @param look - told the folder and the directory in it (relative, empty for all of it) that may have changed */
  constructor(look: (folder: FolderId, within: string) => void) {
    this.#look = look
    this.#timers = [
      setInterval(() => this.#poll(), POLL_MS),
      setInterval(() => this.#lookAtAll(), FULL_MS)
    ]
    for (const timer of this.#timers) timer.unref()
  }

  /** Watches these folders and no others. */
  set(folders: readonly Watched[]): void {
    const wanted = new Map(folders.map((folder) => [folder.id, folder]))
    for (const [id, { folder }] of this.#watches)
      if (wanted.get(id)?.path !== folder.path) void this.#end(id)
    for (const folder of folders) if (!this.#watches.has(folder.id)) void this.#begin(folder)
  }

  /** Stops watching. */
  async close(): Promise<void> {
    this.#closed = true
    for (const timer of this.#timers) clearInterval(timer)
    await Promise.all([...this.#watches.keys()].map((id) => this.#end(id)))
  }

  #lookAtAll(): void {
    for (const id of this.#watches.keys()) this.#look(id, '')
  }

  /** Looks at folders that could not be watched, and tries to watch them again: a drive may be back. */
  #poll(): void {
    for (const { folder, polled } of [...this.#watches.values()])
      if (polled) {
        this.#look(folder.id, '')
        void this.#end(folder.id).then(() => this.#begin(folder))
      }
  }

  async #end(id: FolderId): Promise<void> {
    const one = this.#watches.get(id)
    this.#watches.delete(id)
    clearTimeout(one?.timer)
    await one?.watcher?.close()
  }

  async #begin(folder: Watched): Promise<void> {
    if (this.#closed) return
    const one: Watch = { folder, polled: false, dirty: undefined, since: 0, hints: 0 }
    this.#watches.set(folder.id, one)
    one.polled = await isRemote(folder.path)
    if (one.polled || this.#watches.get(folder.id) !== one) return
    // Directories alone: they tell of the files in them, and a watch per file would use up the system's.
    one.watcher = watch(folder.path, {
      followSymlinks: false,
      ignoreInitial: true,
      ...(!folder.deep && { depth: 0 }),
      ignored: (_path, stats) => stats !== undefined && !stats.isDirectory()
    })
    one.watcher.on('raw', (_event, _name, details: unknown) =>
      this.#hint(one, watchedPath(details))
    )
    one.watcher.on('all', (_event, path) => this.#hint(one, path))
    const lose = () => {
      one.polled = true
      this.#hint(one, folder.path)
    }
    one.watcher.on('error', lose)
    one.watcher.on('unlinkDir', (path) => {
      if (path === folder.path) lose()
    })
    // What happened between the scan before and now was watched by nobody.
    one.watcher.on('ready', () => this.#hint(one, folder.path))
  }

  #hint(one: Watch, path: string): void {
    const now = performance.now()
    const within = relative(one.folder.path, path)
    const inside = within.startsWith('..') ? '' : within
    if (one.dirty === undefined) one.since = now
    one.dirty = one.dirty === undefined ? inside : commonFolder(one.dirty, inside)
    one.hints++
    clearTimeout(one.timer)
    const wait = Math.max(0, Math.min(QUIET_MS, one.since + MOST_MS - now))
    one.timer = setTimeout(() => this.#settle(one), wait)
  }

  #settle(one: Watch): void {
    const within = one.dirty ?? ''
    const burst = one.hints >= BURST
    one.dirty = undefined
    one.hints = 0
    this.#look(one.folder.id, within)
    if (burst) one.timer = setTimeout(() => this.#look(one.folder.id, ''), AFTER_BURST_MS)
  }
}

function watchedPath(details: unknown): string {
  const known = typeof details === 'object' && details !== null && 'watchedPath' in details
  return known && typeof details.watchedPath === 'string' ? details.watchedPath : ''
}

/** Returns the folder that holds both, relative, with the separators of the system. */
function commonFolder(a: string, b: string): string {
  const [left, right] = [a.split(/[\\/]/), b.split(/[\\/]/)]
  let n = 0
  while (n < left.length && n < right.length && left[n] === right[n]) n++
  return left.slice(0, n).join('/')
}

async function isRemote(path: string): Promise<boolean> {
  try {
    return REMOTE.has((await statfs(path)).type)
  } catch {
    // Not there now: looked at from time to time until it is.
    return true
  }
}
