import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { toCanonical } from '../../src/core/text/canonical'
import type { ImportedDocument, ImportResult } from '../../src/importers/importer'
import { importFile } from '../../src/importers/registry'

const FOLDER = join(import.meta.dirname, '../fixtures/importers')

/** Names of the golden folders of a format: `<format>-<what>`. */
export function goldenFolders(format: string): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${format}-`))
    .toSorted()
}

/**
 * Imports a golden folder's `source.*` and compares text (`expected.txt`) and everything else (`expected.json`).
 *
 * `UPDATE=1` writes what came out; a missing expectation is written and fails once.
 */
export async function expectGolden(folder: string): Promise<ImportResult> {
  const path = join(FOLDER, folder)
  const source = readdirSync(path).find((name) => name.startsWith('source.'))
  if (source === undefined) throw new Error(`Cannot find source.* in "${folder}"`)
  const bytes = new Uint8Array(readFileSync(join(path, source)))
  const result = await importFile({ bytes, fileName: source, modified: '2024-02-03T04:05:06Z' })
  compare(join(path, 'expected.txt'), textOf(result))
  compare(join(path, 'expected.json'), `${JSON.stringify(rest(result), undefined, 2)}\n`)
  return result
}

function compare(path: string, actual: string): void {
  const exists = existsSync(path)
  if (!exists || process.env['UPDATE'] === '1') writeFileSync(path, actual)
  expect(
    exists || process.env['UPDATE'] === '1',
    `${path} was missing and is written: review it`
  ).toBe(true)
  expect(actual).toBe(readFileSync(path, 'utf8'))
}

/** One block a paragraph, with a sign of its role; documents parted by a rule with their entry. */
function textOf(result: ImportResult): string {
  return result.documents
    .map((document) => `=== ${document.entry}\n\n${blocksOf(document)}\n`)
    .join('\n')
}

function blocksOf(document: ImportedDocument): string {
  const canonical = toCanonical(document.blocks)
  return canonical.blocks
    .map((block) => {
      const role = block.role === 'paragraph' ? '' : `<${block.role}${block.level ?? ''}> `
      const furniture = block.furniture === undefined ? '' : `{${block.furniture}} `
      const time = block.time === undefined ? '' : `@${block.time} `
      return furniture + role + time + canonical.text.slice(block.span.start, block.span.end)
    })
    .join('\n\n')
}

function rest(result: ImportResult): unknown {
  return {
    documents: result.documents.map(({ entry, format, metadata, problems }) => ({
      entry,
      format,
      metadata,
      problems
    })),
    problems: result.problems
  }
}
