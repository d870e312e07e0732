import { join } from 'node:path'
import { fileNames, libraryOf } from './open-library'

/** Kinds of overlap that say that two reports share text. */
const SHARES_TEXT = new Set(['same-text', 'version', 'shared-passages'])

/**
 * Prints the pairs of reports under `dir/articles` that share text: file, file, kind, both containments and words, parted by tabs.
 * Opens the folder in a library of its own, as the app does; of the labelled data only names and texts are read.
 */
export async function predict(dir: string): Promise<void> {
  const library = await libraryOf(join(dir, 'articles'))
  const names = fileNames(library)
  for (const id of names.keys()) {
    for (const { overlap } of library.overlaps(id)) {
      if (overlap.b < id || !SHARES_TEXT.has(overlap.kind)) continue
      const numbers = [
        overlap.containmentA.toFixed(3),
        overlap.containmentB.toFixed(3),
        overlap.words
      ]
      console.log([names.get(id), names.get(overlap.b), overlap.kind, ...numbers].join('\t'))
    }
  }
  await library.close()
}
