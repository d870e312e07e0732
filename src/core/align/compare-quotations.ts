import { FUNCTION_WORDS } from '../text/function-words'
import { change, inTurn, leftovers, ofKind, type FactChange, type FactPair } from './fact-change'
import { oneSpelling } from './spelling'

/** Returns the quotations that differ, in turn; one whose words the other sentence tells without marks matters less. */
export function compareQuotations(pair: FactPair): FactChange[] {
  const { a, b, wordsA, wordsB } = pair
  const [left, right] = leftovers(ofKind(a, 'quotation'), ofKind(b, 'quotation'))
  // "…," she said, "…" quotes the same as "… …," she said.
  const [wholeA, wholeB] = [left, right].map((all) => all.map(({ key }) => key).join(' '))
  if (wholeA === wholeB) return []
  return inTurn(left, right).map(([x, y]) => {
    if (x !== undefined && y !== undefined) return change('quotation', 'strong', x, y)
    // Words that only lost or gained their marks are still there.
    const told =
      pair.isRewrite || standsIn((x ?? y)?.key ?? '', x === undefined ? wordsA() : wordsB())
    return change('quotation', told ? 'soft' : 'strong', x, y)
  })
}

/** Share of the telling words of a quotation that the other sentence must have to tell the same without its marks. */
const MOST = 0.7

function standsIn(key: string, words: readonly string[]): boolean {
  const there = new Set(words.map(oneSpelling))
  const telling = key.split(' ').filter((word) => !FUNCTION_WORDS.has(word))
  const found = telling.filter((word) => there.has(word)).length
  return found >= MOST * telling.length
}
