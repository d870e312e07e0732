import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Near } from '../../src/renderer/src/lib/ui/near.svelte'

const WINDOW = 600
const GUESS = 100
/** Rows come out higher than they were guessed. */
const HEIGHT = 140

let measure: (target: object, height: number) => void = () => undefined

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] })
  class Sizes {
    constructor(seen: ResizeObserverCallback) {
      measure = (target, height) => {
        const entry = { target, contentRect: { width: 600, height } }
        seen([entry as unknown as ResizeObserverEntry], this as unknown as ResizeObserver)
      }
    }
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Sizes)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A run of rows in a window, laid out as a browser would; `heightOf` says how high a row comes out. */
function run(rows: number, heightOf: (index: number) => number = () => HEIGHT) {
  const near = new Near<{ key: string }>(() => GUESS)
  const elements = new Map<string, Element>()
  const element = document.createElement('div')
  const content = () =>
    near.segments
      .map((segment) => ('item' in segment ? heightOf(segment.index) : segment.height))
      .reduce((sum, height) => sum + height, 0)
  const length = () =>
    element.style.blockSize === '' ? content() : Number.parseFloat(element.style.blockSize)
  let top = 0
  const scroller = Object.assign(document.createElement('div'), {
    getBoundingClientRect: () => ({ top: 0, height: WINDOW })
  })
  Object.defineProperties(scroller, {
    clientHeight: { value: WINDOW },
    scrollHeight: { get: length },
    scrollTop: {
      get: () => Math.min(top, length() - WINDOW),
      set: (to: number) => {
        const before = top
        top = Math.max(0, Math.min(to, length() - WINDOW))
        if (top !== before) requestAnimationFrame(() => scroller.dispatchEvent(new Event('scroll')))
      }
    }
  })
  scroller.dataset['scroller'] = ''
  Object.assign(element, {
    getBoundingClientRect: () => ({ top: -scroller.scrollTop, height: length() })
  })
  scroller.append(element)
  near.show(Array.from({ length: rows }, (_, index) => ({ key: String(index) })))
  near.watch(element)
  const shown = () => near.segments.flatMap((segment) => ('item' in segment ? [segment.key] : []))
  /** Frames until no row comes in any more, each with layout after it. */
  const rest = () => {
    while (vi.getTimerCount() > 0) {
      vi.advanceTimersToNextFrame()
      for (const key of shown().filter((one) => !elements.has(one))) {
        const row = document.createElement('div')
        elements.set(key, row)
        near.row(key, row)
        measure(row, heightOf(Number(key)))
      }
    }
  }
  const tell = (event: Event) => {
    scroller.dispatchEvent(event)
    rest()
  }
  const scrollTo = (place: number) => {
    scroller.scrollTop = place
    rest()
  }
  rest()
  return { tell, length, scrollTo, shown, left: () => length() - WINDOW - scroller.scrollTop }
}

test('rows that were seen put the guesses for the others right', () => {
  const { length } = run(1000)

  expect(length()).toBeCloseTo(1000 * HEIGHT, -3)
})

/** The first rows say little about the others. */
const uneven = (index: number) => (index < 40 ? HEIGHT : 2 * HEIGHT)

test('the length stays while the scroll bar is dragged, and the end is reached', () => {
  const { tell, length, scrollTo, left, shown } = run(400, uneven)
  const before = length()

  tell(new Event('pointerdown'))
  for (let step = 1; step <= 20; step++) {
    scrollTo(((before - WINDOW) * step) / 20)
    expect(length()).toBe(before)
  }
  tell(new Event('scrollend'))

  expect(length()).toBeGreaterThan(before)
  expect(shown()).toContain('399')
  expect(left()).toBe(0)
})

test('a drag that ends before the end stays where it is', () => {
  const { tell, length, scrollTo, left } = run(400, uneven)

  tell(new Event('pointerdown'))
  scrollTo(length() / 2)
  tell(new Event('scrollend'))

  expect(left()).toBeGreaterThan(length() / 4)
})

test('the way to the end ends there, although rows that come in make it longer', () => {
  const { tell, length, scrollTo, left } = run(400, uneven)
  const end = length() - WINDOW

  tell(new KeyboardEvent('keydown', { key: 'End' }))
  scrollTo(end - WINDOW)
  scrollTo(end)
  tell(new Event('scrollend'))

  expect(left()).toBe(0)
})

test('who turns back from the end is not taken there again', () => {
  const { tell, length, scrollTo, left } = run(400, uneven)
  tell(new KeyboardEvent('keydown', { key: 'End' }))
  scrollTo(length() - WINDOW)
  tell(new Event('scrollend'))

  scrollTo(length() - 4 * WINDOW)
  tell(new Event('scrollend'))

  expect(left()).toBeGreaterThan(WINDOW)
})

test('a press beside the rows holds nothing once it is let go', () => {
  const { tell, length, scrollTo } = run(400, uneven)
  const before = length()

  tell(new Event('pointerdown'))
  tell(new Event('pointerup'))
  scrollTo(before / 2)

  expect(length()).toBeGreaterThan(before)
})
