import type { Page } from '@playwright/test'

/** What the window's main thread did while it was watched. */
export interface MainThread {
  /** Calls of a timer that asks for one every 10 ms. */
  readonly ticks: number
  /** Longest time between two calls, in ms of wall clock: what a reader would have waited. */
  readonly longestGap: number
  /** Calls that came after more than the limit. */
  readonly late: number
  /** Longest single task, in ms of processor time: the window's own work, whatever else the machine does. */
  readonly longestTask: number
  /** Most processor time that the window itself used between two calls that lay further apart than the limit, in ms. */
  readonly busiestGap: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds, as are `dur` (wall clock) and `tdur` (processor time of the thread). */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly data?: unknown }
}

const LATE = 'late tick'

/**
 * Watches the main thread of a window; the returned function ends the watch and answers.
 *
 * Two clocks, because they fail for different reasons: on a machine with more work than processors a thread that has nothing to do
 * may still be woken late, which is no fault of the window. Processor time is counted by the engine's own trace.
 */
export async function watchMainThread(
  page: Page,
  limit: number
): Promise<() => Promise<MainThread>> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('The window has no browser to trace')
  const protocol = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  protocol.on('Tracing.dataCollected', ({ value }) => {
    // One by one: as arguments, a long list would overflow the stack.
    for (const event of value) events.push(event as unknown as TraceEvent)
  })
  await protocol.send('Tracing.start', {
    transferMode: 'ReportEvents',
    // Room for some minutes: what comes after the buffer is full would not be seen.
    traceConfig: {
      includedCategories: ['toplevel', 'blink.user_timing'],
      traceBufferSizeInKb: 1_000_000
    }
  })
  await page.evaluate(startTimer, { limit, name: LATE })
  return async () => {
    const timer = await page.evaluate(stopTimer)
    const complete = new Promise((done) => protocol.once('Tracing.tracingComplete', done))
    await protocol.send('Tracing.end')
    await complete
    await protocol.detach()
    return { ...timer, ...processorTime(events, timer.gaps) }
  }
}

/** Processor time of the tasks of the thread that the timer ran on. */
function processorTime(
  events: readonly TraceEvent[],
  gaps: readonly number[]
): Pick<MainThread, 'longestTask' | 'busiestGap'> {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`)
  )
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && mains.has(`${pid}/${tid}`)
  )
  if (tasks.length === 0) throw new Error('The trace names no task of a main thread')
  const late = events.filter(({ name }) => name === LATE)
  const busy = late.map(({ ts: end, pid, tid }, i) => {
    const begin = end - (gaps[i] ?? 0) * 1000
    return tasks
      .filter((task) => task.pid === pid && task.tid === tid)
      .reduce((sum, { ts, dur = 0, tdur = 0 }) => {
        const shared = Math.min(end, ts + dur) - Math.max(begin, ts)
        return shared <= 0 || dur === 0 ? sum : sum + tdur * (shared / dur)
      }, 0)
  })
  return {
    longestTask: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
    busiestGap: Math.max(0, ...busy) / 1000
  }
}

interface Timer {
  ticks: number
  longestGap: number
  late: number
  gaps: number[]
}

function startTimer({ limit, name }: { limit: number; name: string }): void {
  const timer: Timer = { ticks: 0, longestGap: 0, late: 0, gaps: [] }
  let last = performance.now()
  const id = setInterval(() => {
    const now = performance.now()
    const gap = now - last
    last = now
    timer.ticks += 1
    timer.longestGap = Math.max(timer.longestGap, gap)
    if (gap <= limit) return
    timer.late += 1
    timer.gaps.push(gap)
    performance.mark(name)
  }, 10)
  Object.assign(window, { endTimer: () => (clearInterval(id), timer) })
}

function stopTimer(): Timer {
  return (window as unknown as { endTimer(): Timer }).endTimer()
}
