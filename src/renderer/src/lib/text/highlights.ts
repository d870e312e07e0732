/** Which paint lies above which: selection of the reader, then find, search hits, cue, scope, marks. */
const PRIORITIES: readonly [prefix: string, priority: number][] = [
  ['found-now', 60],
  ['found', 50],
  ['hit', 40],
  ['cue', 30],
  ['mark-active', 25],
  ['scope', 20],
  ['passage', 15],
  ['note-words', 13],
  ['note', 12],
  ['mark', 10]
]

/**
 * Paints ranges under a name of `styles/highlights.css`; no ranges clear it.
 *
 * Painted ranges may overlap freely and cost no elements. Does nothing where the browser lacks them.
 */
export function paint(name: string, ranges: readonly AbstractRange[]): void {
  if (typeof Highlight === 'undefined') return
  if (ranges.length === 0) {
    CSS.highlights.delete(name)
    return
  }
  const highlight = new Highlight(...ranges.slice(0, MAX_RANGES))
  highlight.priority = PRIORITIES.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 0
  CSS.highlights.set(name, highlight)
}

/** Most ranges of one name; beyond it painting gets slow and nobody counts. Spread as arguments, so far below the stack's limit. */
const MAX_RANGES = 10_000

/** Clears every paint whose name starts with one of the prefixes. */
export function clearPaint(prefixes: readonly string[]): void {
  if (typeof Highlight === 'undefined') return
  for (const name of [...CSS.highlights.keys()]) {
    if (prefixes.some((prefix) => name.startsWith(prefix))) CSS.highlights.delete(name)
  }
}
