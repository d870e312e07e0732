// Writes docs/rules.md from the cue data: node scripts/run.mjs scripts/rules-doc.ts
import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { rulesDocument } from '../src/core/claims/cues/document'

const file = 'docs/rules.md'
const config = await resolveConfig(file)
writeFileSync(file, await format(rulesDocument(), { ...config, parser: 'markdown' }))
