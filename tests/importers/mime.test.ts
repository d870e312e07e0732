import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allParts,
  MAX_MIME_DEPTH,
  MAX_MIME_PARTS,
  parseMime,
  parseValue
} from '../../src/importers/mime'
import { transferDecoded } from '../../src/importers/mime-transfer'

const decoded = (text: string, encoding: string): string =>
  Buffer.from(transferDecoded(Buffer.from(text, 'latin1'), encoding)).toString('latin1')

test('headers are unfolded, the first of its name counts, and a mailbox line before them is passed over', () => {
  const { root } = parseMime(
    Buffer.from(
      'From a@b Thu Feb  1 12:00:00 2024\nSubject: one\n two\nSubject: three\n no colon here\n?? stray\n more\nX: y\n\nbody'
    )
  )

  expect(root.headers.get('subject')).toBe('one two')
  expect(root.headers.get('x')).toBe('y')
  expect(Buffer.from(root.body).toString()).toBe('body')
})

test('bytes without headers are all body', () => {
  expect(
    Buffer.from(parseMime(Buffer.from('just a note\nin two lines')).root.body).toString()
  ).toBe('just a note\nin two lines')
})

test('parameters lose quotes, escapes and continuations', () => {
  const { value, params } = parseValue(
    `Multipart/Related; Boundary="a;\\"b"; charset=utf-8 (comment); name*0="long "; name*1="name"; file*=utf-8''caf%C3%A9; bad*=utf-8''%zz; flag`
  )

  expect(value).toBe('multipart/related')
  expect(params.get('boundary')).toBe('a;"b')
  expect(params.get('charset')).toBe('utf-8')
  expect(params.get('name')).toBe('long name')
  expect(params.get('file')).toBe('café')
  expect(params.get('bad')).toBe('%zz')
})

test('transfer encodings are undone leniently', () => {
  expect(decoded('Y2Fm\r\n6Q==\r\nIQ==', 'BASE64')).toBe('caf\u00e9!')
  expect(decoded('caf=E9 = =3d\r\nsoft=  \r\nly=\nnow=', 'quoted-printable')).toBe(
    'caf\u00e9 = =\r\nsoftlynow'
  )
  expect(decoded('begin 644 a.txt\n$=&ED90``\n`\nend\n', 'x-uuencode')).toBe('tide')
  expect(decoded('as it is', '8bit')).toBe('as it is')
})

test('quoted-printable text of any bytes comes out again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const written = Array.from(
        bytes,
        (byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`
      ).join('')

      expect([...transferDecoded(Buffer.from(written), 'quoted-printable')]).toEqual([...bytes])
    })
  )
})

test('nesting and number of parts are bounded', () => {
  const deep = parseMime(Buffer.from('Content-Type: message/rfc822\n\n'.repeat(2_000)))
  const wide = parseMime(
    Buffer.from(
      `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(MAX_MIME_PARTS + 10)}`
    )
  )

  expect([...allParts(deep.root)].length).toBe(MAX_MIME_DEPTH + 1)
  expect(deep.cut).toBe(true)
  expect([...allParts(wide.root)].length).toBeLessThanOrEqual(MAX_MIME_PARTS)
  expect(wide.cut).toBe(true)
})

test('a multipart without boundary lines is read as its text', () => {
  const { root } = parseMime(Buffer.from('Content-Type: multipart/mixed\n\nno parts at all'))

  expect(root.parts).toEqual([])
  expect(Buffer.from(root.body).toString()).toBe('no parts at all')
})
