import { flushSync } from 'svelte'

/** Rows up to which all stay in the document, so that a selection and a screen reader's own cursor reach everything. */
const FEW = 120
/** How far from the window rows are put into the document, in CSS pixels: more than a page ahead. */
const AHEAD = 1200
/** How far from the window rows leave it again. More than `AHEAD`, so that turning back costs nothing. */
const BEHIND = 2400
/** Time of a frame that goes into new rows, in ms; layout and paint need the rest. */
const FRAME_MS = 3

/** Length of the rows by which guesses are put right, in CSS pixels: less tells less, more than `AHEAD` is seen only later. */
const SAMPLE = 1000

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
  /** What rows come out as, by what was guessed: letters, languages and zooms differ. Undefined until enough were seen at this width. */
  #scale: number | undefined
  /** As they were last seen at this width, in CSS pixels. */
  readonly #heights = new Map<string, number>()
  readonly #guesses = new Map<string, number>()
  readonly #elements = new Map<string, Element>()
  readonly #keys = new WeakMap<Element, string>()
  readonly #guess: (item: T, width: number) => number
  #run: HTMLElement | undefined
  /** Length of what is scrolled as it was when the reader set out for a place in it, by the scroll bar or to the end. */
  #length: number | undefined
  /** Where the reader is who went to the very end, and stays there however high the rows come out; undefined elsewhere. */
  #end: number | undefined
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
    this.#scale = undefined
    this.#letGo()
    this.#end = undefined
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

  /** Follows the window of the element in `data-scroller` around; `run` holds the rows. */
  readonly watch = (run: HTMLElement): (() => void) => {
    const scroller = run.closest('[data-scroller]')
    this.#run = run
    this.#scroller = scroller
    const sizes = this.#observer()
    sizes.observe(run)
    if (scroller) sizes.observe(scroller)
    scroller?.addEventListener('scroll', this.#scrolled, { passive: true })
    scroller?.addEventListener('pointerdown', this.#pressed, { passive: true })
    scroller?.addEventListener('pointerup', this.#settle, { passive: true })
    scroller?.addEventListener('keydown', this.#typed, { passive: true })
    scroller?.addEventListener('scrollend', this.#settle, { passive: true })
    this.#look()
    return () => {
      scroller?.removeEventListener('scroll', this.#scrolled)
      scroller?.removeEventListener('pointerdown', this.#pressed)
      scroller?.removeEventListener('pointerup', this.#settle)
      scroller?.removeEventListener('keydown', this.#typed)
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
        if (target === this.#run && Math.round(contentRect.width) !== this.#width) {
          this.#heights.clear()
          this.#guesses.clear()
          this.#scale = undefined
          this.#width = Math.round(contentRect.width)
        }
      }
      if (this.#scale === undefined) this.#learn()
      if (this.#end !== undefined && this.#length === undefined) this.#toEnd()
      this.#look()
    })
    return this.#sizes
  }

  /**
   * Browsers begin a drag of the scroll bar anew when the length changes under it, and lose what the pointer moved meanwhile: the
   * thumb falls behind. So the run keeps its length until it is let go, whatever heights the rows come out with; what is too much is
   * cut off at the end. Only a scroll bar answers as the scroller itself, and the room around the rows, of which alone the browser tells
   * when it is let go; a drag ends with the scrolling.
   */
  readonly #pressed = ({ target }: Event): void => {
    const [run, scroller] = [this.#run, this.#scroller]
    if (!run || !scroller || target !== scroller || this.#items.length <= FEW) return
    this.#length = scroller.scrollHeight
    run.style.blockSize = `${run.getBoundingClientRect().height}px`
    run.style.overflowY = 'clip'
  }

  /** The way to the end ends where that was: rows that come in meanwhile lengthen it. */
  readonly #typed = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key === 'End')
      this.#length = this.#scroller?.scrollHeight
  }

  readonly #scrolled = (): void => {
    if (this.#end !== undefined && (this.#scroller?.scrollTop ?? 0) < this.#end - 1)
      this.#end = undefined
    this.#look()
  }

  readonly #settle = (): void => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = this.#scroller ?? {}
    const length = Math.min(scrollHeight, this.#length ?? Infinity)
    this.#letGo()
    if (scrollTop + clientHeight >= length - 1) this.#toEnd()
  }

  #letGo(): void {
    this.#length = undefined
    if (!this.#run) return
    this.#run.style.blockSize = ''
    this.#run.style.overflowY = ''
  }

  #toEnd(): void {
    if (!this.#scroller) return
    this.#scroller.scrollTop = this.#scroller.scrollHeight
    this.#end = this.#scroller.scrollTop
  }

  #heightOf(item: T): number {
    const known = this.#heights.get(item.key) ?? this.#guesses.get(item.key)
    if (known !== undefined) return known
    const guess = this.#guess(item, this.#width) * (this.#scale ?? 1)
    this.#guesses.set(item.key, guess)
    return guess
  }

  /** Puts guesses right once, before the reader goes far: later the run would change its length under the scroll bar. */
  #learn(): void {
    const seen = this.#items.filter(({ key }) => this.#heights.has(key))
    const guessed = seen.reduce((sum, item) => sum + this.#guess(item, this.#width), 0)
    const came = seen.reduce((sum, { key }) => sum + (this.#heights.get(key) ?? 0), 0)
    if (came < SAMPLE || guessed === 0) return
    this.#guesses.clear()
    this.#scale = came / guessed
    // Gaps are as long as was guessed.
    this.#shown = new Set(this.#shown)
  }

  readonly #look = (): void => {
    if (this.#frame === 0 && this.#run) this.#frame = requestAnimationFrame(this.#turn)
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
    const start = this.#run?.getBoundingClientRect().top ?? 0
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
