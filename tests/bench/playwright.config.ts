import { defineConfig } from '@playwright/test'

/** Measures the built window; run by `npm run bench -- start`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.measure.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  timeout: 540_000,
  reporter: 'line'
})
