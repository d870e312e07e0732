import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRegex, type Regex } from '../../../src/core/search/regex'

function compiled(source: string, exact = false): Regex {
  const regex = compileRegex(source, exact)
  if (regex === null) throw new Error(`not understood: ${source}`)
  return regex
}
const found = (source: string, text: string, exact = false): string[] =>
  compiled(source, exact)
    .matches(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))

/** Pieces of which small expressions are made that JavaScript reads alike. */
const atom = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\w',
  '\\d',
  '1',
  '(?:ab)',
  ' ',
  '\\bb'
)
const quantified = fc
  .tuple(atom, fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '{1,}'))
  .filter(([piece, count]) => !(piece.startsWith('\\b') && count !== ''))
  .map((parts) => parts.join(''))
const sequence = fc.array(quantified, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
const source = fc
  .array(
    fc.oneof(
      sequence,
      sequence.map((inner) => `^${inner}`),
      sequence.map((inner) => `${inner}$`)
    ),
    {
      minLength: 1,
      maxLength: 3
    }
  )
  .map((parts) => parts.join('|'))
const text = fc
  .array(fc.constantFrom('a', 'b', 'ab', '1', ' ', '.', '\n'), { maxLength: 30 })
  .map((parts) => parts.join(''))

test('finds a match where JavaScript finds one, and begins it at the same place', () => {
  fc.assert(
    fc.property(source, text, (expression, where) => {
      const ours = compileRegex(expression, true)
      const theirs = new RegExp(expression, 'm')
      // What may match nothing at all is not understood.
      fc.pre(ours !== null)

      const lines = where.split('\n')
      expect(ours.test(where)).toBe(lines.some((line) => theirs.test(line)))
      for (const line of lines) {
        const [first] = ours.matches(line, { start: 0, end: line.length })
        expect(first?.start ?? -1).toBe(line.search(theirs))
      }
    }),
    { numRuns: 3000 }
  )
})

test('matches ascend, stay apart, are not empty, and match', () => {
  fc.assert(
    fc.property(source, text, (expression, where) => {
      const regex = compileRegex(expression, true)
      fc.pre(regex !== null)
      const line = where.replaceAll('\n', '')

      let last = 0
      for (const { start, end } of regex.matches(line, { start: 0, end: line.length })) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    })
  )
})

test('reading never throws, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text, (expression, where) => {
      expect(typeof (compileRegex(expression, false)?.test(where) ?? false)).toBe('boolean')
    }),
    { numRuns: 2000 }
  )
})

describe('a regular expression', () => {
  test('takes the longest match at the leftmost place', () => {
    expect(found('ferr(y|ies)', 'A ferry met two ferries.')).toEqual(['ferry', 'ferries'])
    expect(found('a|ab|abc', 'xabcabx')).toEqual(['abc', 'ab'])
    expect(found('\\d+ (dead|injured)', '14 dead, 230 injured, 5 missing')).toEqual([
      '14 dead',
      '230 injured'
    ])
  })
  test('passes over case, accents, curly quotes, dashes and soft hyphens unless letters count', () => {
    expect(found('jose', 'José JOSÉ')).toEqual(['José', 'JOSÉ'])
    expect(found('"a"', '“A” «a»')).toEqual(['“A”', '«a»'])
    expect(found('1990-1995', '1990–1995')).toEqual(['1990–1995'])
    expect(found('harbour', 'har\u00ADbour')).toEqual(['har\u00ADbour'])
    expect(found('jose', 'José jose', true)).toEqual(['jose'])
    expect(found('[A-Z]+', 'abC', true)).toEqual(['C'])
    expect(found('[A-Z]+', 'abC')).toEqual(['abC'])
  })
  test('knows words of any script', () => {
    expect(found('\\bмост\\w*', 'новый мостик, мост')).toEqual(['мостик', 'мост'])
    expect(found('\\w+', 'a é 橋')).toEqual(['a', 'é', '橋'])
  })
  test('does not reach over the end of a paragraph', () => {
    expect(compiled('port.+venn').test('port\nvenn')).toBe(false)
    expect(compiled('^venn$').test('port\nvenn\nfire')).toBe(true)
    expect(compiled('port\\s+venn').test('port\nvenn')).toBe(false)
  })
  test('is not understood with look-around, back references, open brackets, or when it matches nothing', () => {
    for (const odd of [
      '(?=a)b',
      '(a)\\1',
      '\\p{L}',
      '[a',
      '(a',
      'a)',
      '*a',
      'a**',
      'a{3,2}',
      'a{999}'
    ])
      expect(compileRegex(odd, false), odd).toBeNull()
    for (const nothing of ['a*', '\\b', '^', 'a|', '(a?)+', ''])
      expect(compileRegex(nothing, false), nothing).toBeNull()
    expect(compileRegex('((((a{200}){200}){200}){200})', false)).toBeNull()
  })
  test('takes time by the length of the text, where others take it by powers of two', () => {
    const trap = 'a'.repeat(20_000) + '!'

    expect(compiled('(a+)+$').test(trap)).toBe(false)
    expect(compiled('(a|a)*b').test(trap)).toBe(false)
    expect(found('(a|aa)+!', 'a'.repeat(500) + '!')).toHaveLength(1)
  })
  test('says which words a match must have', () => {
    expect(compiled('miss(ile|iles) strikes?').needs).toEqual(['strike'])
    expect(compiled('(ferry|bridge) \\d+').needs).toEqual(['ferry', 'bridge'])
    expect(compiled('(Venn){1,3}-x').needs).toEqual(['venn'])
    expect(compiled('\\d{3}-\\d{4}').needs).toBeUndefined()
    expect(compiled('(ferry)?\\d').needs).toBeUndefined()
  })
})
