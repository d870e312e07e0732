import type { Span } from '../../../../core/text/span'

/** Most places that find in article lists; the count then says "10,000+". */
export const MAX_FOUND = 10_000

const QUOTES: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '\u00A0': ' ',
  '\u202F': ' '
}

/**
 * Finds a text in an article, ignoring case, diacritics, the kind of quotation mark, dash and space.
 * Spans count in `text`, ascending, without overlap; O(length).
 */
export function find(text: string, wanted: string): Span[] {
  const needle = Array.from(wanted, plain).join('')
  if (needle.trim() === '') return []
  const { folded, places } = foldWithPlaces(text)
  const found: Span[] = []
  let at = folded.indexOf(needle)
  while (at >= 0 && found.length < MAX_FOUND) {
    found.push({ start: places[at] ?? 0, end: places[at + needle.length] ?? text.length })
    at = folded.indexOf(needle, at + needle.length)
  }
  return found
}

let last: { text: string; folded: string; places: Uint32Array } | undefined

/** Folding changes lengths (ß, ﬁ), so each folded unit remembers the character it comes from. Kept for the next key press. */
function foldWithPlaces(text: string): { folded: string; places: Uint32Array } {
  if (last?.text === text) return last
  const parts: string[] = []
  const places: number[] = []
  let at = 0
  for (const char of text) {
    const folded = plain(char)
    parts.push(folded)
    for (let i = 0; i < folded.length; i++) places.push(at)
    at += char.length
  }
  places.push(at)
  last = { text, folded: parts.join(''), places: Uint32Array.from(places) }
  return last
}

function plain(char: string): string {
  if (char < '\u0080') return char.toLowerCase()
  const quote = QUOTES[char]
  return (
    quote ??
    char
      .normalize('NFKD')
      .replace(/[\u0300-\u036F]/g, '')
      .toLowerCase()
  )
}
