import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { CALL_ARGUMENTS, SHELL_ARGUMENTS } from '../../src/main/schemas'
import { CALLS, SHELL_CALLS } from '../../src/shared/contract'

test('every call of the contract has a schema', () => {
  expect(Object.keys(CALL_ARGUMENTS).sort()).toEqual([...CALLS].sort())
  expect(Object.keys(SHELL_ARGUMENTS).sort()).toEqual([...SHELL_CALLS].sort())
})

test('whatever the window sends, checking it never throws', () => {
  const schemas = Object.values({ ...CALL_ARGUMENTS, ...SHELL_ARGUMENTS })
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }),
      (value) => {
        for (const schema of schemas) v.safeParse(schema as v.GenericSchema, value)
      }
    )
  )
})

test.each([
  ['article', ['../../etc/passwd']],
  ['article', [-1]],
  ['article', [1, 2]],
  ['articles', [{ offset: 0, limit: 5000, sort: 'title', descending: false }]],
  [
    'search',
    [{ offset: 0, limit: 10, text: 'x'.repeat(20_000), sort: 'relevance', facets: false }]
  ],
  ['collate', [[]]],
  ['decide', [{ kind: 'actor', name: 'x', type: 'king' }]],
  ['decide', [{ kind: 'pin', article: 1, pinned: true, path: '/etc' }]]
] as const)('%s refuses %j', (name, args) => {
  expect(v.safeParse(CALL_ARGUMENTS[name] as v.GenericSchema, args).success).toBe(false)
})

test('a plain search passes', () => {
  const args = [{ offset: 0, limit: 20, text: 'dry dock', sort: 'relevance', facets: false }]
  expect(v.safeParse(CALL_ARGUMENTS.search, args).success).toBe(true)
})
