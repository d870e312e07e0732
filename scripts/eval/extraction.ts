import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportedDocument } from '../../src/importers/importer'
import { importFile } from '../../src/importers/registry'

/** Prints predictions for the set in `dir` (its folder `pages`): `{ id: text }`. */
export async function predict(dir: string): Promise<void> {
  const predictions: Record<string, string> = {}
  for await (const [id, document] of importPages(dir)) predictions[id] = bodyText(document)
  process.stdout.write(JSON.stringify(predictions))
}

/** Yields the first document of every page in `dir/pages`; pages that don't import are left out. */
export async function* importPages(dir: string): AsyncGenerator<[string, ImportedDocument]> {
  const folder = join(dir, 'pages')
  for (const fileName of (await readdir(folder)).sort()) {
    const bytes = await readFile(join(folder, fileName))
    const { documents } = await importFile({ bytes, fileName })
    const [document] = documents
    if (document !== undefined) yield [fileName.replace(/\.html?$/, ''), document]
  }
}

/** Returns the text of an article as the labelled sets count it: without furniture and captions. */
export function bodyText(document: ImportedDocument): string {
  return document.blocks
    .filter((block) => block.furniture === undefined && block.role !== 'caption')
    .map((block) => block.text)
    .join('\n\n')
}
