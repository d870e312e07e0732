/** A broken promise of our own code. Never caught but at a process boundary. */
export class BugError extends Error {
  override name = 'BugError'
}

/** Throws a `BugError` unless `condition` holds; `sentence` says what should be true. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new BugError(sentence)
}

/** Marks a branch that types rule out; throws when it is reached all the same. */
export function unreachable(value: never): never {
  throw new BugError(`Cannot go on: unexpected value ${JSON.stringify(value)}`)
}
