import type { ArticleId } from '../../core/article/article'
import type { Mark } from '../../core/claims/claim'
import { countOrigins } from '../../core/claims/corroborate'
import { compareRefs, refKey } from '../../core/claims/join'
import type { ClaimRef, ThreadDecision } from '../../core/claims/join'
import { relationOf } from '../../core/claims/thread'
import type { Span } from '../../core/text/span'
import type {
  ArticleHeader,
  ClaimRow,
  ClaimThread,
  Page,
  ThreadId,
  ThreadMember,
  ThreadPage,
  ThreadQuery
} from '../../shared/shapes'
import type { Verdict } from '../../shared/decision'
import type { LinkTables } from '../catalog/claim-links'
import type { ClaimRecord, ClaimTables } from '../catalog/claims'
import type { ClaimSources } from './claim-sources'
import { conflictsOf, factsOf, gistOf, type Member } from './thread-facts'
import { overlayOf } from './thread-overlay'

const placeKey = (article: ArticleId, sentence: Span) => `${article}:${sentence.start}`

/** A page, and how many members of each thread are told. */
interface Part extends Page {
  readonly members: number | undefined
}

/** A thread as it stands after the reader's decisions. */
interface Thread {
  /** Its first claim. */
  readonly head: ClaimRef
  readonly claims: number
  readonly documents: number
  /** Present where the reader's decisions changed it. */
  readonly refs?: readonly ClaimRef[]
}

/** Threads as they are now: those that are kept, with the reader's decisions laid over them. Forgotten when either changes. */
export class ThreadBook {
  readonly #tables: ClaimTables
  readonly #links: LinkTables
  readonly #ask: ClaimSources
  /** Heads of the kept threads that decisions changed. */
  readonly #replaced: ReadonlyMap<string, ClaimRef>
  /** What the reader's decisions made of them. */
  readonly #decided: readonly Thread[]
  readonly #decidedOf = new Map<string, Thread>()
  readonly #origins = new Map<string, number>()
  readonly #families = new Map<ArticleId, number>()
  #verdicts: ReadonlyMap<string, Verdict['credibility']> = new Map()

  constructor(tables: ClaimTables, links: LinkTables, ask: ClaimSources) {
    this.#tables = tables
    this.#links = links
    this.#ask = ask
    const { heads, threads } = overlayOf(this.#decisions(), { claims: tables, links })
    this.#replaced = heads
    this.#decided = threads.flatMap((refs): Thread[] => {
      const [head] = refs
      if (head === undefined) return []
      return [{ head, refs, claims: refs.length, documents: documents(refs) }]
    })
    for (const thread of this.#decided)
      for (const ref of thread.refs ?? []) this.#decidedOf.set(refKey(ref), thread)
  }

  page({ article, filter = '', thread, members, offset, limit }: ThreadQuery): ThreadPage {
    const part = { offset, limit, members }
    if (thread !== undefined) {
      const one = this.#named(thread)
      return { total: one.length, rows: this.#rowsOf(one, part) }
    }
    const wanted: ((ref: ClaimRef) => boolean)[] = []
    const heads: ClaimRef[][] = []
    if (article !== undefined) {
      wanted.push((ref) => ref.article === article)
      heads.push(this.#links.headsWith({ article }))
    }
    const text = filter.toLowerCase()
    if (text !== '') {
      wanted.push((ref) => this.#tables.record(ref)?.text.toLowerCase().includes(text) ?? false)
      heads.push(this.#links.headsWith({ text }))
    }
    const decided = this.#decided
      .filter(({ refs = [] }) => wanted.every((holds) => refs.some(holds)))
      .toSorted(bySize)
    const [first, ...others] = heads
    if (first === undefined) {
      const replaced = [...this.#replaced.values()].filter((head) => this.#links.countsOf(head))
      return {
        total: this.#links.threadCount() - replaced.length + decided.length,
        rows: this.#rowsOf(merged(this.#links.threads(), decided), part)
      }
    }
    const names = others.map((list) => new Set(list.map(refKey)))
    const kept = first
      .filter((head) => names.every((list) => list.has(refKey(head))))
      .flatMap((head) => this.#links.countsOf(head) ?? [])
      .filter(({ head }) => !this.#isReplaced(head))
      .toSorted(bySize)
    return {
      total: kept.length + decided.length,
      rows: this.#rowsOf(merged(kept, decided), part)
    }
  }

  /** Reads no more threads than lead up to the page. */
  #rowsOf(threads: Iterable<Thread>, { offset, limit, members }: Part): ClaimThread[] {
    const rows: Thread[] = []
    let at = 0
    for (const thread of threads) {
      if (thread.refs === undefined && this.#isReplaced(thread.head)) continue
      if (rows.length >= limit) break
      if (at++ >= offset) rows.push(thread)
    }
    return rows.map((thread) => this.#thread(thread, members))
  }

  /** The thread in which the claim stands now after which it was named; none when the claim is gone or alone. */
  #named(name: ThreadId): readonly Thread[] {
    const [article = NaN, mark = NaN] = name.split(':').map(Number)
    const record = this.#tables.record({ article, mark })
    const thread = record && this.#threadOf(record)
    return thread === undefined ? [] : [thread]
  }

  /** Articles with a claim whose independent origins are as many as asked for; a claim that is told once has one. */
  withOrigins(fits: (origins: number) => boolean): Set<ArticleId> {
    const found = new Set<ArticleId>()
    const kept: Thread[] = [...this.#links.threads()].filter(({ head }) => !this.#isReplaced(head))
    for (const thread of [...this.#decided, ...kept]) {
      if (!fits(this.#originCount(thread))) continue
      for (const { article } of thread.refs ?? this.#links.membersOf(thread.head))
        found.add(article)
    }
    if (!fits(1)) return found
    const joined = new Set(kept.map(({ head }) => refKey(head)))
    for (const { ref, head } of this.#tables.marked())
      if (!this.#decidedOf.has(refKey(ref)) && (head === undefined || !joined.has(refKey(head))))
        found.add(ref.article)
    return found
  }

  /** Says whether the reader's decisions made another thread of this one. */
  #isReplaced(head: ClaimRef): boolean {
    return this.#replaced.has(refKey(head))
  }

  /** The row of any sentence, marked or not. */
  rowOf(article: ArticleId, mark: Mark): ClaimRow | undefined {
    const ref = { article, mark: mark.index }
    const kept = this.#tables.record(ref)
    const [row] = kept === undefined ? [] : this.rows([kept])
    if (row !== undefined) return row
    const [header] = this.#ask.headers([article])
    const text = this.#ask.articles(article)?.text.slice(mark.sentence.start, mark.sentence.end)
    if (header === undefined || text === undefined) return undefined
    const { categories, severity, sentence, source, via, reason } = mark
    return {
      article: header,
      mark: mark.index,
      categories,
      severity,
      text,
      sentence,
      ...(source && { source }),
      via,
      reason
    }
  }

  rows(records: readonly ClaimRecord[]): ClaimRow[] {
    const headers = this.#headers(records.map((r) => r.article))
    this.#readVerdicts()
    return records.flatMap((record) => {
      const row = this.#row(record, headers)
      return row === undefined ? [] : [row]
    })
  }

  /** Verdicts come and go without anything being derived, so they are read for every answer. */
  #readVerdicts(): void {
    this.#verdicts = new Map(
      this.#ask
        .decisions()
        .flatMap((decision) =>
          decision.kind === 'verdict'
            ? [[placeKey(decision.article, decision.sentence), decision.credibility] as const]
            : []
        )
    )
  }

  #headers(ids: readonly ArticleId[]): Map<ArticleId, ArticleHeader> {
    if (ids.length === 0) return new Map()
    return new Map(this.#ask.headers([...new Set(ids)]).map((h) => [h.id, h]))
  }

  #row(record: ClaimRecord, headers: ReadonlyMap<ArticleId, ArticleHeader>): ClaimRow | undefined {
    const article = headers.get(record.article)
    const mark = this.#mark(record)
    if (article === undefined || mark === undefined) return undefined
    const thread = this.#threadOf(record)
    const credibility = this.#verdicts.get(placeKey(record.article, mark.sentence))
    return {
      article,
      mark: record.mark,
      letter: record.letter,
      categories: mark.categories,
      severity: record.severity,
      text: record.text,
      sentence: mark.sentence,
      ...(mark.source && { source: mark.source }),
      via: mark.via,
      reason: mark.reason,
      ...(credibility && { credibility }),
      ...(thread && { thread: refKey(thread.head), origins: this.#originCount(thread) })
    }
  }

  #threadOf(record: ClaimRecord): Thread | undefined {
    const decided = this.#decidedOf.get(refKey(record))
    if (decided !== undefined) return decided
    const { head } = record
    if (head === undefined || this.#isReplaced(head)) return undefined
    return this.#links.countsOf(head)
  }

  #mark(ref: ClaimRef): Mark | undefined {
    return this.#tables.claims(ref.article)?.marks[ref.mark]
  }

  #records({ head, refs }: Thread): ClaimRecord[] {
    if (refs === undefined) return this.#tables.thread(head)
    return refs.flatMap((ref) => this.#tables.record(ref) ?? [])
  }

  #members(thread: Thread): Member[] {
    return this.#records(thread).flatMap((record) => {
      const { article, mark } = record
      const detail = this.#mark(record)
      const key = this.#tables.key(record)
      return detail === undefined || key === undefined
        ? []
        : [{ article, mark, detail, key, record }]
    })
  }

  #originCount(thread: Thread): number {
    const name = refKey(thread.head)
    let count = this.#origins.get(name)
    if (count === undefined) {
      count = this.#origin(this.#records(thread)).count
      this.#origins.set(name, count)
    }
    return count
  }

  #origin(records: readonly ClaimRecord[]) {
    return countOrigins(
      records.map(({ article, source, relay, denies }) => ({
        article,
        ...(source && { source }),
        via: relay === undefined ? [] : [relay],
        supports: !denies
      })),
      (article) => this.#family(article)
    )
  }

  /** The first article of its text family: copies and versions of one text, and copies of these. */
  #family(article: ArticleId): number {
    const known = this.#families.get(article)
    if (known !== undefined) return known
    const first = Math.min(article, ...this.#ask.copies(article))
    const family = first === article ? article : this.#family(first)
    this.#families.set(article, family)
    return family
  }

  #thread(thread: Thread, most = Infinity): ClaimThread {
    this.#readVerdicts()
    const found = this.#members(thread)
    const headers = this.#headers(found.map((m) => m.article))
    const members = found.toSorted((a, b) => {
      const [x, y] = [
        headers.get(a.article)?.published ?? '9',
        headers.get(b.article)?.published ?? '9'
      ]
      return x < y ? -1 : x > y ? 1 : a.article - b.article || a.mark - b.mark
    })
    const first = members[0]
    const origins = this.#origin(members.map(({ record }) => record))
    const rows = members.slice(0, most).flatMap((member, i): ThreadMember[] => {
      const row = this.#row(member.record, headers)
      if (row === undefined || first === undefined) return []
      return [{ ...row, relation: i === 0 ? 'first' : relationOf(factsOf(first), factsOf(member)) }]
    })
    const denials = this.#denials(members)
    const confirmed = this.#confirmation(members)
    const confirmedBy = confirmed === undefined ? undefined : this.#row(confirmed.record, headers)
    return {
      id: refKey(thread.head),
      gist: gistOf(members),
      members: rows,
      claims: members.length,
      origins: origins.count,
      originNames: origins.names,
      sides: origins.sides,
      documents: documents(members),
      newsrooms: new Set(
        members.map((m) => headers.get(m.article)?.publisher ?? `family ${this.#family(m.article)}`)
      ).size,
      opponentsAgree: origins.sides.length > 1,
      conflicts: conflictsOf(members),
      denials: this.rows(denials),
      ...(confirmedBy && { confirmedBy })
    }
  }

  /**
   * Of members in the order of their dates, one that confirms, or in which the party speaks that was silent before: of a report
   * after the one that waits for a confirmation, where one does.
   */
  #confirmation(members: readonly Member[]): Member | undefined {
    const silentIn = ({ article, detail }: Member) =>
      [detail, ...detail.coveredBy.flatMap((mark) => this.#mark({ article, mark }) ?? [])].flatMap(
        ({ silent }) => (silent === undefined ? [] : [silent.side ?? silent.name])
      )
    const waits = members.findIndex((member) => silentIn(member).length > 0)
    const waiting = members[waits]
    const silent = new Set(members.flatMap(silentIn))
    const later = members.filter((m, at) => at > waits && m.article !== waiting?.article)
    const speaks = ({ detail: { source } }: Member) =>
      source !== undefined &&
      source.type !== 'state-media' &&
      silent.has(source.side ?? source.name)
    return (
      later.find(
        (m) => m.detail.categories.includes('CONFIRMED') && m.detail.source !== undefined
      ) ?? later.find((m) => speaks(m) && !m.detail.categories.includes('DISPUTED'))
    )
  }

  /** Denials of any member, in its article or carried over from a copy. */
  #denials(members: readonly Member[]): ClaimRecord[] {
    const refs = new Map<string, ClaimRef>()
    for (const member of members) {
      for (const mark of member.detail.deniedBy) {
        const ref = { article: member.article, mark }
        refs.set(refKey(ref), ref)
      }
    }
    return [...refs.values()].flatMap((ref) => this.#tables.record(ref) ?? [])
  }

  #decisions(): ThreadDecision[] {
    return this.#ask.decisions().flatMap((decision): ThreadDecision[] => {
      if (decision.kind !== 'thread') return []
      const a = this.#at(decision.a)
      const b = this.#at(decision.b)
      return a === undefined || b === undefined ? [] : [{ a, b, together: decision.together }]
    })
  }

  #at(place: { article: ArticleId; sentence: Span }): ClaimRef | undefined {
    const marks = this.#tables.claims(place.article)?.marks ?? []
    const mark = marks.find((m) => m.sentence.start === place.sentence.start)
    return mark === undefined ? undefined : { article: place.article, mark: mark.index }
  }
}

/** Threads in most reports first, then those of most claims, then in the order of their heads. */
function bySize(a: Thread, b: Thread): number {
  return b.documents - a.documents || b.claims - a.claims || compareRefs(a.head, b.head)
}

/** Merges two lists that are both in order. */
function* merged(kept: Iterable<Thread>, decided: readonly Thread[]): Generator<Thread> {
  let next = 0
  for (const thread of kept) {
    for (let one = decided[next]; one && bySize(one, thread) < 0; one = decided[++next]) yield one
    yield thread
  }
  yield* decided.slice(next)
}

function documents(refs: readonly ClaimRef[]): number {
  return new Set(refs.map((r) => r.article)).size
}
