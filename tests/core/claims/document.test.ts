import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { rulesDocument } from '../../../src/core/claims/cues/document'

test('docs/rules.md is what the cue data say', async () => {
  const file = join(import.meta.dirname, '../../../docs/rules.md')
  const config = await resolveConfig(file)

  expect(readFileSync(file, 'utf8')).toBe(
    await format(rulesDocument(), { ...config, parser: 'markdown' })
  )
})
