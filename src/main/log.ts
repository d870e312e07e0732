let bugs = 0

/** Writes a bug with its stack to standard error and returns the reference that a message to the user may show. */
export function reportBug(error: unknown, where: string): string {
  bugs += 1
  const ref = `${process.pid.toString(36)}-${bugs}`
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(JSON.stringify({ level: 'bug', ref, where, stack }))
  return ref
}
