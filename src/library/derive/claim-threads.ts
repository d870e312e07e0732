import type { ArticleId } from '../../core/article/article'
import type { ArticleClaims, Mark } from '../../core/claims/claim'
import { countOrigins } from '../../core/claims/corroborate'
import type { ClaimKey } from '../../core/claims/key'
import {
  joinThreads,
  numbersDiffer,
  phaseOf,
  relationOf,
  sameMeasure
} from '../../core/claims/thread'
import type { ClaimRef, MemberFacts, ThreadDecision } from '../../core/claims/thread'
import type { Span } from '../../core/text/span'
import type {
  ArticleHeader,
  ClaimRow,
  ClaimThread,
  ThreadMember,
  ThreadPage,
  ThreadQuery
} from '../../shared/shapes'
import type { Verdict } from '../../shared/decision'
import type { ClaimRecord, ClaimTables } from '../catalog/claims'
import type { ClaimSources } from './claim-sources'

const placeKey = (article: ArticleId, sentence: Span) => `${article}:${sentence.start}`
const refKey = (ref: ClaimRef) => `${ref.article}:${ref.mark}`

/** Overlap kinds that make two reports one text family. */
const FAMILY: ReadonlySet<string> = new Set(['same-text', 'version', 'shared-passages'])

/** A claim in memory with its mark. */
interface Member extends ClaimRef {
  readonly mark: number
  readonly detail: Mark
  readonly key: ClaimKey
  readonly record: ClaimRecord
}

/** Threads as they are now: joined on first use, forgotten when claims or decisions change. */
export class ThreadBook {
  readonly #tables: ClaimTables
  readonly #ask: ClaimSources
  readonly #threads: readonly ClaimRef[][]
  readonly #threadOf = new Map<string, number>()
  readonly #origins = new Map<number, number>()
  readonly #claims = new Map<ArticleId, ArticleClaims>()
  readonly #families = new Map<ArticleId, number>()
  #verdicts: ReadonlyMap<string, Verdict['credibility']> = new Map()

  constructor(tables: ClaimTables, ask: ClaimSources) {
    this.#tables = tables
    this.#ask = ask
    this.#threads = joinThreads(tables.links(), this.#decisions())
    this.#threads.forEach((refs, i) => {
      for (const ref of refs) this.#threadOf.set(refKey(ref), i)
    })
  }

  page(query: ThreadQuery): ThreadPage {
    const filter = query.filter?.toLowerCase() ?? ''
    const chosen = this.#threads
      .map((refs, i) => ({ refs, i }))
      .filter(
        ({ refs }) => query.article === undefined || refs.some((r) => r.article === query.article)
      )
      .filter(
        ({ refs }) =>
          filter === '' ||
          refs.some((r) => this.#tables.record(r)?.text.toLowerCase().includes(filter))
      )
      .toSorted(
        (a, b) =>
          documents(b.refs) - documents(a.refs) || b.refs.length - a.refs.length || a.i - b.i
      )
    return {
      total: chosen.length,
      rows: chosen.slice(query.offset, query.offset + query.limit).map(({ i }) => this.#thread(i))
    }
  }

  /** Articles with a claim whose independent origins are as many as asked for; a claim that is told once has one. */
  withOrigins(fits: (origins: number) => boolean): Set<ArticleId> {
    const found = new Set<ArticleId>()
    this.#threads.forEach((refs, thread) => {
      if (fits(this.#originCount(thread))) for (const { article } of refs) found.add(article)
    })
    if (!fits(1)) return found
    for (const ref of this.#tables.marked())
      if (!this.#threadOf.has(refKey(ref))) found.add(ref.article)
    return found
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
    return new Map(this.#ask.headers([...new Set(ids)]).map((h) => [h.id, h]))
  }

  #row(record: ClaimRecord, headers: ReadonlyMap<ArticleId, ArticleHeader>): ClaimRow | undefined {
    const article = headers.get(record.article)
    const mark = this.#mark(record)
    if (article === undefined || mark === undefined) return undefined
    const thread = this.#threadOf.get(refKey(record))
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
      ...(thread !== undefined && { thread: this.#id(thread), origins: this.#originCount(thread) })
    }
  }

  #mark(ref: ClaimRef): Mark | undefined {
    let claims = this.#claims.get(ref.article)
    if (claims === undefined) {
      claims = this.#tables.claims(ref.article) ?? { marks: [] }
      this.#claims.set(ref.article, claims)
    }
    return claims.marks[ref.mark]
  }

  #members(thread: number): Member[] {
    return (this.#threads[thread] ?? []).flatMap((ref) => {
      const detail = this.#mark(ref)
      const key = this.#tables.key(ref)
      const record = this.#tables.record(ref)
      return detail === undefined || key === undefined || record === undefined
        ? []
        : [{ ...ref, detail, key, record }]
    })
  }

  #id(thread: number): string {
    const first = this.#threads[thread]?.[0]
    return first === undefined ? '' : refKey(first)
  }

  #originCount(thread: number): number {
    let count = this.#origins.get(thread)
    if (count === undefined) {
      count = this.#origin(this.#members(thread)).count
      this.#origins.set(thread, count)
    }
    return count
  }

  #origin(members: readonly Member[]) {
    return countOrigins(
      members.map(({ article, detail }) => ({
        article,
        ...(detail.source && { source: detail.source }),
        via: detail.via,
        supports: !detail.categories.includes('DISPUTED') && detail.kind !== 'status'
      })),
      (article) => this.#family(article)
    )
  }

  /** The smallest article id of its text family: copies and versions of one text. */
  #family(article: ArticleId): number {
    const known = this.#families.get(article)
    if (known !== undefined) return known
    const related = this.#ask
      .overlaps(article)
      .filter((o) => FAMILY.has(o.kind))
      .map((o) => Math.min(o.a, o.b))
    const family = Math.min(article, ...related)
    this.#families.set(article, family)
    return family
  }

  #thread(thread: number): ClaimThread {
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
    const origins = this.#origin(members)
    const rows = members.flatMap((member, i): ThreadMember[] => {
      const row = this.#row(member.record, headers)
      if (row === undefined || first === undefined) return []
      return [{ ...row, relation: i === 0 ? 'first' : relationOf(facts(first), facts(member)) }]
    })
    const denials = this.#denials(members)
    const confirmed = this.#confirmation(members)
    const confirmedBy = confirmed === undefined ? undefined : this.#row(confirmed.record, headers)
    return {
      id: this.#id(thread),
      gist: gistOf(members),
      members: rows,
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

function documents(refs: readonly ClaimRef[]): number {
  return new Set(refs.map((r) => r.article)).size
}

function facts(member: Member): MemberFacts {
  const { categories, coveredBy } = member.detail
  const verb = categories.includes('CONFIRMED')
    ? 0
    : categories.includes('ALLEGED')
      ? 3
      : categories.includes('HEDGED')
        ? 2
        : 1
  return {
    key: member.key,
    verb,
    covered: coveredBy.length > 0,
    denies: categories.includes('DISPUTED'),
    phase: phaseOf(member.key)
  }
}

/** The member with the most words in common with the others stands for the thread. */
function gistOf(members: readonly Member[]): string {
  const shortest = members.toSorted((a, b) => a.record.text.length - b.record.text.length)[0]
  return shortest?.record.text ?? ''
}

/** "5 / 3 boat": numbers that count the same thing and differ. */
function conflictsOf(members: readonly Member[]): string[] {
  const found = new Set<string>()
  members.forEach((a, i) => {
    for (const b of members.slice(i + 1)) {
      if (!numbersDiffer(a.key, b.key)) continue
      for (const n of a.key.numbers) {
        for (const m of b.key.numbers) {
          if (!sameMeasure(n, m) || n.value === m.value) continue
          const [low, high] = n.value < m.value ? [n, m] : [m, n]
          found.add(
            `${String(low.value)} / ${String(high.value)} ${low.counts === '' ? low.unit : low.counts}`
          )
        }
      }
    }
  })
  return [...found]
}
