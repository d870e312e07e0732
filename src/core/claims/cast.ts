import type { Source } from './claim'
import { CAMPS, IMPARTIAL, PARTISAN } from './cues/en/sides'
import type { Camp } from './cues/en/sides'
import type { Statement } from './statement'

/** Somebody who speaks in an article, with what the whole of it tells of their place in its dispute. */
export interface Player {
  readonly source: Source
  /** Name and every description that the text gives, lower case. */
  words: string
  readonly camps: Set<Camp>
  /** Stands above the dispute by its office or trade. */
  impartial: boolean
  /** Somebody's side by role: counsel, union, candidate. */
  partisan: boolean
  /** Charges somebody, or is charged, in this article. */
  readonly foes: Set<Player>
}

/** Who speaks in an article. */
export interface Cast {
  /** Who makes a statement. */
  of: (statement: Statement) => Player | undefined
  /** Who of them is named in a text. */
  named: (text: string) => readonly Player[]
  readonly players: readonly Player[]
  /** Some speak for a prosecution or a defence: whoever else speaks is heard as a witness. */
  readonly court: boolean
}

const IMPARTIAL_TYPES = /^(?:court|police|emergency|health|un|monitor|media|wire)$/
/** Words of names that tell nobody apart. */
const COMMON =
  /^(?:the|a|an|of|and|for|in|mr|mrs|ms|dr|prof|sir|lord|lady|president|minister|prime|foreign|general|colonel|captain|party|union|group|company|council|ministry|department|office|state|city|national|international|new|north|south|east|west|united|his|her|its|their|first|workers|spokesman|spokeswoman|spokesperson|club|league|alliance|association|foods|shipping|labs|estates|house)$/

/** Collects who speaks in an article, with how they are introduced. O(sentences × words). */
export function castOf(statements: readonly Statement[]): Cast {
  const byName = new Map<string, Player>()
  const byToken = new Map<string, Player>()
  const players: Player[] = []
  const of = new Map<Statement, Player>()
  for (const statement of statements) {
    const { source } = statement
    if (source === undefined) continue
    const player = byName.get(source.name) ?? find(source, byToken) ?? create(source)
    if (!players.includes(player)) players.push(player)
    byName.set(source.name, player)
    for (const token of tokensOf(source.name)) if (!byToken.has(token)) byToken.set(token, player)
    of.set(statement, player)
    player.words += ` ${introduction(statement)}`
  }
  for (const player of players) place(player)
  return {
    of: (statement) => of.get(statement),
    named: (text) => namedIn(text, byToken),
    players,
    court: players.some((p) => p.camps.has('prosecution') || p.camps.has('defence'))
  }
}

function create(source: Source): Player {
  return {
    source,
    words: source.name.toLowerCase(),
    camps: new Set(),
    impartial: false,
    partisan: false,
    foes: new Set()
  }
}

/** "Osk" is Mirel Osk, "Brightwell" is Brightwell Foods; Ines Rook is not Milan Rook. */
function find(source: Source, byToken: ReadonlyMap<string, Player>): Player | undefined {
  const tokens = tokensOf(source.name)
  for (const token of tokens) {
    const known = byToken.get(token)
    if (known === undefined) continue
    const theirs = tokensOf(known.source.name)
    const [short, long] = tokens.length < theirs.length ? [tokens, theirs] : [theirs, tokens]
    if (short.every((word) => long.includes(word))) return known
  }
  return undefined
}

function tokensOf(name: string): string[] {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}.&-]*/gu) ?? []
  const capitals = words.filter((w) => /^\p{Lu}/u.test(w))
  return capitals.map((w) => w.toLowerCase()).filter((w) => w.length > 2 && !COMMON.test(w))
}

function namedIn(text: string, byToken: ReadonlyMap<string, Player>): Player[] {
  const found = new Set<Player>()
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}\p{N}.&-]*/gu)) {
    const player = byToken.get(word.toLowerCase().replace(/\.$/, ''))
    if (player !== undefined) found.add(player)
  }
  return [...found]
}

/** Longest description behind a name, in code units. */
const MAX_DESCRIPTION = 90

/** The words by which a sentence introduces who speaks: those of the source, those between commas beside it. */
function introduction(statement: Statement): string {
  if (statement.carried) return ''
  const { text } = statement.sentence
  const own = tokensOf(statement.source?.name ?? '')
  const parts: string[] = []
  for (const { source, beside } of statement.attributions) {
    if (source === undefined) continue
    const words = text.slice(source.start, source.end)
    const next = text.slice(source.end, source.end + MAX_DESCRIPTION)
    const described = /^, ([^,;:“"]+),/.exec(next)?.[1] ?? ''
    const near = beside === undefined ? '' : text.slice(beside.start, beside.end)
    const all = `${words} ${near} ${described}`
    if (own.length === 0 || tokensOf(all).some((t) => own.includes(t))) parts.push(all)
  }
  const role = statement.resolved.find((r) => r.source.name === statement.source?.name)?.role ?? ''
  return `${parts.join(' ')} ${role}`.toLowerCase()
}

function place(player: Player): void {
  const { words, source } = player
  for (const [camp, pattern] of CAMPS) if (pattern.test(words)) player.camps.add(camp)
  if (source.type === 'company') player.camps.add('company')
  player.partisan = PARTISAN.test(words)
  player.impartial =
    IMPARTIAL_TYPES.test(source.type) || (!player.partisan && IMPARTIAL.test(words))
}
