import { toCanonical } from '../../src/core/text/canonical'
import type { ImportResult } from '../../src/importers/importer'

/** Returns which promise of the importers' contract a result breaks, or undefined. */
export function brokenPromise(result: ImportResult): string | undefined {
  const { documents, problems } = result
  if (documents.length === 0 && problems.length === 0) return 'neither document nor problem'
  const entries = new Set(documents.map((document) => document.entry))
  if (entries.size !== documents.length) return 'two documents with the same entry'
  for (const { blocks, metadata, entry } of documents) {
    if (toCanonical(blocks).text === '') return `document "${entry}" without text`
    if (metadata.title.value.trim() === '') return `document "${entry}" without title`
    const url = metadata.url?.value
    if (url !== undefined && !/^https?:/i.test(url)) return `address "${url}"`
  }
  const thrown = problems.find((found) => /^(?:\w*Error): /.test(found.detail))
  return thrown === undefined ? undefined : `importer threw: ${thrown.detail}`
}
