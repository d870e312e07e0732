import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

const FOLDER = join(import.meta.dirname, '../../fixtures/claims')

/** One line a sentence: its beginning, then what was found. */
function describeMarks(text: string) {
  const article = toCanonical(
    [...text.matchAll(/[^\n]+/g)].map((line): ImportedBlock => ({
      text: line[0],
      role: /^\d\d:\d\d /.test(line[0]) ? 'entry' : 'paragraph'
    }))
  )
  return detectClaims(article).marks.map((mark) => ({
    words: article.text.slice(mark.sentence.start, mark.sentence.end).slice(0, 48),
    kind: mark.kind,
    categories: mark.categories.join(' '),
    letter: mark.letter ?? '',
    highlight: mark.highlight,
    source: [...mark.via, ...(mark.source === undefined ? [] : [mark.source])]
      .map((source) => source.name)
      .join(' > '),
    coveredBy: mark.coveredBy.join(' '),
    deniedBy: mark.deniedBy.join(' '),
    reason: mark.reason
  }))
}

describe('claims of', () => {
  test.each(readdirSync(FOLDER))('%s', (name) => {
    const path = join(FOLDER, name, 'expected.json')
    const found = describeMarks(readFileSync(join(FOLDER, name, 'article.txt'), 'utf8'))
    const actual = `${JSON.stringify(found, undefined, 2)}\n`
    const keep = existsSync(path) && process.env['UPDATE'] !== '1'
    if (!keep) writeFileSync(path, actual)

    expect(keep || process.env['UPDATE'] === '1', `${path} was missing and is written`).toBe(true)
    expect(actual).toBe(readFileSync(path, 'utf8'))
  })
})
