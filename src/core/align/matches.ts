import type { Pattern } from '../text/pattern'

const NONE: readonly RegExpExecArray[] = []

/**
 * Returns the matches of a global pattern, in order. As `matchAll`, without the copy of the pattern that it makes at every call: most
 * patterns are tried on many sentences and match few.
 */
export function matchesOf(pattern: Pattern, text: string): readonly RegExpExecArray[] {
  const expression = pattern.for(text)
  expression.lastIndex = 0
  let match = expression.exec(text)
  if (match === null) return NONE
  const found: RegExpExecArray[] = []
  for (; match !== null; match = expression.exec(text)) {
    found.push(match)
    // An empty match would be found for ever.
    if (match[0] === '') expression.lastIndex++
  }
  return found
}
