import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  // Machines of a gate are shared: what passes at another try is counted as passed, and named as flaky.
  retries: process.env['CI'] ? 2 : 0,
  forbidOnly: true,
  timeout: 120_000,
  globalTimeout: 1_200_000,
  // A trace costs the window time that some specs measure, and can't be saved once the app has ended: only when asked for.
  use: {
    trace: process.env['E2E_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure'
  },
  expect: { timeout: 15_000 },
  reporter: 'list'
})
