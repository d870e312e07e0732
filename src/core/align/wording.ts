import { FUNCTION_WORDS } from '../text/function-words'
import { Pattern } from '../text/pattern'
import { textUnder, touches, type Span } from '../text/span'
import { CUE } from './cues'
import { pairText, type FactChange } from './fact-change'
import { VERB_LEVELS } from './lexicon'
import type { ChangeKind, WordEdit } from './model'
import { sameName } from './names'
import { wordsUnder, type Prepared } from './report'

/** A change of words that no fact explains. */
export interface WordingChange {
  readonly kind: ChangeKind
  readonly strength: 'strong' | 'soft' | 'minor'
  readonly a?: Span
  readonly b?: Span
  readonly text: string
}

/** Words of an inserted or dropped stretch from which it is a statement of its own. */
const CLAUSE_WORDS = 6
/** Content words exchanged for others from which the meaning may differ. One verb for another is style. */
const REWORDED = 3
const CONTENT_IN_CLAUSE = 3
/** Commitment of verbs that only report. */
const PLAIN_REPORT = 2

/** Two sentences with their word changes and the facts that were named already. */
export interface WordingInput {
  readonly a: Prepared
  readonly b: Prepared
  /** Those that change something. */
  readonly edits: readonly WordEdit[]
  readonly facts: readonly FactChange[]
}

/**
 * Returns the word changes that facts leave unexplained: statements added or left out, telling words added, passages reworded,
 * and the rest as minor.
 */
export function compareWording({
  a: reportA,
  b: reportB,
  edits,
  facts
}: WordingInput): WordingChange[] {
  const [textA, textB] = [reportA.report.text, reportB.report.text]
  const namedA = facts.flatMap(({ a }) => a ?? [])
  const namedB = facts.flatMap(({ b }) => b ?? [])
  const steps: Step[] = []
  for (const edit of edits) {
    steps.push({
      edit,
      a: contentOf(reportA, edit.a, namedA),
      b: contentOf(reportB, edit.b, namedB),
      explained: facts.some((fact) => touchesAny(fact, edit))
    })
  }
  cancelMoved(
    steps.flatMap(({ a }) => a.content),
    steps.flatMap(({ b }) => b.content)
  )
  const found: WordingChange[] = []
  for (const step of steps) {
    const change = numberOfThings(textA, textB, step)
    if (change !== undefined) found.push(change)
  }
  for (const { edit, a, b, explained } of steps) {
    const verdict = weighStep(unmoved(a), unmoved(b), a.words, b.words, explained)
    if (verdict === undefined && explained) continue
    const left = textUnder(textA, edit.a).trim()
    const right = textUnder(textB, edit.b).trim()
    const text = pairText(left === '' ? undefined : left, right === '' ? undefined : right)
    found.push(withSides(verdict ?? MINOR, edit, text))
  }
  return found
}

const MINOR = { kind: 'wording', strength: 'minor' } as const

function withSides(
  { kind, strength }: Pick<WordingChange, 'kind' | 'strength'>,
  { a, b }: WordEdit,
  text: string
): WordingChange {
  if (a.start === a.end)
    return b.start === b.end ? { kind, strength, text } : { kind, strength, b, text }
  return b.start === b.end ? { kind, strength, a, text } : { kind, strength, a, b, text }
}

function unmoved({ content }: Content): number {
  let count = 0
  for (const { moved } of content) if (!moved) count++
  return count
}

function touchesAny(fact: FactChange, { a, b }: WordEdit): boolean {
  return (
    (fact.a !== undefined && touches(fact.a, a)) || (fact.b !== undefined && touches(fact.b, b))
  )
}

function weighStep(
  inA: number,
  inB: number,
  wordsA: number,
  wordsB: number,
  explained: boolean
): Pick<WordingChange, 'kind' | 'strength'> | undefined {
  if (inA === 0 && inB >= CONTENT_IN_CLAUSE && wordsB >= CLAUSE_WORDS && wordsA <= 1)
    return { kind: 'addition', strength: 'soft' }
  if (inB === 0 && inA >= CONTENT_IN_CLAUSE && wordsA >= CLAUSE_WORDS && wordsB <= 1)
    return { kind: 'omission', strength: 'soft' }
  // Beside a fact that is named already, one word more is part of it: "11" → "19 people".
  const least = explained ? 2 : 1
  if ((inA === 0 && wordsA === 0 && inB >= least) || (inB === 0 && wordsB === 0 && inA >= least))
    return { kind: 'wording', strength: 'soft' }
  if (Math.max(inA, inB) >= REWORDED) return { kind: 'wording', strength: 'soft' }
  return undefined
}

/** "according to the court" and "the court said" differ in style. Only words of speech can be among those. */
const isTelling = (form: string, binds: boolean, speaks: boolean): boolean =>
  form.length > 2 &&
  !binds &&
  !form.endsWith('ly') &&
  !(speaks && (form === 'according' || VERB_LEVELS.get(form) === PLAIN_REPORT))

interface ContentWord {
  readonly form: string
  moved: boolean
}

/** Returns the telling words of a stretch that no named fact covers, and how many words of any kind none covers. */
function contentOf(prepared: Prepared, span: Span, named: readonly Span[]): Content {
  if (span.start === span.end) return NO_CONTENT
  const found = wordsUnder(prepared, span)
  const content: ContentWord[] = []
  let free = 0
  for (const word of found) {
    if (named.some((fact) => touches(fact, word))) continue
    free++
    // Names are facts, and facts were compared already.
    const { form: whole, capital, binds, cues } = word.word
    if (capital) continue
    const owns = whole.endsWith("'s")
    const form = owns ? whole.slice(0, -2) : whole
    if (isTelling(form, owns ? FUNCTION_WORDS.has(form) : binds, (cues & CUE.speech) !== 0))
      content.push({ form, moved: false })
  }
  return { content, words: free, all: found }
}

/** A change of words with what either side of it holds. */
interface Step {
  readonly edit: WordEdit
  readonly a: Content
  readonly b: Content
  /** A named fact touches it. */
  readonly explained: boolean
}

interface Content {
  readonly content: readonly ContentWord[]
  /** How many words no named fact covers. */
  readonly words: number
  readonly all: readonly Span[]
}

const NO_CONTENT: Content = { content: [], words: 0, all: [] }

/** Words that stand in the changes of both sides only moved within the sentence. */
function cancelMoved(left: readonly ContentWord[], right: readonly ContentWord[]): void {
  for (const word of left)
    for (const other of right) {
      if (other.moved || !sameName(word.form, other.form)) continue
      word.moved = true
      other.moved = true
      break
    }
}

const ARTICLE_BEFORE = new Pattern(/\b(?:an?|one|the only|a single)\s(?:[\p{L}-]+\s){0,2}$/iu)
const PLURAL = new Pattern(/^(\p{L}{3,}?)(?:ies|es|s)$/u)

/** Names "factories → a factory": many of a thing on one side, a single one on the other. */
function numberOfThings(textA: string, textB: string, step: Step): WordingChange | undefined {
  if (step.edit.op !== 'replace') return undefined
  const [inA, inB] = [step.a.all, step.b.all]
  if (
    !inA.some(({ end }) => isPluralEnd(textA, end)) &&
    !inB.some(({ end }) => isPluralEnd(textB, end))
  )
    return undefined
  for (const word of inA) {
    for (const other of inB) {
      // One and many begin alike, and many ends in "s".
      if (textA.charCodeAt(word.start) !== textB.charCodeAt(other.start)) continue
      if (!isPluralEnd(textA, word.end) && !isPluralEnd(textB, other.end)) continue
      const [left, right] = [textUnder(textA, word), textUnder(textB, other)]
      if (!isOneAndMany(left, right) && !isOneAndMany(right, left)) continue
      const manyFirst = isOneAndMany(right, left)
      const single = manyFirst ? beforeOf(textB, other) : beforeOf(textA, word)
      if (!ARTICLE_BEFORE.test(single)) continue
      const article = ARTICLE_BEFORE.exec(single)?.[0] ?? ''
      const text = manyFirst ? `${left} → ${article}${right}` : `${article}${left} → ${right}`
      return { kind: 'number', strength: 'strong', a: spanOf(word), b: spanOf(other), text }
    }
  }
  return undefined
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

const isPluralEnd = (text: string, end: number): boolean => text.charAt(end - 1) === 's'

const beforeOf = (text: string, word: Span): string =>
  text.slice(Math.max(0, word.start - 40), word.start)

function isOneAndMany(one: string, many: string): boolean {
  const stem = PLURAL.exec(many)?.[1]
  if (stem === undefined || one === many) return false
  return one === stem || one === `${stem}y` || one === `${stem}e` || `${one}s` === many
}
