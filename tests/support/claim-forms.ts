import { readFileSync } from 'node:fs'
import { detectClaims } from '../../src/core/claims/detect'
import type { Mark } from '../../src/core/claims/claim'
import { toCanonical } from '../../src/core/text/canonical'
import type { ImportedBlock } from '../../src/core/text/canonical'

/** What a sentence of the corpus asks for; the form stands in tests/fixtures/claim-forms/README.md. */
interface Expected {
  readonly strength: 'strong' | 'soft' | 'none' | 'covered'
  readonly categories: readonly string[]
  readonly sources: readonly string[]
  readonly text: string
}

interface Report {
  readonly name: string
  readonly blocks: readonly ImportedBlock[]
  readonly sentences: readonly Expected[]
}

/** Right, wrongly found and missed. */
interface Tally {
  right: number
  wrong: number
  missed: number
}

/** How the rules do on a corpus. */
export interface FormScore {
  readonly sentences: number
  readonly highlight: Tally
  readonly strong: Tally
  readonly sources: { right: number; all: number }
  readonly categories: { right: number; all: number }
  /** One line for each thing that is not as it was expected. */
  readonly misses: readonly string[]
}

/** Reads a corpus and compares it with what the rules find. */
export function scoreForms(file: string): FormScore {
  const tally = (): Tally => ({ right: 0, wrong: 0, missed: 0 })
  const score = {
    sentences: 0,
    highlight: tally(),
    strong: tally(),
    sources: { right: 0, all: 0 },
    categories: { right: 0, all: 0 },
    misses: [] as string[]
  }
  for (const report of reportsOf(readFileSync(file, 'utf8'))) {
    const article = toCanonical(report.blocks)
    const { marks } = detectClaims(article)
    let from = 0
    for (const expected of report.sentences) {
      const at = article.text.indexOf(expected.text, from)
      if (at < 0) throw new Error(`Cannot find "${expected.text}" in the article`)
      from = at + expected.text.length
      const found = marks.filter((m) => m.sentence.start < from && m.sentence.end > at)
      score.sentences++
      compare(expected, found, report.name, score)
    }
  }
  return score
}

function compare(
  expected: Expected,
  found: readonly Mark[],
  report: string,
  score: { -readonly [K in keyof FormScore]: K extends 'misses' ? string[] : FormScore[K] }
): void {
  const painted = found.some((m) => m.highlight)
  const severity = Math.max(0, ...found.map((m) => m.severity))
  const categories = new Set<string>(found.flatMap((m) => m.categories))
  const source = found.flatMap((m) => m.source?.name ?? []).at(-1)
  const wrong: string[] = []
  const wanted = expected.strength !== 'none'
  if (!count(score.highlight, wanted, painted)) wrong.push(painted ? 'painted' : 'not painted')
  if (expected.strength !== 'covered') {
    const strong = expected.strength === 'strong'
    if (!count(score.strong, strong, severity >= 3)) wrong.push(`severity ${severity}`)
  }
  for (const category of expected.categories) {
    score.categories.all++
    const there = category === 'PLAIN' ? severity === 0 : categories.has(category)
    if (there) score.categories.right++
    else wrong.push(`no ${category}`)
  }
  if (expected.sources.length > 0) {
    score.sources.all++
    if (source !== undefined && expected.sources.some((name) => sameSource(name, source)))
      score.sources.right++
    else wrong.push(`source "${source ?? ''}"`)
  }
  if (wrong.length > 0)
    score.misses.push(
      `${report}: ${wrong.join(', ')} [${[...categories].join(' ')}] – ${expected.text}`
    )
}

function count(tally: Tally, wanted: boolean, found: boolean): boolean {
  if (wanted && found) tally.right++
  else if (found) tally.wrong++
  else if (wanted) tally.missed++
  return wanted === found
}

const SMALL = new Set('the a an of s mr ms for and'.split(' '))

/** Half of the accepted name's words stand in the found one, which is not much longer. */
function sameSource(accepted: string, found: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !SMALL.has(word))
  const [want, have] = [words(accepted), words(found)]
  const shared = want.filter((word) => have.includes(word)).length
  return want.length > 0 && shared / want.length >= 0.5 && have.length <= want.length + 6
}

/** Precision, recall and their harmonic mean. */
export function measures({ right, wrong, missed }: Tally): {
  precision: number
  recall: number
  f1: number
} {
  const precision = right / Math.max(1, right + wrong)
  const recall = right / Math.max(1, right + missed)
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) }
}

function reportsOf(text: string): Report[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n')
      const blocks: ImportedBlock[] = []
      const sentences: Expected[] = []
      let paragraph: string[] = []
      const close = () => {
        if (paragraph.length > 0) blocks.push({ text: paragraph.join(' '), role: 'paragraph' })
        paragraph = []
      }
      for (const line of lines) {
        if (line.trim() === '') close()
        else if (line.startsWith('# ')) {
          close()
          const heading = line.slice(2)
          blocks.push({ text: heading, role: /^\d\d:\d\d/.test(heading) ? 'entry' : 'heading' })
        } else {
          const expected = expectation(line)
          sentences.push(expected)
          paragraph.push(expected.text)
        }
      }
      close()
      return { name, blocks, sentences }
    })
}

function expectation(line: string): Expected {
  const [head = '', sources = '', ...rest] = line.split(' ; ')
  const [strength, categories = ''] = head.trim().split(' ')
  if (strength !== 'strong' && strength !== 'soft' && strength !== 'none' && strength !== 'covered')
    throw new Error(`Cannot read "${line}"`)
  const list = (text: string, mark: string) =>
    text
      .split(mark)
      .map((word) => word.trim())
      .filter((word) => word !== '' && word !== '-')
  return {
    strength,
    categories: list(categories, ','),
    sources: list(sources, '|'),
    text: rest.join(' ; ').trim()
  }
}
