// Sets the project up on a fresh machine: node scripts/ensure.mjs [--build]. Says nothing when there is nothing to do.
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs'

ensureInstalled()
if (process.argv.includes('--build')) ensureBuilt()
