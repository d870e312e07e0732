import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'

const FOLDER = join(import.meta.dirname, '../../fixtures/claim-wordings')
/** Categories that paint nothing: of these a sentence must only not be. */
const UNPAINTED = new Set(['ONRECORD', 'CONFIRMED'])

interface Wording {
  readonly category: string
  readonly sentence: string
  readonly wanted: boolean
}

function read(name: string): Wording[] {
  let category = ''
  return readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('== ')) category = line.slice(3).trim()
      if (!/^[+-] /.test(line)) return []
      return [{ category, sentence: line.slice(2), wanted: line.startsWith('+') }]
    })
}

const marksOf = (sentence: string) =>
  detectClaims(
    toCanonical([
      { text: 'A headline about it', role: 'heading' },
      { text: sentence, role: 'paragraph' }
    ])
  ).marks.filter((mark) => mark.kind !== 'structure')

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  const wordings = read(name)

  test.each(wordings.filter((w) => w.wanted).map((w) => [w.category, w.sentence]))(
    '%s: %s',
    (category, sentence) => {
      expect(marksOf(sentence).flatMap((mark) => mark.categories)).toContain(category)
    }
  )
  test.each(wordings.filter((w) => !w.wanted).map((w) => [w.category, w.sentence]))(
    'not %s: %s',
    (category, sentence) => {
      const marks = marksOf(sentence)

      expect(marks.flatMap((mark) => mark.categories)).not.toContain(category)
      if (!UNPAINTED.has(category)) expect(marks.some((mark) => mark.highlight)).toBe(false)
    }
  )
})
