import { closeSync, constants, fstatSync, openSync, readSync, type BigIntStats } from 'node:fs'
import type { ProblemCode } from '../../importers/importer'
import { codeOf, isAbsent } from '../folders'

/** A file can't be read; the code says why. */
export class ReadError extends Error {
  override name = 'ReadError'
  readonly code: ProblemCode

  constructor(code: ProblemCode, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.code = code
  }
}

/** How often a file is read again that changed while it was read. */
const RETRIES = 3
/** What a single `read` is asked for, bytes. */
const CHUNK = 1 << 20

/* Windows lacks the last three; there they are undefined, which counts as 0. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW | constants.O_NOCTTY

/** Names that Windows gives to devices, and prefixes that lead around its name rules. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const RAW_PREFIX = /^\\\\[.?]\\/

/** The bytes of a file with the stat under which all of them were read. */
export interface SafeRead {
  readonly bytes: Uint8Array
  readonly stats: BigIntStats
}

/**
 * Opens a plain file without ever waiting for it and without following a link, and hands its descriptor to `use`.
 *
 * @throws ReadError `symlink`, `not-regular-file`, `not-readable` or `vanished`
 */
export function withSafeFile<T>(path: Buffer, use: (fd: number, stats: BigIntStats) => T): T {
  if (process.platform === 'win32') refuseDevices(path.toString())
  let fd: number
  try {
    fd = openSync(path, FLAGS)
  } catch (error) {
    throw openError(error)
  }
  try {
    const stats = fstatSync(fd, { bigint: true })
    if (!stats.isFile()) throw new ReadError('not-regular-file', 'not a plain file')
    return use(fd, stats)
  } finally {
    closeSync(fd)
  }
}

/**
 * Reads a whole file; never a mixture of two states of it.
 *
 * @throws ReadError also `too-large`, and `changing` when the file doesn't keep still
 */
export function safeRead(path: Buffer, sizeLimit: number): SafeRead {
  for (let attempt = 0; attempt <= RETRIES; attempt++) {
    const read = withSafeFile(path, (fd, before) => {
      if (before.size > BigInt(sizeLimit))
        throw new ReadError('too-large', `${String(before.size)} > ${String(sizeLimit)}`)
      const bytes = readAll(fd, Number(before.size))
      const after = fstatSync(fd, { bigint: true })
      const still =
        bytes !== undefined &&
        before.size === after.size &&
        before.mtimeNs === after.mtimeNs &&
        before.ctimeNs === after.ctimeNs
      return still ? { bytes, stats: after } : undefined
    })
    if (read !== undefined) return read
  }
  throw new ReadError('changing', `changed during ${String(RETRIES + 1)} readings`)
}

/** Returns exactly `size` bytes; undefined when the file holds fewer or more by now. */
function readAll(fd: number, size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size)
  let at = 0
  try {
    while (at < size) {
      const got = readSync(fd, bytes, at, Math.min(CHUNK, size - at), at)
      if (got === 0) return undefined
      at += got
    }
    const beyond = readSync(fd, new Uint8Array(1), 0, 1, size)
    return beyond === 0 ? bytes : undefined
  } catch (error) {
    throw new ReadError('not-readable', codeOf(error), { cause: error })
  }
}

function openError(cause: unknown): ReadError {
  const code = codeOf(cause)
  if (isAbsent(cause)) return new ReadError('vanished', code, { cause })
  // ELOOP: O_NOFOLLOW met a link. ENXIO: a socket, or a pipe or device without its other end.
  if (code === 'ELOOP') return new ReadError('symlink', code, { cause })
  if (code === 'ENXIO' || code === 'ENODEV' || code === 'EISDIR')
    return new ReadError('not-regular-file', code, { cause })
  return new ReadError('not-readable', code, { cause })
}

function refuseDevices(path: string): void {
  const name = path.split(/[\\/]/).at(-1) ?? ''
  if (RAW_PREFIX.test(path) || DEVICE.test(name))
    throw new ReadError('not-regular-file', 'device name')
}
