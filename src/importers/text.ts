import type { ImportedBlock } from '../core/text/canonical'
import { findFurniture } from '../core/article/furniture'
import { decode } from './bytes'
import type { Importer, ImportInput, ImportResult } from './importer'
import { sniffText } from './sniff'

/** Plain text: one block per line, with its place in the decoded text. */
export const textImporter: Importer = {
  formats: ['txt'],
  sniff: sniffText,
  import(input: ImportInput): Promise<ImportResult> {
    const decoded = decode(input.bytes, { kind: 'text' })
    if (decoded.problems.some((problem) => problem.severity === 'error'))
      return Promise.resolve({ documents: [], problems: decoded.problems })
    const blocks: ImportedBlock[] = []
    let at = 0
    for (const line of decoded.text.split('\n')) {
      const lead = line.length - line.trimStart().length
      const text = line.trim()
      if (text !== '') blocks.push({ text, role: 'paragraph', at: at + lead })
      at += line.length + 1
    }
    const title = blocks[0]?.text ?? input.fileName
    return Promise.resolve({
      documents: [
        {
          entry: '',
          format: 'txt',
          blocks: findFurniture(blocks, { title }),
          metadata: { title: { value: title, from: 'text' } },
          problems: []
        }
      ],
      problems: decoded.problems
    })
  }
}
