import { TextDecoder } from '@exodus/bytes/encoding.js'

/** Letters as they stand alone: initial consonants, and final ones, the empty one first. */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const FINALS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'
/** Place of a letter in those rows for each of its codes, -1 for none; `fill` stands for no letter at all. */
const FILL = -2
const PLACES = {
  initial: places(1, [[2, 20, 0]]),
  medial: places(2, [
    [3, 7, 0],
    [10, 15, 5],
    [18, 23, 11],
    [26, 29, 17]
  ]),
  final: places(1, [
    [2, 17, 1],
    [19, 29, 17]
  ])
}

function places(
  fill: number,
  ranges: readonly (readonly [number, number, number])[]
): readonly number[] {
  return Array.from({ length: 32 }, (_, code) => {
    if (code === fill) return FILL
    const range = ranges.find(([from, to]) => code >= from && code <= to)
    return range === undefined ? -1 : range[2] + code - range[0]
  })
}

/**
 * Decodes Johab, the Korean encoding of DOS, which the Encoding Standard leaves out: syllables put together of three letters of five
 * bits; everything else is KS X 1001 at other places. What is no character becomes U+FFFD. Never fails; O(length).
 *
 * Source: KS X 1001:2004, annex 3.
 */
export function decodeJohab(bytes: Uint8Array): string {
  const parts: string[] = []
  const other = new TextDecoder('euc-kr')
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      parts.push(String.fromCharCode(lead))
      continue
    }
    const trail = bytes[at + 1] ?? 0
    const char = lead < 0xd4 ? syllable((lead << 8) | trail) : elsewhere(lead, trail, other)
    parts.push(char ?? '\uFFFD')
    // A byte of ASCII behind a stray one is itself.
    if (char !== undefined || trail >= 0x80) at++
  }
  return parts.join('')
}

function syllable(code: number): string | undefined {
  const initial = PLACES.initial[(code >> 10) & 31] ?? -1
  const medial = PLACES.medial[(code >> 5) & 31] ?? -1
  const final = PLACES.final[code & 31] ?? -1
  if (initial >= 0 && medial >= 0 && final !== -1)
    return String.fromCharCode(0xac00 + (initial * 21 + medial) * 28 + Math.max(0, final))
  if (initial >= 0 && medial === FILL && final === FILL) return INITIALS[initial]
  if (initial === FILL && medial >= 0 && final === FILL) return String.fromCharCode(0x314f + medial)
  if (initial === FILL && medial === FILL && final >= 0) return FINALS[final]
  // Three letters that are none are a wide space.
  return initial === FILL && medial === FILL && final === FILL ? '\u3000' : undefined
}

/** Two rows of 94 characters stand behind each lead byte: the first at 0x31–0x7E and 0x91–0xA0, the second behind it. */
function elsewhere(
  lead: number,
  trail: number,
  other: InstanceType<typeof TextDecoder>
): string | undefined {
  const signs = lead >= 0xd9 && lead <= 0xde
  const hanja = lead >= 0xe0 && lead <= 0xf9
  const low = trail >= 0x31 && trail <= 0x7e
  if (!(signs || hanja) || !(low || (trail >= 0x91 && trail <= 0xfe))) return undefined
  const row = signs ? 2 * (lead - 0xd9) : 2 * lead - 0x197
  const cell = trail - (low ? 0x31 : 0x43)
  const second = cell >= 94
  const text = other.decode(
    Uint8Array.of(0xa1 + row + (second ? 1 : 0), 0xa1 + cell - (second ? 94 : 0))
  )
  return text === '\uFFFD' ? undefined : text
}
