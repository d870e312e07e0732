import type { Article, ArticleId } from '../core/article/article'
import type { DossierRequest } from '../shared/decision'
import {
  article,
  currentByContent,
  fileHash,
  holdingText,
  memberOf,
  shownIds
} from './catalog/articles'
import type { WritableDb } from './catalog/database'
import { openDecisions } from './catalog/decisions'
import { Articles } from './articles'
import { Comparisons } from './comparisons'
import { Decisions } from './decisions'
import { Desk } from './desk'
import type { DeskSource } from './desk-document'
import { makeDossier } from './dossier'
import { Backlog } from './derive/backlog'
import { Claims } from './derive/claims'
import { Detector } from './detector/detector'
import type { SpawnDetector } from './detector/protocol'
import { createFurnitureDeriver } from './derive/furniture'
import { Overlaps } from './derive/overlaps'
import { Finding } from './finding'
import { FullText } from './index/full-text'
import { Overview } from './overview/overview'
import { Shelf } from './shelf'
import { Views } from './views'

/** What a library is made of, each part given only what it needs. */
export interface Parts {
  readonly shelf: Shelf
  readonly articles: Articles
  readonly decisions: Decisions
  readonly desk: Desk
  readonly index: FullText
  readonly overlaps: Overlaps
  readonly claims: Claims
  /** Finds claims beside this thread; absent where nothing was given that does. */
  readonly detector?: Detector
  readonly views: Views
  readonly overview: Overview
  readonly finding: Finding
  readonly comparisons: Comparisons
  readonly dossier: (request: DossierRequest) => string
  readonly backlog: Backlog
}

/** Puts the parts together around an open catalog. */
export function compose(
  db: WritableDb,
  options: {
    readonly dataDir: string | null
    readonly now: () => Date
    readonly onBug: (error: unknown) => void
    /** Whether the pipeline is at work. */
    readonly busy: () => boolean
    readonly spawnDetector?: SpawnDetector
  }
): Parts {
  // Decisions refer to articles as they were imported: they are what corrects them.
  const texts = {
    article: (id: number) => article(db, id),
    byContent: (hash: string) => currentByContent(db, hash),
    holding: (words: string) => holdingText(db, words)
  }
  const store = openDecisions(options.dataDir)
  const decisions = new Decisions(store, texts, options.now)
  const standing = () => decisions.standing()
  const furniture = createFurnitureDeriver()
  const articles = new Articles(db, {
    corrections: () => decisions.corrections(),
    repeated: (one) => furniture.furnitureOf(one)
  })
  const { get } = articles
  const index = new FullText()
  const overlaps = new Overlaps({
    articles: get,
    members: (id) => memberOf(db, id),
    decisions: standing
  })
  const detector = options.spawnDetector && new Detector(options.spawnDetector)
  const claims: Claims = new Claims(
    {
      articles: get,
      decisions: standing,
      copies: (id) => overlaps.copiesOf(id),
      headers: (ids) => views.headers(ids),
      newest: () => shownIds(db, { sort: 'published', descending: true })
    },
    detector
  )
  const desk: Desk = new Desk({
    db,
    decisions,
    headers: (ids) => views.headers(ids),
    sources: (ids) => deskSources(get, views, ids),
    now: options.now
  })
  const views: Views = new Views({
    db,
    articles: get,
    overlaps,
    claims,
    facts: desk.factsOf,
    busy: options.busy
  })
  const { headers } = views
  const comparisons = new Comparisons({ articles: get, views, overlaps })
  return {
    shelf: new Shelf(db, store.db),
    articles,
    decisions,
    desk,
    index,
    overlaps,
    claims,
    ...(detector && { detector }),
    views,
    overview: new Overview({ db, articles: get, overlaps, claims, views }),
    finding: new Finding({ db, index, articles, headers, overlaps, claims, desk }),
    comparisons,
    dossier: (request) =>
      makeDossier(
        {
          articles: get,
          headers,
          fileHash: (id) => fileHash(db, id),
          claims,
          desk,
          comparisons,
          now: options.now
        },
        request
      ),
    // In this order: overlaps and claims read articles without the furniture, and claims read overlaps.
    backlog: new Backlog({
      db,
      derivers: [furniture, index, overlaps, claims],
      articles,
      onBug: options.onBug
    })
  }
}

/** Names documents for a desk document, as the reader knows them. */
function deskSources(
  articles: (id: ArticleId) => Article | undefined,
  views: Views,
  ids: readonly ArticleId[]
): DeskSource[] {
  return views.headers(ids).flatMap(({ id, title, subFolder, fileName }) => {
    const article = articles(id)
    if (article === undefined) return []
    const { publisher, published, url } = article.metadata
    return {
      content: article.contentHash,
      title,
      ...(publisher && { publisher: publisher.value }),
      ...(published && { published: published.value }),
      ...(url && { url: url.value }),
      file: subFolder === '' ? fileName : `${subFolder}/${fileName}`
    }
  })
}
