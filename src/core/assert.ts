/** A broken promise of our own code. Never caught but at a process boundary. */
export class BugError extends Error {
  override name = 'BugError'
}

/** Throws a `BugError` unless `condition` holds; `sentence` says what should be true. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new BugError(sentence)
}
