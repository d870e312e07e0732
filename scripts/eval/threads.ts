import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleId } from '../../src/core/article/article'
import type { ArticleClaims, Mark } from '../../src/core/claims/claim'
import type { Span } from '../../src/core/text/span'
import type { Library } from '../../src/library/library'
import type { ClaimThread } from '../../src/shared/shapes'
import { rawSpan } from './claims'
import { allHeaders, libraryOf } from './open-library'

/** A hand-made thread: sentences of several reports and how many independent origins stand behind them. */
interface GoldThread {
  readonly id: string
  readonly claim: string
  readonly sentences: readonly string[]
  readonly independent_origins: number
}

interface GoldSentence {
  readonly id: string
  readonly seed: string
  readonly start: number
  readonly end: number
  readonly text: string
}

interface GoldGroup {
  readonly id: string
  readonly members: readonly { readonly file: string; readonly text: string }[]
}

/** Share of a found sentence that must lie in a labelled one for the two to be the same. */
const SAME_SENTENCE = 0.4
/** Threads asked for at once. */
const PAGE = 200

/**
 * Prints, for every labelled thread of `dir/overlaps.json`, the origins that the app counts; how many are right; whether identical
 * disclaimers of different reports are kept apart; and how many pairs of `dir/../claims/seeds-claim-clusters.json` are joined. The
 * reports in `dir/../../seeds` are opened as the app opens them.
 *
 * A labelled thread is read from the app's thread that holds most of its sentences; where the app has none, from the first of its
 * sentences that has a source and neither denies nor only says that something could not be verified.
 */
export async function predict(dir: string): Promise<void> {
  const sentences = (await json<{ sentences: GoldSentence[] }>(join(dir, 'sentences.json')))
    .sentences
  const gold = (await json<{ threads: GoldThread[] }>(join(dir, 'overlaps.json'))).threads
  const groups = await json<GoldGroup[]>(join(dir, '..', 'claims', 'seeds-claim-clusters.json'))
  const library = await libraryOf(join(dir, '..', '..', 'seeds'))
  const claims = new Map<ArticleId, ArticleClaims>()
  for (const { id } of allHeaders(library)) claims.set(id, await library.claims(id))
  const found = new Found(library, sentences, claims)

  const right = gold.filter((thread) => {
    const { origins, names } = found.originsOf(thread)
    const good = origins === thread.independent_origins
    const tail = good ? '' : ` (labelled ${thread.independent_origins})`
    console.log(
      `${good ? 'right' : 'WRONG'} ${thread.id} ${thread.claim}: ${origins}${tail} ${names}`
    )
    return good
  }).length
  console.log(`origins right ${right}/${gold.length}`)
  console.log(found.disclaimers())
  console.log(found.pairs(groups))
  await library.close()
}

/** Threads and marks of the opened seeds, told by the ids of the labelled sentences. */
class Found {
  readonly #sentences: readonly GoldSentence[]
  readonly #files: ReadonlyMap<ArticleId, string>
  readonly #marks = new Map<string, Mark>()
  readonly #threads: readonly { readonly thread: ClaimThread; readonly ids: readonly string[] }[]

  constructor(
    library: Library,
    sentences: readonly GoldSentence[],
    claims: ReadonlyMap<ArticleId, ArticleClaims>
  ) {
    this.#sentences = sentences
    const headers = allHeaders(library)
    this.#files = new Map(headers.map(({ id, fileName }) => [id, fileName]))
    const blocks = new Map(headers.map(({ id }) => [id, library.article(id)]))
    const idOf = (article: ArticleId, span: Span) => {
      const view = blocks.get(article)
      return view === undefined ? undefined : this.#idAt(article, rawSpan(view, span))
    }
    for (const { id } of headers) {
      for (const mark of claims.get(id)?.marks ?? []) {
        const label = idOf(id, mark.sentence)
        if (label !== undefined) this.#marks.set(label, mark)
      }
    }
    this.#threads = threadsOf(library).map((thread) => ({
      thread,
      ids: thread.members.flatMap((m) => idOf(m.article.id, m.sentence) ?? [])
    }))
  }

  #idAt(article: ArticleId, span: Span): string | undefined {
    const file = this.#files.get(article)
    return this.#sentences.find(
      (s) =>
        s.seed === file &&
        Math.min(s.end, span.end) - Math.max(s.start, span.start) >
          SAME_SENTENCE * (span.end - span.start)
    )?.id
  }

  originsOf(gold: GoldThread): { origins: number; names: string } {
    const shared = (ids: readonly string[]) =>
      ids.filter((id) => gold.sentences.includes(id)).length
    const best = this.#threads.toSorted(
      (a, b) => shared(b.ids) - shared(a.ids) || a.ids.length - b.ids.length
    )[0]
    if (best !== undefined && shared(best.ids) > 0) {
      return { origins: best.thread.origins, names: best.thread.originNames.join(', ') }
    }
    const alone = gold.sentences
      .flatMap((id) => this.#marks.get(id) ?? [])
      .find(
        (m) => m.source !== undefined && m.kind !== 'status' && !m.categories.includes('DISPUTED')
      )
    return { origins: alone === undefined ? 0 : 1, names: alone?.source?.name ?? '' }
  }

  /** Stock lines that two reports share word for word are about different things in each. */
  disclaimers(): string {
    const status = this.#sentences.filter((s) => this.#marks.get(s.id)?.kind === 'status')
    let same = 0
    let joined = 0
    status.forEach((a, i) => {
      for (const b of status.slice(i + 1)) {
        if (a.seed === b.seed || a.text !== b.text) continue
        same++
        if (this.#together(a.id, b.id)) joined++
      }
    })
    return `identical disclaimers of different reports kept apart ${same - joined}/${same}`
  }

  #together(a: string, b: string): boolean {
    return this.#threads.some(({ ids }) => ids.includes(a) && ids.includes(b))
  }

  pairs(groups: readonly GoldGroup[]): string {
    let all = 0
    let joined = 0
    for (const { members } of groups) {
      const ids: string[] = []
      for (const { file, text } of members) {
        // A live page prints a post twice: each print is a member of its own.
        const at = this.#sentences.find(
          (s) => s.seed === file && near(s.text, text) && !ids.includes(s.id)
        )
        if (at !== undefined) ids.push(at.id)
      }
      ids.forEach((a, i) => {
        for (const b of ids.slice(i + 1)) {
          all++
          if (this.#together(a, b)) joined++
        }
      })
    }
    return `pairs of ${groups.length} labelled groups joined ${joined}/${all}`
  }
}

/** The two label files cut some sentences differently: one may hold most of the other. */
function near(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return long.includes(short) && short.length > SAME_SENTENCE * long.length
}

function threadsOf(library: Library): ClaimThread[] {
  const threads: ClaimThread[] = []
  for (;;) {
    const page = library.threads({ offset: threads.length, limit: PAGE })
    threads.push(...page.rows)
    if (page.rows.length === 0 || threads.length >= page.total) return threads
  }
}

async function json<T>(file: string): Promise<T> {
  // Our own scorer's input; a wrong shape shows at the first field that is read.
  return JSON.parse(await readFile(file, 'utf8')) as T
}
