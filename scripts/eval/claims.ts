import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { toCanonical } from '../../src/core/text/canonical'
import { detectClaims } from '../../src/core/claims/detect'
import type { Article } from '../../src/core/article/article'
import { importText } from '../../src/importers/text'
import type { Mark } from '../../src/core/claims/claim'
import type { Span } from '../../src/core/text/span'

/**
 * Prints one prediction a sentence, as JSON lines, for the texts in `dir/texts` and the seeds in `dir/../../seeds`.
 * `--without GROUP` (repeatable, after the folder) leaves a rule group, or a rule by its id, out.
 */
export async function predict(dir: string): Promise<void> {
  const without = new Set<string>()
  process.argv.forEach((word, i) => {
    if (word === '--without') without.add(process.argv[i + 1] ?? '')
  })
  for (const folder of [join(dir, 'texts'), join(dir, '..', '..', 'seeds')]) {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).toSorted()
    for (const file of files) {
      const raw = await readFile(join(folder, file), 'utf8')
      process.stdout.write(linesFor(basename(file), raw, without))
    }
  }
}

/** The predictions for one text, as JSON lines; `without` names rule groups or rules. */
export function linesFor(file: string, raw: string, without: ReadonlySet<string>): string {
  const document = importText(raw, { bytes: new Uint8Array(), fileName: file })
  const article = { ...toCanonical(document.blocks), metadata: document.metadata }
  const { marks } = detectClaims(article, { without })
  const toRaw = (span: Span) => rawSpan(article, span)
  return marks
    .filter((mark) => mark.kind !== 'structure')
    .map((mark) => `${JSON.stringify(prediction(file, mark, toRaw))}\n`)
    .join('')
}

function prediction(file: string, mark: Mark, toRaw: (span: Span) => Span) {
  const { start, end } = toRaw(mark.sentence)
  return {
    file,
    start,
    end,
    severity: mark.severity,
    highlight: mark.highlight,
    categories: mark.categories,
    ...(mark.source && { source: mark.source.name }),
    via: mark.via.map((source) => source.name),
    ...(mark.scope && { scope: mark.scope.sure.map((s) => [toRaw(s).start, toRaw(s).end]) }),
    letter: mark.letter,
    reason: mark.reason
  }
}

/** Returns where a stretch of canonical text stands in the raw file. */
export function rawSpan(canonical: Pick<Article, 'blocks'>, span: Span): Span {
  const block = canonical.blocks.find((b) => b.span.start <= span.start && span.end <= b.span.end)
  const shift = (block?.at ?? 0) - (block?.span.start ?? 0)
  return { start: span.start + shift, end: span.end + shift }
}
