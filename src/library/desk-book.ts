import type { ArticleId } from '../core/article/article'
import type { Decision, Note, Verdict } from '../shared/decision'
import type { InForce } from './decisions'

/** When it was decided, and under which number it is undone. */
export interface Dated {
  readonly id: number
  readonly decided: string
}

/** What was noted about one article. */
export interface Entry {
  readonly notes: (Note & Dated)[]
  readonly verdicts: (Verdict & Dated)[]
  readonly tags: Set<string>
  starred: boolean
  read: boolean
}

/** Articles with the same text as others. */
type Twins = (
  ids: readonly ArticleId[]
) => readonly { readonly id: ArticleId; readonly of: ArticleId }[]

/**
 * What was noted, article by article. Read once; after that one decision costs what its own article holds, however many there are.
 * Copies of one text share an entry, unless they have one of their own.
 */
export class DeskBook {
  readonly #twins: Twins
  #read: readonly InForce[] = []
  #seen: ReadonlySet<InForce> = new Set()
  readonly #rows = new Map<ArticleId, readonly InForce[]>()
  readonly #entries = new Map<ArticleId, Entry>()
  /** Copies that show the entry of another article. */
  readonly #shared = new Map<ArticleId, readonly ArticleId[]>()

  constructor(twins: Twins) {
    this.#twins = twins
  }

  /** Brings the entries up to date with the decisions in force, oldest first. */
  read(inForce: readonly InForce[]): ReadonlyMap<ArticleId, Entry> {
    if (this.#read === inForce) return this.#entries
    const now = new Set(inForce)
    const touched = new Set<ArticleId>()
    for (const row of this.#seen) if (!now.has(row)) this.#leave(row, touched)
    for (const row of inForce) if (!this.#seen.has(row)) this.#enter(row, touched)
    this.#read = inForce
    this.#seen = now
    this.#renew(touched)
    return this.#entries
  }

  #leave(row: InForce, touched: Set<ArticleId>): void {
    const id = articleOf(row)
    if (id === undefined) return
    const left = (this.#rows.get(id) ?? []).filter((other) => other !== row)
    if (left.length === 0) this.#rows.delete(id)
    else this.#rows.set(id, left)
    touched.add(id)
  }

  #enter(row: InForce, touched: Set<ArticleId>): void {
    const id = articleOf(row)
    if (id === undefined) return
    const rows = this.#rows.get(id) ?? []
    const at = rows.findLastIndex((other) => other.id < row.id) + 1
    this.#rows.set(id, rows.toSpliced(at, 0, row))
    touched.add(id)
  }

  #renew(touched: ReadonlySet<ArticleId>): void {
    const renewed = new Set(touched)
    for (const id of touched) {
      for (const twin of this.#shared.get(id) ?? [])
        if (!this.#rows.has(twin)) this.#entries.delete(twin)
      this.#shared.delete(id)
      this.#entries.delete(id)
    }
    // A copy that has nothing of its own any more looks to the others again.
    const seekers = [...touched].filter((id) => !this.#rows.has(id))
    for (const { id } of seekers.length === 0 ? [] : this.#twins(seekers))
      if (this.#rows.has(id)) renewed.add(id)
    const own = [...renewed].filter((id) => this.#rows.has(id))
    for (const id of own) this.#entries.set(id, entryOf(this.#rows.get(id) ?? []))
    for (const { id, of } of own.length === 0 ? [] : this.#twins(own)) {
      const entry = this.#entries.get(of)
      if (entry === undefined || this.#rows.has(id)) continue
      if (this.#entries.has(id) && !this.#isSharedBy(id, of)) continue
      this.#entries.set(id, entry)
      this.#shared.set(of, [...(this.#shared.get(of) ?? []).filter((other) => other !== id), id])
    }
  }

  #isSharedBy(twin: ArticleId, of: ArticleId): boolean {
    return this.#shared.get(of)?.includes(twin) ?? false
  }
}

const articleOf = ({ decision, orphan }: InForce): ArticleId | undefined =>
  orphan || !('article' in decision) ? undefined : decision.article

function entryOf(rows: readonly InForce[]): Entry {
  const entry: Entry = { notes: [], verdicts: [], tags: new Set(), starred: false, read: false }
  for (const { id, decided, decision } of rows) put(entry, decision, { id, decided })
  return entry
}

function put(entry: Entry, decision: Decision, dated: Dated): void {
  switch (decision.kind) {
    case 'note':
      entry.notes.push({ ...decision, ...dated })
      return
    case 'verdict':
      entry.verdicts.push({ ...decision, ...dated })
      return
    case 'tag':
      if (decision.tagged) entry.tags.add(decision.tag)
      else entry.tags.delete(decision.tag)
      return
    case 'star':
      entry.starred = decision.starred
      return
    case 'read':
      entry.read = decision.read
      return
    default:
  }
}
