import { archiveImporter } from './archive'
import { docxImporter } from './docx'
import { emlImporter } from './eml'
import { epubImporter } from './epub'
import { htmlImporter } from './html'
import type { Importer, ImportInput, ImportResult } from './importer'
import { markdownImporter } from './markdown'
import { mboxImporter } from './mbox'
import { mhtmlImporter } from './mhtml'
import { omnivoreImporter } from './omnivore'
import { problem } from './outcome'
import { pdfImporter } from './pdf'
import { pocketImporter } from './pocket'
import { readwiseImporter } from './readwise'
import { textImporter } from './text'
import { unsupportedImporter } from './unsupported'
import { wallabagImporter } from './wallabag'
import { warcImporter } from './warc'
import { xmlImporter } from './xml-document'
import { zoteroImporter } from './zotero'

/** Every importer, the more particular first: on equal sniffs the earlier one is asked. */
export const IMPORTERS: readonly Importer[] = [
  pdfImporter,
  epubImporter,
  docxImporter,
  archiveImporter,
  warcImporter,
  mhtmlImporter,
  mboxImporter,
  emlImporter,
  omnivoreImporter,
  wallabagImporter,
  readwiseImporter,
  pocketImporter,
  zoteroImporter,
  unsupportedImporter,
  xmlImporter,
  htmlImporter,
  markdownImporter,
  textImporter
]

/**
 * Turns a file into documents with the importer that is surest of its bytes; content decides before the extension.
 * Never throws: a bug in an importer becomes the problem `damaged` of that file.
 */
export async function importFile(
  input: ImportInput,
  importers: readonly Importer[] = IMPORTERS
): Promise<ImportResult> {
  if (input.bytes.length === 0) return refused('empty', 'no bytes')
  const importer = surest(input, importers)
  if (importer === undefined) return refused('unsupported-format', 'no importer knows these bytes')
  try {
    return withText(await importer.import(input))
  } catch (error) {
    // Importers promise not to throw. One bad file must still not stop the import of all others.
    return refused(
      'damaged',
      error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'
    )
  }
}

/** Returns the page as it was saved, made harmless; undefined for formats that are no pages. May throw for a bug, like any importer. */
export function originalOf(input: ImportInput): string | undefined {
  return surest(input, IMPORTERS)?.original?.(input)
}

/** A document whose blocks hold nothing but white space and control characters is none: what is left of it is a problem. */
function withText(result: ImportResult): ImportResult {
  const empty = result.documents.filter(
    ({ blocks }) => !blocks.some(({ text }) => /[^\s\p{Cc}]/u.test(text))
  )
  if (empty.length === 0) return result
  const documents = result.documents.filter((document) => !empty.includes(document))
  const told = empty.flatMap(({ entry, problems }) => [
    ...problems,
    problem('error', 'no-text', 'no text in the document', entry)
  ])
  return { documents, problems: [...result.problems, ...told] }
}

function surest(input: ImportInput, importers: readonly Importer[]): Importer | undefined {
  let best: Importer | undefined
  let most = 0
  for (const importer of importers) {
    const sure = importer.sniff(input)
    if (sure > most) {
      best = importer
      most = sure
    }
  }
  return best
}

function refused(code: 'empty' | 'unsupported-format' | 'damaged', detail: string): ImportResult {
  return { documents: [], problems: [{ severity: 'error', code, where: '', detail }] }
}
