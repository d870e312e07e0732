import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildForNode, NODE } from '../support/build'
import { openLibrary, tempDir } from './support'

const KILLS = 8
/** Longest time that a process writes before it is killed, in ms. */
const LONGEST_MS = 400
let built = ''

beforeAll(async () => {
  built = await buildForNode('desk-kill', { child: 'tests/library/desk-child.ts' })
})

/** Kills a writing process some time after its first decision; returns the number of the last decision that it said was kept. */
async function killWhileSaving(dataDir: string, afterMs: number): Promise<number> {
  const child = spawn(NODE, [
    '--disable-warning=ExperimentalWarning',
    join(built, 'child.js'),
    dataDir
  ])
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
    said += chunk.toString()
  })
  await new Promise((resolve) => child.once('close', resolve))
  return Number(said.trimEnd().split('\n').slice(0, -1).at(-1) ?? 0)
}

test(
  'what was kept is there after the process was killed while saving, whole and in order',
  { timeout: 120_000 },
  async () => {
    for (let i = 0; i < KILLS; i++) {
      const dataDir = tempDir()
      const last = await killWhileSaving(dataDir, (i / KILLS) * LONGEST_MS)

      const library = openLibrary({ dataDir })
      const kept = new Set<string>()
      for (let offset = 0, total = 1; offset < total; offset += 200) {
        const page = library.decisions({ offset, limit: 200 })
        total = page.total
        for (const { decision } of page.rows)
          if (decision.kind === 'grade') kept.add(decision.source)
      }
      await library.close()

      for (let n = 0; n <= last; n++) expect(kept).toContain(`source ${String(n)}`)
      expect(kept.size).toBeLessThanOrEqual(last + 4)
    }
  }
)
