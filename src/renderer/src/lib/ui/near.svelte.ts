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
  /** `scale`: what a CSS pixel of its rows takes up in it. */
  | { readonly key: string; readonly height: number; readonly scale: number }

/** Which rows of a long run are in the document: those near the window, and those that hold the focus or the selection. */
export class Near<T extends Keyed> {
  /** Keys of the rows in the document. */
  #shown = $state.raw<ReadonlySet<string>>(new Set())
  #items = $state.raw<readonly T[]>([])
  #width = $state(600)
  /** What gaps take up or give so that the run keeps its length while it is scrolled, in CSS pixels. */
  #slack = $state(0)
  /** Length of the run when the reader began to scroll; undefined while nobody does. */
  #held: number | undefined
  /** Whether the reader went to the very end, which then is where the last row ends, however high the rows come out. */
  #atEnd = false
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
      if (gap > 0) segments.push({ key: `gap ${segments.length}`, height: gap, scale: 1 })
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
    return stretched(segments, this.#slack)
  })

  /** Sets the rows; those that were in the document and are still among them stay. */
  show(items: readonly T[]): void {
    // The same key may stand for another text now.
    this.#guesses.clear()
    this.#items = items
    this.#atEnd = false
    this.#held = undefined
    this.#slack = 0
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
    scroller?.addEventListener('scroll', this.#scrolled, { passive: true })
    scroller?.addEventListener('scrollend', this.#settle, { passive: true })
    this.#look()
    return () => {
      scroller?.removeEventListener('scroll', this.#scrolled)
      scroller?.removeEventListener('scrollend', this.#settle)
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
          this.#held = undefined
        }
      }
      this.#keepPlace()
      this.#look()
    })
    return this.#sizes
  }

  /**
   * Browsers begin a drag of the scroll bar anew when the length changes under it, and lose what the pointer moved meanwhile: the
   * thumb falls behind. So the length stays until the reader lets go.
   */
  readonly #scrolled = (): void => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = Infinity } = this.#scroller ?? {}
    this.#atEnd = scrollTop + clientHeight >= scrollHeight - 1
    this.#held ??= this.#length()
    this.#look()
  }

  readonly #settle = (): void => {
    this.#held = undefined
    this.#keepPlace()
  }

  /** After rows were measured, and before they are painted. */
  #keepPlace(): void {
    const slack = this.#held === undefined ? 0 : this.#held - this.#length()
    if (slack !== this.#slack) flushSync(() => (this.#slack = slack))
    if (this.#atEnd && this.#held === undefined && this.#scroller)
      this.#scroller.scrollTop = this.#scroller.scrollHeight
  }

  #length(): number {
    return this.#items.reduce((sum, item) => sum + this.#heightOf(item), 0)
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
    const { segments } = this
    let place = 0
    let top = 0
    for (const item of this.#items) {
      const shown = this.#shown.has(item.key)
      if (shown && 'scale' in (segments[place] ?? {})) place++
      const segment = segments[place]
      const scale = segment && 'scale' in segment ? segment.scale : 1
      if (shown) place++
      const bottom = top + scale * this.#heightOf(item)
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

/** Gaps are lengthened or shortened, those at the end first: what is above the window is not to move. */
function stretched<T>(segments: readonly Segment<T>[], slack: number): readonly Segment<T>[] {
  let left = slack
  return segments
    .toReversed()
    .map((segment) => {
      if (left === 0 || 'item' in segment) return segment
      const height = Math.max(0, segment.height + left)
      left -= height - segment.height
      return { ...segment, height, scale: height / segment.height }
    })
    .reverse()
}

/** Focus and selection would be lost with their rows. */
function holdsReader(element: Element): boolean {
  const selection = document.getSelection()
  return (
    element.contains(document.activeElement) ||
    (selection !== null && !selection.isCollapsed && selection.containsNode(element, true))
  )
}
