import { FUNCTION_WORDS } from '../text/function-words'
import { fold } from '../text/fold'
import { textUnder, touches, type Span } from '../text/span'
import { words } from '../text/segment'
import { pairText, type FactChange } from './compare-facts'
import type { ChangeKind, WordEdit } from './model'
import { sameName } from './names'

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
const REWORDED = 4
const CONTENT_IN_CLAUSE = 3

/** Two sentences with their word changes and the facts that were named already. */
export interface WordingInput {
  readonly textA: string
  readonly textB: string
  readonly edits: readonly WordEdit[]
  readonly facts: readonly FactChange[]
}

/**
 * Returns the word changes that facts leave unexplained: statements added or left out, telling words added, passages reworded,
 * and the rest as minor.
 */
export function compareWording({ textA, textB, edits, facts }: WordingInput): WordingChange[] {
  const steps = edits
    .filter(({ op }) => op !== 'equal')
    .map((edit) => ({
      edit,
      a: contentOf(
        textA,
        edit.a,
        facts.map((fact) => fact.a)
      ),
      b: contentOf(
        textB,
        edit.b,
        facts.map((fact) => fact.b)
      ),
      explained: facts.some((fact) => touchesAny(fact, edit))
    }))
  cancelMoved(
    steps.flatMap(({ a }) => a.content),
    steps.flatMap(({ b }) => b.content)
  )
  return [
    ...numberOfThings(textA, textB, edits),
    ...steps.flatMap(({ edit, a, b, explained }): WordingChange[] => {
      const [inA, inB] = [a, b].map(({ content }) => content.filter(({ moved }) => !moved).length)
      const verdict = weighStep(inA ?? 0, inB ?? 0, a.words, b.words, explained)
      if (verdict === undefined && explained) return []
      const sides = {
        ...(edit.a.start < edit.a.end && { a: edit.a }),
        ...(edit.b.start < edit.b.end && { b: edit.b })
      }
      const left = textUnder(textA, edit.a).trim()
      const right = textUnder(textB, edit.b).trim()
      const text = pairText(left === '' ? undefined : left, right === '' ? undefined : right)
      return [{ ...(verdict ?? { kind: 'wording', strength: 'minor' }), ...sides, text }]
    })
  ]
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

interface ContentWord {
  readonly form: string
  moved: boolean
}

/** Returns the telling words of a stretch that no named fact covers, and how many words of any kind none covers. */
function contentOf(
  text: string,
  span: Span,
  named: readonly (Span | undefined)[]
): { content: ContentWord[]; words: number } {
  const found = words(text, span)
  const free = found.filter(
    (word) => !named.some((fact) => fact !== undefined && touches(fact, word))
  )
  const content = free
    // Names are facts, and facts were compared already.
    .filter((word) => !/^\p{Lu}/u.test(text.charAt(word.start)))
    .map((word) => fold(textUnder(text, word)).replace(/'s$/, ''))
    .filter((form) => form.length > 2 && !FUNCTION_WORDS.has(form) && !form.endsWith('ly'))
    .map((form) => ({ form, moved: false }))
  return { content, words: free.length }
}

/** Words that stand in the changes of both sides only moved within the sentence. */
function cancelMoved(left: readonly ContentWord[], right: readonly ContentWord[]): void {
  for (const word of left) {
    const twin = right.find((other) => !other.moved && sameName(word.form, other.form))
    if (twin === undefined) continue
    word.moved = true
    twin.moved = true
  }
}

const ARTICLE_BEFORE = /\b(?:an?|one|the only|a single)\s(?:[\p{L}-]+\s){0,2}$/iu
const PLURAL = /^(\p{L}{3,}?)(?:ies|es|s)$/u

/** Names "factories → a factory": many of a thing on one side, a single one on the other. */
function numberOfThings(textA: string, textB: string, edits: readonly WordEdit[]): WordingChange[] {
  return edits.flatMap(({ op, a, b }): WordingChange[] => {
    if (op !== 'replace') return []
    const [inA, inB] = [words(textA, a), words(textB, b)]
    if (
      !inA.some(({ end }) => isPluralEnd(textA, end)) &&
      !inB.some(({ end }) => isPluralEnd(textB, end))
    )
      return []
    for (const word of inA)
      for (const other of inB) {
        const [left, right] = [textUnder(textA, word), textUnder(textB, other)]
        if (!isOneAndMany(left, right) && !isOneAndMany(right, left)) continue
        const manyFirst = isOneAndMany(right, left)
        const single = manyFirst ? beforeOf(textB, other) : beforeOf(textA, word)
        if (!ARTICLE_BEFORE.test(single)) continue
        const article = ARTICLE_BEFORE.exec(single)?.[0] ?? ''
        const text = manyFirst ? `${left} → ${article}${right}` : `${article}${left} → ${right}`
        return [{ kind: 'number', strength: 'strong', a: word, b: other, text }]
      }
    return []
  })
}

const isPluralEnd = (text: string, end: number): boolean => text.charAt(end - 1) === 's'

const beforeOf = (text: string, word: Span): string =>
  text.slice(Math.max(0, word.start - 40), word.start)

function isOneAndMany(one: string, many: string): boolean {
  const stem = PLURAL.exec(many)?.[1]
  if (stem === undefined || one === many) return false
  return one === stem || one === `${stem}y` || one === `${stem}e` || `${one}s` === many
}
