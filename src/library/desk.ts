import type { ArticleId } from '../core/article/article'
import type {
  ArticleDesk,
  ArticleHeader,
  Decision,
  DecisionId,
  Note,
  NotePage,
  Page
} from '../shared/contract'
import { FailureError } from '../shared/failure'
import type { Decisions, InForce } from './decisions'

/** What rows of lists show of a reader's work on an article. */
export type DeskMarks = Pick<ArticleHeader, 'starred' | 'read' | 'tags' | 'notes'>

/** First lines of an exported document: what it is and which version of it. */
const FORMAT = 'briefing-reader-desk'
const VERSION = 1

interface Entry {
  notes: ArticleDesk['notes'][number][]
  verdicts: ArticleDesk['verdicts'][number][]
  tags: Set<string>
  starred: boolean
  read: boolean
}

/** What the reader noted, gathered by article. */
export class Desk {
  readonly #decisions: Decisions
  readonly #headers: (ids: readonly ArticleId[]) => readonly ArticleHeader[]
  #gathered: { readonly of: readonly InForce[]; readonly entries: ReadonlyMap<ArticleId, Entry> } =
    {
      of: [],
      entries: new Map()
    }

  constructor(
    decisions: Decisions,
    headers: (ids: readonly ArticleId[]) => readonly ArticleHeader[]
  ) {
    this.#decisions = decisions
    this.#headers = headers
  }

  /** What was noted about one article. */
  of(id: ArticleId): ArticleDesk {
    const entry = this.#entries().get(id) ?? emptyEntry()
    return { ...entry, tags: [...entry.tags].sort() }
  }

  /** What rows show of an article. */
  marks(id: ArticleId): DeskMarks {
    const entry = this.#entries().get(id)
    if (entry === undefined) return {}
    return {
      ...(entry.starred && { starred: true as const }),
      ...(entry.read && { read: true as const }),
      ...(entry.tags.size > 0 && { tags: [...entry.tags].sort() }),
      ...(entry.notes.length > 0 && { notes: entry.notes.length })
    }
  }

  /** Articles with this tag. */
  tagged(tag: string): ArticleId[] {
    const wanted = tag.toLowerCase()
    return this.#which(({ tags }) => [...tags].some((one) => one.toLowerCase() === wanted))
  }

  /** Articles with a note that holds these words. */
  noted(words: string): ArticleId[] {
    const wanted = words.toLowerCase()
    return this.#which(({ notes }) => notes.some(({ text }) => text.toLowerCase().includes(wanted)))
  }

  /** Articles that are starred or read. */
  flagged(flag: 'starred' | 'read'): ArticleId[] {
    return this.#which((entry) => entry[flag])
  }

  /** Articles with a verdict. */
  judged(): ArticleId[] {
    return this.#which(({ verdicts }) => verdicts.length > 0)
  }

  /** Notes over the library, newest first, orphans included. */
  notes({ offset, limit }: Page): NotePage {
    const all = this.#decisions.inForce().filter(isNote).reverse()
    const rows = all
      .slice(offset, offset + limit)
      .map(({ id, decided, decision, orphan, quote }) => {
        const [article] = orphan ? [] : this.#headers([decision.article])
        return {
          id,
          decided,
          text: decision.text,
          quote,
          colour: decision.colour,
          ...(article !== undefined && { article, span: decision.span })
        }
      })
    return { total: all.length, rows }
  }

  /** Everything that was decided and noted, as a JSON document. */
  export(): string {
    const decisions = this.#decisions.bodies()
    return `${JSON.stringify({ format: FORMAT, version: VERSION, decisions }, null, 1)}\n`
  }

  /** Takes in such a document; answers with how many decisions were new. @throws FailureError `not-found` for other JSON */
  import(json: string): number {
    const document = parsed(json)
    if (document === undefined) throw new FailureError({ code: 'not-found', what: FORMAT })
    return this.#decisions.takeIn(document)
  }

  #which(fits: (entry: Entry) => boolean): ArticleId[] {
    return [...this.#entries()].flatMap(([id, entry]) => (fits(entry) ? [id] : []))
  }

  #entries(): ReadonlyMap<ArticleId, Entry> {
    const of = this.#decisions.inForce()
    if (this.#gathered.of !== of) this.#gathered = { of, entries: gather(of) }
    return this.#gathered.entries
  }
}

const emptyEntry = (): Entry => ({
  notes: [],
  verdicts: [],
  tags: new Set(),
  starred: false,
  read: false
})

function gather(decisions: readonly InForce[]): Map<ArticleId, Entry> {
  const entries = new Map<ArticleId, Entry>()
  const entryOf = (id: ArticleId): Entry => {
    const known = entries.get(id) ?? emptyEntry()
    entries.set(id, known)
    return known
  }
  for (const { id, decided, decision, orphan } of decisions)
    if (!orphan) put(entryOf, decision, { id, decided })
  return entries
}

function put(
  entryOf: (id: ArticleId) => Entry,
  decision: Decision,
  made: { readonly id: DecisionId; readonly decided: string }
): void {
  switch (decision.kind) {
    case 'note':
      entryOf(decision.article).notes.push({ ...decision, ...made })
      break
    case 'verdict':
      entryOf(decision.article).verdicts.push({ ...decision, ...made })
      break
    case 'tag':
      if (decision.tagged) entryOf(decision.article).tags.add(decision.tag)
      break
    case 'star':
      entryOf(decision.article).starred = decision.starred
      break
    case 'read':
      entryOf(decision.article).read = decision.read
      break
    default:
  }
}

const isNote = (row: InForce): row is InForce & { readonly decision: Note } =>
  row.decision.kind === 'note'

function parsed(json: string): readonly unknown[] | undefined {
  try {
    const document: unknown = JSON.parse(json)
    const known =
      typeof document === 'object' &&
      document !== null &&
      'format' in document &&
      document.format === FORMAT &&
      'decisions' in document
    return known && Array.isArray(document.decisions) ? document.decisions : undefined
  } catch {
    // Not JSON at all: no such document either.
    return undefined
  }
}
