import { addressParser, decodeWords } from 'postal-mime'
import { readDate } from '../core/article/dates'
import { findFurniture } from '../core/article/furniture'
import type { Format, Found, Metadata } from '../core/article/article'
import type { ImportedBlock } from '../core/text/canonical'
import { decode } from './bytes'
import { importHtml } from './html'
import type { ImportedDocument, Problem } from './importer'
import { withMailNotes } from './mail-notes'
import { allParts, parseMime, parseValue, type MimePart } from './mime'
import { problem } from './outcome'
import { asCaptions, onlyPictures } from './pictures'
import { plainBlocks } from './plain-mail'
import { withoutYenc } from './yenc'

/** Where a message stands. */
export interface MailContext {
  readonly fileName: string
  readonly modified?: string
  readonly format: Extract<Format, 'eml' | 'mbox'>
  /** See `ImportedDocument.entry`; a mailbox's messages are told apart by it. */
  readonly entry: string
}

/**
 * Returns a message as a document: subject as title, sender as author, the text that mail programs would show.
 *
 * Of alternatives the page wins over the plain text, as newsletters keep only a stub in the latter. Attachments are left out;
 * forwarded messages follow the text under their subjects. A message without text has the problem `no-text`.
 */
export function mailDocument(bytes: Uint8Array, context: MailContext): ImportedDocument {
  const { root, cut } = parseMime(bytes)
  const problems: Problem[] = cut ? [problem('warning', 'truncated', 'too many parts')] : []
  const title = titleOf(root, context)
  const reading: Reading = {
    title: title.value,
    fileName: context.fileName,
    problems,
    guesses: []
  }
  const shown = shownBlocks(root, reading)
  const written = withMailNotes(hasText(shown) ? shown : lastResort(root, reading))
  const blocks = hasText(written) ? written : pictureNames(root)
  if (!hasText(blocks))
    problems.push(problem('error', 'no-text', 'the message has no text', context.entry))
  else if (!hasText(written)) problems.push(onlyPictures(context.entry))
  return {
    entry: context.entry,
    format: context.format,
    blocks,
    metadata: metadataOf(root, context, title),
    problems
  }
}

interface Reading {
  readonly title: string
  readonly fileName: string
  readonly problems: Problem[]
  /** Encodings of the parts that declare none, as they were guessed. */
  readonly guesses: string[]
}

/** Parts of a message whose encoding is guessed one by one; the rest is written as the last of them. Guessing costs about 1 ms. */
const MAX_GUESSES = 20

function decodePart(part: MimePart, kind: 'html' | 'text', { problems, guesses }: Reading): string {
  const guessed = guesses.length < MAX_GUESSES ? undefined : guesses.at(-1)
  const declared = part.type.params.get('charset') ?? guessed
  const decoded = decode(part.body, { kind, ...(declared !== undefined && { declared }) })
  if (decoded.from === 'detected' || decoded.from === 'fallback') guesses.push(decoded.charset)
  problems.push(...decoded.problems.filter(isTelling))
  return decoded.text
}

function hasText(blocks: readonly ImportedBlock[]): boolean {
  return blocks.some((block) => block.text.trim() !== '')
}

/** The blocks of what a mail program shows of a part. */
function shownBlocks(part: MimePart, reading: Reading): ImportedBlock[] {
  const type = part.type.value
  if (isAttached(part)) return []
  if (type.startsWith('message/') && part.parts[0] !== undefined)
    return forwarded(part.parts[0], reading)
  if (type === 'multipart/alternative') return bestAlternative(part.parts, reading)
  if (type === 'multipart/related') return shownBlocks(relatedRoot(part) ?? part, reading)
  if (part.parts.length > 0) return part.parts.flatMap((child) => shownBlocks(child, reading))
  if (type === 'text/html' || type === 'application/xhtml+xml') return pageBlocks(part, reading)
  // What states no type, or none that could be one, is plain text.
  if (type === 'text/plain' || !type.includes('/')) return textBlocks(part, reading)
  // A multipart whose parts were not found is read as the text that it is.
  return type.startsWith('multipart/') ? textBlocks(part, reading) : []
}

function isAttached(part: MimePart): boolean {
  return /^\s*attachment\b/i.test(part.headers.get('content-disposition') ?? '')
}

/** Pages first, then plain text; an alternative without text (a lone picture) is passed over. */
function bestAlternative(parts: readonly MimePart[], reading: Reading): ImportedBlock[] {
  const rich = parts.filter((part) => part.type.value !== 'text/plain').toReversed()
  const plain = parts.filter((part) => part.type.value === 'text/plain').toReversed()
  for (const part of [...rich, ...plain]) {
    const blocks = shownBlocks(part, reading)
    if (hasText(blocks)) return blocks
  }
  return []
}

/** The part that the others are pictures and style sheets of: the one named by `start`, else the first. */
export function relatedRoot(part: MimePart): MimePart | undefined {
  const start = part.type.params.get('start')
  const named = part.parts.find(
    (child) => start !== undefined && child.headers.get('content-id')?.trim() === start
  )
  return named ?? part.parts[0]
}

function forwarded(message: MimePart, reading: Reading): ImportedBlock[] {
  const subject = headerText(message, 'subject')
  const blocks = shownBlocks(message, reading)
  if (!hasText(blocks) || subject === undefined || subject === reading.title) return blocks
  return [{ text: subject, role: 'heading', level: 2 }, ...blocks]
}

function pageBlocks(part: MimePart, reading: Reading): ImportedBlock[] {
  const text = decodePart(part, 'html', reading)
  if (text === '') return []
  const page = importHtml(text, { fileName: reading.fileName, scope: 'fragment' })
  reading.problems.push(...page.problems.filter(isTelling))
  return [...page.blocks]
}

function textBlocks(part: MimePart, reading: Reading): ImportedBlock[] {
  const text = decodePart({ ...part, body: withoutYenc(part.body) }, 'text', reading)
  const flowed = part.type.params.get('format')?.toLowerCase() === 'flowed'
  return findFurniture(plainBlocks(text, flowed), { title: reading.title })
}

/** What is wrong with one part matters for the message unless it only says that the part is empty. */
function isTelling(found: Problem): boolean {
  return found.severity !== 'error'
}

/** When nothing is meant to be shown: any text there is, attached or of a rarer kind (reports, calendars, rich text). */
function lastResort(root: MimePart, reading: Reading): ImportedBlock[] {
  const waiting = [root]
  const blocks: ImportedBlock[] = []
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    waiting.unshift(...part.parts)
    const type = part.type.value
    if (type === 'text/html') for (const block of pageBlocks(part, reading)) blocks.push(block)
    else if (/^(?:text\/|message\/)/.test(type) && part.parts.length === 0)
      for (const block of textBlocks(part, reading)) blocks.push(block)
  }
  return blocks
}

/** A message of pictures alone shows their names, as programs that show no pictures do. */
function pictureNames(root: MimePart): ImportedBlock[] {
  const pictures = [...allParts(root)].filter((part) => part.type.value.startsWith('image/'))
  const names = pictures.map(fileNameOf).filter((name) => name !== '')
  return asCaptions(names.map((name) => `[${name}]`))
}

function fileNameOf(part: MimePart): string {
  const disposition = parseValue(part.headers.get('content-disposition') ?? '')
  const name = disposition.params.get('filename') ?? part.type.params.get('name') ?? ''
  return decodeWords(name).replace(/\s+/g, ' ').trim()
}

function titleOf(root: MimePart, context: MailContext): Found<string> {
  const subject = headerText(root, 'subject')
  if (subject !== undefined) return { value: subject, from: 'header' }
  return { value: context.fileName.replace(/\.(?:eml|mbox|mht|mhtml)$/i, ''), from: 'file name' }
}

/** Returns a header's text: encoded words decoded, raw 8-bit text too, white space squeezed; undefined when there is none. */
export function headerText(part: MimePart, name: string): string | undefined {
  const raw = part.headers.get(name)
  if (raw === undefined) return undefined
  const text = decodeWords(eightBit(raw, part)).replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

/** Raw bytes in headers that are enough to tell their encoding by themselves. */
const ENOUGH_BYTES = 40

/** Headers should be ASCII; where they are not, they are written as the text is, or in the encoding of western mail programs. */
function eightBit(raw: string, message: MimePart): string {
  const high = raw.match(/[\u0080-\u00ff]/g)?.length ?? 0
  if (high === 0) return raw
  const stated = [...allParts(message)]
    .map((part) => part.type.params.get('charset'))
    .find((charset) => charset !== undefined)
  const declared = stated ?? (high < ENOUGH_BYTES ? 'windows-1252' : undefined)
  return decode(Buffer.from(raw, 'latin1'), declared === undefined ? {} : { declared }).text
}

function metadataOf(root: MimePart, context: MailContext, title: Found<string>): Metadata {
  const authors = authorsOf(root)
  const published = readDate(headerText(root, 'date') ?? '')
  const publisher = listName(root)
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.exec(
    headerText(root, 'content-language') ?? ''
  )?.[0]
  return {
    title,
    ...(authors.length > 0 && { authors: { value: authors, from: 'header' as const } }),
    ...(publisher !== undefined && { publisher: { value: publisher, from: 'header' as const } }),
    ...(published !== undefined && { published: { value: published, from: 'header' as const } }),
    ...(context.modified !== undefined && {
      saved: { value: context.modified, from: 'file time' as const }
    }),
    ...(language !== undefined && { language: { value: language, from: 'header' as const } })
  }
}

/** Most senders that are kept; more are a list of recipients gone astray. */
const MAX_AUTHORS = 10

function authorsOf(root: MimePart): string[] {
  const from = eightBit(root.headers.get('from') ?? root.headers.get('sender') ?? '', root)
  return addressParser(from.slice(0, 2_000), { flatten: true })
    .map((sender) => (sender.name === '' ? (sender.address ?? '') : sender.name).trim())
    .filter((name) => name !== '')
    .slice(0, MAX_AUTHORS)
}

/** The name of a newsletter, from its `List-Id: The Harbour Letter <letter.harbour.example>`. */
function listName(root: MimePart): string | undefined {
  const id = headerText(root, 'list-id')
  const name = id
    ?.replace(/<[^>]{0,300}>?\s*$/, '')
    .replace(/^"|"$/g, '')
    .trim()
  return name === undefined || name === '' ? undefined : name
}
