// The checks that need no running app: types, room rules, lint, layout, dead code.
import { runQuietly, say } from './project.mjs'

/** Two at a time: small machines have two cores. */
const AT_ONCE = 2

const CHECKS = [
  ['eslint', ['eslint', '.']],
  ['types', ['tsc', '--build']],
  [
    'types of the window',
    ['svelte-check', '--tsconfig', 'src/renderer/tsconfig.json', '--fail-on-warnings']
  ],
  ['types of the tests', ['tsc', '-p', 'tests/tsconfig.json']],
  ['types of the window’s tests', ['tsc', '-p', 'tests/renderer/tsconfig.json', '--noEmit']],
  ['types of the scripts', ['tsc', '-p', 'scripts/tsconfig.json']],
  ['types of the tools', ['tsc', '-p', 'tools/electron-host/tsconfig.json']],
  ['layout', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['room rules', ['depcruise', 'src', '--output-type', 'err-long']],
  ['dead code', ['knip', '--no-progress']]
]

/** Runs every check; one line each, and what a failing one printed. Answers how many passed and failed. */
export async function runChecks() {
  const left = [...CHECKS]
  const counts = { passed: 0, failed: 0 }

  async function work() {
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, [tool, ...args]] = next
      const started = Date.now()
      const { ok, output } = await runQuietly(tool, args)
      counts[ok ? 'passed' : 'failed'] += 1
      say(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
      if (!ok) say(output.trimEnd())
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return counts
}
