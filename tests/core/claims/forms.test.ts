import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measures, scoreForms } from '../../support/claim-forms'

const FOLDER = join(import.meta.dirname, '../../fixtures/claim-forms')
/** Least figures on a corpus that the rules have seen; unseen ones stand in docs/claims.md. */
const LEAST = { highlight: 0.94, strong: 0.94, sources: 0.92, categories: 0.94 }

describe('forms of attribution and doubt', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('%s', (name) => {
    const { sentences, highlight, strong, sources, categories, misses } = scoreForms(
      join(FOLDER, name)
    )
    const why = misses.join('\n')

    expect(sentences).toBeGreaterThan(40)
    expect(measures(highlight).f1, why).toBeGreaterThan(LEAST.highlight)
    expect(measures(strong).f1, why).toBeGreaterThan(LEAST.strong)
    expect(sources.right / sources.all, why).toBeGreaterThan(LEAST.sources)
    expect(categories.right / categories.all, why).toBeGreaterThan(LEAST.categories)
  })
})
