import { tick, untrack } from 'svelte'
import type { ArticleId } from '../../../../core/article/article'
import { spansIn, type Span } from '../../../../core/text/span'
import { isStrong, MARKS } from '../../lib/marks'
import type { Desk } from '../../lib/state/desk.svelte'
import { Mounting } from '../../lib/state/mounting.svelte'
import { clearPaint, paint } from '../../lib/text/highlights'
import { blockAt, TextMap } from '../../lib/text/ranges'

/** Room that a place scrolled to keeps from the window's edge, in CSS pixels. */
const MARGIN = 60

/** The article as it lies in the document: what is mounted, painted and in sight. */
export class Paper {
  /** `bind:this` puts null here when the element goes. */
  scroller = $state<HTMLElement | null>()
  column = $state<HTMLElement | null>()
  readonly mounting = new Mounting()
  readonly #desk: Desk
  /** Where an article was shown already. */
  #used: HTMLElement | undefined
  #cached: { parts: unknown; shown: boolean; count: number; map: TextMap } | undefined

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Matches of the present search in this article. */
  readonly hits = $derived.by(() => {
    const { search, reader } = this.#desk
    const id = reader.view?.header.id
    return spansIn(search.hits.find((hit) => hit.article.id === id)?.marks ?? [])
  })

  /** The text map of what is in the document now; built again when that changes. */
  map(): TextMap | undefined {
    const { parts, furnitureShown: shown, view } = this.#desk.reader
    const count = Math.min(this.mounting.count, parts.length)
    if (!this.column || view === undefined) return undefined
    const cached = this.#cached
    if (cached?.parts === parts && cached.shown === shown && cached.count === count)
      return cached.map
    const map = new TextMap(this.column, view.blocks)
    this.#cached = { parts, shown, count, map }
    return map
  }

  /** Keeps the paint, the place and the mounted part up to date while the calling component lives. */
  paint(article: () => ArticleId): void {
    const { reader } = this.#desk
    $effect(() => this.mounting.start(reader.parts.length))
    $effect(() => this.#paintMarks())
    $effect(() => this.#paintActive())
    $effect(() => {
      this.#spans('hit', this.hits)
      this.#spans('passage', reader.passages)
      return () => clearPaint(['hit', 'passage'])
    })
    $effect(() => {
      const now = reader.found[reader.findAt]
      this.#spans('found', reader.found)
      this.#spans('found-now', now ? [now] : [])
      return () => clearPaint(['found'])
    })
    $effect(() => {
      const target = reader.target
      if (target && reader.view?.header.id === article()) untrack(() => void this.show(target))
    })
    $effect(() => this.#resume())
  }

  #spans(name: string, spans: readonly Span[]): void {
    const map = this.map()
    paint(name, map ? spans.flatMap((span) => map.ranges(span)) : [])
  }

  #paintMarks(): () => void {
    const { painted } = this.#desk.reader
    for (const { letter } of MARKS) {
      const mine = painted.filter((mark) => mark.letter === letter)
      const name = `mark-${letter.toLowerCase()}`
      const spans = (strong: boolean) =>
        mine.filter((mark) => isStrong(mark) === strong).map((mark) => mark.span)
      this.#spans(`${name}-strong`, spans(true))
      this.#spans(`${name}-soft`, spans(false))
    }
    return () => clearPaint(MARKS.map(({ letter }) => `mark-${letter.toLowerCase()}-`))
  }

  #paintActive(): () => void {
    const { active, claims } = this.#desk.reader
    const status = active?.scope ?? claims?.marks[active?.coveredBy[0] ?? -1]?.scope
    this.#spans('mark-active', active ? [active.span] : [])
    this.#spans('cue', active?.cues.map((cue) => cue.span) ?? [])
    this.#spans('scope-sure', status?.sure ?? [])
    this.#spans('scope-possible', status?.possible ?? [])
    return () => clearPaint(['mark-active', 'cue', 'scope'])
  }

  /** Goes to where the reader left this article, unless a place was asked for. */
  #resume(): void {
    const { reader } = this.#desk
    if (reader.view === undefined || !this.scroller || reader.target) return
    const block = reader.recallPosition()
    // A new one stands at its top; to say so would lay it out at once, and again when the rest is there.
    if (this.#used === this.scroller) this.scroller.scrollTop = 0
    this.#used = this.scroller
    const span = block === undefined ? undefined : reader.view.blocks[block]?.span
    if (!span || !block) return
    untrack(() => void this.show({ start: span.start, end: span.start + 1 }, 'start'))
  }

  /** Scrolls to a place; unfolds furniture and mounts what is not there yet. */
  async show(span: Span, block: ScrollLogicalPosition = 'center'): Promise<void> {
    const { reader } = this.#desk
    if (reader.view === undefined) return
    const index = blockAt(reader.view.blocks, span.start)
    if (reader.isFolded(index)) reader.furnitureShown = true
    this.mounting.need(reader.parts.length)
    await tick()
    this.column?.querySelector(`[data-block="${index}"]`)?.scrollIntoView({ block })
    const box = this.map()?.measure(span)?.getBoundingClientRect()
    const frame = this.scroller?.getBoundingClientRect()
    if (!box || !frame || !this.scroller || block !== 'center') return
    // A long paragraph may be centred while the words in it are not.
    if (box.top < frame.top + MARGIN || box.bottom > frame.bottom - MARGIN) {
      this.scroller.scrollTop += box.top - frame.top - frame.height / 2
    }
  }

  /** Remembers the block at the top of the window. */
  keepPosition(): void {
    const frame = this.scroller?.getBoundingClientRect()
    if (frame === undefined) return
    const probe = document.elementFromPoint(frame.left + frame.width / 2, frame.top + 12)
    const block = probe?.closest('[data-block]')?.getAttribute('data-block')
    if (block !== undefined && block !== null) this.#desk.reader.keepPosition(Number(block))
  }
}
