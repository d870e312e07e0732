// Runs a TypeScript entry of this project under the project's own Node: node scripts/run.mjs NAME|FILE.ts [ARGUMENTS]
import { spawnSync } from 'node:child_process'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const ENTRIES = {
  eval: 'scripts/eval/index.ts',
  bench: 'tests/bench/index.ts',
  fuzz: 'tests/fuzz/index.ts'
}

const [name, ...args] = process.argv.slice(2)
if (name === undefined) {
  console.error(
    `Usage: node scripts/run.mjs ${[...Object.keys(ENTRIES), 'cli'].join('|')} [ARGUMENTS]`
  )
  process.exit(2)
}

const program =
  name === 'cli' ? resolve(root, 'out/main/cli.js') : await bundle(ENTRIES[name] ?? name)
const node = resolve(root, 'node_modules/.bin/node')
const run = spawnSync(node, ['--disable-warning=ExperimentalWarning', program, ...args], {
  stdio: 'inherit'
})
process.exit(run.status ?? 2)

async function bundle(entry) {
  const label = basename(entry, '.ts') === 'index' ? name : basename(entry, '.ts')
  const outDir = resolve(root, 'out/tools', label)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: { input: { [label]: resolve(entry) } }
    }
  })
  return resolve(outDir, `${label}.js`)
}
