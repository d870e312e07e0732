// Types, lint, layout, room rules and dead code. Needs scripts/ensure.mjs to have run.
import { runChecks } from './lib/checks.mjs'

const { failed } = await runChecks()
process.exit(failed === 0 ? 0 : 1)
