import { expect, test } from 'vitest'
import { Rehearsal } from '../../../src/library/index/rehearsal'
import { makeArticle, Shelf } from './support'

test('adding is rehearsed once while nothing is to do, and nothing is left of it', () => {
  const shelf = new Shelf([makeArticle(1, ['The harbour strikes went on.'])])
  const segments = shelf.db.prepare('SELECT id, docs FROM search_segment')
  const before = segments.all()
  expect(Rehearsal.isOver).toBe(false)
  shelf.transaction(() => {
    while (shelf.index.compact());
  })
  expect(Rehearsal.isOver).toBe(true)
  expect(segments.all()).toEqual(before)
  expect(shelf.index.size).toBe(1)
  expect(shelf.ids('the')).toEqual([1])
  shelf.keep(makeArticle(2, ['The strikes ended.']))
  expect(shelf.ids('strikes')).toEqual([2, 1])
})
