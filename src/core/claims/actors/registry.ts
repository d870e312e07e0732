import type { SourceType } from '../claim'
import type { Actor } from './actor'
import { BODIES } from './bodies'
import { MEDIA } from './media'
import { STATES } from './states'

/** An actor found in a phrase; `start` and `end` count in the phrase. */
export interface ActorHit {
  readonly actor: Actor
  readonly start: number
  readonly end: number
  /** The phrase used an adjective or people's name ("Tarskan"), not the actor itself. */
  readonly adjective: boolean
}

/** A correction by the reader: how a source is to be classed. */
export interface ActorCorrection {
  readonly name: string
  readonly type: SourceType
  readonly side?: string
  readonly sameAs?: string
}

/** An outlet, an agency, state media. */
export function isMedium({ type }: { readonly type: SourceType }): boolean {
  return type === 'media' || type === 'wire' || type === 'state-media'
}

/** Says whether a name is that of an outlet or agency the registry knows. O(words). */
export function isOutlet(name: string): boolean {
  const actor = actorRegistry().exact(name)
  return actor !== undefined && isMedium(actor)
}

/** Looks up actors by name. Built once; corrections make a new one. */
export interface Registry {
  /** Returns the actors in a phrase in order, longest names first where they overlap. O(words). */
  find(phrase: string): readonly ActorHit[]
  /** Returns the actor whose name or alias is the whole phrase. */
  exact(phrase: string): Actor | undefined
}

interface Entry {
  readonly actor: Actor
  readonly adjective: boolean
}

/** Longest alias, in words. Raising it costs time in every lookup; eight words hold every name of the data. */
const MAX_ALIAS_WORDS = 9
const SMALL = /^(?:the|of|and|for|de|la|to|in|on)$/

let standard: Registry | undefined

/** Returns the registry of the data files, with the reader's corrections before everything else. */
export function actorRegistry(corrections: readonly ActorCorrection[] = []): Registry {
  if (corrections.length === 0) return (standard ??= build([]))
  return build(corrections)
}

function build(corrections: readonly ActorCorrection[]): Registry {
  const entries = new Map<string, Entry>()
  const add = (alias: string, actor: Actor, adjective: boolean) => {
    if (!entries.has(alias)) entries.set(alias, { actor, adjective })
  }
  for (const { name, type, side, sameAs } of corrections) {
    const actor: Actor = { name: sameAs ?? name, type, ...(side && { side }), aliases: [] }
    add(comparable(name), actor, false)
  }
  for (const actor of [...BODIES, ...MEDIA])
    for (const alias of actor.aliases) add(alias, actor, false)
  for (const { actor, adjectives } of states()) {
    for (const alias of actor.aliases) add(alias, actor, false)
    for (const word of adjectives) {
      add(word, actor, true)
      add(`${word}s`, actor, true)
    }
  }
  let last: { phrase: string; hits: readonly ActorHit[] } = { phrase: '', hits: [] }
  const lengths = aliasLengths(entries.keys())
  const corrected = new Set(corrections.map((c) => comparable(c.name)))
  return {
    exact: (phrase) => entries.get(comparable(phrase))?.actor,
    find: (phrase) => {
      // Places, people and sources of one sentence ask for the same words.
      if (phrase !== last.phrase)
        last = { phrase, hits: findIn(phrase, entries, { corrected, lengths }) }
      return last.hits
    }
  }
}

function states(): { actor: Actor; adjectives: string[] }[] {
  return STATES.trim()
    .split('\n')
    .map((line) => {
      const [name = '', adjectives = '', others = ''] = line.split('|')
      const split = (text: string) =>
        text
          .split(',')
          .map((word) => word.trim().toLowerCase())
          .filter((word) => word !== '')
      const aliases = [name.toLowerCase(), ...split(others)]
      return { actor: { name, type: 'state', side: name, aliases }, adjectives: split(adjectives) }
    })
}

/** Returns the comparison form of a name: lower case, plain apostrophes, no article, no possessive. */
export function comparable(phrase: string): string {
  return phrase.replace(/[‘’]/g, "'").toLowerCase().trim().replace(/^the /, '').replace(/'s?$/, '')
}

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}.&-]*[\p{L}\p{N}])?(?:['’][\p{L}]+|['’])?\.?/gu

function findIn(
  phrase: string,
  entries: ReadonlyMap<string, Entry>,
  index: { readonly corrected: ReadonlySet<string>; readonly lengths: ReadonlyMap<string, number> }
): ActorHit[] {
  const words: { text: string; start: number; end: number }[] = []
  for (const match of phrase.matchAll(TOKEN)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  const hits: ActorHit[] = []
  for (let i = 0; i < words.length; i++) {
    const first = words[i]
    const longest = first === undefined ? 0 : longestOf(first.text, index.lengths)
    for (let n = Math.min(longest, words.length - i); n > 0; n--) {
      const last = words[i + n - 1]
      if (first === undefined || last === undefined) continue
      const raw = phrase.slice(first.start, last.end)
      const key = aliasKey(raw, entries)
      const entry = key === undefined ? undefined : entries.get(key)
      if (key === undefined || entry === undefined) continue
      if (!index.corrected.has(key) && !looksLikeName(raw, key, entry)) continue
      // A longer name may begin behind the article.
      if (/^the /i.test(raw) && !key.startsWith('the ')) break
      hits.push({
        actor: entry.actor,
        start: first.start,
        end: last.end,
        adjective: entry.adjective
      })
      i += n - 1
      break
    }
  }
  return hits
}

/** The longest alias, in words, that begins with a word. */
function aliasLengths(aliases: Iterable<string>): Map<string, number> {
  const lengths = new Map<string, number>()
  for (const alias of aliases) {
    const words = [...alias.matchAll(TOKEN)]
    const first = firstWord(words[0]?.[0] ?? alias)
    lengths.set(first, Math.min(MAX_ALIAS_WORDS, Math.max(lengths.get(first) ?? 0, words.length)))
  }
  return lengths
}

/** A word that `firstWord` leaves as it is: in lower case letters, with nothing behind. */
const PLAIN_WORD = /^[a-z]+$/

/** "Hamas-run" */
const OF_A_SIDE = /-(?:run|controlled|led|backed|installed|appointed|occupied|allied)$/
/** What stands around an alias in running text. */
const ALIAS_EXTRAS = [/'s?$/, /\.$/, /^the /, OF_A_SIDE]

function firstWord(word: string): string {
  return word
    .replace(/[‘’]/g, "'")
    .toLowerCase()
    .replace(/(?:'s?|\.)$/, '')
    .replace(OF_A_SIDE, '')
}

/** The longest alias, in words, that begins with a word as it stands. */
function longestOf(word: string, lengths: ReadonlyMap<string, number>): number {
  // Most words are as they are looked up, and begin no alias.
  const key = PLAIN_WORD.test(word) ? word : firstWord(word)
  return lengths.get(key) ?? 0
}

function aliasKey(raw: string, entries: ReadonlyMap<string, Entry>): string | undefined {
  const lower = raw.replace(/[‘’]/g, "'").toLowerCase()
  if (entries.has(lower)) return lower
  for (const ending of ALIAS_EXTRAS) {
    const key = lower.replace(ending, '')
    if (key !== lower && entries.has(key)) return key
  }
  return undefined
}

/** Names are capitalised; short aliases (`US`, `WHO`, `AP`) only count in capitals. */
function looksLikeName(raw: string, key: string, entry: Entry): boolean {
  const bare = key.replace(/[^a-z]/g, '')
  raw = raw.replace(OF_A_SIDE, '')
  if (bare.length === 4 && entry.actor.type === 'state') return /^\p{Lu}/u.test(raw)
  if (bare.length <= 4 && !entry.adjective && key !== entry.actor.name.toLowerCase()) {
    return raw.replace(/['’]s?$/, '').replace(/[^\p{L}]/gu, '') === bare.toUpperCase()
  }
  if (bare.length <= 4 && key === entry.actor.name.toLowerCase()) {
    return raw.replace(/['’]s?$/, '').startsWith(entry.actor.name)
  }
  return raw
    .split(/[\s-]+/)
    .every(
      (word) =>
        SMALL.test(word) ||
        /^[\p{Lu}\p{N}]/u.test(word) ||
        /^(?:al|an|news|agency|movement|rebels|group|military|army|militants|intelligence|service|administration|government)/.test(
          word
        )
    )
}
