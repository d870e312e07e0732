import { isAttributedClaim, sameSource } from './scope-common'
import type { Statement } from './statement'
import { contentTerms, sharedTerms } from './terms'

/** How far back the contradicted claim may stand, in sentences. */
const REACH = 4
/** Content words that both must share, the denied one included. */
const MIN_SHARED = 3
const DENIED = /\b(?:was|were|is|are|had|has|have|did) not (?:been )?([a-z]{3,}(?:ed|en|wn))\b/

/**
 * Marks as disputed what one source says and another, shortly before, said without the "not": "the roof was damaged, the guild
 * said" – "the mayor said the roof was not damaged".
 */
export function markContradictions(statements: readonly Statement[]): void {
  statements.forEach((statement, at) => {
    if (statement.categories.has('DISPUTED') || statement.source === undefined) return
    if (!isAttributedClaim(statement)) return
    const match = DENIED.exec(statement.sentence.voice)
    if (match === null) return
    const [denied] = contentTerms(match[1] ?? '')
    if (denied === undefined) return
    for (let k = at - 1; k >= 0 && k >= at - REACH; k--) {
      const earlier = statements[k]
      if (earlier === undefined || earlier.sentence.item !== statement.sentence.item) return
      if (!isAttributedClaim(earlier) || sameSource(earlier, statement)) continue
      const { text } = earlier.sentence
      const says = contentTerms(text).some(({ term }) => term === denied.term)
      if (
        !says ||
        sharedTerms(text, statement.sentence.text) < MIN_SHARED ||
        DENIED.test(earlier.sentence.voice)
      )
        continue
      const start = statement.sentence.span.start + match.index
      statement.categories.add('DISPUTED')
      statement.cues.push({
        span: { start, end: start + match[0].length },
        category: 'DISPUTED',
        ruleId: 'disputed/contradicts'
      })
      return
    }
  })
}
