import type { Mark, MarkLetter } from '../../../core/claims/claim'
import type { Settings } from '../../../shared/settings'

/** A mark as the reader meets it: its name and the line that explains it. */
export interface MarkName {
  readonly letter: MarkLetter
  readonly name: string
  readonly meaning: string
}

export const MARKS: readonly MarkName[] = [
  {
    letter: 'V',
    name: 'Outlet could not verify',
    meaning:
      'The outlet says that it could not verify this, or the sentence is covered by such a line.'
  },
  {
    letter: 'N',
    name: 'No confirmation yet',
    meaning: 'The party concerned has not confirmed, answered or commented.'
  },
  {
    letter: 'D',
    name: 'Disputed',
    meaning: 'Somebody denies or contradicts it; the card names who.'
  },
  {
    letter: 'S',
    name: 'One side says',
    meaning:
      'Told by a side in the matter (line), or told with distance: claimed, alleged, accused (band).'
  },
  { letter: 'U', name: 'Unnamed source', meaning: 'The source is withheld or only described.' },
  { letter: 'R', name: 'Relayed', meaning: 'Taken over from another outlet, agency or channel.' },
  {
    letter: 'H',
    name: 'Outlet hedges',
    meaning: 'The outlet leaves it open (band) or is not certain: probably, appears, may (line).'
  },
  {
    letter: 'P',
    name: 'Plan or position',
    meaning: 'A forecast, a plan, or somebody speaking on their own acts. Off until you ask for it.'
  }
]

const byLetter = new Map(MARKS.map((mark) => [mark.letter, mark]))

/** The reader's name of a mark. */
export const markName = (letter: MarkLetter): string => byLetter.get(letter)?.name ?? letter

const ALWAYS_STRONG: ReadonlySet<MarkLetter> = new Set(['V', 'N', 'D', 'U'])

/** Whether a mark is a filled band rather than a line; see the table of marks in docs/claims.md. */
export function isStrong(mark: Pick<Mark, 'letter' | 'categories'>): boolean {
  if (mark.letter === undefined) return false
  if (ALWAYS_STRONG.has(mark.letter)) return true
  if (mark.letter === 'S') return mark.categories.includes('ALLEGED')
  return mark.letter === 'H' && mark.categories.includes('UNCLEAR')
}

/** Whether the reader wants to see a mark now. */
export function isPainted(
  mark: Pick<Mark, 'letter' | 'categories'>,
  settings: Pick<Settings, 'marks' | 'hiddenMarks'>
): boolean {
  if (mark.letter === undefined || settings.marks === 'off') return false
  if (settings.hiddenMarks.includes(mark.letter)) return false
  return settings.marks === 'all' || isStrong(mark)
}
