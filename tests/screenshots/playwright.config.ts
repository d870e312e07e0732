import { defineConfig } from '@playwright/test'

/** Makes the pictures of docs/screenshots from the sample library: npm run screenshots. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  timeout: 240_000,
  reporter: 'list'
})
