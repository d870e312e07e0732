import { beforeEach, expect, test } from 'vitest'
import { Desk } from '../../src/renderer/src/lib/state/desk.svelte'
import { fakeBridge } from '../support/fake-bridge'

let desk: Desk
beforeEach(async () => {
  desk = new Desk(fakeBridge(), 1400)
  await desk.start()
  await desk.reader.open(1)
  await desk.notebook.open(1)
})

test('a star, a tag and the read mark stand on the open article and are undone one by one', async () => {
  const { notebook, decisions } = desk

  await notebook.toggleStar()
  await notebook.toggleRead()
  await notebook.tag('harbour', true)
  expect(notebook.entry).toMatchObject({ starred: true, read: true, tags: ['harbour'] })

  await decisions.undo()
  await decisions.undo()
  await notebook.refresh()
  expect(notebook.entry).toMatchObject({ starred: true, read: false, tags: [] })
})

test('what was undone is done again, until something else is decided', async () => {
  const { notebook, decisions } = desk
  await notebook.toggleStar()
  expect(await decisions.undo()).toBe('Starred')
  expect(decisions.canUndo).toBe(false)

  expect(await decisions.redo()).toBe('Starred')
  await notebook.refresh()
  expect(notebook.entry.starred).toBe(true)
  expect(decisions.canRedo).toBe(false)

  await decisions.undo()
  await notebook.tag('harbour', true)
  expect(decisions.canRedo).toBe(false)
  expect(await decisions.redo()).toBeUndefined()
})

test('a note that was taken away comes back by undo, with all its wordings', async () => {
  const { notebook, decisions } = desk
  const span = { start: 0, end: 5 }
  for (const words of ['First', 'Second']) {
    notebook.begin(span)
    if (notebook.draft) await notebook.keep(notebook.draft, words, 'green')
  }
  const [note] = notebook.entry.notes
  if (note === undefined) throw new Error('a note is needed')

  await notebook.remove(note)
  expect(notebook.entry.notes).toEqual([])

  await decisions.undo()
  await notebook.refresh()
  expect(notebook.noteOn(span)?.text).toBe('Second')
})

test('a note on a passage that has one goes on with it', async () => {
  const { notebook } = desk
  const span = { start: 0, end: 5 }
  notebook.begin(span)
  const draft = notebook.draft
  if (draft === undefined) throw new Error('a draft is needed')
  expect(draft.text).toBe('')

  await notebook.keep(draft, ' Ask again ', 'green')
  notebook.begin(span)

  expect(notebook.draft).toMatchObject({ text: 'Ask again', colour: 'green', span })
})

test('a verdict is found by any sentence that it touches', async () => {
  const { notebook } = desk

  await notebook.judge({ sentence: { start: 10, end: 30 } }, 4, 'why')

  expect(notebook.verdictOn({ sentence: { start: 12, end: 40 } })).toMatchObject({ credibility: 4 })
  expect(notebook.verdictOn({ sentence: { start: 31, end: 40 } })).toBeUndefined()
})
