import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlain, Pattern } from '../../src/core/text/pattern'

const EXPRESSIONS = [
  /\p{Lu}[\p{L}\p{M}]+(?:[-’']\p{L}+)?/gu,
  /(?<![\p{L}\p{N}.,]|\p{L}-)([$€£¥]\s?)?(\d{1,3}(?:,\d{3})+|\d+)(?!\d|\p{L}{2})/giu,
  /(?<=(?<![\p{L}.])\p{Ll}{3,20})[.!?][”"’]?\s/gu,
  /\b(?:in|near)\s(?:the\s|(?:\p{Lu}?\p{L}+[’']s\s)?\p{Ll}+\s)?$/gu,
  /[^\p{L}\p{N}]+|\[\p{L}\]/gu,
  /^the kin\b|\bs\b.$/giu
]
const SIGNS = [...'abkKsS zZ09 .,-’\'"“”()[]$€£—…\n\u00A0!?']

test.each(EXPRESSIONS)('a plain text is told the same by both forms: %s', (expression) => {
  const pattern = new Pattern(expression)
  const matches = (of: RegExp, text: string) =>
    [...text.matchAll(of)].map((match) => ({ ...match }))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS)), (signs) => {
      const text = signs.join('')
      expect(isPlain(text)).toBe(true)
      expect(matches(pattern.for(text), text)).toEqual(matches(expression, text))
    })
  )
})

test('letters, digits and marks beyond ASCII are told by the expression itself', () => {
  const name = new Pattern(/^\p{Lu}\p{L}+$/u)

  for (const text of ['Élodie', 'Žižek', 'Éluard', 'Þór', 'Ольга']) {
    expect(isPlain(text)).toBe(false)
    expect(name.test(text)).toBe(true)
  }
  expect(name.test('Ada')).toBe(true)
  expect(name.test('Ada 2')).toBe(false)
  expect(name.exec('Ada')?.[0]).toBe('Ada')
  expect(isPlain('١')).toBe(false)
  expect(isPlain('a\u0301')).toBe(false)
  expect(isPlain('😀')).toBe(false)
})

test('an expression that has no plain form is refused', () => {
  expect(() => new Pattern(/[^\P{L}s]/u)).toThrow('Cannot say')
  expect(() => new Pattern(/\p{Sc}/u)).toThrow('Cannot say')
})
