// Sets up what is missing and runs every check and test; the last line says how many passed and failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { runChecks } from './lib/checks.mjs'
import { chromium, electronBinary, fetchElectron, installPackages } from './lib/engine.mjs'
import { hasDisplay, projectNode, root, runQuietly, say, toolEnv, which } from './lib/project.mjs'
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs'

const total = { passed: 0, failed: 0 }
/** What is told once more at the end: the log is long, and its end is what is read of it. */
const notes = []

/** Adds the counts of a suite; a suite that ended badly without naming a failure counts as one. */
function add(name, { passed, failed }, endedWell = true) {
  const failures = failed === 0 && !endedWell ? 1 : failed
  total.passed += passed
  total.failed += failures
  say(`${name}: ${passed} passed, ${failures} failed`)
}

/** Runs a test runner that writes a JSON report, and counts what it reports. */
function suite(name, command, env, count) {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  const report = join(folder, 'report.json')
  const { status } = spawnSync(command(report)[0], command(report).slice(1), {
    cwd: root,
    env: { ...toolEnv, ...env(report) },
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32'
  })
  let counts = { passed: 0, failed: 0 }
  try {
    counts = count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    say(`${name}: no report was written`)
  }
  rmSync(folder, { recursive: true, force: true })
  add(name, counts, status === 0)
}

function unitTests() {
  suite(
    'unit and property tests',
    (report) => [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`
    ],
    () => ({}),
    (report) => {
      const tests = report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults.map((one) => ({ ...one, file: relative(root, name) }))
      )
      for (const { status, file, fullName, failureMessages } of tests)
        if (failureMessages.length > 0)
          notes.push(
            `${status} after a failure: ${file}: ${fullName}\n${failureMessages.join('\n')}`
          )
      return { passed: report.numPassedTests, failed: report.numFailedTests }
    }
  )
}

function endToEndTests() {
  fetchElectron()
  const overChromium = electronBinary() === undefined
  const missing = [
    ...(overChromium && chromium() === undefined ? ['chromium'] : []),
    ...(!hasDisplay && which('xvfb-run') === undefined ? ['xvfb', 'xauth'] : [])
  ]
  if (missing.length > 0) installPackages(missing)
  if (overChromium && chromium() === undefined) {
    say(
      'End-to-end tests need Electron’s binary, Chromium or Chrome (Debian: apt install chromium)'
    )
    add('end-to-end tests', { passed: 0, failed: 1 })
    return
  }
  const display = !hasDisplay && which('xvfb-run') !== undefined ? ['xvfb-run', '-a'] : []
  suite(
    'end-to-end tests',
    () => [...display, 'playwright', 'test', '--reporter=list,json'],
    (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    ({ stats }) => {
      if (stats.flaky > 0) say(`end-to-end tests that passed at another try: ${stats.flaky}`)
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
    }
  )
}

/** Minutes of mutants: enough to find what is easily found; `npm run fuzz -- --minutes 60` looks further. */
const FUZZ_MINUTES = process.env.CI ? 5 : 1
/** Processor time of one mutant that fails, in ms: five times that of a run by hand, for machines that are as much slower. */
const FUZZ_SLOW_MS = 10_000
/** The gate makes the same mutants each time, so that it says the same of the same code; runs by hand make new ones every day. */
const FUZZ_SEED = 101

async function fuzz() {
  const bounds = { '--minutes': FUZZ_MINUTES, '--slow': FUZZ_SLOW_MS, '--seed': FUZZ_SEED }
  const args = ['scripts/run.mjs', 'fuzz', ...Object.entries(bounds).flat().map(String)]
  const { ok, output } = await runQuietly(projectNode(), args)
  say(output.trimEnd())
  const mutants = /^(\d+) mutants/m.exec(output)?.[1]
  const passed = ok && mutants !== undefined
  add(`fuzzing, ${mutants ?? 'no'} mutants in ${FUZZ_MINUTES} min`, {
    passed: passed ? 1 : 0,
    failed: passed ? 0 : 1
  })
}

ensureInstalled()
// Its time is set, and that of the checks does not matter: beside one another they take less than one after the other.
const fuzzed = fuzz()
add('checks', await runChecks())
await fuzzed
ensureBuilt()
unitTests()
endToEndTests()
for (const note of notes) say(note)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
