import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rawSpan } from './claims'
import { allHeaders, libraryOf } from './open-library'

interface GoldSentence {
  readonly id: string
  readonly seed: string
  readonly start: number
  readonly end: number
  readonly label: string
  readonly text: string
}

/**
 * Prints how many lines labelled as page furniture in `dir/sentences.json` are folded, how many sentences of the reports are, and each
 * that is wrong. The reports in `dir/../../seeds` are opened as the app opens them.
 *
 * A line that is no block of its report, since it was taken for its title or address, is not shown as text and counts as folded.
 */
export async function predict(dir: string): Promise<void> {
  const file = await readFile(join(dir, 'sentences.json'), 'utf8')
  const { sentences } = JSON.parse(file) as { sentences: GoldSentence[] }
  const library = await libraryOf(join(dir, '..', '..', 'seeds'))
  const shown = new Map<string, { start: number; end: number }[]>()
  for (const { id, fileName } of allHeaders(library)) {
    const view = library.article(id)
    const blocks = view.blocks.filter((block) => block.furniture === undefined)
    shown.set(
      fileName,
      blocks.map(({ span }) => rawSpan(view, span))
    )
  }
  await library.close()

  const isShown = ({ seed, start, end }: GoldSentence) => {
    const middle = (start + end) / 2
    return (shown.get(seed) ?? []).some((span) => span.start <= middle && middle < span.end)
  }
  const count = (name: string, label: (one: GoldSentence) => boolean, wanted: boolean) => {
    const labelled = sentences.filter(label)
    const wrong = labelled.filter((one) => isShown(one) !== wanted)
    console.log(`${name}: ${labelled.length - wrong.length} of ${labelled.length}`)
    for (const { id, text } of wrong) console.log(`  ${id} ${text}`)
  }
  count('furniture folded', ({ label }) => label === 'boilerplate', false)
  count('report kept', ({ label }) => label === 'claim' || label === 'none', true)
  count('captions, bylines, headings kept', ({ label }) => label === 'furniture', true)
}
