import { assert } from './assert'

/** Returns the element at a place that is known to exist; throws a `BugError` when it does not. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index]
  assert(value !== undefined, 'an index inside the list')
  return value
}
