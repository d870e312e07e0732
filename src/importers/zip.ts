import { crc32, inflateRawSync } from 'node:zlib'
import { fromBufferPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { ImportFailure } from './outcome'

/** Most entries of an archive; books and documents have hundreds. Higher costs listing time (about 20 µs each). */
export const MAX_ENTRIES = 5_000
/** Most bytes of one unpacked entry. A chapter is below 1 MB; higher lets one entry fill the reader's memory. */
export const MAX_ENTRY_BYTES = 64 * 1024 * 1024
/** Most bytes unpacked from one archive in all. */
export const MAX_TOTAL_BYTES = 256 * 1024 * 1024
/** Most unpacked bytes per packed byte; deflate reaches 1,032 on runs, prose 3 to 5. */
export const MAX_RATIO = 200
/** Unpacked bytes below which the ratio is not looked at: small repetitive style sheets are no bombs. */
export const RATIO_FROM_BYTES = 1024 * 1024

const DEFLATED = 8
const STORED = 0
/** `S_IFMT` and `S_IFLNK` of the Unix mode in the upper half of the external attributes. */
const FILE_TYPE_MASK = 0o170000
const SYMBOLIC_LINK = 0o120000

/** An archive held in memory. Nothing is ever written; names are only looked up. */
export interface Zip {
  /** Names of the files (no folders) in the order of the archive's directory, each once. */
  readonly names: readonly string[]
  /** Returns the name under which an entry is kept: exact, else by Unicode form, else by case; undefined when there is none. */
  find(name: string): string | undefined
  /** Unpacks an entry and checks its size and CRC. Throws `ImportFailure` (`damaged`, `encrypted`, `too-large`). */
  read(name: string): Promise<Uint8Array>
}

/** Says whether the bytes begin as a zip archive does (also an empty or a spanned one). */
export function looksZipped(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes
  return (
    p === 0x50 &&
    k === 0x4b &&
    ((a === 3 && b === 4) || (a === 5 && b === 6) || (a === 7 && b === 8))
  )
}

/**
 * Opens an archive and reads its directory.
 *
 * Throws `ImportFailure`: `damaged` for a directory that is broken or holds names that lead outside (absolute, `..`, backslash)
 * or symbolic links, `too-large` past `MAX_ENTRIES`.
 */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const archive = await opened(buffer)
  const entries = await directory(archive)
  const byForm = byFolded(entries, (name) => name.normalize('NFC'))
  const byCase = byFolded(entries, (name) => name.normalize('NFC').toLowerCase())
  let total = 0
  return {
    names: [...entries.keys()],
    find: (name) =>
      entries.has(name)
        ? name
        : (byForm.get(name.normalize('NFC')) ?? byCase.get(name.normalize('NFC').toLowerCase())),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) throw new ImportFailure('damaged', 'entry is missing', name)
      checkSize(entry, total)
      const content = await unpack(archive, buffer, entry)
      total += content.length
      return content
    }
  }
}

async function opened(buffer: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(buffer, { strictFileNames: true, validateEntrySizes: true })
  } catch (error) {
    throw new ImportFailure('damaged', `zip archive: ${messageOf(error)}`)
  }
}

async function directory(archive: ZipFile): Promise<Map<string, Entry>> {
  if (archive.entryCount > MAX_ENTRIES)
    throw new ImportFailure('too-large', `zip archive: ${archive.entryCount} entries`)
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of archive.eachEntry()) {
      if (isLink(entry))
        throw new ImportFailure('damaged', 'zip archive: symbolic link', entry.fileName)
      if (!entry.fileName.endsWith('/') && !entries.has(entry.fileName))
        entries.set(entry.fileName, entry)
    }
  } catch (error) {
    if (error instanceof ImportFailure) throw error
    throw new ImportFailure('damaged', `zip archive: ${messageOf(error)}`)
  }
  return entries
}

function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK) === SYMBOLIC_LINK
}

function byFolded(
  entries: Map<string, Entry>,
  fold: (name: string) => string
): Map<string, string> {
  const folded = new Map<string, string>()
  for (const name of entries.keys()) {
    const key = fold(name)
    if (!folded.has(key)) folded.set(key, name)
  }
  return folded
}

function checkSize(entry: Entry, total: number): void {
  const { compressedSize, uncompressedSize, fileName } = entry
  if (uncompressedSize > MAX_ENTRY_BYTES)
    throw new ImportFailure('too-large', `entry of ${uncompressedSize} bytes`, fileName)
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO)
    throw new ImportFailure('too-large', 'entry unpacks to more than 200 times its size', fileName)
  if (total + uncompressedSize > MAX_TOTAL_BYTES)
    throw new ImportFailure(
      'too-large',
      `archive unpacks to more than ${MAX_TOTAL_BYTES} bytes`,
      fileName
    )
}

async function unpack(archive: ZipFile, buffer: Buffer, entry: Entry): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new ImportFailure('encrypted', 'zip entry', entry.fileName)
  const packed = await packedBytes(archive, buffer, entry)
  const content = inflate(packed, entry)
  if (content.length !== entry.uncompressedSize)
    throw new ImportFailure('damaged', 'entry has another size than stated', entry.fileName)
  if (crc32(content) !== entry.crc32)
    throw new ImportFailure('damaged', 'entry does not match its checksum', entry.fileName)
  return content
}

async function packedBytes(archive: ZipFile, buffer: Buffer, entry: Entry): Promise<Buffer> {
  try {
    const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true })
    return buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  } catch (error) {
    throw new ImportFailure('damaged', `zip entry: ${messageOf(error)}`, entry.fileName)
  }
}

function inflate(packed: Buffer, entry: Entry): Uint8Array {
  if (entry.compressionMethod === STORED) return packed
  if (entry.compressionMethod !== DEFLATED)
    throw new ImportFailure(
      'damaged',
      `unsupported compression method ${entry.compressionMethod}`,
      entry.fileName
    )
  try {
    // The stated size is a promise that a bomb breaks; the limit stops it there.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
  } catch (error) {
    throw new ImportFailure('damaged', `zip entry: ${messageOf(error)}`, entry.fileName)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason'
}
