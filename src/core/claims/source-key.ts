import { STATES } from './actors/states'
import { nameKey } from './same-name'

/* When two names are those of one source: "Kestria's Defence Ministry" and "the Kestrian Ministry of Defense". */

/** A public body of a place, by its name alone. */
export interface PublicBody {
  /** The state, or the stem that the name and the adjective of an unknown place share. */
  readonly place: string
  /** "defence ministry", however the name words it. */
  readonly body: string
}

/** The form in which the names of one source are equal: a public body's by its place, anybody else's by its usual spellings. O(length). */
export function sourceKey(name: string): string {
  const known = publicBody(name)
  return known === undefined ? nameKey(name) : `${known.place}'s ${known.body}`
}

/**
 * Takes apart the name of a public body; undefined where it names no place or no such body. Never throws; O(length).
 *
 * Two places whose names share a stem ("Kestria", "Kestrian") are one, unless the list of states tells them apart.
 */
export function publicBody(name: string): PublicBody | undefined {
  const words = name.replace(/^the /i, '').split(' ')
  for (let n = Math.min(MOST_PLACE_WORDS, words.length - 1); n > 0; n--) {
    const found = bodyOfPlace(words.slice(0, n).join(' '), words.slice(n).join(' '))
    if (found !== undefined) return found
  }
  // "Defense Ministry of Kestria"
  const of = name.lastIndexOf(' of ')
  return of < 0
    ? undefined
    : bodyOfPlace(name.slice(of + 4).replace(/^the /i, ''), name.slice(0, of).replace(/^the /i, ''))
}

function bodyOfPlace(place: string, rest: string): PublicBody | undefined {
  const bare = plain(place).replace(/'s?$/, '')
  const known = STATE_OF.get(bare) ?? (place.includes(' ') ? undefined : stemOf(place, bare))
  const body = known === undefined ? undefined : bodyOf(rest)
  return known === undefined || body === undefined ? undefined : { place: known, body }
}

const plain = (name: string): string => name.toLowerCase().replace(/[‘’]/g, "'").trim()

/** Longest name of a state: "Central African Republic". */
const MOST_PLACE_WORDS = 3

/** States by their names and adjectives; a capital may be a city's own. */
const STATE_OF: ReadonlyMap<string, string> = new Map(
  STATES.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', adjectives = ''] = line.toLowerCase().split('|')
      return [name, ...adjectives.split(', ')].map((word): [string, string] => [word, name])
    })
)

/** What a place shares with its adjective: "Kestria", "Kestrian". */
function stemOf(place: string, bare: string): string | undefined {
  if (!/^\p{Lu}/u.test(place) || NO_PLACE.test(bare)) return undefined
  const stem = bare.replace(DEMONYM, '')
  return stem.length < MIN_ROOT ? undefined : stem
}
/** What a body without a place may begin with. */
const NO_PLACE =
  /^(?:foreign|defen[cs]e|interior|home|health|finance|justice|national|general|state|central|joint|royal|northern|southern|eastern|western|federal|armed|prime|deputy|public|ministry|department)$/
/** Endings that make an adjective, or a name, of one place. */
const DEMONYM = /(?:ians?|ans?|ese|ish|i|ia|a)$/
/** Least letters by which two places are told apart. */
const MIN_ROOT = 4

const BODY =
  /^(?!of )(?:[\p{L}-]+ ){0,3}(?:ministry|army|navy|air force|armed forces|military|government|general staff|fleet|coast guard|forces)$/u
const MINISTRY_OF = /^ministry of (?:the )?([\p{L}-]+(?: [\p{L}-]+){0,3})$/u

/** "Ministry of Defense": "defence ministry". */
function bodyOf(words: string): string | undefined {
  const rest = plain(words).replace(MINISTRY_OF, '$1 ministry')
  if (!BODY.test(rest)) return undefined
  return rest.replace('defense', 'defence').replace(/^foreign affairs /, 'foreign ')
}
