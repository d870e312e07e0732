import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeskBook } from '../../src/library/desk-book'
import type { InForce } from '../../src/library/decisions'
import type { Decision } from '../../src/shared/decision'

/** Articles 1 and 2, and 3, 4 and 5, hold the same text. */
const TEXTS: Readonly<Record<number, string>> = { 1: 'a', 2: 'a', 3: 'b', 4: 'b', 5: 'b', 6: 'c' }
const IDS = Object.keys(TEXTS).map(Number)
const twins = (ids: readonly number[]) =>
  IDS.flatMap((id) =>
    IDS.filter((of) => ids.includes(of) && of !== id && TEXTS[of] === TEXTS[id]).map((of) => ({
      id,
      of
    }))
  )

const row = (id: number, article: number, tag: string, orphan: boolean): InForce => {
  const decision: Decision = { kind: 'tag', article, tag, tagged: true }
  const written = { kind: 'tag' as const }
  return { id, decided: '2030-01-01', decision, orphan, subject: tag, about: tag, written }
}
const rows = fc
  .array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom('x', 'y', 'z'), fc.boolean()), {
    maxLength: 12
  })
  .map((all) => all.map(([article, tag, orphan], i) => row(i + 1, article, tag, orphan)))
const seen = (book: DeskBook, inForce: readonly InForce[]) =>
  [...book.read(inForce)]
    .map(([id, entry]) => [id, [...entry.tags].sort().join()])
    .sort((a, b) => Number(a[0]) - Number(b[0]))

test('what changed from one state to the next is shown as if everything was read anew', () => {
  fc.assert(
    fc.property(
      rows,
      fc.array(fc.array(fc.boolean(), { maxLength: 12 }), { maxLength: 8 }),
      (all, steps) => {
        const book = new DeskBook(twins)
        for (const chosen of steps) {
          const inForce = all.filter((_, i) => chosen[i] === true)
          const own = new Set(
            inForce
              .filter(({ orphan }) => !orphan)
              .map(({ decision }) => 'article' in decision && decision.article)
          )

          const found = seen(book, inForce)

          expect(found.filter(([id]) => own.has(Number(id)))).toEqual(
            seen(new DeskBook(twins), inForce).filter(([id]) => own.has(Number(id)))
          )
          expect(found.map(([id]) => id)).toEqual(
            IDS.filter((id) => IDS.some((other) => own.has(other) && TEXTS[other] === TEXTS[id]))
          )
        }
      }
    )
  )
})
