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

/** A run of rows in a window, laid out as a browser would. */
function run(rows: number) {
  const near = new Near<{ key: string }>(() => GUESS)
  const elements = new Map<string, Element>()
  const heights = () =>
    near.segments.map((segment) => ('item' in segment ? HEIGHT : segment.height))
  const length = () => heights().reduce((sum, height) => sum + height, 0)
  let top = 0
  const scroller = Object.assign(new EventTarget(), {
    clientHeight: WINDOW,
    getBoundingClientRect: () => ({ top: 0, height: WINDOW })
  })
  Object.defineProperty(scroller, 'scrollHeight', { get: length })
  Object.defineProperty(scroller, 'scrollTop', {
    get: () => top,
    set: (to: number) => (top = Math.max(0, Math.min(to, length() - WINDOW)))
  })
  const start = {
    closest: () => scroller,
    getBoundingClientRect: () => ({ top: -top, height: 0 })
  } as unknown as Element
  near.show(Array.from({ length: rows }, (_, index) => ({ key: String(index) })))
  near.watch(start)
  const shown = () => near.segments.flatMap((segment) => ('item' in segment ? [segment.key] : []))
  /** Frames until no row comes in any more, each with layout after it. */
  const rest = () => {
    for (let before = -1; before !== elements.size;) {
      before = elements.size
      vi.advanceTimersToNextFrame()
      for (const key of shown().filter((one) => !elements.has(one))) {
        const element = document.createElement('div')
        elements.set(key, element)
        near.row(key, element)
        measure(element, HEIGHT)
      }
    }
  }
  const scrollTo = (place: number) => {
    Object.assign(scroller, { scrollTop: place })
    scroller.dispatchEvent(new Event('scroll'))
    rest()
  }
  const letGo = () => {
    scroller.dispatchEvent(new Event('scrollend'))
    rest()
  }
  rest()
  return { near, length, scrollTo, letGo, shown, left: () => length() - WINDOW - top }
}

test('the length stays while the scroll bar is dragged, and the end is reached', () => {
  const { length, scrollTo, letGo, left, shown } = run(400)
  const before = length()

  for (const share of [0.2, 0.5, 0.8, 1]) {
    scrollTo(share * before)
    expect(length()).toBe(before)
  }
  letGo()

  expect(length()).toBeGreaterThan(before)
  expect(left()).toBe(0)
  expect(shown()).toContain('399')
})

test('who goes to the end at once is there when the last rows have come in', () => {
  const { length, scrollTo, letGo, left } = run(400)

  scrollTo(length())
  letGo()

  expect(left()).toBe(0)
})

test('rows that come in later do not move who is not at the end, nor who has other rows before them', () => {
  const { near, length, scrollTo, letGo, left } = run(400)
  scrollTo(length() / 2)
  letGo()
  expect(left()).toBeGreaterThan(1000)

  scrollTo(length())
  letGo()
  near.show(Array.from({ length: 500 }, (_, index) => ({ key: String(index) })))
  letGo()

  expect(left()).toBeGreaterThan(1000)
})
