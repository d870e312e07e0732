import fc from 'fast-check'
import { parse, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { parseMarkup } from '../../src/importers/html-raw'

const LONG = 'const state = { a: "<p>no paragraph</p>", b: 1 && 2 } // '.repeat(3)

const parsed = (html: string) => serialize(parse(html, { scriptingEnabled: false }))
const read = (html: string) => serialize(parseMarkup(html))

describe('a page whose scripts and styles were set aside', () => {
  test.each([
    ['scripts and styles', `<p>a<script>${LONG}</script><style>${LONG}</style><p>b`],
    ['other line ends and zeros', `<script>\r\n${LONG}\r${LONG}\0</script><p>b`],
    ['a comment in a script', `<script><!-- ${LONG} //--></script><p>b`],
    [
      'a script in a comment in a script',
      `<script><!-- <script>${LONG}</script>${LONG}--></script>b`
    ],
    ['a script in a comment', `<!-- <script>${LONG}</script> --><p>b`],
    ['a comment that a script closes', `<!-- <script>${LONG} --> ${LONG}</script><p>b`],
    ['a script in a title', `<title><script>${LONG}</script></title><p>b`],
    ['a script in an attribute', `<p title="<script>${LONG}</script>">b`],
    ['a script in a text field', `<textarea><script>${LONG}</script></textarea><p>b`],
    ['a style in a drawing', `<svg><style>${LONG}&amp;<p>b</style></svg>`],
    ['a script in a drawing', `<p><svg><script>${LONG}</script></svg>c`],
    [
      'a script in a list of choices',
      `<select><style>${LONG}</style><script>${LONG}</script></select>`
    ],
    ['a script in a template', `<template><script>${LONG}</script></template><p>b`],
    ['a script between rows', `<table><script>${LONG}</script><tr><td>b</table>`],
    ['a script after frames', `<frameset><script>${LONG}</script></frameset>`],
    ['an attribute with a mark of a tag', `<script data-a="a>b" data-b='"'>${LONG}</script><p>b`],
    ['a start tag without its end', `<script data-a="${LONG}</script><p>b`],
    ['a script without its end', `<script>${LONG}<p>b`],
    ['an end tag of another name', `<script>${LONG}</scripted>${LONG}</SCRIPT ><p>b`],
    ['a mark that stands there already', `<script>\uF8F00</script><script>${LONG}</script>`]
  ])('with %s parses as it stands', (_, html) => {
    expect(read(html)).toBe(parsed(html))
  })

  test('parses as it stands, whatever it is made of', () => {
    const pieces = [
      ...['<script>', '</script>', '<style>', '</style>', '<!--', '-->', '--', '<', '>', '"', "'"],
      ...[
        '<svg>',
        '</svg>',
        '<title>',
        '</title>',
        '<select>',
        '</select>',
        '<p a="',
        '<template>'
      ],
      ...[
        '\r\n',
        '\0',
        '&amp;',
        ' ',
        '</template>',
        '<table>',
        '<noscript>',
        '<frameset>',
        '/',
        'b'
      ],
      ...['<math>', '<textarea>', '</textarea>', LONG, LONG]
    ]
    const page = fc.array(fc.constantFrom(...pieces), { maxLength: 24 })
    fc.assert(
      fc.property(page, (parts) => {
        const html = parts.join('')
        expect(read(html)).toBe(parsed(html))
      }),
      { numRuns: 2_000 }
    )
  })
})
