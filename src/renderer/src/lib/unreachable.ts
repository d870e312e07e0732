/** Marks a branch that types rule out; throws when data from outside reaches it all the same. */
export function unreachable(value: never): never {
  throw new Error(`Cannot go on: unexpected value ${JSON.stringify(value)}`)
}
