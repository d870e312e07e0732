/** What tells that the reader goes elsewhere before the page is as long as it was. */
const READER = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const

/**
 * Scrolls a page to where it was left, and tells where it is scrolled from then on.
 *
 * A page whose content comes bit by bit is followed until it is long enough, or until the reader scrolls it.
 *
 * @param top - where it was left, in CSS pixels
 * @returns the stop
 */
export function keepTop(page: Element, top: number, onscroll: (top: number) => void): () => void {
  let settled = false
  const growing = new ResizeObserver(() => {
    page.scrollTop = top
    if (page.scrollHeight - page.clientHeight >= top) settle()
  })
  const settle = (): void => {
    settled = true
    growing.disconnect()
    for (const type of READER) page.removeEventListener(type, settle)
  }
  const remember = (): void => {
    if (settled) onscroll(page.scrollTop)
  }
  page.scrollTop = top
  page.addEventListener('scroll', remember, { passive: true })
  for (const type of READER) page.addEventListener(type, settle, { passive: true })
  for (const child of page.children) growing.observe(child)
  return () => {
    settle()
    page.removeEventListener('scroll', remember)
  }
}
