import { untrack } from 'svelte'
import type { Desk } from '../../lib/state/desk.svelte'
import { clearPaint, paint } from '../../lib/text/highlights'
import type { TextMap } from '../../lib/text/ranges'

const COLOURS = ['yellow', 'green', 'blue', 'pink'] as const

/** Keeps the desk of the open article at hand and its notes painted while the calling component lives. */
export function followNotes(desk: Desk, map: () => TextMap | undefined): void {
  const { reader, notebook } = desk
  $effect(() => {
    const id = reader.view?.header.id
    untrack(() => void desk.trouble.guard(() => notebook.open(id)))
  })
  $effect(() => {
    const text = map()
    const { notes } = notebook.entry
    const ranges = (chosen: typeof notes) => chosen.flatMap(({ span }) => text?.ranges(span) ?? [])
    for (const colour of COLOURS)
      paint(`note-${colour}`, ranges(notes.filter((note) => note.colour === colour)))
    paint('note-words', ranges(notes.filter((note) => note.text !== '')))
    return () => clearPaint(['note'])
  })
}
