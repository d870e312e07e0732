import type { Source } from './claim'
import { publicBody, sourceKey } from './source-key'

/** One voice in a thread, for counting origins. */
export interface Voice {
  readonly article: number
  /** Innermost source; absent when the report names nobody. */
  readonly source?: Source
  readonly via: readonly Source[]
  /** The report speaks for the claim (does not deny it, does not only say that it could not be verified). */
  readonly supports: boolean
}

/** Independent origins of a claim. */
export interface Origins {
  /** Distinct ultimate sources; a government and its ministries are one. */
  readonly count: number
  /** Every ultimate source by name, once. */
  readonly names: readonly string[]
  /** Distinct sides that speak for it. */
  readonly sides: readonly string[]
}

/**
 * Counts who could have observed the claim and says so.
 *
 * Relays and copies never count: the innermost source does. Bodies of one side are one origin, and so are public bodies of one
 * place: the Kestrian ministry, Kestria's navy. Spellings of one person's name are one, unless one article has them both. An unnamed
 * source counts once for each text family, because the copy of a text has the same one.
 *
 * @param family - number of the text family of an article: copies and versions share it
 */
export function countOrigins(
  voices: readonly Voice[],
  family: (article: number) => number
): Origins {
  const keys = new Set<string>()
  const names = new Map<string, string>()
  const sides = new Set<string>()
  const keyOf = keysOfNames(voices)
  for (const voice of voices) {
    if (!voice.supports || voice.source === undefined) continue
    const { source } = voice
    const name = keyOf(source.name)
    if (!names.has(name)) names.set(name, source.name)
    if (source.side !== undefined) sides.add(source.side)
    keys.add(originKey(voice, keyOf, family))
  }
  return { count: keys.size, names: [...names.values()], sides: [...sides].toSorted() }
}

/** One key for all spellings of a person's name; two that stand in one article are two people. */
function keysOfNames(voices: readonly Voice[]): (name: string) => string {
  const apart = new Set<string>()
  const first = new Map<string, string>()
  for (const { article, source } of voices) {
    if (source === undefined || publicBody(source.name) !== undefined) continue
    const place = `${String(article)} ${sourceKey(source.name)}`
    const other = first.get(place)
    if (other === undefined) first.set(place, source.name)
    else if (other !== source.name) apart.add(source.name).add(other)
  }
  return (name) => (apart.has(name) ? name.toLowerCase() : sourceKey(name))
}

function originKey(
  voice: Voice,
  keyOf: (name: string) => string,
  family: (article: number) => number
): string {
  const { source } = voice
  if (source === undefined) return `text:${String(family(voice.article))}`
  if (source.side !== undefined) return `side:${source.side}`
  const place = placeOfBody(source)
  if (place !== undefined) return `place:${place}`
  // The unnamed source of an outlet and the outlet itself can't be told apart from outside.
  if (source.type === 'unnamed') {
    const relay = voice.via[0]
    return relay === undefined
      ? `unnamed:${String(family(voice.article))}`
      : `name:${keyOf(relay.name)}`
  }
  return `name:${keyOf(source.name)}`
}

/** The place whose public body a source is; undefined for anybody else. */
function placeOfBody({ type, name }: Source): string | undefined {
  return PUBLIC.test(type) ? publicBody(name)?.place : undefined
}
const PUBLIC = /^(?:state|ministry|military|official|unknown)$/
