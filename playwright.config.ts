import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  globalTimeout: 900_000,
  use: { trace: 'retain-on-failure' },
  expect: { timeout: 15_000 },
  reporter: 'list'
})
