import { isOutlet } from '../claims/actors/registry'
import { fold } from '../text/fold'
import { monthOf } from './months'

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
    .replace(/^the(?:\s|(?=[a-z]{4}))/, '')
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

/** Words that open a byline, in many languages: such as need no colon, and such as are words of their own without one. */
const BY =
  /^(?:(?:(?:written|reported|reporting|posted|published|compiled|edited|story|text|analysis|review|words)\s)?by:?|von|verfasst von|par|(?:écrit|rédigé|publié) par|por|(?:escrito|publicado|redactado) por|di|(?:scritto|pubblicato) da|(?:geschreven )?door|(?:skrevet |skriven )?av|(?:skrevet )?af|de la rédaction de|yazan:?|oleh:?|przez|(?:text[eo]?|tekst|words|auth?or(?:[aeiks]|in|en|es|ka)?|auteure?s?|autore|autrice|redactie|redacción|reporter|yazar|penulis|автор|текст|συντάκτης|文)\s?[:：／])\s+|^文?[／:：]?\s?(?:記者|记者)[／:：]?\s?/iu
/** Words that open the credit of a picture, which may stand in the line of the text's author. */
const PICTURES_BY =
  /^(?:fotos?|photos?|photographs?|bild(?:er)?|images?|pictures?|photography|videos?|illustrations?|grafik|foto's|mit fotos|avec photos)(?:\s?[:：／©]|\s(?:by|von|par|por|di|av|af|door)\s)/iu
/** Words that name another part in the making than writing. */
const EDITED_BY =
  /^(?:editing|edited|additional editing|produced|production|translated|translation)\s(?:by|:)/iu
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
  const line = squeeze(raw.slice(0, MAX_BYLINE))
  if (/^(?:https?:|www\.)/i.test(line)) return []
  let others = false
  for (const piece of line.split(BETWEEN)) {
    // "Text: Ada Marsh, Foto: Tom Reed und Eva Holt": until another part of the work is named, all took pictures.
    if (PICTURES_BY.test(piece) || EDITED_BY.test(piece)) others = true
    else if (BY.test(piece)) others = false
    if (others) continue
    // "By Ada Marsh, in World": what follows is the section.
    if (/^(?:in|on|at|for|from)\s/i.test(piece)) break
    const name = withoutOutlet(tidyName(piece) ?? '')
    // "By Ada Marsh, Tidewater News": an outlet alone signs what nobody else does.
    if (name === '' || (names.length > 0 && (JOB.test(name) || isOutlet(name)))) continue
    if (!names.some((known) => fold(known) === fold(name))) names.push(name)
  }
  return names
}

/** "Ada Marsh Associated Press" → "Ada Marsh". */
function withoutOutlet(name: string): string {
  const words = name.split(' ')
  // A person has two names at least.
  for (let at = 2; at < words.length; at++)
    if (isOutlet(words.slice(at).join(' '))) return words.slice(0, at).join(' ')
  return name
}

/** A byline longer than this is running text. */
const MAX_BYLINE = 400
/** A name longer than this is a sentence. */
const MAX_NAME = 60

function tidyName(piece: string): string | undefined {
  const name = withoutPlace(withoutDate(squeeze(piece).replace(BY, '')))
    .replace(/\s?(?:기자|특파원|記者|记者)$/u, '')
    .replace(/\s{0,9}[([].{0,80}[)\]]$/u, '')
    .replace(/^[\s"'“”.:–—-]+|[\s"'“”:–—-]+$/gu, '')
  if (name === '' || name.length > MAX_NAME || NOT_NAMES.test(name)) return undefined
  if (/\d|[@{}<>]|https?:/.test(name) || !/\p{L}{2}/u.test(name)) return undefined
  // "published every Thursday" is no name; "van der Berg" and "dpa" are.
  if (/^\p{Ll}/u.test(name) && name.split(' ').length > 2 && !PARTICLES.test(name)) return undefined
  return name
}

/** Words between a name and the date of its text. */
const DATED =
  /^(?:published|posted|updated|last|first|on|at|veröffentlicht|erstellt|aktualisiert|am|vom|den|publié|mis|jour|le|à|publicado|actualizado|el|pubblicato|il|gepubliceerd|op|publicerad|publisert|den|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}$/iu

/** "Ada Marsh Published March 4, 2024" → "Ada Marsh". */
function withoutDate(text: string): string {
  const words = text.split(' ')
  const at = words.findIndex((word) => /\d/.test(word))
  if (at < 0) return text
  const kept = words.slice(0, at)
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const bare = last.replace(/[^\p{L}]+/gu, '')
    // Two lines of markup may touch: "Ada MarshMarch 4".
    const [, name, tail] = /^(.*\p{Ll})(\p{Lu}\p{Ll}+)$/u.exec(bare) ?? []
    const month = monthOf(tail ?? bare) !== undefined
    if (bare !== '' && !month && !DATED.test(bare)) break
    kept.pop()
    if (month && name !== undefined) kept.push(name)
  }
  return kept.join(' ')
}

/** Words of bodies that are for or in something by their name. */
const BODY =
  /\b(?:the|cent(?:re|er)|institut\w*|foundation|committee|campaign|society|association|council|coalition|alliance|office|ministry|network|verein|bund|union)\b/iu
const BEFORE_PLACE =
  /^(\p{Lu}\S{0,30}\s\p{Lu}\S{0,30})\s(?:in|for|from|für|aus|pour|para)\s\p{Lu}.*$/u

/** "Ada Marsh in Halvik", "Ada Marsh for The Courier" → "Ada Marsh". */
function withoutPlace(text: string): string {
  const name = BEFORE_PLACE.exec(text)?.[1]
  return name === undefined || BODY.test(name) ? text : name
}

const PARTICLES =
  /^(?:van|von|vom|de|da|do|di|del|della|den|der|dos|du|el|al|bin|ibn|ter|ten|la|le|zu)\s/i
