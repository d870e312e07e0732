import { describe, expect, test } from 'vitest'
import type { BlockRole } from '../../../src/core/article/article'
import { repeatedRuns } from '../../../src/core/article/live'
import { toCanonical } from '../../../src/core/text/canonical'

const FERRY = 'The ferry to Halvik turned back at noon because the harbour mouth was full of ice.'
const PILOT = 'A pilot went out to meet it.'
const BRIDGE =
  'The bridge over the sound stays open, the road office said in the afternoon, but slowly.'

type Line = readonly [role: BlockRole, text: string, furniture?: string]

const runs = (...lines: readonly Line[]) =>
  repeatedRuns(
    toCanonical(
      lines.map(([role, text, furniture]) => ({
        role,
        text,
        ...(furniture !== undefined && { furniture })
      }))
    )
  )

describe('entries of a live blog that stand there again', () => {
  test('are told with the entry that they repeat, whatever furniture stands between', () => {
    expect(
      runs(
        ['heading', 'Ferry turns back'],
        ['paragraph', FERRY],
        ['paragraph', 'Share it', 'share-button'],
        ['paragraph', PILOT],
        ['entry', '10:40'],
        ['paragraph', BRIDGE],
        ['entry', 'FERRY turns back'],
        ['paragraph', FERRY],
        ['paragraph', PILOT],
        ['entry', '9:10']
      )
    ).toEqual([{ first: 0, blocks: [6, 7, 8] }])
  })

  test('are none where only short lines come again, or in other reports', () => {
    expect(
      runs(['entry', '10:40'], ['paragraph', PILOT], ['entry', '10:40'], ['paragraph', PILOT])
    ).toEqual([])
    expect(runs(['paragraph', FERRY], ['paragraph', FERRY])).toEqual([])
  })

  test('are found soon where every line is the same', () => {
    const lines = Array.from({ length: 50_000 }, (): Line => ['entry', PILOT])
    const started = process.cpuUsage()

    expect(runs(...lines)).toEqual([])
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
  })
})
