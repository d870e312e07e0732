import { expect, test } from 'vitest'
import { date, newsrooms } from '../../src/renderer/src/lib/format'

test('reports of unknown publishers are not counted as a newsroom', () => {
  expect(newsrooms(2, 0)).toBe('2 newsrooms')
  expect(newsrooms(1, 3)).toBe('1 newsroom, 3 reports of unknown publishers')
  expect(newsrooms(0, 9)).toBe('publishers unknown')
})

test('a date reads as dates do in British English, whatever the month', () => {
  const british = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC'
  })
  for (let day = 0; day < 400; day++) {
    const at = new Date(Date.UTC(2031, 0, 1 + day))
    expect(date(at.toISOString())).toBe(british.format(at))
  }
})

test('a date has its time when there is one; what is no date stays', () => {
  expect(date('2031-03-04T17:05:00Z')).toBe('4 Mar 2031, 17:05')
  expect(date('2031-03-04')).toBe('4 Mar 2031')
  expect(date('last week')).toBe('last week')
  expect(date(undefined)).toBe('no date')
})
