import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { measures, scoreForms } from '../../tests/support/claim-forms'

/** Prints how the rules do on each corpus of invented reports in `dir`, and with `--misses` what is not as expected. */
export async function predict(dir: string): Promise<void> {
  const files = (await readdir(dir)).filter((name) => name.endsWith('.txt')).toSorted()
  for (const file of files) {
    const score = scoreForms(join(dir, file))
    const line = (name: string, tally: Parameters<typeof measures>[0]) => {
      const { precision, recall, f1 } = measures(tally)
      return `${name} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`
    }
    const share = ({ right, all }: { right: number; all: number }) =>
      `${(right / Math.max(1, all)).toFixed(3)} (${right}/${all})`
    console.log(
      [
        `${file}: ${score.sentences} sentences`,
        line('highlight', score.highlight),
        line('strong', score.strong),
        `source ${share(score.sources)}`,
        `categories ${share(score.categories)}`
      ].join(' · ')
    )
    if (process.argv.includes('--misses')) console.log(score.misses.join('\n'))
  }
}
