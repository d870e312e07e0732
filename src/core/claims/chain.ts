import type { Attribution } from './citation'
import type { Resolved } from './memory'

/** Innermost source and relays, outermost first. */
export interface Chain {
  readonly source?: Resolved
  readonly via: readonly Resolved[]
}

/**
 * Orders the sources of one sentence: an outlet that reports, cites or quotes stands outside of whom it cites.
 *
 * "TASS reported that the ministry said" → ministry via TASS; "Venn said, Ukrinform reported" → Venn via Ukrinform.
 *
 * @param length - of the sentence
 */
export function chainOf(known: readonly { a: Attribution; r: Resolved }[], length: number): Chain {
  const all = known.filter(({ r }) => !r.own)
  const own = known[0]?.r
  const first = all[0]
  if (first === undefined) return own === undefined ? { via: [] } : { source: own, via: [] }
  const relay = all.find(({ r }) => r.medium)
  const inner = all.filter(({ a, r }) => r.source.name !== relay?.r.source.name && speaks(a))
  if (relay !== undefined) {
    const cited =
      inner.find(({ a }) => a.frame === 'cites' || a.frame === 'quotes') ??
      inner.find(({ a }) => withinRelay(relay.a, a))
    return cited === undefined ? { source: relay.r, via: [] } : { source: cited.r, via: [relay.r] }
  }
  const cited = all.find(({ a }) => a.frame === 'cites' || a.frame === 'quotes')
  if (cited !== undefined && cited !== first) return { source: cited.r, via: [first.r] }
  // "…, and the lists agreed.": a deed, of which nobody gives the account.
  const account = all.findLast(
    ({ a }) => a.trailing && a.frame !== 'participle' && (speaks(a) || closesWithFinding(a, length))
  )
  if (account === undefined || account === first || sameName(first.r, account.r)) {
    return { source: first.r, via: [] }
  }
  // "Venn praised …, according to the palace": the palace tells what Venn said.
  if (account.a.frame === 'according' && first.r.person) {
    return { source: first.r, via: [account.r] }
  }
  // "The two sides agreed on the wording, a spokeswoman for the host said.": she tells of a deed.
  return first.a.trailing && speaks(first.a)
    ? { source: first.r, via: [] }
    : { source: account.r, via: [] }
}

function sameName(a: Resolved, b: Resolved): boolean {
  return a.source.name === b.source.name
}

/** Says whether the verb reports speech; plans, beliefs and findings are no relayed words. */
function speaks(a: Attribution): boolean {
  const kind = a.verb?.verbClass
  return kind !== 'think' && kind !== 'act' && kind !== 'find'
}

/** "…, the study found.": a finding that the sentence closes with; `length` is the sentence's. */
function closesWithFinding(a: Attribution, length: number): boolean {
  return a.verb?.verbClass === 'find' && a.cue.end >= length - CLOSING
}
/** Stops and quotation marks behind the last word. */
const CLOSING = 2

/** The inner statement stands in what the relay reports, not in a clause of its own. */
function withinRelay(relay: Attribution, inner: Attribution): boolean {
  return relay.trailing ? inner.cue.start < relay.cue.start : inner.cue.start > relay.cue.start
}
