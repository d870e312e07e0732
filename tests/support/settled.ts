import { vi } from 'vitest'

/** Shorter than a test may take, so that the reason is told; far longer than anything takes but on a machine that does much else. */
const PATIENCE_MS = 20_000

/** Waits until `check` throws nothing, and throws what it threw last when that takes too long. */
export const settled = (check: () => unknown): Promise<unknown> =>
  vi.waitFor(check, { timeout: PATIENCE_MS })
