/** Prints predictions for the set in `dir`. */
export function predict(_dir: string): Promise<void> {
  throw new Error('Cannot evaluate search: not built yet')
}
