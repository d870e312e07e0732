import type { ArticleId } from '../core/article/article'
import { lineKey } from '../core/article/repetition'
import type { Decision } from '../shared/decision'
import { holdingText, showMetadata } from './catalog/articles'
import { transaction, type WritableDb } from './catalog/database'
import { everyArticleWithLine } from './catalog/furniture'
import type { Parts } from './parts'
import type { Pipeline } from './pipeline'

/** Decisions that change nothing of what was found. */
const ONLY_NOTED: ReadonlySet<Decision['kind']> = new Set([
  'note',
  'verdict',
  'grade',
  'tag',
  'star',
  'read'
])

/** Carries out what follows from decisions: which rows are shown anew, and what has to be derived again. */
export class Consequences {
  readonly #db: WritableDb
  readonly #parts: Pick<Parts, 'articles' | 'backlog' | 'decisions'>
  readonly #pipeline: Pipeline

  constructor(
    db: WritableDb,
    parts: Pick<Parts, 'articles' | 'backlog' | 'decisions'>,
    pipeline: Pipeline
  ) {
    this.#db = db
    this.#parts = parts
    this.#pipeline = pipeline
  }

  /** Of one decision that was made or taken back. */
  decided(decision: Decision): void {
    const { articles, backlog } = this.#parts
    if (ONLY_NOTED.has(decision.kind)) {
      this.#pipeline.touch('decisions', 'articles')
      return
    }
    switch (decision.kind) {
      case 'furniture':
        articles.forget()
        backlog.redo(
          decision.article === undefined ? this.#holdingLine(decision.line) : [decision.article]
        )
        break
      case 'metadata':
        articles.forget()
        this.showMetadata([decision.article])
        backlog.redo([decision.article])
        break
      case 'scope':
        backlog.redo([decision.article], 'claims')
        break
      case 'actor':
        backlog.redoStage('claims')
        break
      default:
        backlog.decided()
    }
    this.#touchAll()
  }

  /** Of many decisions that came from another library. */
  adopted(kinds: readonly Decision['kind'][]): void {
    const { articles, backlog } = this.#parts
    articles.forget()
    backlog.decided()
    // Corrections in bulk may bear on anything that was derived.
    if (kinds.some((kind) => !ONLY_NOTED.has(kind))) {
      this.showMetadata()
      backlog.rebuild()
    }
    this.#touchAll()
  }

  /** Lists articles under the metadata that the reader put right, or again under their own. */
  showMetadata(
    ids: readonly ArticleId[] = [...this.#parts.decisions.corrections().metadata.keys()]
  ): void {
    const articles = ids.flatMap((id) => this.#parts.articles.get(id) ?? [])
    if (articles.length === 0) return
    transaction(this.#db, () => {
      for (const { id, metadata } of articles) showMetadata(this.#db, id, metadata)
    })
  }

  /** Articles with the line as it stands, and those with the same line in other case or spacing, which it is decided for, too. */
  #holdingLine(line: string): ArticleId[] {
    const alike = everyArticleWithLine(this.#db, lineKey(line))
    return [...new Set([...holdingText(this.#db, line.trim()), ...alike])]
  }

  #touchAll(): void {
    this.#pipeline.touch('decisions', 'articles', 'overlaps', 'claims')
    this.#pipeline.work()
  }
}
