import { describe, expect, test } from 'vitest'
import { originCues, originOfPair } from '../../../src/core/overlap/origin'
import { article, STORY } from './texts'

const publisher = (value: string) => ({ publisher: { value, from: 'meta' as const } })

describe('origin', () => {
  test('is the page that another says it was first published on', () => {
    const original = article(1, STORY, publisher('Tarsk Courier'))
    const copy = article(2, [...STORY, 'This article first appeared on Tarsk Courier.'])

    expect(originOfPair(original, copy)).toEqual({
      copy: 2,
      text: 'credits Tarsk Courier: “This article first appeared on Tarsk Courier”'
    })
    expect(originOfPair(copy, original)?.copy).toBe(2)
  })

  test('is not the page with a source link, even when the line is furniture', () => {
    const copy = article(2, [
      ...STORY,
      { text: 'Source link', role: 'paragraph', furniture: 'source-link' }
    ])

    expect(originOfPair(article(1, STORY), copy)).toEqual({
      copy: 2,
      text: 'says that it copies: “Source link”'
    })
  })

  test('is the agency that both credit; the later one is the copy', () => {
    const dated = (day: string) => ({ published: { value: day, from: 'meta' as const } })
    const a = article(
      1,
      ['TARSK (AP) — Three ferries collided in the fog.', ...STORY],
      dated('2024-05-02')
    )
    const b = article(
      2,
      [...STORY, 'Copyright 2024 The Associated Press. All rights reserved.'],
      dated('2024-05-01')
    )

    expect(originOfPair(a, b)).toEqual({
      copy: 1,
      text: 'both credit The Associated Press: “TARSK (AP) —”'
    })
  })

  test('stays unknown when no words show it', () => {
    expect(originOfPair(article(1, STORY), article(2, STORY))).toBeUndefined()
    expect(originCues(article(1, STORY))).toEqual([])
  })
})
