/** An expected failure that the user can act on. Plain data; `messages.ts` in the renderer turns it into a sentence. */
export type Failure =
  | { readonly code: 'article-not-found'; readonly article: number }
  | { readonly code: 'folder-not-found'; readonly folder: number }
  | { readonly code: 'folder-not-readable'; readonly name: string }
  | { readonly code: 'folder-already-open'; readonly name: string }
  | { readonly code: 'too-many-articles'; readonly limit: number }
  | { readonly code: 'bad-arguments'; readonly call: string; readonly detail: string }
  | { readonly code: 'library-not-open'; readonly detail: string }
  | { readonly code: 'library-damaged'; readonly kept: string }
  | { readonly code: 'disk-full' }
  | { readonly code: 'cancelled' }
  | { readonly code: 'not-writable'; readonly name: string }
  | { readonly code: 'not-found'; readonly what: string }
  /**
   * The copy of notes in a folder of the reader's could not be read or written. A file there that is too large to be taken in, or that
   * holds something else, is left as it is.
   */
  | {
      readonly code: 'copy-not-kept'
      readonly reason: 'too-large' | 'other-form' | 'failed'
      readonly detail: string
    }
  /** A bug. `ref` finds the stack in the log. */
  | { readonly code: 'internal'; readonly ref: string }

/** Carries a `Failure` through code that throws; caught at the process border and sent as data. */
export class FailureError extends Error {
  override name = 'FailureError'
  readonly failure: Failure
  constructor(failure: Failure, options?: ErrorOptions) {
    super(`Cannot go on: ${failure.code}`, options)
    this.failure = failure
  }
}
