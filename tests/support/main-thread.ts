import type { Page } from '@playwright/test'

/** How values are spread. */
export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

/** What the window's main thread did while it was watched. */
export interface MainThread {
  readonly ticks: number
  /** Time between two ticks, in ms of wall clock: what a reader would have waited. */
  readonly gaps: Spread
  /** Processor time that the window itself used between two ticks, in ms: its own work, whatever else the machine does. */
  readonly work: Spread
  /** Ticks that came after more than the limit. */
  readonly late: number
  /** Most of the window's own work before a tick that was late, in ms. */
  readonly busiestGap: number
  /** Longest single task, in ms of processor time. */
  readonly longestTask: number
  /** What the longest task did, the longest first, as `name ms`; empty unless TASK_CONTENT=1. */
  readonly longestContent: readonly string[]
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
}

const TICK = 'watched tick'
/** Says what tasks consist of; it costs the window time itself. */
const CONTENT = process.env['TASK_CONTENT'] === '1' ? ['devtools.timeline', 'v8'] : []
/** Parts of a task that are named. */
const MAX_PARTS = 8

/**
 * Watches the main thread of a window; the returned function ends the watch and answers.
 *
 * A tick is a `timer` that asks for one every 10 ms, or a `frame`, one for each picture. While something scrolls the engine puts
 * pictures before timers, so that only these tell whether the window stands still. Two clocks, because they fail for different
 * reasons: on a machine with more work than processors a thread that has nothing to do may still be woken late, which is no fault of
 * the window. Processor time is counted by the engine's own trace.
 */
export async function watchMainThread(
  page: Page,
  limit: number,
  kind: 'timer' | 'frame' = 'timer'
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
      includedCategories: ['toplevel', 'blink.user_timing', ...CONTENT],
      traceBufferSizeInKb: 1_000_000
    }
  })
  await page.evaluate(startTicks, { kind, name: TICK })
  return async () => {
    await page.evaluate(stopTicks)
    const complete = new Promise((done) => protocol.once('Tracing.tracingComplete', done))
    await protocol.send('Tracing.end')
    await complete
    await protocol.detach()
    return summary(events, limit)
  }
}

function summary(events: readonly TraceEvent[], limit: number): MainThread {
  const ticks = events.filter(({ name }) => name === TICK).toSorted((a, b) => a.ts - b.ts)
  const [first] = ticks
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) =>
        ph === 'X' && /RunTask$/.test(name) && pid === first?.pid && tid === first.tid
    )
    .toSorted((a, b) => a.ts - b.ts)
  const longest = tasks.reduce<TraceEvent | undefined>(
    (most, task) => ((task.tdur ?? 0) > (most?.tdur ?? -1) ? task : most),
    undefined
  )
  if (longest === undefined) throw new Error('The trace names no task of the main thread')
  const gaps: number[] = []
  const work: number[] = []
  let from = 0
  ticks.slice(1).forEach((tick, index) => {
    const begin = ticks[index]?.ts ?? tick.ts
    // Tasks follow one another: those that ended before this gap ended before all later ones.
    while ((tasks[from]?.ts ?? Infinity) + (tasks[from]?.dur ?? 0) < begin) from++
    let used = 0
    for (let at = from; (tasks[at]?.ts ?? Infinity) < tick.ts; at++)
      used += within(tasks[at], begin, tick.ts)
    gaps.push((tick.ts - begin) / 1000)
    work.push(used / 1000)
  })
  const late = gaps.map((gap, at) => (gap > limit ? (work[at] ?? 0) : -1)).filter((ms) => ms >= 0)
  return {
    ticks: ticks.length,
    gaps: spreadOf(gaps),
    work: spreadOf(work),
    late: late.length,
    busiestGap: Math.max(0, ...late),
    longestTask: (longest.tdur ?? 0) / 1000,
    longestContent: contentOf(longest, events)
  }
}

/** What lies within a task; a part within a part is counted in both. */
function contentOf(task: TraceEvent, events: readonly TraceEvent[]): string[] {
  if (CONTENT.length === 0) return []
  const parts = new Map<string, number>()
  for (const { name, ph, pid, tid, ts, tdur = 0 } of events) {
    const inside = ts > task.ts && ts < task.ts + (task.dur ?? 0)
    if (ph === 'X' && pid === task.pid && tid === task.tid && inside)
      parts.set(name, (parts.get(name) ?? 0) + tdur)
  }
  return [...parts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MAX_PARTS)
    .map(([name, µs]) => `${name} ${(µs / 1000).toFixed(1)}`)
}

/** Processor time of a task between two moments, in µs, spread evenly over the task. */
function within(task: TraceEvent | undefined, begin: number, end: number): number {
  const { ts, dur = 0, tdur = 0 } = task ?? { ts: 0 }
  const shared = Math.min(end, ts + dur) - Math.max(begin, ts)
  return shared <= 0 || dur === 0 ? 0 : tdur * (shared / dur)
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) }
}

function startTicks({ kind, name }: { kind: 'timer' | 'frame'; name: string }): void {
  let stopped = false
  const tick = () => {
    if (stopped) return
    performance.mark(name)
    // The trace has it: kept here, thousands of marks would make the window's own collections of garbage long.
    performance.clearMarks(name)
    if (kind === 'frame') requestAnimationFrame(tick)
    else setTimeout(tick, 10)
  }
  tick()
  Object.assign(window, { endTicks: () => (stopped = true) })
}

function stopTicks(): void {
  ;(window as unknown as { endTicks(): void }).endTicks()
}
