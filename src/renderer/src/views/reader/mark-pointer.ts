import type { Mark } from '../../../../core/claims/claim'
import type { Desk } from '../../lib/state/desk.svelte'
import type { TextMap } from '../../lib/text/ranges'
import { markName } from '../../lib/marks'

/** Rest of the pointer on a mark before its card opens, in ms; shorter makes cards flicker while reading. */
const OPEN_MS = 450
/** Time to move from the mark to its card, in ms. */
const CLOSE_MS = 350

/** Opens the card of the mark under the pointer: at once and for good by click or key, for a while by hovering. */
export class MarkPointer {
  /** How many of the reader's calls for a card by key have been answered with the focus. */
  answeredCalls = 0
  /** How many of the reader's cards that were asked for have been brought into sight. */
  answeredShows = 0
  readonly #desk: Desk
  readonly #map: () => TextMap | undefined
  #pinned = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #waiting: number | undefined
  #frame = 0

  constructor(desk: Desk, map: () => TextMap | undefined) {
    this.#desk = desk
    this.#map = map
    this.answeredCalls = desk.reader.cardCalls
    this.answeredShows = desk.reader.cardShows
  }

  /** Opens a card until it is closed; opened by key it takes the focus. */
  pin(mark: Mark, byKey = false): void {
    clearTimeout(this.#timer)
    this.#pinned = true
    if (byKey) this.#desk.reader.cardCalls++
    this.#desk.reader.cardShows++
    this.#desk.reader.activeMark = mark.index
    if (mark.letter) this.#desk.announcer.say(`${markName(mark.letter)}. ${mark.reason}`)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#pinned = false
    this.#waiting = undefined
    this.#desk.reader.closeMark()
  }

  click(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('button, .card, summary')) return
    if (document.getSelection()?.isCollapsed === false) return
    const mark = this.#under(event)
    if (mark) this.pin(mark)
    else this.close()
  }

  move(event: PointerEvent): void {
    if (this.#pinned || event.buttons !== 0 || event.pointerType !== 'mouse') return
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      const onCard = event.target instanceof Element && event.target.closest('.card') !== null
      const mark = onCard ? this.#desk.reader.active : this.#under(event)
      if (mark?.index === this.#waiting && mark !== undefined) return
      clearTimeout(this.#timer)
      this.#waiting = mark?.index
      if (mark) this.#timer = setTimeout(() => (this.#desk.reader.activeMark = mark.index), OPEN_MS)
      else this.leave()
    })
  }

  leave(): void {
    if (this.#pinned) return
    clearTimeout(this.#timer)
    this.#waiting = undefined
    this.#timer = setTimeout(() => this.#desk.reader.closeMark(), CLOSE_MS)
  }

  /** The card was entered or used: it stays. */
  hold(): void {
    clearTimeout(this.#timer)
    this.#pinned = true
  }

  #under(event: MouseEvent): Mark | undefined {
    const offset = this.#map()?.offsetAt(event.clientX, event.clientY)
    return offset === undefined ? undefined : this.#desk.reader.markAt(offset)
  }
}
