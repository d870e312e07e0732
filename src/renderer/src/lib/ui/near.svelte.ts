import { flushSync } from 'svelte'

/** Rows up to which all stay in the document, so that a selection and a screen reader's own cursor reach everything. */
const FEW = 120
/** How far from the window rows are put into the document, in CSS pixels: more than a page ahead. */
const AHEAD = 1200
/** How far from the window rows leave it again. More than `AHEAD`, so that turning back costs nothing. */
const BEHIND = 2400
/** Time of a frame that goes into new rows, in ms; layout and paint need the rest. */
const FRAME_MS = 3

interface Keyed {
  readonly key: string
}

/** A part of the run as it is rendered: a row, or the room of rows that are not in the document. */
export type Segment<T> =
  | { readonly key: string; readonly item: T; readonly index: number }
  | { readonly key: string; readonly height: number }

/** Which rows of a long run are in the document: those near the window, and those that hold the focus or the selection. */
export class Near<T extends Keyed> {
  /** Keys of the rows in the document. */
  #shown = $state.raw<ReadonlySet<string>>(new Set())
  #items = $state.raw<readonly T[]>([])
  #width = $state(600)
  /** As they were last seen at this width, in CSS pixels. */
  readonly #heights = new Map<string, number>()
  readonly #guesses = new Map<string, number>()
  readonly #elements = new Map<string, Element>()
  readonly #keys = new WeakMap<Element, string>()
  readonly #guess: (item: T, width: number) => number
  #start: Element | undefined
  #scroller: Element | null = null
  #sizes: ResizeObserver | undefined
  #frame = 0

  /** @param guess - CSS pixels of a row that was not seen yet, at a width */
  constructor(guess: (item: T, width: number) => number) {
    this.#guess = guess
  }

  /** Rows, and gaps in place of runs of rows that are not there. */
  readonly segments: readonly Segment<T>[] = $derived.by(() => {
    const segments: Segment<T>[] = []
    let gap = 0
    const close = () => {
      if (gap > 0) segments.push({ key: `gap ${segments.length}`, height: gap })
      gap = 0
    }
    this.#items.forEach((item, index) => {
      if (!this.#shown.has(item.key)) gap += this.#heightOf(item)
      else {
        close()
        segments.push({ key: item.key, item, index })
      }
    })
    close()
    return segments
  })

  /** Sets the rows; those that were in the document and are still among them stay. */
  show(items: readonly T[]): void {
    // The same key may stand for another text now.
    this.#guesses.clear()
    this.#items = items
    this.#look()
  }

  /** Puts a row into the document at once. */
  need(key: string): void {
    if (!this.#shown.has(key)) this.#shown = new Set(this.#shown).add(key)
  }

  /** Puts all rows into the document, for paper. */
  readonly needAll = (): void => {
    flushSync(() => (this.#shown = new Set(this.#items.map(({ key }) => key))))
  }

  /** Follows the window of the element in `data-scroller` around; `start` stands before the first row and has the run's width. */
  readonly watch = (start: Element): (() => void) => {
    const scroller = start.closest('[data-scroller]')
    this.#start = start
    this.#scroller = scroller
    const sizes = this.#observer()
    sizes.observe(start)
    if (scroller) sizes.observe(scroller)
    scroller?.addEventListener('scroll', this.#look, { passive: true })
    this.#look()
    return () => {
      scroller?.removeEventListener('scroll', this.#look)
      sizes.disconnect()
      cancelAnimationFrame(this.#frame)
    }
  }

  /** Follows the size of a row. */
  row(key: string, element: Element): () => void {
    this.#elements.set(key, element)
    this.#keys.set(element, key)
    this.#observer().observe(element)
    return () => {
      this.#elements.delete(key)
      this.#sizes?.unobserve(element)
    }
  }

  #observer(): ResizeObserver {
    this.#sizes ??= new ResizeObserver((seen) => {
      for (const { target, contentRect } of seen) {
        const key = this.#keys.get(target)
        if (key !== undefined) this.#heights.set(key, contentRect.height)
        if (target === this.#start && Math.round(contentRect.width) !== this.#width) {
          this.#heights.clear()
          this.#guesses.clear()
          this.#width = Math.round(contentRect.width)
        }
      }
      this.#look()
    })
    return this.#sizes
  }

  #heightOf(item: T): number {
    const known = this.#heights.get(item.key) ?? this.#guesses.get(item.key)
    if (known !== undefined) return known
    const guess = this.#guess(item, this.#width)
    this.#guesses.set(item.key, guess)
    return guess
  }

  readonly #look = (): void => {
    if (this.#frame === 0 && this.#start) this.#frame = requestAnimationFrame(this.#turn)
  }

  /** Rows come in one by one, so that no frame takes long; the others have their turn in the next one. */
  readonly #turn = (): void => {
    const begun = performance.now()
    this.#frame = 0
    const wanted = this.#wanted()
    this.#leave(wanted.kept)
    for (const key of wanted.near) {
      if (this.#shown.has(key)) continue
      if (performance.now() - begun > FRAME_MS) {
        this.#look()
        return
      }
      flushSync(() => this.need(key))
    }
  }

  /** Keys that should be there, those in the window first, and keys that may stay. */
  #wanted(): { near: readonly string[]; kept: ReadonlySet<string> } {
    const start = this.#start?.getBoundingClientRect().top ?? 0
    const frame = this.#scroller?.getBoundingClientRect()
    const middle = (frame ? frame.top + frame.height / 2 : innerHeight / 2) - start
    const half = (frame?.height ?? innerHeight) / 2
    const few = this.#items.length <= FEW
    const near: { key: string; away: number }[] = []
    const kept = new Set<string>()
    let top = 0
    for (const item of this.#items) {
      const bottom = top + this.#heightOf(item)
      const away = Math.max(0, top - middle, middle - bottom) - half
      if (few || away < AHEAD) near.push({ key: item.key, away })
      if (few || away < BEHIND) kept.add(item.key)
      top = bottom
    }
    return { near: near.sort((a, b) => a.away - b.away).map(({ key }) => key), kept }
  }

  #leave(kept: ReadonlySet<string>): void {
    const stay = [...this.#shown].filter((key) => {
      const element = this.#elements.get(key)
      return kept.has(key) || (element !== undefined && holdsReader(element))
    })
    if (stay.length < this.#shown.size) this.#shown = new Set(stay)
  }
}

/** Focus and selection would be lost with their rows. */
function holdsReader(element: Element): boolean {
  const selection = document.getSelection()
  return (
    element.contains(document.activeElement) ||
    (selection !== null && !selection.isCollapsed && selection.containsNode(element, true))
  )
}
