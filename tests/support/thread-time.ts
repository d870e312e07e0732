const MICROSECONDS = 1000
const nobody = new Int32Array(new SharedArrayBuffer(4))

/**
 * Returns the processor time that this thread has taken, in ms, to a few µs: what else a machine does changes nothing in it. The system
 * counts it only when the thread pauses, or some ms later: so it pauses.
 */
export function threadMs(): number {
  Atomics.wait(nobody, 0, 0, 0.02)
  const { user, system } = process.threadCpuUsage()
  return (user + system) / MICROSECONDS
}

/** Starts a clock of the processor time that this thread takes, in ms, and returns how to read it. */
export function threadTime(): () => number {
  const began = threadMs()
  return () => threadMs() - began
}
