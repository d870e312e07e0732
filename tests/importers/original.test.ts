import fc from 'fast-check'
import { expect, test } from 'vitest'
import { originalPage } from '../../src/importers/original'
import { originalOf } from '../../src/importers/registry'
import { threadTime } from '../support/thread-time'

const input = (text: string, fileName: string) => ({
  bytes: new TextEncoder().encode(text),
  fileName,
  modified: '2030-01-01T00:00:00.000Z'
})

/** Everything by which markup runs, loads, asks or leads elsewhere. */
const HARMFUL =
  /<(?:script|iframe|frame|object|embed|form|input|button|base|link|svg|math|template|video|audio|portal)\b|\son\w+\s*=|(?:href|srcset|action|formaction|background|poster|ping|srcdoc)\s*=|javascript:|http-equiv|@import|(?:src|url\()\s*=?\s*["']?(?:https?:|\/\/)/i

const HOSTILE = `<!doctype html><html onload="x()"><head><title>T</title>
<meta http-equiv="refresh" content="0;url=http://away.example/"><base href="http://away.example/">
<link rel="preconnect" href="http://away.example"><link rel="stylesheet" href="http://away.example/a.css">
<style>@import url(http://away.example/b.css); p { color: red; background: url('http://away.example/p.gif') }</style>
<script>x()</script></head><body background="http://away.example/bg.gif" onpageshow="x()">
<p style="background-image: url(//away.example/q.gif)">Harbour <b onclick="x()">news</b> &lt;script&gt;</p>
<img src="http://away.example/i.gif" srcset="http://away.example/j.gif 2x" onerror="x()" alt="A ship">
<img src="data:image/png;base64,AAAA" alt="kept"><img src="data:text/html,<script>x()</script>">
<a href="javascript:x()" ping="http://away.example/">link</a><iframe srcdoc="<script>x()</script>"></iframe>
<form action="http://away.example/"><input name="q"><button formaction="http://away.example/">Go</button> text in a form</form>
<svg><script>x()</script><a xlink:href="http://away.example/">in a picture</a></svg>
<math><mtext><table><mglyph><style><img src=x onerror=x()></style></mglyph></table></mtext></math>
<noscript><img src="http://away.example/n.gif"></noscript><x-card>own element</x-card></body></html>`

test('a hostile page comes out with its text and pictures of its own, and nothing that runs, loads or leads away', () => {
  const page = originalPage(HOSTILE)

  expect(page).not.toMatch(HARMFUL)
  expect(page).toContain('Harbour <b>news</b> &lt;script&gt;')
  expect(page).toContain('color: red')
  expect(page).toContain('src="data:image/png;base64,AAAA"')
  expect(page).toContain('text in a form')
  expect(page).toContain('own element')
  expect(page).not.toContain('away.example')
})

test('cleaning again changes nothing more', () => {
  const withoutHead = (page: string) =>
    page.replaceAll(/<meta charset="utf-8">|<style>html\{color-scheme[^]*?<\/style>/g, '')
  const once = originalPage(HOSTILE)

  expect(withoutHead(originalPage(once))).toBe(withoutHead(once))
})

const piece = fc.oneof(
  fc.constantFrom(
    '<script>',
    '</script>',
    '<style>',
    '</style>',
    '<svg>',
    '<math>',
    '<mtext>',
    '<table>',
    '<noscript>',
    '<title>',
    '<textarea>',
    '<!--',
    '-->',
    '<![CDATA[',
    '<img src=x onerror=x()>',
    '<a href="http://a.example">',
    '<p title="',
    '">',
    '<template>',
    '<select>',
    '<iframe srcdoc="',
    '<b style="background:url(http://a.example)">',
    '<link rel=stylesheet href=http://a.example>'
  ),
  fc.string({ maxLength: 8 })
)

test('no mixture of markup makes an element or attribute that is not on the list', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      // Quoted text and style sheets may hold any words: what counts is what a parser makes of them.
      const page = originalPage(originalPage(pieces.join('')))
      const tags = page.replace(/<style>[^]*?<\/style>/g, '').match(/<[a-z][^>]*>/gi) ?? []
      for (const tag of tags)
        expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(
          /^<(?:script|iframe|svg|math|form|input|link|base|object|template|noscript)|\son\w+=|href=|srcdoc=/i
        )
    }),
    { numRuns: 500 }
  )
})

test('deep nesting and long style sheets take no time that grows faster than the page', () => {
  const deep = '<div>'.repeat(60_000) + 'end'
  const css = `<style>${'url('.repeat(200_000)}</style>`
  const taken = threadTime()

  expect(originalPage(deep)).toContain('end')
  originalPage(css)

  expect(taken()).toBeLessThan(8000)
})

test('an archive shows its page with its own style sheet and picture', () => {
  const archive = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://ledger.example/a/page.html',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="edge"',
    '',
    '--edge',
    'Content-Type: text/html',
    'Content-Location: https://ledger.example/a/page.html',
    '',
    '<html><head><link rel="stylesheet" href="style.css"></head><body><p>Grain trains</p><img src="../pic/ship.png"><img src="cid:two@x"><img src="https://other.example/z.png"></body></html>',
    '--edge',
    'Content-Type: text/css',
    'Content-Location: https://ledger.example/a/style.css',
    '',
    'p { background: url(../pic/ship.png) } </style><script>x()</script>',
    '--edge',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://ledger.example/pic/ship.png',
    '',
    'AAECAw==',
    '--edge',
    'Content-Type: image/gif',
    'Content-Transfer-Encoding: base64',
    'Content-ID: <two@x>',
    '',
    'BAUG',
    '--edge--',
    ''
  ].join('\r\n')

  const page = originalOf(input(archive, 'page.mhtml')) ?? ''

  expect(page).toContain('<p>Grain trains</p>')
  expect(page.match(/data:image\/png;base64,AAECAw==/g)).toHaveLength(2)
  expect(page).toContain('data:image/gif;base64,BAUG')
  expect(page).not.toContain('other.example')
  // The style sheet can't end its element: there is our own, and this one.
  expect(page.match(/<\/style>/gi)).toHaveLength(2)
})

test('what is no page has no original', () => {
  expect(originalOf(input('# Notes\n\nPlain words.', 'notes.md'))).toBeUndefined()
})
