import type { Mark } from '../../core/claims/claim'
import type { ClaimRef } from '../../core/claims/join'
import type { ClaimKey } from '../../core/claims/key'
import { numbersDiffer, phaseOf, sameMeasure } from '../../core/claims/thread'
import type { MemberFacts } from '../../core/claims/thread'
import type { ClaimRecord } from '../catalog/claims'

/** A claim in memory with its mark. */
export interface Member extends ClaimRef {
  readonly detail: Mark
  readonly key: ClaimKey
  readonly record: ClaimRecord
}

/** What the relation of a claim to the first of its thread is read from. */
export function factsOf(member: Member): MemberFacts {
  const { categories, coveredBy } = member.detail
  const verb = categories.includes('CONFIRMED')
    ? 0
    : categories.includes('ALLEGED')
      ? 3
      : categories.includes('HEDGED')
        ? 2
        : 1
  return {
    key: member.key,
    verb,
    covered: coveredBy.length > 0,
    denies: categories.includes('DISPUTED'),
    phase: phaseOf(member.key)
  }
}

/** The shortest claim stands for the thread. */
export function gistOf(members: readonly Member[]): string {
  const shortest = members.toSorted((a, b) => a.record.text.length - b.record.text.length)[0]
  return shortest?.record.text ?? ''
}

/** "5 / 3 boat": numbers that count the same thing and differ. */
export function conflictsOf(members: readonly Member[]): string[] {
  const found = new Set<string>()
  members.forEach((a, i) => {
    for (const b of members.slice(i + 1)) {
      if (!numbersDiffer(a.key, b.key)) continue
      for (const n of a.key.numbers) {
        for (const m of b.key.numbers) {
          if (!sameMeasure(n, m) || n.value === m.value) continue
          const [low, high] = n.value < m.value ? [n, m] : [m, n]
          found.add(
            `${String(low.value)} / ${String(high.value)} ${low.counts === '' ? low.unit : low.counts}`
          )
        }
      }
    }
  })
  return [...found]
}
