/** Reads a value kept in the window's own storage; `accept` says whether it still has the right shape. */
export function recall<T>(key: string, otherwise: T, accept: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return accept(value) ? value : otherwise
  } catch {
    // Storage may be switched off or hold something foreign: the window then starts fresh.
    return otherwise
  }
}

/** Keeps a value in the window's own storage. */
export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A full or missing storage costs comfort only.
  }
}

export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'

export const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

export const isNumbersByKey = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((item) => typeof item === 'number')
