import { tick } from 'svelte'
import { spanIn } from '../../../core/text/span'
import type { Desk } from './state/desk.svelte'

/* Steps from one article, hit, tab or part of the window to the next. */

export async function stepHit(desk: Desk, direction: 1 | -1): Promise<void> {
  const position = await desk.search.step(direction)
  if (position) desk.openHit(position)
  else desk.announcer.say(direction === 1 ? 'No further hit' : 'No earlier hit')
}

export function stepArticle(desk: Desk, direction: 1 | -1): void {
  if (desk.search.isActive) {
    const hit = desk.search.active + direction
    if (hit >= 0 && hit < desk.search.hits.length) desk.openHit(desk.search.open(hit))
    return
  }
  const index = desk.library.active + direction
  const row = desk.library.articles.row(index)
  if (row === undefined) return
  desk.library.active = index
  desk.read(row.id)
}

/** Parts of the window that F6 walks through, in order; each has something to focus. */
const PANES = ['#search-box', '#list', '#hits', '#view', '#side']

export function stepPane(direction: 1 | -1): void {
  const panes = PANES.flatMap((selector) => {
    const element = document.querySelector<HTMLElement>(selector)
    return element?.checkVisibility() === true ? [element] : []
  })
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(now + direction + panes.length) % panes.length]
  const inside = next?.querySelector<HTMLElement>('[data-focus-first]')
  ;(inside ?? next)?.focus()
}

/** Frames that a view may take until there is something in it to focus. */
const MOST_FRAMES = 30

/** Gives the keyboard to what the view shows, once it is there. */
export async function focusView(): Promise<void> {
  await tick()
  const view = document.getElementById('view')
  view?.focus({ preventScroll: true })
  for (let frame = 0; frame < MOST_FRAMES; frame++) {
    const first = view?.querySelector<HTMLElement>('[data-focus-first]')
    if (first) {
      first.focus({ preventScroll: true })
      return
    }
    await new Promise((done) => requestAnimationFrame(done))
    if (document.activeElement !== view) return
  }
}

/** The article of the list's row, or the hit, that the keyboard is on; else the one that is read. */
export function openInTab(desk: Desk): void {
  const hit = desk.search.isActive ? desk.search.hits[desk.search.active] : undefined
  const row = desk.library.articles.row(desk.library.active)
  const id = hit?.article.id ?? row?.id ?? desk.reader.view?.header.id
  if (id !== undefined) desk.readAside(id, spanIn(hit?.marks ?? [], 0), true)
}

export function stepTab(desk: Desk, by: 1 | -1): void {
  desk.navigation.show(desk.navigation.shown + by)
  const { tabs, shown } = desk.navigation
  desk.announcer.say(`Tab ${String(shown + 1)} of ${String(tabs.length)}`)
}
