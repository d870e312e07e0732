import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rawSpan } from './claims'
import { allHeaders, fileNames, libraryOf } from './open-library'

interface GoldSentence {
  readonly id: string
  readonly seed: string
  readonly start: number
  readonly end: number
  readonly label: string
  readonly text: string
}

interface GoldReport {
  readonly file: string
  readonly publisher: string
  readonly topic: string
}

/** Words in a row that unrelated stories may share by chance, and one more. */
const RUN = 5

/**
 * Prints how many lines labelled as page furniture in `dir/sentences.json` are folded, how many sentences of the reports are, and each
 * that is wrong; then what unrelated stories of one site in `dir/../overlap` share in runs of five words that are shown. The reports,
 * those of `dir` in `dir/../../seeds`, are opened as the app opens them.
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
  await tellSharedRuns(join(dir, '..', 'overlap'))
}

async function tellSharedRuns(dir: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as GoldReport[]
  const library = await libraryOf(join(dir, 'articles'))
  const names = fileNames(library)
  const runs = new Map<string, Set<string>>()
  for (const [id, name] of names) {
    const { text, blocks } = library.article(id)
    const shown = blocks.filter(({ furniture }) => furniture === undefined)
    runs.set(name, new Set(shown.flatMap(({ span }) => runsOf(text.slice(span.start, span.end)))))
  }
  await library.close()

  const traps = manifest.filter(({ topic }) => topic.startsWith('TRAP'))
  for (const [i, one] of traps.entries()) {
    for (const other of traps.slice(i + 1)) {
      if (other.publisher !== one.publisher) continue
      const shared = [...(runs.get(one.file) ?? [])].filter((run) => runs.get(other.file)?.has(run))
      console.log(`${one.file}, ${other.file}: ${shared.length} runs of ${RUN} words shared`)
      for (const run of shared) console.log(`  ${run}`)
    }
  }
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '))
}
