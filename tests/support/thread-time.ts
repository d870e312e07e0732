const MICROSECONDS = 1000

/** Starts a clock of the processor time that this thread takes, in ms: what else a machine does makes no test fail. */
export function threadTime(): () => number {
  const began = process.threadCpuUsage()
  return () => {
    const { user, system } = process.threadCpuUsage(began)
    return (user + system) / MICROSECONDS
  }
}
