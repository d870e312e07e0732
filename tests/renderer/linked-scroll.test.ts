import { expect, test } from 'vitest'
import { LinkedScroll } from '../../src/renderer/src/views/beside/linked-scroll'

const column = (scrollHeight: number) =>
  ({ scrollTop: 0, scrollHeight, clientHeight: 100 }) as unknown as HTMLElement

test('linked columns stand at the same share of their length, and none answers its own echo', () => {
  const scroll = new LinkedScroll(() => true)
  const [short, long] = [column(300), column(1100)]
  scroll.join(short)
  scroll.join(long)

  short.scrollTop = 100
  scroll.scrolled(short)
  expect(long.scrollTop).toBe(500)
  scroll.scrolled(long)
  expect(short.scrollTop).toBe(100)
  long.scrollTop = 1000
  scroll.scrolled(long)
  expect(short.scrollTop).toBe(200)
})

test('free columns and one that has left stay where they are', () => {
  let linked = false
  const scroll = new LinkedScroll(() => linked)
  const [one, other] = [column(300), column(300)]
  scroll.join(one)
  const leave = scroll.join(other)

  one.scrollTop = 100
  scroll.scrolled(one)
  expect(other.scrollTop).toBe(0)
  linked = true
  leave()
  scroll.scrolled(one)
  expect(other.scrollTop).toBe(0)
})
