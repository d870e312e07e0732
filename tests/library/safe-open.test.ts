import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { ReadError, safeRead } from '../../src/library/reader/safe-open'
import { tempDir } from './support'

const LIMIT = 1000

function codeFor(path: string): string {
  try {
    safeRead(Buffer.from(path), LIMIT)
    return 'read'
  } catch (error) {
    if (error instanceof ReadError) return error.code
    throw error
  }
}

test('a plain file is read whole with the stat of that moment', () => {
  const path = join(tempDir(), 'a.txt')
  writeFileSync(path, 'whole')

  const { bytes, stats } = safeRead(Buffer.from(path), LIMIT)

  expect(Buffer.from(bytes).toString()).toBe('whole')
  expect(stats.size).toBe(5n)
})

test.skipIf(process.platform === 'win32')(
  'everything that is no plain file is refused at once',
  async () => {
    const dir = tempDir()
    execFileSync('mkfifo', [join(dir, 'pipe')])
    mkdirSync(join(dir, 'folder'))
    writeFileSync(join(dir, 'a.txt'), 'a')
    symlinkSync('a.txt', join(dir, 'link'))
    writeFileSync(join(dir, 'large'), 'x'.repeat(LIMIT + 1))
    const server = createServer().listen(join(dir, 'socket'))
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))

    const started = performance.now()
    expect(codeFor(join(dir, 'pipe'))).toBe('not-regular-file')
    expect(codeFor(join(dir, 'folder'))).toBe('not-regular-file')
    expect(codeFor(join(dir, 'socket'))).toBe('not-regular-file')
    expect(codeFor('/dev/zero')).toBe('not-regular-file')
    expect(codeFor(join(dir, 'link'))).toBe('symlink')
    expect(codeFor(join(dir, 'absent'))).toBe('vanished')
    expect(codeFor(join(dir, 'large'))).toBe('too-large')
    expect(codeFor(join(dir, 'a.txt'))).toBe('read')
    // Whoever waits for a writer at the pipe waits for ever.
    expect(performance.now() - started).toBeLessThan(10_000)
  }
)
