import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocSet } from '../../../src/library/index/doc-set'

test('sorting keeps every member with its score, and puts many in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(99), { maxLength: 60 }), (docs) => {
      const set = new DocSet(new Float32Array(100))
      for (const doc of docs) set.add(doc, doc + 1)
      const scores = set.scores.slice()

      set.sort()

      const members = Array.from(set.members())
      expect(members.toSorted((a, b) => a - b)).toEqual(docs.toSorted((a, b) => a - b))
      if (docs.length > 9) expect(members).toEqual(members.toSorted((a, b) => a - b))
      expect(set.scores).toEqual(scores)
    })
  )
})
