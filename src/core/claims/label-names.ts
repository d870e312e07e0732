import type { MarkLetter } from './claim'

/** Words by which a reader may ask for a mark; every one means one mark. */
const NAMES: Readonly<Record<MarkLetter, readonly string[]>> = {
  V: ['unverified', 'verify', 'verified', 'not verified', 'could not verify'],
  N: ['unconfirmed', 'no confirmation', 'not confirmed'],
  D: ['disputed', 'denied', 'dispute', 'denial'],
  S: ['alleged', 'claimed', 'party', 'side', 'one side', 'one side says'],
  U: ['unnamed', 'anonymous', 'unnamed source'],
  R: ['relayed', 'relay', 'media'],
  H: ['hedged', 'hedge', 'unclear'],
  P: ['plan', 'planned', 'expected', 'position']
}

const letters = new Map<string, MarkLetter>()
for (const letter of Object.keys(NAMES) as MarkLetter[]) {
  letters.set(letter.toLowerCase(), letter)
  for (const name of NAMES[letter]) letters.set(name, letter)
}

/** The names that are offered, one for each mark. */
export const LABEL_NAMES: readonly string[] = Object.values(NAMES).flatMap(([name]) => name ?? [])

/** Returns the mark that a letter or a name means, whatever its case; undefined for any other word. */
export function letterNamed(name: string): MarkLetter | undefined {
  return letters.get(name.trim().toLowerCase())
}
