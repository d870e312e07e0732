import type { SourceType } from '../claim'

/** Someone who may be a source: what kind of body it is and on whose side it stands. */
export interface Actor {
  readonly name: string
  readonly type: SourceType
  /** State or group whose interest it shares in a dispute. */
  readonly side?: string
  /** Other names in comparison form (lower case, without "the"). */
  readonly aliases: readonly string[]
}

/** Reads lines of `name|aliases, comma separated|side`. */
export function readActors(type: SourceType, lines: string): Actor[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', aliases = '', side = ''] = line.trim().split('|')
      return {
        name,
        type,
        ...(side !== '' && { side }),
        aliases: [name, ...aliases.split(',')]
          .map((alias) => alias.trim().toLowerCase())
          .filter((alias) => alias !== '')
      }
    })
}
