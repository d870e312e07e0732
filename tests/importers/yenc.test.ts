import { expect, test } from 'vitest'
import { withoutYenc } from '../../src/importers/yenc'

/** Bytes as yEnc writes them: each moved by 42, breaks, NUL and the escape sign itself escaped. */
function encoded(content: string): string {
  const bytes = [...Buffer.from(content)].flatMap((byte) => {
    const moved = (byte + 42) % 256
    return [0, 10, 13, 61].includes(moved) ? [61, (moved + 64) % 256] : [moved]
  })
  return Buffer.from(bytes).toString('latin1')
}
const post = (name: string, lines: string) =>
  Buffer.from(
    `Before.\n=ybegin line=128 size=9 name=${name}\n${lines}\n=yend size=9\nAfter.\n`,
    'latin1'
  )
const shown = (bytes: Uint8Array) => Buffer.from(withoutYenc(bytes)).toString('utf8')

test('a text file stands in the place of its encoded lines', () => {
  // "\u00E3" is moved to the line break that must be escaped: 0xE3 + 42 = 0x10D.
  expect(shown(post('a.txt', encoded('The quay é is shut = today, ã too.')))).toBe(
    'Before.\nThe quay é is shut = today, ã too.\nAfter.\n'
  )
})

test('of a file that is no text the name is left', () => {
  const picture = String.fromCharCode(...Array.from({ length: 200 }, (_, i) => i % 16))

  expect(shown(post('boat.png', encoded(picture)))).toBe('Before.\n[boat.png]\nAfter.\n')
})

test('what never ends or does not open a line is left as it stands', () => {
  for (const text of ['=ybegin line=128 name=a\nabc', 'See =ybegin name=a\nabc\n=yend\n'])
    expect(shown(Buffer.from(text))).toBe(text)
})
