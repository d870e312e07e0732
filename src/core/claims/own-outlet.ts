import { isMedium, type Registry } from './actors/registry'
import type { ReadOptions } from './reading'
import type { Sentence } from './sentence'

/* Which outlet publishes an article, by how the article speaks of it. */

/** "TARSK (Reuters) -" */
const DATELINE = /^[^a-z]{0,60}?\(([A-Z][A-Za-z .]{1,30})\)/
/** A dateline whose brackets a dash follows. */
const SIGNED = /^\p{Lu}{3,}[^()]{0,50}\([^)]{2,30}\) ?[-–—]/u
const NAME = '(?:[Tt]he )?([A-Z][\\w.-]*(?: (?:of )?[A-Z][\\w.-]*){0,4})'
/** "The Harbour Times could not verify" */
const UNABLE = new RegExp(
  `(?<![\\w.-])${NAME} (?:could|can|has|was|is|did)(?:not| not|n[’']t)\\b[^.]{0,60}\\b(?:verif|confirm|authenticat|corroborat)`
)
/** "papers seen by the Harbour Times": the outlet that has seen them. */
const SEEN_BY = new RegExp(`\\b(?:seen|reviewed|obtained|verified|viewed|examined) by ${NAME}`, 'g')
/** "a Harbour Times reporter" */
const STAFF = new RegExp(
  `\\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree) ${NAME} (?:reporters?|journalists?|correspondents?|photographers?|witness(?:es)?|teams?|crew)\\b`,
  'g'
)
/** An outlet whose words are passed on is another one than that which passes them on. */
const RELAYS =
  /^(?:[’']s)?(?: (?:[Nn]ews|TV|[Aa]gency|website|newspaper))* (?:has |had |first |also |later |earlier )*(?:reported|reports|said|says|wrote|writes|cited|quoted|added)\b/

/** Returns the outlets that publish the article, the surest first: by metadata, by dateline, by what it could not verify. */
export function ownOutlets(sentences: readonly Sentence[], options: ReadOptions): string[] {
  const { registry, publisher } = options
  const names: string[] = []
  if (publisher !== undefined) names.push(registry.exact(publisher)?.name ?? publisher)
  for (const { text } of sentences) {
    const wire = DATELINE.exec(text)?.[1]
    const unable = UNABLE.exec(text)?.[1]
    for (const found of [wire, unable]) {
      const name = found === undefined ? undefined : mediumOf(found, registry)
      if (name !== undefined) names.push(name)
    }
    // Whoever signs a dateline and is no place is an outlet, whether known or not: "MBELE, Jan 19 (World Wire) -".
    if (wire !== undefined && SIGNED.test(text) && registry.exact(wire) === undefined)
      names.push(wire)
  }
  return [...new Set(names)]
}

/**
 * Returns the outlet that a text is likely to be of, where nothing says so: whose staff was there or which has seen the papers, and
 * whose words are not passed on.
 */
export function likelyOutlet(
  sentences: readonly Sentence[],
  { registry }: ReadOptions
): string | undefined {
  const counts = new Map<string, number>()
  for (const { text } of sentences)
    for (const pattern of [SEEN_BY, STAFF])
      for (const [, found] of text.matchAll(pattern)) {
        const name = mediumOf(found ?? '', registry)
        if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
      }
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first === undefined || relays(sentences, first[0], registry) ? undefined : first[0]
}

function mediumOf(name: string, registry: Registry): string | undefined {
  const actor =
    registry.exact(name.replace(/ (?:Business|News|Politics)$/, '')) ?? registry.exact(name)
  return actor !== undefined && isMedium(actor) ? actor.name : undefined
}

const NAMED = /(?<![\w-])[A-Z][\w.-]*(?: (?:of )?[A-Z][\w.-]*){0,3}/g

/** Says whether the article passes on what an outlet says. */
function relays(sentences: readonly Sentence[], outlet: string, registry: Registry): boolean {
  return sentences.some(({ text }) =>
    [...text.matchAll(NAMED)].some(
      (match) =>
        mediumOf(match[0], registry) === outlet &&
        (RELAYS.test(text.slice(match.index + match[0].length)) ||
          /(?:according to|citing|reported by|quoted by)(?: the)? $/.test(
            text.slice(0, match.index)
          ))
    )
  )
}
