// Writes the golden folders' sources that are no plain text: node scripts/run.mjs tests/support/make-fixtures.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { archives, books, documents } from './make-archives'
import { papers } from './make-papers'
import { webArchives } from './make-web-archives'

/** A golden folder's name, its source's extension and content. */
export type Fixture = readonly [folder: string, extension: string, content: Uint8Array]

const OTHERS: readonly Fixture[] = [
  ['unsupported-rtf', 'rtf', Buffer.from('{\\rtf1\\ansi The ferry was late.}')],
  [
    'unsupported-word97',
    'doc',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('WordDocument', 'utf16le')
    ])
  ],
  [
    'unsupported-picture',
    'jpg',
    Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
  ],
  ['unsupported-broken-gzip', 'gz', Buffer.from('1f8b08000000000000', 'hex')]
]

for (const [folder, extension, content] of [
  ...books,
  ...documents,
  ...archives,
  ...papers,
  ...webArchives,
  ...OTHERS
]) {
  const path = join('tests/fixtures/importers', folder)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, `source.${extension}`), content)
}
