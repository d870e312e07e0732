import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colourQuery } from '../../../src/core/search/colour'
import { parse } from '../../../src/core/search/parse'
import { print } from '../../../src/core/search/print'
import type { Query } from '../../../src/core/search/query'

const word = (text: string, prefix = false): Query => ({ kind: 'word', text, prefix })
const phrase = (text: string, slop = 0): Query => ({ kind: 'phrase', words: text.split(' '), slop })
const codes = (text: string) => parse(text).notices.map((notice) => notice.code)

/** Pieces that queries are made of, so that random queries hit the syntax. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['OR', 'NEAR/5', 'NEAR', '(', ')', '"', '”', '-', '--', '*', '~3', '"a b"~5', 'or', ' '],
    ...['/', '/a+b/', '/a b|c\\/d/', '/(/', '\\'],
    ...['title:', 'site:x', 'date:2023', 'origins:<2', 'foo:bar', 'label:"a b"', ':', 'U.S.', 'é']
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
  fc.constantFrom('alpha', 'beta', 'gamma*')
)
const typed = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '')), { maxLength: 20 })
  .map((pieces) => pieces.flat().join(''))

describe('parse', () => {
  test('asks for all words that stand side by side', () => {
    expect(parse('harbour fire').query).toEqual({
      kind: 'and',
      parts: [word('harbour'), word('fire')]
    })
  })
  test('reads capital OR as a choice that binds closer than standing side by side', () => {
    expect(parse('a OR b c').query).toEqual({
      kind: 'and',
      parts: [{ kind: 'or', parts: [word('a'), word('b')] }, word('c')]
    })
    expect(parse('a or b').query).toEqual({
      kind: 'and',
      parts: [word('a'), word('or'), word('b')]
    })
  })
  test('reads phrases with straight and curly quotes, and their slop', () => {
    expect(parse('"port of Venn"').query).toEqual(phrase('port of Venn'))
    expect(parse('“port of Venn”').query).toEqual(phrase('port of Venn'))
    expect(parse('"port Venn"~3').query).toEqual(phrase('port Venn', 3))
  })
  test('excludes words, phrases, fields and groups', () => {
    expect(parse('-fire').query).toEqual({ kind: 'not', part: word('fire') })
    expect(parse('-"the fire"').query).toEqual({ kind: 'not', part: phrase('the fire') })
    expect(parse('-(a b)').query).toEqual({
      kind: 'not',
      part: { kind: 'and', parts: [word('a'), word('b')] }
    })
    expect(codes('-fire')).toEqual(['only-exclusions'])
  })
  test('takes a dash within a word or on its own for prose', () => {
    expect(parse('F-16').query).toEqual(word('F-16'))
    expect(parse('war - peace').query).toEqual({ kind: 'and', parts: [word('war'), word('peace')] })
  })
  test('reads fields with bare and quoted values', () => {
    expect(parse('source:"Ministry of Ports"').query).toEqual({
      kind: 'field',
      field: 'source',
      value: 'Ministry of Ports'
    })
    expect(parse('origins:<2').query).toEqual({ kind: 'field', field: 'origins', value: '<2' })
    expect(parse('Title:fire').query).toEqual({ kind: 'field', field: 'title', value: 'fire' })
  })
  test('reads NEAR between words, phrases and choices', () => {
    expect(parse('a NEAR/5 "b c"').query).toEqual({
      kind: 'near',
      left: word('a'),
      right: phrase('b c'),
      distance: 5
    })
  })
  test('reads a regular expression between slashes, and paths and fractions as words', () => {
    expect(parse('/\\d+ dead/ port').query).toEqual({
      kind: 'and',
      parts: [{ kind: 'regex', source: '\\d+ dead' }, word('port')]
    })
    expect(parse('-/a b/').query).toEqual({ kind: 'not', part: { kind: 'regex', source: 'a b' } })
    expect(parse('/a\\/b/').query).toEqual({ kind: 'regex', source: 'a\\/b' })
    expect(parse('/home/news').query).toEqual(word('/home/news'))
    expect(parse('and/or 24/7').query).toEqual({
      kind: 'and',
      parts: [word('and/or'), word('24/7')]
    })
    expect(parse('/unfinished').query).toEqual(word('/unfinished'))
  })
  test('searches the words of a regular expression that is not understood, and says so', () => {
    expect(parse('/(port Venn/')).toEqual({
      query: { kind: 'and', parts: [word('port'), word('venn')] },
      notices: [{ code: 'bad-regex', text: '/(port Venn/' }]
    })
  })
  test('falls back to words and says so', () => {
    expect(parse('"unfinished phrase')).toEqual({
      query: phrase('unfinished phrase'),
      notices: [{ code: 'unclosed-quote', text: '"' }]
    })
    expect(codes('(a b')).toEqual(['unclosed-parenthesis'])
    expect(codes('a OR')).toEqual(['stray-operator'])
    expect(codes('colour:red')).toEqual(['unknown-field'])
    expect(codes('see http://venn.example/a at 10:30')).toEqual([])
    expect(codes('x'.repeat(5000))).toEqual(['too-long'])
  })
  test('takes the last word for a beginning while it is typed', () => {
    const parsed = parse('port ven', true)

    expect(parsed.query).toEqual({ kind: 'and', parts: [word('port'), word('ven', true)] })
    expect(parsed.open).toEqual(word('ven', true))
    expect(parse('port ven ', true).open).toBeUndefined()
    expect(parse('port "ven', true).open).toBeUndefined()
  })
  test('reads nested parentheses of any depth without end', () => {
    expect(parse('('.repeat(4000) + 'a').query).toEqual(word('a'))
  })
})

test('parsing never throws and printing gives an equal query', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { query } = parse(text)

      expect(parse(print(query)).query).toEqual(query)
    }),
    { numRuns: 2000 }
  )
})

test('colours ascend, stay apart and lie within the text', () => {
  fc.assert(
    fc.property(typed, (text) => {
      let last = 0
      for (const { span } of colourQuery(text)) {
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(span.end).toBeGreaterThan(span.start)
        last = span.end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    })
  )
})

test('fields and their values are coloured apart', () => {
  expect(colourQuery('site:venn -x OR "y')).toEqual([
    { span: { start: 0, end: 5 }, kind: 'field' },
    { span: { start: 5, end: 9 }, kind: 'value' },
    { span: { start: 10, end: 11 }, kind: 'exclusion' },
    { span: { start: 11, end: 12 }, kind: 'word' },
    { span: { start: 13, end: 15 }, kind: 'operator' },
    { span: { start: 16, end: 18 }, kind: 'unclosed' }
  ])
})
