import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../../src/core/align/model'
import type { ArticleId } from '../../src/core/article/article'
import { shared, touches, type Span } from '../../src/core/text/span'
import type { Comparison } from '../../src/shared/shapes'
import { fileNames, libraryOf } from './open-library'

/* What the labelled folder says of two versions of one text. */
interface GoldDifference {
  readonly kind: string
  readonly a: string
  readonly b: string
  readonly substantive: boolean
}
interface GoldPassage {
  readonly a_text: string
  readonly b_text: string
  readonly differences: readonly GoldDifference[]
}
interface GoldPair {
  readonly a: string
  readonly b: string
  readonly relation: string
  readonly passages: readonly GoldPassage[]
  readonly moves_expected?: number
}
interface GoldSentence {
  readonly a: string
  readonly b: string
  readonly optional?: boolean
}

/** Kinds of change by which a labelled difference may be named; any kind where the label names none of ours. */
const KINDS: Readonly<Record<string, readonly Change['kind'][]>> = {
  number: ['number'],
  time: ['time'],
  place: ['place'],
  entity: ['name'],
  quote: ['quotation'],
  attribution: ['attribution'],
  hedging: ['hedge', 'status'],
  'event-status': ['status', 'hedge'],
  status: ['status', 'hedge'],
  addition: ['addition', 'omission']
}

/**
 * Prints how the comparison of two labelled versions meets the labels: sentence pairs, moves, substantive differences with a named
 * change on them, unimportant ones with one. `dir` holds `overlaps.json` and `alignment-*.json`, `texts` the reports.
 */
export async function predict(dir: string, texts: string = join(dir, 'texts')): Promise<void> {
  const library = await libraryOf(texts)
  const ids = new Map([...fileNames(library)].map(([id, name]) => [name, id]))
  const { pairs } = read<{ pairs: readonly GoldPair[] }>(dir, 'overlaps.json')
  const idOf = (name: string): ArticleId => ids.get(name) ?? 0

  for (const pair of pairs) {
    const kind = library.overlaps(idOf(pair.a)).find(({ overlap }) => overlap.b === idOf(pair.b))
      ?.overlap.kind
    console.log(['pair', short(pair.a), short(pair.b), kind ?? 'none', pair.relation].join('\t'))
    if (pair.passages.every(({ differences }) => differences.length === 0)) continue
    if (pair.moves_expected === undefined) continue
    const comparison = library.compare(idOf(pair.a), idOf(pair.b))
    const { moved } = comparison.alignment.counts
    console.log(`moves\t${moved} of ${pair.moves_expected}`)
    scoreSentences(comparison, dir, pair)
    scoreDifferences(comparison, pair)
  }
  await library.close()
}

const read = <T>(dir: string, file: string): T =>
  // The labelled files are ours to read as they are described.
  JSON.parse(readFileSync(join(dir, file), 'utf8')) as T

const short = (name: string): string => name.slice(0, 3)

function find(text: string, fragment: string, within: Span): Span | undefined {
  if (fragment === '') return undefined
  const at = text.slice(within.start, within.end).indexOf(fragment)
  return at < 0 ? undefined : { start: within.start + at, end: within.start + at + fragment.length }
}

const whole = (text: string): Span => ({ start: 0, end: text.length })

/** Says whether more than half of either stretch is in the other. */
const meets = (x: Span | undefined, y: Span): boolean =>
  x !== undefined && shared(x, y) * 2 > Math.min(x.end - x.start, y.end - y.start)

function scoreSentences({ a, b, alignment }: Comparison, dir: string, pair: GoldPair): void {
  const { sentences } = read<{ sentences: readonly GoldSentence[] }>(
    dir,
    `alignment-${short(pair.a)}-${short(pair.b)}.json`
  )
  const gold = sentences.flatMap(({ a: left, b: right, optional }) => {
    const [x, y] = [find(a.text, left, whole(a.text)), find(b.text, right, whole(b.text))]
    return x && y ? [{ x, y, optional: optional === true }] : []
  })
  const links = alignment.rows
    .flatMap(({ pairs }) => pairs)
    .filter(({ relation }) => relation !== 'other-scope')
    .flatMap(({ a: x, b: y }) => (x && y ? [{ x, y }] : []))
  const isHit = (one: { x: Span; y: Span }) =>
    links.some(({ x, y }) => meets(x, one.x) && meets(y, one.y))
  const required = gold.filter(({ optional }) => !optional)
  const wrong = links.filter(
    (link) => !gold.some(({ x, y }) => meets(x, link.x) && meets(y, link.y))
  )
  console.log(`sentence pairs\t${required.filter(isHit).length} of ${required.length}`)
  console.log(`wrong sentence pairs\t${wrong.length}`)
}

interface Placed extends GoldDifference {
  readonly inA: Span | undefined
  readonly inB: Span | undefined
}

function scoreDifferences({ a, b, alignment }: Comparison, { passages }: GoldPair): void {
  const placed = passages.flatMap(({ a_text, b_text, differences }): Placed[] => {
    const x = find(a.text, a_text, whole(a.text)) ?? { start: 0, end: 0 }
    const y = find(b.text, b_text, whole(b.text)) ?? { start: 0, end: 0 }
    return differences.map((one) => ({
      ...one,
      inA: find(a.text, one.a, x),
      inB: find(b.text, one.b, y)
    }))
  })
  const named = alignment.changes.filter(({ strength }) => strength !== 'minor')
  const on = ({ inA, inB }: Placed, change: Change) =>
    (inA !== undefined && change.a !== undefined && touches(inA, change.a)) ||
    (inB !== undefined && change.b !== undefined && touches(inB, change.b))
  const substantive = placed.filter((one) => one.substantive)
  const unimportant = placed.filter((one) => !one.substantive)

  let hits = 0
  let ofKind = 0
  for (const one of substantive) {
    const changes = named.filter((change) => on(one, change))
    const kinds = KINDS[one.kind]
    if (changes.length > 0) hits++
    if (changes.some(({ kind }) => kinds?.includes(kind) ?? true)) ofKind++
    print('substantive', one, changes)
  }
  let alarms = 0
  for (const one of unimportant) {
    // A change that a substantive difference explains is no alarm on the words around it.
    const changes = named.filter(
      (change) => on(one, change) && !substantive.some((other) => on(other, change))
    )
    if (changes.length > 0) alarms++
    print('unimportant', one, changes)
  }
  console.log(`substantive differences named\t${hits} of ${substantive.length}`)
  console.log(`named by their kind\t${ofKind} of ${substantive.length}`)
  console.log(`unimportant differences named\t${alarms} of ${unimportant.length}`)
}

function print(what: string, { kind, a, b }: Placed, changes: readonly Change[]): void {
  const names = changes.map((change) => `${change.kind} (${change.strength}): ${change.text}`)
  console.log([what, kind, `${a} / ${b}`, names.length === 0 ? '–' : names.join(' | ')].join('\t'))
}
