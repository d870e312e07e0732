import { expect, test } from 'vitest'
import { newsrooms } from '../../src/renderer/src/lib/format'

test('reports of unknown publishers are not counted as a newsroom', () => {
  expect(newsrooms(2, 0)).toBe('2 newsrooms')
  expect(newsrooms(1, 3)).toBe('1 newsroom, 3 reports of unknown publishers')
  expect(newsrooms(0, 9)).toBe('publishers unknown')
})
