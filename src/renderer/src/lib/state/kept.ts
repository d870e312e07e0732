import type { ShellApi } from '../../../../shared/contract'

/** JSON by name, as the shell has it. */
let kept = new Map<string, string>()
let tell: (name: string, json: string) => void = () => undefined

/**
 * Has `recall` answer with what the shell kept and `keep` keep it there. The shell has it on disk before the app quits, which the
 * window's own storage does not promise. Without it nothing outlives the window.
 */
export async function openKept({ kept: known, keep: write }: Pick<ShellApi, 'kept' | 'keep'>) {
  startFresh(await known())
  // What is not kept costs comfort only.
  tell = (name, json) => void write(name, json).catch(() => undefined)
}

/** Forgets what is kept, or takes these for it, and tells the shell nothing. */
export function startFresh(values: Readonly<Record<string, string>> = {}): void {
  kept = new Map(Object.entries(values))
  tell = () => undefined
}

/** Reads a value that was kept; `accept` says whether it still has the right shape. */
export function recall<T>(name: string, otherwise: T, accept: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(kept.get(name) ?? 'null')
    return accept(value) ? value : otherwise
  } catch {
    // Something foreign: the window then starts fresh.
    return otherwise
  }
}

/** Keeps a value from one start to the next. */
export function keep(name: string, value: unknown): void {
  const json = JSON.stringify(value)
  if (kept.get(name) === json) return
  kept.set(name, json)
  tell(name, json)
}

export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'

export const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

export const isNumbersByKey = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((item) => typeof item === 'number')
