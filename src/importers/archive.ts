import { importDocx } from './docx'
import { CONTAINER, importEpub } from './epub'
import type { Importer, ImportInput, ImportResult } from './importer'
import { guarded, refused } from './outcome'
import { looksZipped, openZip, type Zip } from './zip'

// Told by a file that only this kind of archive holds.
const KINDS: readonly (readonly [name: string, kind: string])[] = [
  ['xl/workbook.xml', 'Excel workbook'],
  ['ppt/presentation.xml', 'PowerPoint presentation'],
  ['FixedDocSeq.fdseq', 'XPS document'],
  ['AndroidManifest.xml', 'Android app'],
  ['META-INF/MANIFEST.MF', 'Java archive']
]

/**
 * Archives that neither name nor first bytes tell apart: looks inside for a book or a Word document, and names what else it finds.
 * Archives of single files are not opened: an article inside has no place of its own that could be shown or followed.
 */
export const archiveImporter: Importer = {
  formats: [],
  sniff: (input: ImportInput): number => (looksZipped(input.bytes) ? 0.9 : 0),
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('zip archive', async () => {
      const zip = await openZip(input.bytes)
      if (zip.find(CONTAINER) !== undefined) return importEpub(zip, input)
      if (zip.find('word/document.xml') !== undefined) return importDocx(zip, input)
      return refused('unsupported-format', await kindOf(zip))
    })
}

async function kindOf(zip: Zip): Promise<string> {
  const mimetype = zip.find('mimetype')
  if (mimetype !== undefined) {
    const type = Buffer.from((await zip.read(mimetype)).subarray(0, 200))
      .toString('latin1')
      .trim()
    if (/opendocument\.text/.test(type)) return 'OpenDocument text'
    if (/opendocument/.test(type)) return 'OpenDocument file'
  }
  return KINDS.find(([name]) => zip.find(name) !== undefined)?.[1] ?? 'zip archive'
}
