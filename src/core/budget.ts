/**
 * Says whether long work may go on. Passed down; its verdict travels up as `exhaustive: false`.
 * Core has no clock of its own: whoever calls decides what a step is worth.
 */
export interface Budget {
  /** Takes `steps` from the budget and says whether work may go on. */
  spend(steps: number): boolean
}

/** A budget without end. */
export const UNLIMITED: Budget = { spend: () => true }

/** Returns a budget of so many steps; the call that exceeds it answers false, and so does every later one. */
export function stepBudget(steps: number): Budget {
  let left = steps
  return {
    spend(cost) {
      left -= cost
      return left >= 0
    }
  }
}
