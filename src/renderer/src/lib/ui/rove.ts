/**
 * Makes a picture of many buttons one stop of the Tab key: the arrow keys walk among its elements `[data-rove]`. Up and down go to
 * the next row (`[data-rove-row]`), to the element that is nearest across; Home and End to the ends of the row.
 *
 * An attachment: `{@attach rove}`.
 */
export function rove(root: HTMLElement): () => void {
  const items = (within: ParentNode = root): HTMLElement[] => [
    ...within.querySelectorAll<HTMLElement>('[data-rove]')
  ]
  const choose = (item: HTMLElement | undefined): void => {
    for (const one of root.querySelectorAll<HTMLElement>('[data-rove][tabindex="0"]'))
      if (one !== item) one.tabIndex = -1
    if (item) item.tabIndex = 0
  }
  /** What comes and goes must leave one element that Tab reaches. */
  const settle = (): void => {
    if (root.querySelector('[data-rove][tabindex="0"]') === null) choose(items()[0])
  }
  const onfocusin = (event: FocusEvent): void => {
    const item = event.target instanceof HTMLElement ? event.target.closest('[data-rove]') : null
    if (item instanceof HTMLElement) choose(item)
  }
  const onkeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement))
      return
    const now = event.target.closest<HTMLElement>('[data-rove]')
    const next = now && step(root, now, event.key)
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    choose(next)
    next.focus()
  }
  settle()
  const observer = new MutationObserver(settle)
  observer.observe(root, { childList: true, subtree: true })
  root.addEventListener('focusin', onfocusin)
  root.addEventListener('keydown', onkeydown)
  return () => {
    observer.disconnect()
    root.removeEventListener('focusin', onfocusin)
    root.removeEventListener('keydown', onkeydown)
  }
}

function step(root: HTMLElement, now: HTMLElement, key: string): HTMLElement | undefined {
  const row = now.closest<HTMLElement>('[data-rove-row]') ?? root
  const inRow = [...row.querySelectorAll<HTMLElement>('[data-rove]')]
  const at = inRow.indexOf(now)
  if (key === 'ArrowLeft') return inRow[at - 1]
  if (key === 'ArrowRight') return inRow[at + 1]
  if (key === 'Home') return inRow[0]
  if (key === 'End') return inRow.at(-1)
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const rows = [...root.querySelectorAll<HTMLElement>('[data-rove-row]')].filter(
    (one) => one.querySelector('[data-rove]') !== null
  )
  const other = rows[rows.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)]
  return other && nearest(now, [...other.querySelectorAll<HTMLElement>('[data-rove]')])
}

function nearest(to: HTMLElement, among: readonly HTMLElement[]): HTMLElement | undefined {
  const middle = (one: HTMLElement): number => {
    const { left, width } = one.getBoundingClientRect()
    return left + width / 2
  }
  const from = middle(to)
  return among.toSorted((a, b) => Math.abs(middle(a) - from) - Math.abs(middle(b) - from))[0]
}
