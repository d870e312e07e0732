import type { Article, Metadata } from '../../../src/core/article/article'
import { toCanonical, type ImportedBlock } from '../../../src/core/text/canonical'
import { words } from '../../../src/core/text/segment'

/** Returns an article of these paragraphs. */
export function article(
  id: number,
  paragraphs: readonly (string | ImportedBlock)[],
  metadata: Partial<Metadata> = {}
): Article {
  const canonical = toCanonical(
    paragraphs.map((one) => (typeof one === 'string' ? { text: one, role: 'paragraph' } : one))
  )
  return {
    ...canonical,
    id,
    metadata: { title: { value: `Report ${id}`, from: 'guess' }, ...metadata },
    format: 'txt',
    contentHash: `hash-${id}`,
    words: words(canonical.text).length
  }
}

export const STORY = [
  'Three ferries collided in the fog off Tarsk before dawn, and rescuers pulled forty passengers out of the cold water.',
  'The largest of them had lost its radar an hour earlier, its engineer told the harbour court, but the captain kept to the timetable.',
  'Divers searched the wreck until noon and found nobody else inside, while cranes from Belmar waited for the tide to fall.',
  'The council has closed the channel for a week and asked fishermen to report drifting cargo, above all drums of solvent.'
]
export const OTHER = [
  'Growers in the Venn valley expect the smallest plum harvest for twelve years after late frost killed most of the blossom.',
  'Insurers sent assessors to the orchards on Friday, and the first payments may reach the farms before the summer fair.',
  'A cooperative near the observatory lost every tree that it had planted since the flood, its treasurer wrote to members.'
]
export const THIRD = [
  'The chess club of Upper Drass won its ninth title in a row when its youngest player beat a former champion in the last round.',
  'More than two hundred spectators followed the final game on a screen in the town hall, where the heating had failed again.'
]
