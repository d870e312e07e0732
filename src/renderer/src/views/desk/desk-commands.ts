import { touches, type Span } from '../../../../core/text/span'
import type { DecisionId, Verdict } from '../../../../shared/decision'
import { CREDIBILITY, plural } from '../../lib/format'
import type { Desk } from '../../lib/state/desk.svelte'
import { selectedSpan } from './selection'

/** What a note would stand on: the selection, else the marked sentence whose card is open, else what was found. */
function passage(desk: Desk): Span | undefined {
  const { reader } = desk
  return (
    selectedSpan(reader.view?.blocks ?? []) ??
    reader.active?.sentence ??
    reader.found[reader.findAt]
  )
}

/** Opens the dialog for a note; without a passage it is on the whole report. */
export function writeNote(desk: Desk, span = passage(desk) ?? { start: 0, end: 0 }): void {
  desk.notebook.begin(span)
  desk.panels.dialog = 'note'
}

/** Highlights the passage, or asks for a note when there is none. */
export async function highlight(desk: Desk): Promise<void> {
  const span = passage(desk)
  if (span === undefined) {
    writeNote(desk)
    return
  }
  await desk.notebook.highlight(span)
  document.getSelection()?.empty()
  desk.announcer.say('Highlighted')
}

export async function star(desk: Desk): Promise<void> {
  desk.announcer.say((await desk.notebook.toggleStar()) ? 'Starred' : 'No longer starred')
}

export async function markRead(desk: Desk): Promise<void> {
  desk.announcer.say((await desk.notebook.toggleRead()) ? 'Marked as read' : 'Marked as not read')
}

/** Gives the claim whose card is open a verdict; the comment of an earlier one stays. */
export async function judge(desk: Desk, credibility: Verdict['credibility']): Promise<void> {
  const mark = desk.reader.active
  if (mark === undefined) return
  await desk.notebook.judge(mark, credibility, desk.notebook.verdictOn(mark)?.comment ?? '')
  desk.announcer.say(`Verdict: ${CREDIBILITY[credibility]}`)
}

/** The lines that the selection touches are no part of the report: of this one, or wherever they stand. */
export async function markFurniture(desk: Desk, where: 'here' | 'everywhere'): Promise<void> {
  const { reader, decisions } = desk
  const blocks = reader.view?.blocks ?? []
  const span = selectedSpan(blocks)
  const lines = span === undefined ? [] : blocks.filter((block) => touches(block.span, span))
  if (lines.length === 0) {
    desk.announcer.say('Select some words of the line first')
    return
  }
  const ids: DecisionId[] = []
  for (const block of lines) ids.push(await reader.markFurniture(block, true, where))
  decisions.note(ids, plural(lines.length, 'line') + ' of page furniture')
  document.getSelection()?.empty()
  desk.announcer.say(
    `${plural(lines.length, 'line')} of page furniture, ${where === 'here' ? 'in this report' : 'wherever they stand'}. Undo takes it back.`
  )
}

/** Turns the last decision back, or does again what was turned back, and says what it was. */
export async function turn(desk: Desk, way: 'undo' | 'redo'): Promise<void> {
  const what = await desk.decisions[way]()
  await desk.reader.refreshDerived()
  await desk.notebook.refresh()
  if (what !== undefined) desk.announcer.say(`${way === 'undo' ? 'Undone' : 'Done again'}: ${what}`)
}

/** Saves everything that was decided and noted as a file. */
export async function exportDesk(desk: Desk): Promise<void> {
  const text = await desk.api.exportDesk()
  if (await desk.api.saveText('notes-and-verdicts.json', text)) desk.announcer.say('Saved')
}
