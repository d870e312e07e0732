/**
 * A half-open range `[start, end)` of UTF-16 code units, always of one article's canonical text.
 * Invariant: `0 ≤ start ≤ end ≤ text.length`.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Returns the number of code units both spans have in common, 0 when they only touch. */
export function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** Says whether the spans have at least one code unit in common. */
export function touches(a: Span, b: Span): boolean {
  return shared(a, b) > 0
}

/** Says whether `inner` lies within `outer`; an empty span lies within any span that holds its place. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Returns the length in code units. */
export function lengthOf(span: Span): number {
  return span.end - span.start
}

/** Returns the smallest span that covers both. */
export function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

/** Returns the span moved by `by` code units. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by }
}

/** Returns the union of the spans as ascending spans that neither overlap nor touch. O(n log n). */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) merged[merged.length - 1] = hull(last, span)
    else merged.push(span)
  }
  return merged
}

/** Returns the text under the span. */
export function textUnder(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** Many spans as numbers, start and end of each in turn: much less to be sent between threads and processes than objects are. */
export type FlatSpans = readonly number[]

export function flattened(spans: readonly Span[]): number[] {
  const flat: number[] = []
  for (const { start, end } of spans) flat.push(start, end)
  return flat
}

/** Returns a span by its place; undefined when there are fewer. */
export function spanIn(flat: FlatSpans, place: number): Span | undefined {
  const [start, end] = flat.slice(2 * place, 2 * place + 2)
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** Returns how many spans there are. */
export function countIn(flat: FlatSpans): number {
  return flat.length / 2
}

export function spansIn(flat: FlatSpans): Span[] {
  return Array.from({ length: countIn(flat) }, (_, at) => ({
    start: flat[2 * at] ?? 0,
    end: flat[2 * at + 1] ?? 0
  }))
}
