import { expect, test } from 'vitest'
import { portableFolder } from '../../src/main/portable'

const where = (
  program: string,
  platform: NodeJS.Platform,
  { env = {}, there = '' }: { env?: Record<string, string>; there?: string } = {}
) => portableFolder({ program, platform, env, exists: (path) => path === there })

test('the portable package of Windows keeps its data in the folder that its one file lies in', () => {
  const env = { PORTABLE_EXECUTABLE_DIR: '/stick' }

  expect(where('/temp/unpacked/Briefing Reader.exe', 'win32', { env })).toBe(
    '/stick/Briefing Reader Data'
  )
})

test('a copy with the data folder beside it is portable: beside the program, the AppImage or the bundle', () => {
  const there = '/stick/Briefing Reader Data'

  expect(where('/stick/briefing-reader', 'linux', { there })).toBe(there)
  const env = { APPIMAGE: '/stick/Briefing Reader.AppImage' }
  expect(where('/tmp/.mount_1/briefing-reader', 'linux', { env, there })).toBe(there)
  const program = '/stick/Briefing Reader.app/Contents/MacOS/Briefing Reader'
  expect(where(program, 'darwin', { there })).toBe(there)
})

test('an installed copy is not portable', () => {
  expect(where('/usr/lib/briefing-reader/briefing-reader', 'linux')).toBeUndefined()
  expect(where('/Applications/Briefing Reader.app/Contents/MacOS/Briefing Reader', 'darwin')).toBe(
    undefined
  )
})
