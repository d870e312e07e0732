import type { Span } from '../text/span'
import { isMedium } from './actors/registry'
import type { Attribution } from './citation'
import type { Source } from './claim'
import {
  CALLED_BY,
  CAMPS,
  COUNSEL_NAMED,
  IMPARTIAL,
  OPPOSED,
  PARTISAN,
  RIGHTS_GROUP
} from './cues/en/camps'
import type { Camp } from './cues/en/camps'
import { sourceKey } from './source-key'
import type { Statement } from './statement'

/** Somebody who speaks in an article, with what the whole of it tells of their place in its dispute. */
export interface Player {
  readonly source: Source
  /** Name and every description that the text gives, lower case. */
  words: string
  readonly camps: Set<Camp>
  /** The body that it speaks for. */
  body?: Player
  /** Stands above the dispute by its office or trade. */
  impartial: boolean
  /** Somebody's side by role: counsel, union, candidate. */
  partisan: boolean
  /** Whom it charges or answers in this article, or who charges it. */
  readonly foes: Set<Player>
  /** Charges somebody of an opposed camp, or is of a camp that is charged. */
  contested: boolean
  /** Has itself charged or alleged something in this article. */
  accuses: boolean
  /** The pronoun by which the text speaks of it, where it does. */
  pronoun?: 'he' | 'she'
  /** Who speaks right before or after it. */
  readonly answered: Set<Player>
}

/** Who speaks in an article. */
export interface Cast {
  /** Who makes a statement. */
  of: (statement: Statement) => Player | undefined
  /** Who of them is named in a text. */
  named: (text: string) => readonly Player[]
  /** Who of them speaks for "the board", "the league": whoever is called so or described by it. */
  called: (subject: string) => Player | undefined
  readonly players: readonly Player[]
  /** Some speak for a prosecution or a defence: whoever else speaks is heard as a witness. */
  readonly court: boolean
}

const IMPARTIAL_TYPES = /^(?:court|police|emergency|health|un|monitor|media|wire)$/
/** Words of names that tell nobody apart. */
const COMMON =
  /^(?:the|a|an|of|and|for|in|mr|mrs|ms|dr|prof|sir|lord|lady|president|minister|prime|foreign|general|colonel|captain|party|union|group|company|council|ministry|department|office|state|city|national|international|new|north|south|east|west|united|his|her|its|their|first|workers|spokesman|spokeswoman|spokesperson|club|league|alliance|association|foods|shipping|labs|estates|house|police)$/

/** Collects who speaks in an article, with how they are introduced. O(sentences × words). */
export function castOf(statements: readonly Statement[]): Cast {
  const byName = new Map<string, Player>()
  const byToken = new Map<string, Player>()
  const byInitials = new Map<string, Player>()
  const players: Player[] = []
  const of = new Map<Statement, Player>()
  const belongs = new Map<Player, Set<Player>>()
  const advocates = new Set<Player>()
  let before: Player | undefined
  let block = -1
  for (const statement of statements) {
    const { source } = statement
    if (source === undefined) continue
    const key = sourceKey(source.name)
    const known = byName.get(key) ?? find(source, byToken, byInitials)
    const player = known ?? create(source)
    if (known === undefined) {
      players.push(player)
      const letters = initials(source.name)
      if (!byInitials.has(letters)) byInitials.set(letters, player)
    }
    byName.set(key, player)
    for (const token of tokensOf(source.name)) if (!byToken.has(token)) byToken.set(token, player)
    of.set(statement, player)
    const described = introduction(statement)
    player.words += ` ${described.toLowerCase()}`
    const pronoun = pronounOf(statement)
    if (pronoun !== undefined) player.pronoun = pronoun
    if (
      PROSECUTES.test(player.words) &&
      statement.attributions.some((a) => tellsCourt(statement, a))
    )
      advocates.add(player)
    if (!AGAINST.test(described))
      for (const token of tokensOf(described)) if (!byToken.has(token)) byToken.set(token, player)
    const bodies = bodiesIn(described, { players, byToken, before })
    const own =
      bodies.length === 0 ? inHouse(statement, described, { player, before, block }) : undefined
    for (const body of own === undefined ? bodies : [own]) {
      if (body !== player) belongs.set(player, (belongs.get(player) ?? new Set()).add(body))
    }
    block = statement.sentence.block
    if (before !== undefined && before !== player) {
      before.answered.add(player)
      player.answered.add(before)
    }
    before = player
  }
  for (const token of shared(players)) byToken.delete(token)
  for (const { sentence } of statements)
    for (const [, name, role = '', opens = '', other] of sentence.text.matchAll(COUNSEL_NAMED)) {
      const player = byToken.get((name ?? other ?? '').toLowerCase())
      if (player?.source.type === 'person')
        player.words += ` ${/^open/i.test(opens) ? 'prosecuting' : `${role}${opens}`.toLowerCase()}`
    }
  for (const player of players) place(player)
  for (const player of advocates) {
    player.impartial = false
    player.partisan = true
    player.camps.add('prosecution')
  }
  contest(players)
  for (const [player, bodies] of belongs) for (const body of bodies) join(player, body)
  return {
    of: (statement) => of.get(statement),
    named: (text) => namedIn(text, byToken),
    called: (subject) => {
      const noun = BODY_NOUN.exec(subject)?.[2]
      return noun === undefined ? undefined : players.find((p) => p.words.includes(` ${noun}`))
    },
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
    foes: new Set(),
    contested: false,
    accuses: false,
    answered: new Set()
  }
}

/** "Osk" is Mirel Osk, "Brightwell" is Brightwell Foods; Ines Rook is not Milan Rook. */
function find(
  source: Source,
  byToken: ReadonlyMap<string, Player>,
  byInitials: ReadonlyMap<string, Player>
): Player | undefined {
  const tokens = tokensOf(source.name)
  const spelled = ACRONYM.test(source.name) ? byInitials.get(source.name) : undefined
  if (spelled !== undefined) return spelled
  for (const token of tokens) {
    const known = byToken.get(token)
    if (known === undefined || !maybeSame(known.source, source)) continue
    const theirs = tokensOf(known.source.name)
    const [short, long] = tokens.length < theirs.length ? [tokens, theirs] : [theirs, tokens]
    if (short.every((word) => long.includes(word))) return known
  }
  return undefined
}

/** "Dorvel Airports" and "Dorvel Wings": a place that opens the names of two bodies tells neither. */
function shared(players: readonly Player[]): ReadonlySet<string> {
  const first = new Map<string, Player>()
  const found = new Set<string>()
  for (const player of players) {
    const tokens = tokensOf(player.source.name)
    const [token] = tokens
    if (token === undefined || tokens.length < 2) continue
    const other = first.get(token)
    if (other === undefined) first.set(token, player)
    else if (other.source.side === undefined || other.source.side !== player.source.side)
      found.add(token)
  }
  return found
}

/** "NCM" is the National Centre of Meteorology. */
const ACRONYM = /^\p{Lu}{3,6}$/u
const initials = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('')

/** A body by its kind. */
const BODY_NOUN =
  /^(the|his|her|their|its) (?:\p{L}+ ){0,2}?(board|council|company|firm|club|union|league|alliance|group|party|school|university|hospital|church|charity|trust|agency|operator|airline|bank|landlord|owner|developer|organisers|federation|committee|government|ministry|army|museum|theatre|festival|paper|contractor|insurer|retailer|manufacturer|mine|brewery|port|police force|force|prison|regulator|department|authority)\b/u

/** Whoever stands in a camp against somebody's side by role, or speaks next to one, is in dispute. O(players + who speaks next to whom). */
function contest(players: readonly Player[]): void {
  const faced = new Set<Camp>()
  for (const { partisan, camps } of players)
    if (partisan && !camps.has('critic'))
      for (const pair of OPPOSED) {
        const [own, other] = pair.split('-')
        if (camps.has(own as Camp)) faced.add(other as Camp)
      }
  for (const player of players) {
    if (!player.impartial && !player.partisan && [...player.camps].some((camp) => faced.has(camp)))
      player.contested = true
    for (const other of player.answered)
      if (facing(player, other) || beside(player, other)) other.contested = true
  }
}

/** One is somebody's side by role and the other, who speaks next to it, stands in the camp against it: a union, and the operator. */
function facing(player: Player, other: Player): boolean {
  if (!player.partisan || other.impartial || other.partisan) return false
  return [...player.camps].some((a) => [...other.camps].some((b) => OPPOSED.has(`${a}-${b}`)))
}

/** Camps whose members speak beside each other without a quarrel as often as not. */
const AT_PEACE: ReadonlySet<Camp> = new Set(['club', 'player', 'tester', 'staff', 'police', 'army'])

/** Both speak one after the other for camps that stand against each other: tenants, and the owner. */
function beside(player: Player, other: Player): boolean {
  if (player.impartial || other.impartial || !player.answered.has(other)) return false
  return [...player.camps].some(
    (a) =>
      !AT_PEACE.has(a) && [...other.camps].some((b) => !AT_PEACE.has(b) && OPPOSED.has(`${a}-${b}`))
  )
}

/** "spokeswoman for Orbel", "who chairs Orbel": the words by which a person belongs to a body. */
const OF_BODY =
  /(?:\b(?:for|of|at|from|runs|leads|heads|chairs|owns|represents|representing)|\p{L}['’]s?) (?:the )?((?:\p{Lu}[\p{L}\p{N}.&'’-]*[ -]?)+)|(\p{Lu}[\p{L}\p{N}.&-]*(?: \p{Lu}[\p{L}\p{N}.&-]*)*)['’]s? \p{Ll}/gu
/** "who chairs the league", "spokesman for the operator". */
const OF_COMMON = /\b(?:for|of|at|runs|leads|heads|chairs|owns|represents) the ([a-z]+)\b/gu

/** Descriptions that name an opponent, not a body of one's own. */
const AGAINST = /\b(?:suing|sued|against|rivals?|former|ex-)/i

/** Prosecutors that address a court are one of its sides; those that announce a charge are not. */
const PROSECUTES =
  /\b(?:prosecutors?|prosecuting|prosecution|attorneys?|solicitors?|barristers?|lawyers?|counsel)\b/
function tellsCourt({ sentence }: Statement, { told }: Attribution): boolean {
  return (
    told !== undefined &&
    /\b(?:jury|jurors|courts?|judges?|magistrates?|hearing|tribunal|inquest|panel)\b/i.test(
      sentence.text.slice(told.start, told.end)
    )
  )
}

/** Posts of those who speak for the body that they are in. */
const POST =
  /\b(?:spokes\w+|chief executive|(?:managing |executive )?director|manager|cabinet member|leader|head of|chair(?:man|woman)?|president|owner|founder|general secretary)\b/

/** "The council said … “…,” said Orla Venn, the cabinet member for roads.": right behind a body, somebody with a post and no other body. */
function inHouse(
  statement: Statement,
  described: string,
  context: { player: Player; before: Player | undefined; block: number }
): Player | undefined {
  const { player, before, block } = context
  if (before === undefined || before === player || statement.sentence.block !== block)
    return undefined
  const person = /^(?:person|official|company|party-politician)$/.test(player.source.type)
  const body = !/^(?:person|official|unnamed)$/.test(before.source.type) && !isMedium(before.source)
  return person && body && POST.test(described.toLowerCase()) ? before : undefined
}

/** "he said", "Ms Venn said" */
function pronounOf({ sentence, attributions }: Statement): 'he' | 'she' | undefined {
  const source = attributions.find((a) => a.source !== undefined)?.source
  if (source === undefined) return undefined
  const words = sentence.text.slice(source.start, source.end)
  if (/^(?:he|(?:Mr|Sir|Lord)\.? .+)$/i.test(words)) return 'he'
  return /^(?:she|(?:Ms|Mrs|Miss|Lady|Dame)\.? .+)$/i.test(words) ? 'she' : undefined
}

/** The bodies that a description says somebody belongs to. */
function bodiesIn(
  described: string,
  known: {
    players: readonly Player[]
    byToken: ReadonlyMap<string, Player>
    before: Player | undefined
  }
): Player[] {
  const bodies: Player[] = []
  if (AGAINST.test(described)) return bodies
  for (const [, one, two] of described.matchAll(OF_BODY))
    bodies.push(...namedIn(one ?? two ?? '', known.byToken))
  for (const [, noun] of described.matchAll(OF_COMMON)) {
    const body = known.players.findLast((p) =>
      p.source.name.toLowerCase().endsWith(` ${noun ?? ''}`)
    )
    if (body !== undefined) bodies.push(body)
  }
  if (
    /^\P{L}*(?:its|their)\b|\s(?:its|their) \p{Ll}/u.test(described) &&
    known.before !== undefined
  )
    bodies.push(known.before)
  return bodies.filter((body) => !isMedium(body.source))
}

/** Whoever speaks for a body stands where it stands. */
function join(player: Player, body: Player): void {
  for (const camp of body.camps) player.camps.add(camp)
  player.partisan ||= body.partisan
  player.impartial ||= body.impartial && !player.partisan
  player.body = body
}

/** Israel is not its army: names that are alike mean one only if their kinds may. */
function maybeSame(a: Source, b: Source): boolean {
  if (isMedium(a) !== isMedium(b)) return false
  return a.type === b.type || [a, b].some(({ type }) => type === 'unknown' || type === 'person')
}

function tokensOf(name: string): string[] {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}.&-]*/gu) ?? []
  const capitals = words.filter((w) => /^\p{Lu}/u.test(w))
  return capitals.map((w) => w.toLowerCase()).filter((w) => w.length > 2 && !COMMON.test(w))
}

function namedIn(text: string, byToken: ReadonlyMap<string, Player>): Player[] {
  const found = new Set<Player>()
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}\p{N}.&-]*/gu)) {
    const key = word.toLowerCase().replace(/\.$/, '')
    const player = byToken.get(key) ?? byToken.get(key.replace(/s$/, ''))
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
  for (const { source: span, beside } of statement.attributions) {
    const source = span ?? nameIn(statement)
    if (source === undefined) continue
    const words = text.slice(source.start, source.end)
    const next = text.slice(source.end, source.end + MAX_DESCRIPTION)
    const described = /^, ([^,;:“"]+?)(?:,|\.?$|\. )/.exec(next)?.[1] ?? ''
    const near = beside === undefined ? '' : text.slice(beside.start, beside.end)
    const all = `${words} ${near} ${described}`
    if (own.length === 0 || tokensOf(all).some((t) => own.includes(t))) parts.push(all)
  }
  const role = statement.resolved.find((r) => r.source.name === statement.source?.name)?.role ?? ''
  return `${parts.join(' ')} ${role}`
}

/** Endings of the names of firms. */
const TRADES =
  /\b(?:Minerals|Mining|Estates|Homes|Properties|Foods|Labs|Shipping|Lines|Energy|Electric|Motors|Holdings|Industries|Systems|Technologies|Software|Solutions|Pharma\w*|Biotech|Airways|Airlines|Logistics|Partners|Capital|Ventures|Steel|Oil|Gas|Telecom|Inc|Corp|Ltd|plc|PLC|GmbH|AG|SA|AI)\.?$/

/** Where a sentence names its source, if no words are known to do so: "Venn, the governor, went on, accusing …". */
function nameIn({ source, sentence }: Statement): Span | undefined {
  const at = source === undefined ? -1 : sentence.text.indexOf(source.name)
  return at < 0 ? undefined : { start: at, end: at + (source?.name.length ?? 0) }
}

function place(player: Player): void {
  const { source } = player
  const words = player.words.replace(CALLED_BY, ' expert ')
  for (const [camp, pattern] of CAMPS) if (pattern.test(words)) player.camps.add(camp)
  if (source.type === 'company' || TRADES.test(source.name)) player.camps.add('company')
  if (source.type === 'military') player.camps.add('army')
  if (/^(?:state|ministry)$/.test(source.type)) player.camps.add('government')
  const records = RIGHTS_GROUP.test(words)
  player.partisan = !records && (source.type === 'party-politician' || PARTISAN.test(words))
  player.impartial =
    (IMPARTIAL_TYPES.test(source.type) && !/\b(?:federation|union)\b/.test(words)) ||
    (!player.partisan && (records || IMPARTIAL.test(words)))
}
