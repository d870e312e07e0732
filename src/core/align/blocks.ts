import { heaviestChain } from './chain'
import type { Link } from './links'
import type { Prepared } from './report'

/** Blocks of both reports that hold the same passage. One side is empty when it stands in one report only. */
export interface Passage {
  /** Indexes into the reports' `blocks`, ascending and neighbouring. */
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** Stands elsewhere in the other report. */
  readonly moved: boolean
}

/** Share of either block's words that linked sentences must hold before the blocks belong together. Drops stock sentences. */
const RELATED = 0.3
/** Least linked words of a moved passage. Lower reports chance repeats of a line, higher hides short moves. */
const MIN_MOVE_WORDS = 8
/** Most blocks on one side of a passage; beyond it the weakest ties are cut. Keeps a rewritten report from becoming one row. */
const MAX_BLOCKS = 6

interface Tie {
  readonly a: number
  readonly b: number
  readonly words: number
  readonly share: number
}

/** Blocks of both reports that belong together, none in two groups. */
export interface Group {
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** Linked words. */
  readonly words: number
  /** Out of the order that most of the text shares. */
  readonly moved: boolean
}

/** Joins the body blocks of two reports by the share of their sentences that are linked. */
export function groupBlocks(a: Prepared, b: Prepared, links: readonly Link[]): Group[] {
  const bodyA = bodyOf(a)
  const bodyB = bodyOf(b)
  const ties = tiesOf(a, b, links, bodyA.words, bodyB.words)
  const groups = joinTies(ties, positions(bodyA.blocks), positions(bodyB.blocks))
  const candidates = groups.map((group) => ({
    a: Math.min(...group.a),
    b: Math.min(...group.b),
    // A row of asterisks has no words and keeps its place all the same.
    weight: group.words + 0.5,
    group
  }))
  const chain = new Set(heaviestChain(candidates).map(({ group }) => group))
  return groups
    .map((group) => ({ ...group, moved: !chain.has(group) }))
    .filter(({ moved, words }) => !moved || words >= MIN_MOVE_WORDS)
}

interface Body {
  readonly blocks: readonly number[]
  readonly words: ReadonlyMap<number, number>
}

function bodyOf({ report, units }: Prepared): Body {
  const words = new Map<number, number>()
  const blocks: number[] = []
  for (const [index, block] of report.blocks.entries()) {
    if (block.furniture !== undefined) continue
    blocks.push(index)
    words.set(index, 0)
  }
  for (const unit of units) words.set(unit.block, (words.get(unit.block) ?? 0) + unit.words)
  return { blocks, words }
}

const positions = (blocks: readonly number[]): Map<number, number> =>
  new Map(blocks.map((block, place) => [block, place]))

function tiesOf(
  a: Prepared,
  b: Prepared,
  links: readonly Link[],
  wordsA: ReadonlyMap<number, number>,
  wordsB: ReadonlyMap<number, number>
): Tie[] {
  const linked = new Map<number, { a: number; b: number; inA: number; inB: number }>()
  const width = b.report.blocks.length
  for (const link of links) {
    const x = a.units[link.a.from]?.block
    const y = b.units[link.b.from]?.block
    if (x === undefined || y === undefined) continue
    const key = x * width + y
    let known = linked.get(key)
    if (known === undefined) linked.set(key, (known = { a: x, b: y, inA: 0, inB: 0 }))
    known.inA += wordsWithin(a, link.a)
    known.inB += wordsWithin(b, link.b)
  }
  return [...linked.values()]
    .map(({ a: x, b: y, inA, inB }) => ({
      a: x,
      b: y,
      words: Math.min(inA, inB),
      share: Math.max(shareOf(inA, wordsA.get(x)), shareOf(inB, wordsB.get(y)))
    }))
    .filter(({ share }) => share >= RELATED)
}

function wordsWithin({ units }: Prepared, { from, to }: Link['a']): number {
  let words = 0
  for (let index = from; index < to; index++) words += units[index]?.words ?? 0
  return words
}

// A block without words ("* * *") is all there when it is linked.
const shareOf = (linked: number, all = 0): number => (all === 0 ? 1 : linked / all)

type Joined = Omit<Group, 'moved'>

/** Joins ties, strongest first, as long as a passage stays one stretch of neighbouring blocks on either side. */
function joinTies(
  ties: readonly Tie[],
  placeA: ReadonlyMap<number, number>,
  placeB: ReadonlyMap<number, number>
): Joined[] {
  const ofA = new Map<number, Joined>()
  const ofB = new Map<number, Joined>()
  const tryJoin = (tie: Tie): boolean => {
    const both = [
      ...new Set([ofA.get(tie.a), ofB.get(tie.b)].filter((group) => group !== undefined))
    ]
    const blocksA = both.flatMap((group) => group.a)
    const blocksB = both.flatMap((group) => group.b)
    const words = both.reduce((sum, group) => sum + group.words, tie.words)
    const joined: Joined = { a: unite(blocksA, tie.a), b: unite(blocksB, tie.b), words }
    if (!isStretch(joined.a, placeA) || !isStretch(joined.b, placeB)) return false
    for (const block of joined.a) ofA.set(block, joined)
    for (const block of joined.b) ofB.set(block, joined)
    return true
  }
  let open = ties.toSorted((x, y) => y.words - x.words || x.a - y.a || x.b - y.b)
  // A tie over a gap holds once the block between has joined.
  for (let before = Infinity; open.length < before;) {
    before = open.length
    open = open.filter((tie) => !tryJoin(tie))
  }
  return [...new Set([...ofA.values(), ...ofB.values()])]
}

const unite = (blocks: readonly number[], block: number): number[] =>
  [...new Set([...blocks, block])].sort((x, y) => x - y)

function isStretch(blocks: readonly number[], place: ReadonlyMap<number, number>): boolean {
  const first = place.get(blocks[0] ?? -1) ?? 0
  const last = place.get(blocks.at(-1) ?? -1) ?? 0
  return blocks.length <= MAX_BLOCKS && last - first === blocks.length - 1
}

/**
 * Lays groups and lone blocks out in the order in which a reader meets them: the common order, with the left side's lone blocks
 * before the right side's in every gap. A moved passage stands at its place in the right report.
 */
export function inOrder(a: Prepared, b: Prepared, groups: readonly Group[]): Passage[] {
  const passages: Passage[] = []
  const left = new Walk(
    bodyOf(a).blocks,
    groups,
    ({ a: blocks }) => blocks,
    (group, block) => passages.push({ a: group?.a ?? [block], b: [], moved: group !== undefined })
  )
  const right = new Walk(
    bodyOf(b).blocks,
    groups,
    ({ b: blocks }) => blocks,
    (group, block) =>
      passages.push({ a: group?.a ?? [], b: group?.b ?? [block], moved: group !== undefined })
  )
  const common = groups.filter(({ moved }) => !moved)
  for (const group of common.toSorted((x, y) => Math.min(...x.a) - Math.min(...y.a))) {
    left.upTo(group)
    right.upTo(group)
    passages.push({ a: group.a, b: group.b, moved: false })
    left.skip(group.a.length)
    right.skip(group.b.length)
  }
  left.upTo(undefined)
  right.upTo(undefined)
  return passages
}

/** Goes through one side's blocks and hands out what stands between groups in common order. */
class Walk {
  #next = 0
  readonly #blocks: readonly number[]
  readonly #groups: ReadonlyMap<number, Group>
  readonly #side: (group: Group) => readonly number[]
  readonly #emit: (moved: Group | undefined, block: number) => void

  constructor(
    blocks: readonly number[],
    groups: readonly Group[],
    side: (group: Group) => readonly number[],
    emit: (moved: Group | undefined, block: number) => void
  ) {
    this.#blocks = blocks
    this.#groups = new Map(groups.flatMap((group) => side(group).map((block) => [block, group])))
    this.#side = side
    this.#emit = emit
  }

  upTo(end: Group | undefined): void {
    for (; this.#next < this.#blocks.length; this.#next++) {
      const block = this.#blocks[this.#next] ?? 0
      const group = this.#groups.get(block)
      if (group !== undefined && group === end) return
      if (group === undefined || this.#side(group)[0] === block) this.#emit(group, block)
    }
  }

  skip(blocks: number): void {
    this.#next += blocks
  }
}
