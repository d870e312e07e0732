import type { Canonical } from '../article/article'
import type { Span } from '../text/span'
import type { ArticleClaims, Mark, Source } from './claim'
import type { ScopeCorrection } from './scope'

/* Characters that print nothing: some outlets strew them between letters and words, where no pattern expects them. */

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

interface Plain<T extends Canonical> {
  readonly plain: T
  /** What a reader put right, for the plain text. */
  readonly scopes: (given: readonly ScopeCorrection[]) => readonly ScopeCorrection[]
  readonly restore: (found: ArticleClaims) => ArticleClaims
}

/** Returns the article without characters that print nothing, and how to bring what is found in it back; undefined if it has none. */
export function withoutInvisible<T extends Canonical>(article: T): Plain<T> | undefined {
  const gone = [...article.text.matchAll(INVISIBLE)].map((match) => match.index)
  if (gone.length === 0) return undefined
  // Offset in the plain text of each offset in the printed one, and back.
  const there = new Uint32Array(article.text.length + 1)
  const back: number[] = []
  let next = 0
  for (let i = 0; i <= article.text.length; i++) {
    there[i] = back.length
    if (gone[next] === i) next++
    else back.push(i)
  }
  const forward = ({ start, end }: Span): Span => ({
    start: there[start] ?? 0,
    end: there[end] ?? 0
  })
  const restored = ({ start, end }: Span): Span => ({
    start: back[start] ?? 0,
    // The end stands right behind the last letter, not before the next one.
    end: end > start ? (back[end - 1] ?? 0) + 1 : (back[end] ?? 0)
  })
  const plain = {
    ...article,
    text: article.text.replace(INVISIBLE, ''),
    blocks: article.blocks.map((block) => ({ ...block, span: forward(block.span) }))
  }
  return {
    plain,
    scopes: (given) =>
      given.map((scope) => ({
        ...scope,
        status: forward(scope.status),
        sentence: forward(scope.sentence)
      })),
    restore: (found) => ({ ...found, marks: found.marks.map((mark) => moved(mark, restored)) })
  }
}

function moved(mark: Mark, to: (span: Span) => Span): Mark {
  const { source, silent, scope } = mark
  const named = (who: Source): Source =>
    who.span === undefined ? who : { ...who, span: to(who.span) }
  return {
    ...mark,
    sentence: to(mark.sentence),
    span: to(mark.span),
    cues: mark.cues.map((cue) => ({ ...cue, span: to(cue.span) })),
    via: mark.via.map(named),
    ...(source && { source: named(source) }),
    ...(silent && { silent: named(silent) }),
    ...(scope && { scope: { sure: scope.sure.map(to), possible: scope.possible.map(to) } })
  }
}
