import type { Failure } from './failure'

/** How a call's answer crosses a process border: errors do not clone reliably, data does. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** Wraps a value. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value })

/** Wraps a failure. */
export const failed = (failure: Failure): Result<never> => ({ ok: false, failure })
