import { fold } from '../text/fold'

/** Marks that part a title from the name of its site. */
const PARTS = /\s{1,9}[|–—·•»«:›>-]{1,2}\s{1,9}|\s{0,9}[|ㅣ｜：]\s{0,9}/u

/** Code units of a title that are looked at; what is longer is no title, and the marks in it are searched again and again. */
const MAX_TITLE = 2_000

/**
 * Returns a page's title without the site's name: the name after (or before) a bar or dash goes when it is a known name of the site
 * or stands after a bar. White space is squeezed.
 *
 * @param sites - names of the site: publisher, host name
 */
export function tidyTitle(raw: string, sites: readonly string[] = []): string {
  const title = squeeze(raw.slice(0, MAX_TITLE))
  const pieces = title.split(PARTS).filter((piece) => piece !== '')
  if (pieces.length < 2) return title
  const names = new Set(sites.map(siteKey).filter((key) => key.length >= 2))
  const last = pieces.at(-1) ?? ''
  const first = pieces[0] ?? ''
  if (names.has(siteKey(last)) && pieces.length > 1)
    return tidyTitle(beforeLast(title, last), sites)
  if (names.has(siteKey(first)) && wordCount(last) > 2) return afterFirst(title, first)
  return title
}

/** Returns the title up to the mark before its last piece. */
function beforeLast(title: string, last: string): string {
  return title.slice(0, title.lastIndexOf(last)).replace(/[\s|ㅣ｜–—·•»«:：›>-]+$/u, '')
}

function afterFirst(title: string, first: string): string {
  return title.slice(title.indexOf(first) + first.length).replace(/^[\s|ㅣ｜–—·•»«:：›>-]+/u, '')
}

/** Names of sites compare without spaces, case, "the" and the domain's ending. */
function siteKey(name: string): string {
  return fold(name)
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\.(?:com|net|org|co|gov|edu|info|[a-z]{2})(?:\.[a-z]{2})?(?:\/.*)?$/, '')
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Says whether two names mean the same site: "The Tidewater Post", "tidewaterpost.com". */
export function isSameSite(a: string, b: string): boolean {
  const key = siteKey(a)
  return key.length >= 2 && key === siteKey(b)
}

function wordCount(text: string): number {
  return text.split(/\s+/).length
}

/** Returns the text with white space (no-break spaces too) squeezed to single spaces. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Words that open a byline, in many languages. */
const BY =
  /^(?:(?:written|reported|posted|published|compiled|edited|story|text|analysis|review|words)\s+by|by|von|par|por|di|door|av|af|de la rédaction de|yazan|oleh|przez|autor(?:in|en|es)?:|authors?:|автор:)\s+/iu
/** Words between two names. */
const BETWEEN = /\s{0,9}(?:[,;|•·/&]|\s(?:and|und|et|y|og|och|e|en|i|ve|dan|и|with|mit)\s)\s{0,9}/iu
/** What follows a name but is none. */
const NOT_NAMES =
  /^(?:by|staff|desk|news ?desk|newsroom|admin|administrator|editor|editors|reporter|correspondent|unknown|guest|null|undefined|n\/a|none|author|redaktion|redaction|view all posts.*|powered by.*|updated?|published|posted|https?:.*|www\..*|@.*)$/iu
const JOB =
  /\b(?:reporter|correspondent|editor|writer|columnist|contributor|producer|journalist|chief|bureau|staff|analyst|redakteur(?:in)?|korrespondent(?:in)?|journaliste|redactor|agenc(?:y|ies)|director|professor|lecturer|fellow|news desk)\b/iu

/**
 * Returns the names in a byline: "By Ada Marsh and Tom Reed, Science Editor" → Ada Marsh, Tom Reed.
 * Words that introduce, join or follow names are taken away, repeated names and addresses too. Order is kept.
 */
export function tidyByline(raw: string): string[] {
  const names: string[] = []
  const line = squeeze(raw.slice(0, MAX_BYLINE)).replace(BY, '')
  if (/^(?:https?:|www\.)/i.test(line)) return []
  for (const piece of line.split(BETWEEN)) {
    // "By Ada Marsh, in World": what follows is the section.
    if (/^(?:in|on|at|for|from)\s/i.test(piece)) break
    const name = tidyName(piece)
    if (name === undefined || (names.length > 0 && JOB.test(name))) continue
    if (!names.some((known) => fold(known) === fold(name))) names.push(name)
  }
  return names
}

/** A byline longer than this is running text. */
const MAX_BYLINE = 400
/** A name longer than this is a sentence. */
const MAX_NAME = 60

function tidyName(piece: string): string | undefined {
  const name = squeeze(piece)
    .replace(BY, '')
    .replace(/\s?(?:기자|특파원|記者)$/u, '')
    .replace(/\s{0,9}[([].{0,80}[)\]]$/u, '')
    .replace(/^[\s"'“”.:–—-]+|[\s"'“”:–—-]+$/gu, '')
  if (name === '' || name.length > MAX_NAME || NOT_NAMES.test(name)) return undefined
  if (/\d{2}|[@{}<>]|https?:/.test(name) || !/\p{L}{2}/u.test(name)) return undefined
  // "published every Thursday" is no name; "van der Berg" and "dpa" are.
  if (/^\p{Ll}/u.test(name) && name.split(' ').length > 2 && !PARTICLES.test(name)) return undefined
  return name
}

const PARTICLES =
  /^(?:van|von|vom|de|da|do|di|del|della|den|der|dos|du|el|al|bin|ibn|ter|ten|la|le|zu)\s/i
