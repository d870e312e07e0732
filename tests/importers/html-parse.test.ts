import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parse, serialize, Tokenizer } from 'parse5'
import { expect, test } from 'vitest'
import { parseHtml } from '../../src/importers/html-parse'

const FOLDER = join(import.meta.dirname, '../fixtures/importers')

function parsesAlike(html: string): void {
  expect(serialize(parseHtml(html))).toBe(serialize(parse(html, { scriptingEnabled: false })))
}

const scrap = fc.constantFrom(
  '<script>',
  '</script>',
  '<script src="a&amp;b" async>',
  '<style>',
  '</style',
  '>',
  '<!--',
  '-->',
  '<p class="',
  '"',
  "'",
  '&',
  '&amp;',
  '&#10;',
  '=',
  '<a href=x title="y',
  '<',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\uFEFF',
  '😀',
  'let a = "b" < c\n',
  '<textarea>',
  '<title>',
  '<svg><script>',
  'text of some length'
)

test('every fixture that is a page parses as parse5 itself parses it', () => {
  const pages = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html')
  )
  expect(pages.length).toBeGreaterThan(5)
  for (const name of pages) parsesAlike(readFileSync(join(FOLDER, name), 'utf8'))
})

test('whatever stands in scripts, style sheets and attributes, the tree is that of parse5', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(scrap, fc.string({ maxLength: 6 })), { maxLength: 40 }),
      (parts) => {
        parsesAlike(parts.join(''))
      }
    ),
    { numRuns: 500 }
  )
})

test('a script longer than what the parser keeps in hand parses as parse5 itself parses it', () => {
  const long = 'if (a < b && "x") { go("<p>") }\n'.repeat(5_000)

  parsesAlike(`<p title="${'a '.repeat(50_000)}">One</p><script>${long}</script><p>Two &amp; three`)
})

test('the tokenizer of parse5 has the steps that are passed over', () => {
  for (const step of ['_stateScriptData', '_stateRawtext', '_stateAttributeValueDoubleQuoted'])
    expect(Tokenizer.prototype).toHaveProperty(step)
})
