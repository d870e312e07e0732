import { expect, test } from 'vitest'
import { actorsFrom } from '../../src/renderer/src/lib/state/actors.svelte'
import { Desk } from '../../src/renderer/src/lib/state/desk.svelte'
import { fakeBridge } from '../support/fake-bridge'

const fakeDesk = async (): Promise<Desk> => {
  const desk = new Desk(fakeBridge(), 1400)
  await desk.start()
  return desk
}

const claim = (article: number, start: number) => ({
  article,
  sentence: { start, end: start + 9 },
  text: `Claim ${article}`
})

test('a claim is split off from all others of its thread in one step of undo', async () => {
  const desk = await fakeDesk()

  await desk.joining.split(claim(1, 0), [claim(2, 0), claim(3, 0)])
  const made = (await desk.api.decisions({ offset: 0, limit: 9 })).total
  await desk.decisions.undo()

  expect(made).toBe(2)
  expect((await desk.api.decisions({ offset: 0, limit: 9 })).total).toBe(0)
  expect(desk.decisions.canUndo).toBe(false)
})

test('a claim is chosen, then joined with another, and not with itself', async () => {
  const desk = await fakeDesk()
  desk.joining.picked = claim(1, 0)

  await desk.joining.join(claim(1, 0))
  const alone = (await desk.api.decisions({ offset: 0, limit: 9 })).total
  await desk.joining.join(claim(2, 5))
  const { rows } = await desk.api.decisions({ offset: 0, limit: 9 })

  expect(alone).toBe(0)
  expect(rows[0]?.decision).toMatchObject({ kind: 'thread', together: true, a: { article: 1 } })
  expect(desk.joining.picked).toBeUndefined()
})

test('a source is kept with its other names, changed and forgotten', async () => {
  const desk = await fakeDesk()

  await desk.actors.keep({
    name: 'Grey Lanterns',
    type: 'armed-group',
    side: 'Velland',
    aliases: ['GL', 'Lantern Men']
  })
  const kept = desk.actors.own
  await desk.decisions.undo()
  await desk.actors.load()

  expect(kept).toMatchObject([
    { name: 'Grey Lanterns', type: 'armed-group', side: 'Velland', aliases: ['GL', 'Lantern Men'] }
  ])
  expect(desk.actors.own).toEqual([])
})

test('names that stand for one source are one entry', () => {
  const own = actorsFrom([
    { id: 2, decision: { kind: 'actor', name: 'GL', type: 'ngo', sameAs: 'Grey Lanterns' } },
    { id: 1, decision: { kind: 'actor', name: 'Grey Lanterns', type: 'ngo' } }
  ])

  expect(own).toMatchObject([{ name: 'Grey Lanterns', aliases: ['GL'], decisions: [2, 1] }])
})
