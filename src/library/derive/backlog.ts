import type { ArticleId } from '../../core/article/article'
import type { Articles } from '../articles'
import { article } from '../catalog/articles'
import { checkpoint, transaction, type WritableDb } from '../catalog/database'
import {
  markDerived,
  pendingArticles,
  resetStage,
  stageVersion,
  toDrop,
  toKeep,
  unmarkDerived
} from '../catalog/derived'
import { dropUnderived, keepUnderived } from '../catalog/problems'
import type { Kept } from '../keep'
import type { Deriver } from './deriver'

/** How long one slice may keep the thread, ms. Higher derives a little faster; calls wait that much longer. */
const SLICE_MS = 10
/** Most articles in a slice. */
const MAX_SLICE = 64
/**
 * Articles that are begun beside this thread: one in hand, the others so that it never idles while this thread writes. What is begun is
 * lost when articles come or go.
 */
const AHEAD = 3
/** Ids that are fetched together. */
const FETCH = 512

/** An article that is being derived from beside this thread. */
interface Begun {
  /** Settles, never rejected, when one of the others is there. */
  readonly settled: Promise<void>
  write?: () => void
  error?: Error
}

/** What a step did: the stage that changed, or `waiting` when what comes next is still being derived beside this thread. */
export type Step = Deriver['stage'] | 'waiting' | undefined

interface Queue {
  readonly deriver: Deriver
  /** What was begun of `keep`, its first ones. */
  readonly begun: Map<ArticleId, Begun>
  drop: ArticleId[]
  keep: ArticleId[]
  /** Whether all that is to be dropped was looked up. */
  dropsKnown: boolean
  /** The last article looked up that is to be kept; all of them when it is Infinity. */
  after: ArticleId
  /** Articles that are to be kept, those not yet looked up included; undefined until they are counted. */
  left: number | undefined
  /** Articles in the next slice: follows the time that the last one took. */
  size: number
}

/**
 * Keeps what is derived in step with the articles: rows for every article that is shown, none for any other. What is owed is
 * read off the catalog, so that work goes on after a restart, a new version of a stage, or a folder switched on or off.
 */
export class Backlog {
  readonly #db: WritableDb
  readonly #derivers: readonly Deriver[]
  readonly #queues: readonly Queue[]
  readonly #articles: Pick<Articles, 'get' | 'read'>
  readonly #onBug: (error: unknown) => void
  #awaited: Promise<void> | undefined

  constructor(parts: {
    readonly db: WritableDb
    /** In the order in which they run: what one reads of another comes after it. */
    readonly derivers: readonly Deriver[]
    readonly articles: Pick<Articles, 'get' | 'read'>
    readonly onBug: (error: unknown) => void
  }) {
    const { derivers } = parts
    this.#db = parts.db
    this.#derivers = derivers
    this.#articles = parts.articles
    this.#onBug = parts.onBug
    this.#queues = derivers.map((deriver) => ({
      deriver,
      begun: new Map(),
      drop: [],
      keep: [],
      dropsKnown: false,
      after: 0,
      left: undefined,
      size: 1
    }))
  }

  /** Opens every stage; empties those whose rows are damaged or of another version. */
  open(): void {
    for (const deriver of this.#derivers) {
      const sound = deriver.open(this.#db)
      if (!sound || stageVersion(this.#db, deriver.stage) !== deriver.version)
        this.#empty([deriver])
    }
  }

  /** Empties every stage; `step` then derives anew. */
  rebuild(): void {
    this.#empty(this.#derivers)
  }

  /** How many articles some stage has still to derive from. Counted when something came or went, and then kept in step. */
  get pending(): number {
    if (this.#queues.some(({ left }) => left === undefined)) {
      const counts = pendingArticles(
        this.#db,
        this.#derivers.map((deriver) => deriver.stage)
      )
      this.#queues.forEach((queue, i) => {
        queue.left = counts[i] ?? 0
      })
    }
    return Math.max(0, ...this.#queues.map(({ left = 0 }) => left))
  }

  /** Derives what can't wait, in the transaction that is open, and takes back what no longer holds. */
  keepEager({ articles, stale }: Kept): void {
    for (const deriver of this.#derivers) {
      if (stale.length > 0) {
        this.#drop(deriver, stale)
      }
      if (!deriver.eager || articles.length === 0) continue
      // The stage that tells furniture reads articles as they came; all others as they are to be read.
      deriver.keep(deriver.stage === 'furniture' ? articles : articles.map(this.#articles.read))
      markDerived(
        this.#db,
        deriver,
        articles.map(({ id }) => id)
      )
    }
  }

  /** Tells the stages that had a part in `keepEager` how the transaction ended. */
  settled({ stale }: Kept, committed: boolean): void {
    for (const deriver of this.#derivers)
      if (deriver.eager || stale.length > 0) deriver.settled(committed)
    this.replan()
  }

  /** Derives one slice; answers with what it did, undefined when nothing is owed. */
  step(): Step {
    this.#awaited = undefined
    for (const queue of this.#queues) {
      const { deriver } = queue
      this.#lookUp(queue)
      if (queue.drop.length > 0) {
        const drop = (ids: readonly ArticleId[]) => {
          this.#drop(deriver, ids)
          return ids.length
        }
        this.#slice(queue, drop, queue.drop)
        queue.left = undefined
      } else if (deriver.owes?.() === true) this.#commit([deriver], () => deriver.catchUp?.())
      else if (queue.keep.length > 0) {
        const ready = this.#begin(queue)
        if (ready === 0) return 'waiting'
        const owed = queue.keep.length
        this.#slice(queue, (ids) => this.#keep(queue, ids), queue.keep, ready)
        if (queue.left !== undefined) queue.left -= owed - queue.keep.length
      } else continue
      return deriver.stage
    }
    return undefined
  }

  /** Settles when it is worth while to step again after `waiting`. */
  async ready(): Promise<void> {
    await this.#awaited
  }

  /** Begins what comes next of a stage that derives beside this thread; answers how many articles can be kept now. */
  #begin({ deriver, begun, keep }: Queue): number {
    if (deriver.begin === undefined) return keep.length
    const next = keep.slice(0, AHEAD)
    for (const id of next) if (!begun.has(id)) begun.set(id, this.#beginOne(deriver, id))
    const waits = next.findIndex((id) => {
      const one = begun.get(id)
      return one?.write === undefined && one?.error === undefined
    })
    if (waits === 0) this.#awaited = next.map((id) => begun.get(id)?.settled)[0]
    return waits === -1 ? next.length : waits
  }

  #beginOne(deriver: Deriver, id: ArticleId): Begun {
    const article = this.#articles.get(id)
    // Gone since it was looked up: there is nothing to write.
    if (article === undefined || deriver.begin === undefined)
      return { settled: Promise.resolve(), write: () => undefined }
    const begun: { -readonly [K in keyof Begun]: Begun[K] } = { settled: Promise.resolve() }
    begun.settled = deriver.begin(article).then(
      (write) => {
        begun.write = write
      },
      (error: unknown) => {
        begun.error = error instanceof Error ? error : new Error(String(error))
      }
    )
    return begun
  }

  /** Looks up what is owed next when all that was looked up is done. What was found to be nothing is not looked up again. */
  #lookUp(queue: Queue): void {
    const { stage } = queue.deriver
    if (!queue.dropsKnown && queue.drop.length === 0) {
      queue.drop = toDrop(this.#db, stage, FETCH)
      queue.dropsKnown = queue.drop.length < FETCH
    }
    if (queue.after === Infinity || queue.keep.length > 0) return
    queue.keep = toKeep(this.#db, stage, { after: queue.after, limit: FETCH })
    queue.after = queue.keep.length < FETCH ? Infinity : (queue.keep.at(-1) ?? Infinity)
  }

  /** Does a slice of the upkeep that stages put off until nothing else is to do; false when nothing is left to do. */
  upkeep(): boolean {
    const worked = this.#derivers.some((deriver) => {
      if (deriver.compact === undefined) return false
      let did = false
      this.#commit([deriver], () => {
        did = deriver.compact?.() ?? false
      })
      return did
    })
    if (!worked) checkpoint(this.#db)
    return worked
  }

  /** Has everything derived anew from these articles: what they are read as has changed. */
  redo(ids: readonly ArticleId[], only?: Deriver['stage']): void {
    const derivers = this.#derivers.filter(({ stage }) =>
      only === undefined ? stage !== 'furniture' : stage === only
    )
    this.#commit(derivers, () => {
      for (const deriver of derivers) this.#drop(deriver, ids)
    })
    this.replan()
  }

  /** Empties one stage, which is then derived anew. */
  redoStage(stage: Deriver['stage']): void {
    this.#empty(this.#derivers.filter((deriver) => deriver.stage === stage))
  }

  /** Lets stages forget what they keep in memory of decisions. */
  decided(): void {
    for (const deriver of this.#derivers) deriver.settled(true)
  }

  /** Drops what was planned, because articles came or went. */
  replan(): void {
    for (const queue of this.#queues) this.#forget(queue)
  }

  close(): void {
    for (const deriver of this.#derivers) deriver.close()
  }

  #forget(queue: Queue): void {
    // What was begun from articles or decisions that may have changed is never written.
    queue.begun.clear()
    queue.drop = []
    queue.keep = []
    queue.dropsKnown = false
    queue.after = 0
    queue.left = undefined
  }

  #empty(derivers: readonly Deriver[]): void {
    this.#commit(derivers, () => {
      for (const deriver of derivers) {
        deriver.clear()
        resetStage(this.#db, deriver.stage, deriver.version)
        dropUnderived(this.#db, deriver.stage)
      }
    })
    this.replan()
  }

  /** Does as many of the first `most` ids as fit in a slice; `work` answers how many it did. */
  #slice(
    queue: Queue,
    work: (ids: readonly ArticleId[]) => number,
    ids: ArticleId[],
    most = MAX_SLICE
  ): void {
    const slice = ids.slice(0, Math.min(queue.size, most))
    let done = 1
    const started = performance.now()
    try {
      this.#commit([queue.deriver], () => {
        done = work(slice)
      })
    } catch (error) {
      const [first] = slice
      if (slice.length > 1 || first === undefined) {
        queue.size = 1
        return
      }
      this.#giveUp(queue.deriver, first, error)
    }
    for (const id of ids.splice(0, done)) queue.begun.delete(id)
    const tookMs = performance.now() - started
    const fitting = Math.floor((done * SLICE_MS) / Math.max(tookMs, 0.1))
    queue.size = Math.max(1, Math.min(MAX_SLICE, fitting, queue.size * 2))
  }

  /** One article that a stage can't take must not stop all others: it counts as done until the stage's next version. */
  #giveUp(deriver: Deriver, id: ArticleId, error: unknown): void {
    this.#onBug(error)
    this.#commit([deriver], () => {
      const known = this.#articles.get(id) !== undefined
      if (known) deriver.giveUp?.(id)
      markDerived(this.#db, deriver, [id])
      const detail = error instanceof Error ? error.message : String(error)
      if (known) keepUnderived(this.#db, { article: id, stage: deriver.stage, detail })
    })
  }

  /** Runs a transaction in which these stages have a part. */
  #commit(derivers: readonly Deriver[], work: () => void): void {
    let committed = false
    try {
      transaction(this.#db, work)
      committed = true
    } finally {
      for (const deriver of derivers) deriver.settled(committed)
    }
  }

  #drop(deriver: Deriver, ids: readonly ArticleId[]): void {
    deriver.drop(ids)
    unmarkDerived(this.#db, deriver.stage, ids)
    dropUnderived(this.#db, deriver.stage, ids)
  }

  /** Keeps articles until the stage puts something off that comes before the next one; answers how many. */
  #keep({ deriver, begun }: Queue, ids: readonly ArticleId[]): number {
    for (const id of ids) {
      const one = begun.get(id)
      if (one?.error !== undefined) throw one.error
      one?.write?.()
    }
    const count = deriver.begin === undefined ? this.#keepHere(deriver, ids) : ids.length
    markDerived(this.#db, deriver, ids.slice(0, count))
    return count
  }

  #keepHere(deriver: Deriver, ids: readonly ArticleId[]): number {
    const read =
      deriver.stage === 'furniture' ? (id: ArticleId) => article(this.#db, id) : this.#articles.get
    if (deriver.eager) {
      deriver.keep(ids.flatMap((id) => read(id) ?? []))
      return ids.length
    }
    // What a stage finds in an article may depend on the articles before it: one by one, the outcome does not depend on slices.
    let count = 0
    for (const id of ids) {
      const found = read(id)
      if (found !== undefined) deriver.keep([found])
      count++
      if (deriver.owes?.() === true) break
    }
    return count
  }
}
