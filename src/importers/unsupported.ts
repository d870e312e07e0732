import type { Importer, ImportInput, ImportResult } from './importer'
import { refused } from './outcome'
import { extensionOf, SNIFF_BYTES } from './sniff'

// First bytes (latin-1) of files that hold no text for us, and what they are called.
const MAGIC: readonly (readonly [bytes: string, name: string])[] = [
  ['\u0089PNG', 'PNG picture'],
  ['\u00ff\u00d8\u00ff', 'JPEG picture'],
  ['GIF8', 'GIF picture'],
  ['II*\u0000', 'TIFF picture'],
  ['MM\u0000*', 'TIFF picture'],
  ['BM', 'bitmap picture'],
  ['\u0000\u0000\u0001\u0000', 'icon'],
  ['\u001f\u008b', 'gzip archive'],
  ['BZh', 'bzip2 archive'],
  ['\u00fd7zXZ', 'xz archive'],
  ['\u0028\u00b5\u002f\u00fd', 'zstd archive'],
  ['7z\u00bc\u00af', '7z archive'],
  ['Rar!\u001a', 'RAR archive'],
  ['\u007fELF', 'program'],
  ['MZ', 'program'],
  ['\u00ca\u00fe\u00ba\u00be', 'program'],
  ['{\\rtf', 'RTF document'],
  ['%!PS', 'PostScript document'],
  ['SQLite format 3', 'SQLite database'],
  ['bplist0', 'property list (Safari web archive)'],
  ['ID3', 'sound'],
  ['OggS', 'sound or film'],
  ['fLaC', 'sound'],
  ['\u001aE\u00df\u00a3', 'film'],
  ['!<arch>', 'archive'],
  ['AT&TFORM', 'DjVu document'],
  ['ITSF', 'Windows help file'],
  ['wOFF', 'font'],
  ['wOF2', 'font']
]

/** Shortest magic number that is trusted without an extension that agrees: "BM" and "MZ" begin words as well. */
const SURE_LENGTH = 3

const OLE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'

/** Files that are recognised, to be refused by name rather than shown as garbage. */
export const unsupportedImporter: Importer = {
  formats: [],
  sniff: (input: ImportInput): number => (nameOf(input) === undefined ? 0 : 0.92),
  import: (input: ImportInput): Promise<ImportResult> =>
    Promise.resolve(refused('unsupported-format', nameOf(input) ?? 'unknown format'))
}

function nameOf(input: ImportInput): string | undefined {
  const head = Buffer.from(input.bytes.subarray(0, 64)).toString('latin1')
  if (head.startsWith(OLE)) return oleName(input)
  if (head.startsWith('RIFF'))
    return head.slice(8, 12) === 'WEBP' ? 'WebP picture' : 'sound or film'
  if (head.slice(4, 8) === 'ftyp')
    return /^(?:avif|heic|mif1)/.test(head.slice(8)) ? 'picture' : 'film'
  const found = MAGIC.find(([magic]) => head.startsWith(magic))
  if (found === undefined) return tarName(input)
  const [magic, name] = found
  return magic.length >= SURE_LENGTH || isBinary(input.bytes) ? name : undefined
}

/** Short magic numbers count only where NUL bytes show that the file is no text. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).includes(0)
}

function tarName(input: ImportInput): string | undefined {
  return Buffer.from(input.bytes.subarray(257, 262)).toString('latin1') === 'ustar'
    ? 'tar archive'
    : undefined
}

/** Office 97 documents, Outlook mails and others share one container; the names of its streams tell which. */
function oleName(input: ImportInput): string {
  const utf16 = Buffer.from(input.bytes.subarray(0, SNIFF_BYTES))
    .toString('latin1')
    .replaceAll('\u0000', '')
  if (/EncryptedPackage/.test(utf16)) return 'Office document with a password'
  if (/WordDocument/.test(utf16)) return 'Word 97 document'
  if (/__substg1\.0_|__properties_version1/.test(utf16)) return 'Outlook mail'
  if (/Workbook|Book/.test(utf16)) return 'Excel 97 workbook'
  if (/PowerPoint Document/.test(utf16)) return 'PowerPoint 97 presentation'
  const named: Readonly<Record<string, string>> = {
    doc: 'Word 97 document',
    msg: 'Outlook mail',
    xls: 'Excel 97 workbook'
  }
  return named[extensionOf(input.fileName)] ?? 'Office 97 document'
}
