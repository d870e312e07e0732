import fc from 'fast-check'
import type { Report } from '../../../src/core/align/report'
import { toCanonical } from '../../../src/core/text/canonical'

/** Returns a report of these paragraphs. */
export function report(...paragraphs: string[]): Report {
  return toCanonical(paragraphs.map((text) => ({ text, role: 'paragraph' })))
}

const WORDS =
  'harbour ferry council mayor bridge storm pilot engine verdict signal quarry orchard tunnel market ‘quoted’ “said” 12 4,500 $3 the of a and not may Orla Venn Tarsk U.S. 3.5 % — (aside)'.split(
    ' '
  )
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))

/** Two reports that share some paragraphs, in any order, with furniture among them. */
export const reportPair = fc
  .record({
    pool: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
    left: fc.array(fc.nat({ max: 9 }), { maxLength: 8 }),
    right: fc.array(fc.nat({ max: 9 }), { maxLength: 8 }),
    own: fc.array(paragraph, { minLength: 4, maxLength: 4 })
  })
  .map(({ pool, left, right, own }) => {
    const pick = (indexes: readonly number[], shift: number) =>
      toCanonical(
        indexes.map((index) => ({
          text: pool[index] ?? own[(index + shift) % own.length] ?? 'x',
          role: 'paragraph' as const,
          ...(index === 9 && { furniture: 'share-button' })
        }))
      )
    return [pick(left, 0), pick(right, 1)] as const
  })
