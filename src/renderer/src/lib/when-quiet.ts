/** How long the reader must have left keys and pointer alone, ms. */
const QUIET_MS = 1_000
/** Time between two tasks, in which a key gets its turn, ms. */
const BETWEEN_MS = 150
const READER = ['keydown', 'pointerdown', 'wheel'] as const

/**
 * Does tasks one after the other, each only while the reader does nothing and nothing else is being done.
 *
 * @param tasks - may not fail
 * @param isBusy - whether something else is being done, asked before each task
 * @returns the stop; the task that runs is finished
 */
export function whenQuiet(
  tasks: readonly (() => Promise<void>)[],
  isBusy: () => boolean
): () => void {
  const left = [...tasks]
  let touched = performance.now()
  const touch = (): void => {
    touched = performance.now()
  }
  const stop = (): void => {
    left.length = 0
    clearTimeout(timer)
    for (const type of READER) removeEventListener(type, touch, { capture: true })
  }
  const look = async (): Promise<void> => {
    const quiet = performance.now() - touched
    if (quiet < QUIET_MS) wait(QUIET_MS - quiet)
    else if (isBusy()) wait(QUIET_MS)
    else {
      await left.shift()?.()
      if (left.length === 0) stop()
      else wait(BETWEEN_MS)
    }
  }
  let timer: ReturnType<typeof setTimeout>
  const wait = (ms: number): void => {
    timer = setTimeout(() => void look(), ms)
  }
  for (const type of READER) addEventListener(type, touch, { capture: true, passive: true })
  wait(QUIET_MS)
  return stop
}
