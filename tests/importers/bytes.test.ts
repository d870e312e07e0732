import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/importers/bytes'

const CYRILLIC = 'Паром на остров снова ходит каждый день, сообщила вчера контора порта. '
const bytesOf = (...values: number[]) => new Uint8Array(values)
const codes = (text: string) => result(decode(new TextEncoder().encode(text)))
const result = (decoded: ReturnType<typeof decode>) => decoded.problems.map(({ code }) => code)

/** Encodes Cyrillic letters as windows-1251 does; ASCII stays. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0)
    return code < 0x80 ? code : code - 0x410 + 0xc0
  })
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const points = Array.from(text, (char) => char.codePointAt(0) ?? 0)
  const view = new DataView(new ArrayBuffer(points.length * 4))
  for (const [i, point] of points.entries()) view.setUint32(i * 4, point, littleEndian)
  return new Uint8Array(view.buffer)
}

/** A sentence in Johab, letters that stand alone, a wide space, and a byte that begins no character. */
const KOREAN = Buffer.from(
  'd0778a81b78120d173ac77b7a1209461afa120afa1b8629641b4f6946189a120f7fbe2a22089c59fa1ada1886120b6a9b661b7a9b54120a46ad17694612e20884120846120844420d96a8441ff41',
  'hex'
)

describe('marks and shapes', () => {
  test.each([
    ['utf-16le', utf16(`\uFEFF${CYRILLIC}`, true), 'bom'],
    ['utf-16be', utf16(`\uFEFF${CYRILLIC}`, false), 'bom'],
    ['utf-32le', utf32(`\uFEFF${CYRILLIC}😀`, true), 'bom'],
    ['utf-32be', utf32(`\uFEFF${CYRILLIC}😀`, false), 'bom'],
    ['utf-16le', utf16('Plain words without a mark, one after another.', true), 'shape'],
    ['utf-16be', utf16('Plain words without a mark, one after another.', false), 'shape'],
    ['utf-32le', utf32('Plain words without a mark, one after another.', true), 'shape'],
    ['utf-32be', utf32('Plain words without a mark, one after another.', false), 'shape']
  ])('%s is told by its mark or shape', (charset, bytes, from) => {
    const decoded = decode(bytes)

    expect(decoded).toMatchObject({ charset, from, problems: [] })
    expect(decoded.text).not.toContain('\uFEFF')
  })

  test('the mark of UTF-8 is not part of the text', () => {
    expect(decode(bytesOf(0xef, 0xbb, 0xbf, 0x41))).toMatchObject({ text: 'A', from: 'bom' })
  })

  test('half a unit at the end of UTF-32 is an invalid character', () => {
    const decoded = decode(Uint8Array.of(...utf32('\uFEFFport', true), 1))

    expect(decoded.text).toBe('port\uFFFD')
    expect(result(decoded)).toEqual(['invalid-characters'])
  })
})

describe('declarations', () => {
  const page = (charset: string) =>
    Uint8Array.of(
      ...new TextEncoder().encode(`<meta charset="${charset}"><p>`),
      ...windows1251(CYRILLIC)
    )

  test('a page is read as it declares', () => {
    expect(decode(page('windows-1251'), { kind: 'html' })).toMatchObject({
      charset: 'windows-1251',
      from: 'declared'
    })
  })

  test('a declaration that the bytes contradict is overruled', () => {
    const decoded = decode(page('utf-8'), { kind: 'html' })

    expect(decoded).toMatchObject({ charset: 'windows-1251', from: 'detected' })
    expect(decoded.text).toContain('Паром')
  })

  test('a label from outside of the bytes comes before the one inside', () => {
    const decoded = decode(page('koi8-r'), { kind: 'html', declared: 'CP1251' })

    expect(decoded.charset).toBe('windows-1251')
  })

  test('valid UTF-8 is UTF-8 whatever is declared', () => {
    const bytes = new TextEncoder().encode(`<meta charset="iso-8859-1"><p>${CYRILLIC}`)

    expect(decode(bytes, { kind: 'html' })).toMatchObject({ charset: 'utf-8', from: 'utf-8' })
  })

  test('a declaration inside a comment counts for nothing', () => {
    const bytes = new TextEncoder().encode('<!-- <meta charset="koi8-r"> --><p>plain')

    expect(decode(bytes, { kind: 'html' }).charset).toBe('utf-8')
  })

  test('the XML declaration is read', () => {
    const bytes = Uint8Array.of(
      ...new TextEncoder().encode('<?xml version="1.0" encoding="windows-1251"?><a>'),
      ...windows1251(CYRILLIC)
    )

    expect(decode(bytes, { kind: 'xml' })).toMatchObject({
      charset: 'windows-1251',
      from: 'declared'
    })
  })
})

describe('guesses', () => {
  test('undeclared text is detected and said to be guessed', () => {
    const decoded = decode(windows1251(CYRILLIC.repeat(4)))

    expect(decoded.charset).toBe('windows-1251')
    expect(result(decoded)).toEqual(['guessed-charset'])
  })

  test('a few bytes beyond ASCII are taken for windows-1252', () => {
    expect(decode(bytesOf(0x63, 0x61, 0x66, 0xe9)).text).toBe('café')
  })

  test('damaged UTF-8 stays UTF-8', () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode(CYRILLIC.repeat(3)), 0xff, 0x21)

    const decoded = decode(bytes)

    expect(decoded.charset).toBe('utf-8')
    expect(result(decoded)).toEqual(['invalid-characters'])
  })

  test('shifts of ISO-2022-JP are told from ASCII', () => {
    const bytes = bytesOf(0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42)

    expect(decode(bytes)).toMatchObject({ text: '日本', charset: 'iso-2022-jp' })
  })

  test('Cyrillic of DOS is read where it is declared', () => {
    expect(decode(bytesOf(0xe2, 0xa0), { declared: 'ibm855' }).text).toBe('Ра')
  })

  test('Korean of DOS is read where it is declared, and told where it is not', () => {
    expect(decode(KOREAN, { declared: 'johab' }).text).toBe(
      '항구의 협상이 다시 시작되었다고 港口 관리소가 월요일에 밝혔다. ㄱ ㅏ ㄳ ★　�A'
    )
    expect(decode(new Uint8Array(Buffer.concat(Array(9).fill(KOREAN)))).charset).toBe('johab')
  })
})

describe('no text', () => {
  test('no bytes and white space are empty', () => {
    expect(codes('')).toEqual(['empty'])
    expect(codes(' \n\t ')).toEqual(['empty'])
  })

  test.each([
    ['picture', bytesOf(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)],
    ['NUL bytes', new Uint8Array(600)],
    ['control bytes', Uint8Array.from({ length: 600 }, (_, i) => (i % 3) + 1)]
  ])('%s are binary', (_, bytes) => {
    expect(result(decode(bytes))).toEqual(['binary'])
  })

  test('bytes by chance are binary, whatever they begin with', () => {
    let seed = 7
    const bytes = Uint8Array.from({ length: 3000 }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return (seed >> 16) & 0xff
    })

    expect(result(decode(bytes))).toEqual(['binary'])
    expect(result(decode(bytes.map((byte) => (byte === 0 ? 1 : byte))))).toEqual(['binary'])
  })

  test('a stray NUL makes no text binary', () => {
    expect(codes(`A sentence that holds a stray \u0000 byte and goes on for a while.`)).toEqual([])
  })
})

test('decoding never throws and answers alike for the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(decode(bytes, { kind: 'html' })).toEqual(decode(bytes, { kind: 'html' }))
    }),
    { numRuns: 200 }
  )
})
