import type { AlignmentRow, SentencePair, WordEdit } from '../../../../core/align/model'
import type { Block } from '../../../../core/article/article'
import type { Span } from '../../../../core/text/span'

/** A stretch of one side's text and how it relates to the other side. */
export interface Piece {
  readonly text: string
  /** `only`: a whole sentence that the other side lacks; `word`: words inside a sentence that both have. */
  readonly kind: 'same' | 'word' | 'only' | 'restated' | 'other-scope'
}

/** A block cut into pieces, with its index in the article. */
export interface PiecedBlock {
  readonly block: number
  readonly pieces: readonly Piece[]
}

interface Sided {
  readonly text: string
  readonly blocks: readonly Block[]
}

interface Stretch extends Span {
  readonly kind: Piece['kind']
}

/** Cuts the blocks of one side of a row at its sentence pairs and word edits; the texts joined give the blocks unchanged. */
export function piecesOf(row: AlignmentRow, side: 'a' | 'b', article: Sided): PiecedBlock[] {
  const stretches = row.pairs.flatMap((pair) => stretchesOf(pair, side))
  const whole: Piece['kind'] = row.kind === 'only-a' || row.kind === 'only-b' ? 'only' : 'same'
  return row[side].map((index) => {
    const span = article.blocks[index]?.span ?? { start: 0, end: 0 }
    const fitting = stretches.filter((s) => s.start < span.end && s.end > span.start)
    return { block: index, pieces: cut(article.text, span, fitting, whole) }
  })
}

function stretchesOf(pair: SentencePair, side: 'a' | 'b'): Stretch[] {
  const span = pair[side]
  if (span === undefined) return []
  switch (pair.relation) {
    case 'only-a':
    case 'only-b':
      return [{ ...span, kind: 'only' }]
    case 'same-statement':
      return [{ ...span, kind: 'restated' }]
    case 'other-scope':
      return [{ ...span, kind: 'other-scope' }]
    default:
      return pair.edits
        .filter((edit) => edit.op !== 'equal' && edit[side].end > edit[side].start)
        .map((edit) => ({ ...edit[side], kind: 'word' as const }))
  }
}

function cut(
  text: string,
  within: Span,
  stretches: readonly Stretch[],
  rest: Piece['kind']
): Piece[] {
  const pieces: Piece[] = []
  let at = within.start
  const push = (end: number, kind: Piece['kind']) => {
    if (end > at) pieces.push({ text: text.slice(at, end), kind })
    at = Math.max(at, end)
  }
  for (const stretch of stretches.toSorted((x, y) => x.start - y.start)) {
    push(Math.max(at, Math.min(stretch.start, within.end)), rest)
    push(Math.min(stretch.end, within.end), stretch.kind)
  }
  push(within.end, rest)
  return pieces
}

/** A stretch of the one-column view: both texts woven together. */
export interface WovenPiece {
  readonly text: string
  readonly kind: 'same' | 'only-a' | 'only-b'
}

/** Weaves both sides of a row into one text, a's words before b's where they differ. */
export function weave(row: AlignmentRow, a: Sided, b: Sided): WovenPiece[] {
  if (row.pairs.length === 0) return blocksAlone(row, a, b)
  const woven = row.pairs.flatMap((pair) => [...weavePair(pair, a.text, b.text), SPACE])
  return join(woven.slice(0, -1))
}

const SPACE: WovenPiece = { text: ' ', kind: 'same' }

function blocksAlone(row: AlignmentRow, a: Sided, b: Sided): WovenPiece[] {
  const side = row.a.length > 0 ? a : b
  const kind = row.kind === 'only-a' || row.kind === 'only-b' ? row.kind : 'same'
  const blocks = (row.a.length > 0 ? row.a : row.b).flatMap((index): WovenPiece[] => {
    const span = side.blocks[index]?.span ?? { start: 0, end: 0 }
    return [SPACE, { text: side.text.slice(span.start, span.end), kind }]
  })
  return join(blocks.slice(1))
}

function weavePair(pair: SentencePair, a: string, b: string): WovenPiece[] {
  const left: WovenPiece[] = pair.a
    ? [{ text: a.slice(pair.a.start, pair.a.end), kind: 'only-a' }]
    : []
  const right: WovenPiece[] = pair.b
    ? [{ text: b.slice(pair.b.start, pair.b.end), kind: 'only-b' }]
    : []
  if (pair.relation === 'equal' || pair.relation === 'other-scope') {
    return left.map((piece) => ({ ...piece, kind: 'same' }))
  }
  if (pair.relation !== 'edited' || pair.edits.length === 0) {
    return left.length > 0 && right.length > 0 ? [...left, SPACE, ...right] : [...left, ...right]
  }
  return pair.edits.flatMap((edit) => weaveEdit(edit, a, b))
}

function weaveEdit(edit: WordEdit, a: string, b: string): WovenPiece[] {
  const left = a.slice(edit.a.start, edit.a.end)
  const right = b.slice(edit.b.start, edit.b.end)
  if (edit.op === 'equal') return [{ text: left, kind: 'same' }]
  return [
    { text: left, kind: 'only-a' as const },
    { text: right, kind: 'only-b' as const }
  ].filter((piece) => piece.text !== '')
}

function join(pieces: readonly WovenPiece[]): WovenPiece[] {
  const joined: WovenPiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last?.kind === piece.kind)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}
