import type { Source } from './claim'
import type { Memory } from './memory'
import type { Sentence } from './sentence'
import type { Statement } from './statement'

/* Names that only the whole text completes: a last name or an acronym that stands before the full name. */

/** A last name and nothing else. */
const LONE_NAME = /^(?:[Aa]l-)?\p{Lu}\p{Ll}[\p{L}'’-]+$/u
const ACRONYM = /^\p{Lu}{2,7}$/u

/** Puts full names in the place of last names and of acronyms that the text spells out somewhere. O(sentences + people). */
export function completeNames(
  statements: readonly Statement[],
  sentences: readonly Sentence[],
  memory: Memory
): void {
  let declared: ReadonlyMap<string, string> | undefined
  const full = (source: Source): Source => {
    if (source.type !== 'unknown' && source.type !== 'person') return source
    if (LONE_NAME.test(source.name)) {
      const person = memory.personByName(source.name)
      if (person?.full.endsWith(source.name.replace(/^[Aa]l-/, '')) !== true) return source
      const { full: name, type, side } = person
      return { ...source, name, type, ...(side !== undefined && { side }) }
    }
    if (!ACRONYM.test(source.name)) return source
    declared ??= spelledOut(sentences)
    const name = declared.get(source.name)
    const known = statements.find((s) => s.source?.name === name)?.source
    return name === undefined ? source : { ...source, ...(known && { ...known }), name }
  }
  for (const statement of statements)
    if (statement.source !== undefined) statement.source = full(statement.source)
}

/** "the Marsh Relief Fund (MRF)" */
const DECLARED =
  /((?:\p{Lu}[\p{L}'’-]*|of|for|and|on|de)(?: (?:\p{Lu}[\p{L}'’-]*|of|for|the|and|on|de)){1,9}) \((\p{Lu}{2,7})\)/gu

/** The names that a text gives with their initials behind them. */
function spelledOut(sentences: readonly Sentence[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { text } of sentences)
    for (const [, words = '', letters = ''] of text.includes('(') ? text.matchAll(DECLARED) : []) {
      const parts = words.split(' ')
      const from = parts.findIndex((_, i) => initialsOf(parts.slice(i)) === letters)
      if (from >= 0 && !found.has(letters)) found.set(letters, parts.slice(from).join(' '))
    }
  return found
}

const initialsOf = (words: readonly string[]): string =>
  /^\p{Lu}/u.test(words[0] ?? '')
    ? words.map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? '').join('')
    : ''
