import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { numbersIn } from '../../src/core/align/numbers'
import type { ArticleId } from '../../src/core/article/article'
import { bodyBlocks } from '../../src/core/article/article'
import type { Library } from '../../src/library/library'
import { fileNames, libraryOf } from './open-library'

/** A labelled report: only its group, file and count of dead are read. */
interface Labelled {
  readonly cluster: string
  readonly file: string
  readonly gold: { readonly nb_civilians?: string } | null
}

/**
 * Prints, for every two reports of one event whose labelled counts of dead differ and stand in their texts, whether the comparison
 * marks that numbers differ, and how many pairs it marks of all. `dir` holds `manifest.json` and `articles`.
 */
export async function predict(dir: string): Promise<void> {
  // The labelled file is ours to read as it is described.
  const rows = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Labelled[]
  const library = await libraryOf(join(dir, 'articles'))
  const ids = new Map([...fileNames(library)].map(([id, name]) => [name, id]))
  const reports = rows.flatMap(({ cluster, file, gold }) => {
    const id = ids.get(file)
    const toll = Number(gold?.nb_civilians)
    return id !== undefined && toll > 0 && tells(library, id, toll)
      ? [{ cluster, file, id, toll }]
      : []
  })
  let marked = 0
  let all = 0
  for (const [index, a] of reports.entries())
    for (const b of reports.slice(index + 1)) {
      if (a.cluster !== b.cluster || a.toll === b.toll) continue
      const { alignment, ...sides } = library.compare(a.id, b.id)
      const conflicts = alignment.changes.filter(
        (change) =>
          change.kind === 'number' &&
          change.strength === 'strong' &&
          valuesAt(sides.a.text, change.a).includes(a.toll) &&
          valuesAt(sides.b.text, change.b).includes(b.toll)
      )
      all++
      if (conflicts.length > 0) marked++
      const said = conflicts[0]?.text ?? 'not marked'
      console.log([a.file, b.file, `${a.toll} / ${b.toll}`, said].join('\t'))
    }
  console.log(`counts of dead that differ, marked\t${marked} of ${all}`)
  await library.close()
}

const valuesAt = (text: string, span: { start: number; end: number } | undefined): number[] =>
  span === undefined ? [] : numbersIn(text, span).map(({ value }) => value)

/** Says whether a number stands in the body of a report. */
function tells(library: Library, id: ArticleId, value: number): boolean {
  const article = library.article(id)
  return bodyBlocks(article).some(({ span }) =>
    numbersIn(article.text, span).some((number) => number.value === value)
  )
}
