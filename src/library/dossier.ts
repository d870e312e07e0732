import type { Article, ArticleId } from '../core/article/article'
import type { Mark } from '../core/claims/claim'
import { sourceKey } from '../core/claims/source-key'
import {
  DOSSIER_FORMAT,
  DOSSIER_VERSION,
  type Dossier,
  type DossierClaim,
  type DossierComparison,
  type DossierDocument,
  type DossierGrade,
  type DossierNote,
  type DossierQuotation,
  type DossierSource,
  type DossierSupport,
  type DossierThread
} from '../core/dossier/dossier'
import { RENDERERS } from '../core/dossier/render'
import { shared, type Span } from '../core/text/span'
import type { ArticleDesk, DossierRequest } from '../shared/decision'
import type { ArticleHeader, ClaimRow, ClaimThread, ThreadId } from '../shared/shapes'
import { FailureError } from '../shared/failure'
import { APP_VERSION } from '../shared/version'
import type { Comparisons } from './comparisons'
import type { Claims } from './derive/claims'
import type { Desk } from './desk'
import { sealed, sha256 } from './seal'

/** What a dossier is gathered from. */
export interface DossierSources {
  readonly articles: (id: ArticleId) => Article | undefined
  readonly headers: (ids: readonly ArticleId[]) => readonly ArticleHeader[]
  /** SHA-256 of the bytes of an article's file; undefined for an earlier version. */
  readonly fileHash: (id: ArticleId) => string | undefined
  readonly claims: Claims
  readonly desk: Desk
  readonly comparisons: Comparisons
  readonly now: () => Date
}

/** Gathers a dossier and returns it as a sealed file. @throws FailureError `article-not-found`, `not-found` for a thread */
export function makeDossier(sources: DossierSources, request: DossierRequest): string {
  const dossier = new Gathering(sources).gather(request)
  return sealed(RENDERERS[request.format](dossier), request.format)
}

/** Everything that one article's threads are asked for. */
const ALL = { offset: 0, limit: 1_000_000 } as const

/** One dossier in the making: documents are numbered as they are quoted. */
class Gathering {
  readonly #from: DossierSources
  readonly #documents = new Map<ArticleId, DossierDocument>()
  readonly #threads = new Map<ThreadId, ClaimThread>()
  readonly #threaded = new Set<ArticleId>()
  readonly #grades: ReadonlyMap<string, DossierGrade>

  constructor(sources: DossierSources) {
    this.#from = sources
    this.#grades = new Map(
      sources.desk
        .grades()
        .map(({ source, reliability, decided }) => [
          sourceKey(source),
          { source, reliability, decided }
        ])
    )
  }

  gather({
    articles,
    claims: only,
    threads,
    comparisons,
    withoutNotes,
    minSeverity
  }: Omit<DossierRequest, 'format'>): Dossier {
    const ids = [...new Set(articles ?? this.#from.desk.marked())]
    for (const id of ids) this.#document(id)
    const claims = ids
      .flatMap((id) => this.#claimsOf(id, minSeverity, only && startsIn(only, id)))
      .map((claim, i) => ({ id: `C${String(i + 1)}`, ...claim }))
    const notes = withoutNotes ? [] : ids.flatMap((id) => this.#notesOf(id))
    const chosen = (threads ?? []).map((id) => this.#thread(id))
    const compared = (comparisons ?? []).map(({ a, b }) => this.#comparison(a, b))
    return {
      format: DOSSIER_FORMAT,
      version: DOSSIER_VERSION,
      app: APP_VERSION,
      made: this.#from.now().toISOString(),
      documents: [...this.#documents.values()],
      claims,
      notes,
      threads: chosen,
      comparisons: compared,
      grades: [...this.#grades.values()]
    }
  }

  #article(id: ArticleId): Article {
    const article = this.#from.articles(id)
    if (article === undefined) throw new FailureError({ code: 'article-not-found', article: id })
    return article
  }

  #document(id: ArticleId): DossierDocument {
    const known = this.#documents.get(id)
    if (known !== undefined) return known
    const article = this.#article(id)
    const [header] = this.#from.headers([id])
    if (header === undefined) throw new FailureError({ code: 'article-not-found', article: id })
    const document = describe(article, {
      id: `D${String(this.#documents.size + 1)}`,
      header,
      fileHash: this.#from.fileHash(id)
    })
    this.#documents.set(id, document)
    return document
  }

  #quote(id: ArticleId, { start, end }: Span): DossierQuotation {
    const exact = this.#article(id).text.slice(start, end)
    return { document: this.#document(id).id, start, end, exact, sha256: sha256(exact) }
  }

  /** @param only - starts of the sentences that are wanted; absent for all */
  #claimsOf(
    id: ArticleId,
    minSeverity: number,
    only?: ReadonlySet<number>
  ): Omit<DossierClaim, 'id'>[] {
    const { marks } = this.#from.claims.of(id)
    const verdicts = verdictsByMark(this.#from.desk.of(id), marks)
    const threads = this.#threadsBySentence(id)
    return marks
      .filter(
        ({ index, letter, severity }) =>
          verdicts.has(index) || (letter !== undefined && severity >= minSeverity)
      )
      .filter(({ sentence }) => only === undefined || only.has(sentence.start))
      .map((mark) => {
        const thread = threads.get(mark.sentence.start)
        const verdict = verdicts.get(mark.index)
        return {
          ...this.#claim(id, mark, marks),
          deniedBy: this.#denials(id, { mark, marks, thread }),
          ...(thread && { support: supportOf(thread) }),
          ...(verdict && {
            verdict: {
              credibility: verdict.credibility,
              comment: verdict.comment,
              decided: verdict.decided,
              by: 'reader' as const
            }
          })
        }
      })
  }

  #claim(
    id: ArticleId,
    mark: Mark,
    marks: readonly Mark[]
  ): Omit<DossierClaim, 'id' | 'deniedBy' | 'support' | 'verdict'> {
    const { text } = this.#article(id)
    const { letter, categories, severity, reason, cues, source, via, coveredBy } = mark
    return {
      quotation: this.#quote(id, mark.sentence),
      ...(letter !== undefined && { letter }),
      categories,
      severity,
      reason,
      cues: cues.map(({ span, category, ruleId }) => ({
        words: text.slice(span.start, span.end),
        category,
        rule: ruleId,
        start: span.start,
        end: span.end
      })),
      ...(source && { source: this.#source(source) }),
      via: via.map(({ name }) => name),
      coveredBy: this.#sentences(id, coveredBy, marks)
    }
  }

  #source({ name, type, side }: NonNullable<Mark['source']>): DossierSource {
    const grade = this.#grades.get(sourceKey(name))
    return {
      name,
      type,
      ...(side !== undefined && { side }),
      ...(grade && { reliability: grade.reliability })
    }
  }

  #sentences(
    id: ArticleId,
    indexes: readonly number[],
    marks: readonly Mark[]
  ): DossierQuotation[] {
    return indexes.flatMap((index) => {
      const mark = marks[index]
      return mark === undefined ? [] : [this.#quote(id, mark.sentence)]
    })
  }

  /** Denials in the claim's own report, then those that its thread brings from others. */
  #denials(
    id: ArticleId,
    claim: { mark: Mark; marks: readonly Mark[]; thread: ClaimThread | undefined }
  ): DossierQuotation[] {
    const own = this.#sentences(id, claim.mark.deniedBy, claim.marks)
    const others = (claim.thread?.denials ?? []).map((row) => this.#quoteRow(row))
    const all = [...own, ...others]
    return all.filter(
      (one, i) =>
        all.findIndex((same) => same.document === one.document && same.start === one.start) === i
    )
  }

  #quoteRow({ article, sentence }: Pick<ClaimRow, 'article' | 'sentence'>): DossierQuotation {
    return this.#quote(article.id, sentence)
  }

  #threadsBySentence(id: ArticleId): ReadonlyMap<number, ClaimThread> {
    this.#loadThreads(id)
    const byStart = new Map<number, ClaimThread>()
    for (const thread of this.#threads.values())
      for (const { article, sentence } of thread.members)
        if (article.id === id) byStart.set(sentence.start, thread)
    return byStart
  }

  #loadThreads(article: ArticleId): void {
    if (this.#threaded.has(article)) return
    this.#threaded.add(article)
    for (const thread of this.#from.claims.threads({ article, ...ALL }).rows)
      this.#threads.set(thread.id, thread)
  }

  #thread(id: ThreadId): DossierThread {
    // A thread is named after its first claim: `article:mark`.
    this.#loadThreads(Number(id.split(':')[0]))
    const thread = this.#threads.get(id)
    if (thread === undefined) throw new FailureError({ code: 'not-found', what: 'thread' })
    const { gist, sides, opponentsAgree, members, denials, confirmedBy } = thread
    return {
      ...supportOf(thread),
      gist,
      sides,
      opponentsAgree,
      members: members.map((member) => ({
        quotation: this.#quoteRow(member),
        relation: member.relation,
        ...(member.source && { source: member.source.name })
      })),
      denials: denials.map((row) => this.#quoteRow(row)),
      ...(confirmedBy && { confirmedBy: this.#quoteRow(confirmedBy) })
    }
  }

  #notesOf(id: ArticleId): DossierNote[] {
    return this.#from.desk.of(id).notes.map(({ span, text, decided }) => ({
      document: this.#document(id).id,
      ...(span.start < span.end && { quotation: this.#quote(id, span) }),
      text,
      decided
    }))
  }

  #comparison(a: ArticleId, b: ArticleId): DossierComparison {
    const { alignment, overlap, order } = this.#from.comparisons.compare(a, b)
    const { summary, counts, changes } = alignment
    const turned = overlap !== undefined && overlap.a !== a
    return {
      a: this.#document(a).id,
      b: this.#document(b).id,
      ...(order && { order }),
      ...(overlap && {
        containment: {
          aInB: turned ? overlap.containmentB : overlap.containmentA,
          bInA: turned ? overlap.containmentA : overlap.containmentB
        }
      }),
      summary,
      counts,
      changes: changes
        .filter(({ strength }) => strength !== 'minor')
        .map(({ kind, text, a: left, b: right }) => ({
          kind,
          text,
          ...(left && { a: this.#quote(a, left) }),
          ...(right && { b: this.#quote(b, right) })
        }))
    }
  }
}

function describe(
  { metadata, contentHash, words }: Article,
  { id, header, fileHash }: { id: string; header: ArticleHeader; fileHash: string | undefined }
): DossierDocument {
  const { title, authors, publisher, published, saved, url, language } = metadata
  const { subFolder, fileName, tags } = header
  return {
    id,
    title: title.value,
    authors: authors?.value ?? [],
    ...(publisher && { publisher: publisher.value }),
    ...(published && { published: published.value }),
    ...(saved && { saved: saved.value }),
    ...(url && { url: url.value }),
    ...(language && { language: language.value }),
    file: subFolder === '' ? fileName : `${subFolder}/${fileName}`,
    words,
    textSha256: contentHash,
    ...(fileHash !== undefined && { fileSha256: fileHash }),
    tags: tags ?? []
  }
}

const supportOf = (thread: ClaimThread): DossierSupport => ({
  thread: thread.id,
  origins: thread.origins,
  originNames: thread.originNames,
  documents: thread.documents,
  newsrooms: thread.newsrooms,
  conflicts: thread.conflicts
})

const startsIn = (
  claims: NonNullable<DossierRequest['claims']>,
  id: ArticleId
): ReadonlySet<number> =>
  new Set(claims.flatMap(({ article, sentence }) => (article === id ? [sentence.start] : [])))

/** Verdicts by the index of the sentence that they fit best. */
function verdictsByMark(
  { verdicts }: ArticleDesk,
  marks: readonly Mark[]
): ReadonlyMap<number, ArticleDesk['verdicts'][number]> {
  const byMark = new Map<number, ArticleDesk['verdicts'][number]>()
  for (const verdict of verdicts) {
    const fit = (mark: Mark) => shared(mark.sentence, verdict.sentence)
    const best = marks.reduce<Mark | undefined>(
      (most, mark) => (fit(mark) > (most === undefined ? 0 : fit(most)) ? mark : most),
      undefined
    )
    if (best !== undefined) byMark.set(best.index, verdict)
  }
  return byMark
}
