import { crc32, deflateRawSync } from 'node:zlib'

/** An entry to be written; what is not stated is written as it should be. */
export interface EntryToWrite {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  /** Lies about the unpacked size. */
  readonly statedSize?: number
  /** Lies about the checksum. */
  readonly statedCrc?: number
  /** Unix mode, as for symbolic links. */
  readonly mode?: number
  /** Compression method that is stated. */
  readonly method?: number
  /** General purpose flags: 1 is encrypted. */
  readonly flags?: number
}

const UTF8_NAMES = 0x800

/** Returns a zip archive with these entries, with fixed times. */
export function writeZip(entries: readonly EntryToWrite[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.stored ? content : deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE((entry.flags ?? 0) | UTF8_NAMES, 2)
    fields.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4)
    fields.writeUInt32LE(0x5821_0000, 6)
    fields.writeUInt32LE(entry.statedCrc ?? crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.statedSize ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), fields, tail, name])
    )
    files.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, central, Buffer.from('PK\u0005\u0006'), end])
}
