import type {
  Bridge,
  Calls,
  LibraryApi,
  Notices,
  ShellApi,
  ShellCalls
} from '../../../shared/contract'
import { CALLS, SHELL_CALLS } from '../../../shared/contract'
import type { Failure } from '../../../shared/failure'
import type { Result } from '../../../shared/result'

/** An expected failure of a call, thrown so that `await` reads plainly; `messages.ts` has the sentence. */
export class CallFailed extends Error {
  override name = 'CallFailed'
  readonly failure: Failure
  constructor(call: string, failure: Failure) {
    super(`Cannot answer ${call}: ${failure.code}`)
    this.failure = failure
  }
}

/** Everything the window may ask for. */
export type Api = LibraryApi & ShellApi

/** Presents the bridge as typed functions that answer or throw `CallFailed`. */
export function apiOver(bridge: Bridge): Api {
  const names: readonly (keyof Calls | keyof ShellCalls)[] = [...CALLS, ...SHELL_CALLS]
  const entries = names.map((name) => [
    name,
    async (...args: unknown[]) => {
      // The bridge carries untyped data; the contract types both of its ends.
      const result = (await bridge.call(name, args)) as Result<unknown>
      if (!result.ok) throw new CallFailed(name, result.failure)
      return result.value
    }
  ])
  // `entries` has every name of the contract, each with the function that its type promises.
  return Object.fromEntries(entries) as Api
}

/** Listens to a notice; returns the unsubscribe. */
export function listen<N extends keyof Notices>(
  bridge: Bridge,
  name: N,
  listener: (value: Notices[N]) => void
): () => void {
  return bridge.on(name, (value) => listener(value as Notices[N]))
}

/** The failure behind any thrown thing; what is no `CallFailed` is a bug of the window. */
export function failureOf(error: unknown): Failure {
  return error instanceof CallFailed ? error.failure : { code: 'internal', ref: String(error) }
}
