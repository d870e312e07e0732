import type { Article, ArticleId } from '../article/article'
import { textUnder } from '../text/span'

/** Words of a text that say where it comes from. */
export interface OriginCue {
  /** Newsroom it names, as written; absent for pages that only say that they copy. */
  readonly newsroom?: string
  /** `copied`: the page takes it over whole; `credit`: the newsroom wrote or contributed. */
  readonly kind: 'copied' | 'credit'
  /** The words that show it. */
  readonly text: string
}

/** Who copies whom, in plain words. */
export interface Origin {
  readonly text: string
  readonly copy: ArticleId
}

/** Wires and what they are called in by-lines. Public knowledge. */
const AGENCIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:The )?Associated Press\b|\bAP\b/u, 'The Associated Press'],
  [/\bReuters\b/iu, 'Reuters'],
  [/\bAgence France-Presse\b|\bAFP\b/u, 'AFP'],
  [/\bCNN(?: Wire)?\b|\bCable News Network\b/u, 'CNN'],
  [/\bBloomberg(?: News)?\b/u, 'Bloomberg'],
  [/\bUnited Press International\b|\bUPI\b/u, 'United Press International'],
  [/\bXinhua\b/u, 'Xinhua'],
  [/\bdpa\b|\bDeutsche Presse-Agentur\b/u, 'dpa'],
  [/\bPress Association\b|\bPA Media\b/u, 'PA Media'],
  [/\bAnadolu(?: Agency)?\b/u, 'Anadolu Agency'],
  [/\bInterfax\b/u, 'Interfax'],
  [/\bUkrinform\b/u, 'Ukrinform']
]

const COPIED = [
  /\bsource link\b/iu,
  /\b(?:automatic|news) aggregator\b/iu,
  /\b(?:this (?:article|story|post) )?(?:first|originally) (?:appeared|published) (?:on|in|by|at)\b[^.\n]{0,80}/iu,
  /\bread (?:the )?(?:full|original) (?:article|story|text) (?:at|on)\b[^.\n]{0,80}/iu,
  /\bthe post .{3,160} appeared first on\b[^.\n]{0,80}/iu,
  /\b(?:republished|reprinted|reposted|syndicated) (?:from|with permission)\b[^.\n]{0,80}/iu
]
const CREDITED = [
  /^.{0,60}\((?:AP|Reuters|REUTERS|AFP|CNN|Bloomberg|UPI|Xinhua|dpa)\)\s?[-–—]{0,2}/u,
  /^By .{2,80}\b(?:Associated Press|AP|Reuters|CNN|AFP|Bloomberg)\b.{0,20}/u,
  /©.{0,40}\b(?:Associated Press|Reuters|Cable News Network|AFP|Bloomberg)\b.{0,60}/u,
  /\bcopyright.{0,40}\b(?:Associated Press|Reuters|Cable News Network|AFP|Bloomberg)\b.{0,60}/iu,
  /\b(?:The )?(?:Associated Press|Reuters|CNN|AFP|Bloomberg)\b.{0,80}\bcontributed to this (?:report|story|article)/u
]
/** Blocks at either end of a page in which credits stand, furniture included. */
const ENDS = 12
/** Longest block that is searched, in code units; a paragraph of prose is no credit line, but may open with one. */
const MAX_CREDIT = 600

/** Returns the words of a report that say where it comes from, those that say it copies first. */
export function originCues(article: Article): OriginCue[] {
  const { blocks, text } = article
  const cues: OriginCue[] = []
  for (const [index, { span }] of blocks.entries()) {
    if (index >= ENDS && index < blocks.length - ENDS) continue
    const line = textUnder(text, span).slice(0, MAX_CREDIT)
    for (const pattern of COPIED) {
      const words = pattern.exec(line)?.[0]
      if (words !== undefined) cues.push({ kind: 'copied', text: words.trim() })
    }
    for (const pattern of CREDITED) {
      const words = pattern.exec(line)?.[0]
      const newsroom = words === undefined ? undefined : agencyIn(words)
      if (words !== undefined && newsroom !== undefined)
        cues.push({ kind: 'credit', newsroom, text: words.trim() })
    }
  }
  return cues.sort((x, y) => Number(y.kind === 'copied') - Number(x.kind === 'copied'))
}

function agencyIn(words: string): string | undefined {
  return AGENCIES.find(([pattern]) => pattern.test(words))?.[1]
}

/**
 * Says which of two overlapping reports copies, when their words show it: a page that says so, one that credits the other's
 * publisher, or both crediting one newsroom.
 */
export function originOfPair(a: Article, b: Article): Origin | undefined {
  return copierOfPair(a, b) ?? sameNewsroom(a, b, originCues(a), originCues(b))
}

/**
 * The same without credits that both bear: only words by which one of the two copies the other.
 *
 * @param cuesOf - `originCues`, or what remembers them when many pairs of few reports are asked about
 */
export function copierOfPair(
  a: Article,
  b: Article,
  cuesOf: (article: Article) => readonly OriginCue[] = originCues
): Origin | undefined {
  const cuesA = cuesOf(a)
  const cuesB = cuesOf(b)
  return (
    creditsOther(a, cuesA, b) ??
    creditsOther(b, cuesB, a) ??
    copiesAlone(a, cuesA, cuesB) ??
    copiesAlone(b, cuesB, cuesA)
  )
}

function creditsOther(
  copy: Article,
  cues: readonly OriginCue[],
  other: Article
): Origin | undefined {
  const publisher = other.metadata.publisher?.value
  if (publisher === undefined || publisher.length < 2) return undefined
  const named = cues.find(
    ({ newsroom, text }) =>
      newsroom?.toLowerCase() === publisher.toLowerCase() ||
      text.toLowerCase().includes(publisher.toLowerCase())
  )
  return named && { copy: copy.id, text: `credits ${publisher}: “${named.text}”` }
}

function copiesAlone(
  copy: Article,
  cues: readonly OriginCue[],
  others: readonly OriginCue[]
): Origin | undefined {
  const own = cues.find(({ kind }) => kind === 'copied')
  if (own === undefined || others.some(({ kind }) => kind === 'copied')) return undefined
  return { copy: copy.id, text: `says that it copies: “${own.text}”` }
}

function sameNewsroom(
  a: Article,
  b: Article,
  cuesA: readonly OriginCue[],
  cuesB: readonly OriginCue[]
): Origin | undefined {
  const both = cuesA.find(
    ({ newsroom }) => newsroom !== undefined && cuesB.some((cue) => cue.newsroom === newsroom)
  )
  if (both?.newsroom === undefined) return undefined
  const later = (a.metadata.published?.value ?? '') > (b.metadata.published?.value ?? '') ? a : b
  return { copy: later.id, text: `both credit ${both.newsroom}: “${both.text}”` }
}
