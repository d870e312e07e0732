import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

/** For waits inside a test: a gate's machine is shared, and a second of its clock may be a tenth of one of its processor. */
const PATIENCE_MS = 60_000

const common = {
  setupFiles: ['tests/support/seed.ts'],
  testTimeout: PATIENCE_MS
}

const node = (name: string) => ({
  test: {
    ...common,
    name,
    environment: 'node' as const,
    include: [`tests/${name}/**/*.test.ts`],
    // electron-store imports electron, which tests replace.
    server: { deps: { inline: ['electron-store'] } }
  }
})

export default defineConfig({
  test: {
    // What waits for files, processes or timers may be late on a shared machine: what passes at another try is counted as passed
    // and named. Properties have a fixed seed there (tests/support/seed.ts), so that no counterexample passes at another try.
    retry: process.env['CI'] ? 2 : 0,
    projects: [
      ...['core', 'importers', 'library', 'main', 'cli', 'host'].map(node),
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          ...common,
          name: 'renderer',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.ts']
        }
      }
    ]
  }
})
