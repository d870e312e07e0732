import type { Importer, ImportedDocument, ImportInput, ImportResult } from './importer'
import { mailDocument } from './mail'
import { guarded, onlyReadable, problem, refused, withUniqueEntries } from './outcome'
import { extensionOf, headOf } from './sniff'

/** Most messages read from one mailbox. */
export const MAX_MESSAGES = 10_000

// "From sender@host Thu Sep 14 10:15:00 2023": the line that parts messages. Its date differs between programs, so only the
// shape "word, words, year or time" is asked for.
const FROM_LINE = /^From \S{0,300} ?.{0,80}?(?:\b(?:19|20)\d\d\b|\d\d:\d\d)/

/** Mailboxes (mboxo, mboxrd, mboxcl): one document for each message. */
export const mboxImporter: Importer = {
  formats: ['mbox'],
  sniff(input: ImportInput): number {
    const head = headOf(input, 8_192)
    if (!head.startsWith('From ')) return 0
    // A single mail that was taken out of a mailbox keeps the mailbox's line.
    if (extensionOf(input.fileName) === 'eml') return 0.6
    const [first = '', second = ''] = head.split(/\r?\n/, 2)
    if (!FROM_LINE.test(first) && extensionOf(input.fileName) !== 'mbox') return 0
    return /^[!-9;-~]{1,80}:/.test(second) || extensionOf(input.fileName) === 'mbox' ? 0.98 : 0.4
  },
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('mailbox', () => importMailbox(input))
}

function importMailbox(input: ImportInput): ImportResult {
  const messages = splitMailbox(
    Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength)
  )
  const documents: ImportedDocument[] = []
  for (const [index, message] of messages.slice(0, MAX_MESSAGES).entries())
    documents.push(
      mailDocument(unescaped(message), { ...input, format: 'mbox', entry: `message ${index + 1}` })
    )
  if (documents.length === 0) return refused('no-text', 'no message in the mailbox')
  const { documents: readable, problems } = onlyReadable(documents)
  const cut =
    messages.length > MAX_MESSAGES
      ? [problem('warning', 'truncated', `${messages.length} messages`)]
      : []
  // Empty messages among others are no trouble of the mailbox.
  const told =
    readable.length === 0
      ? problems
      : problems.map((found) => ({ ...found, severity: 'info' as const }))
  return { documents: withUniqueEntries(readable), problems: [...cut, ...told] }
}

function splitMailbox(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = []
  let start = -1
  for (let at = bytes.indexOf('From '); at >= 0; at = bytes.indexOf('From ', at + 5)) {
    if (at > 0 && bytes[at - 1] !== 10) continue
    const line =
      bytes
        .subarray(at, at + 400)
        .toString('latin1')
        .split(/\r?\n/, 1)[0] ?? ''
    if (start >= 0 && !FROM_LINE.test(line)) continue
    if (start >= 0) messages.push(bytes.subarray(start, at))
    start = at
    if (messages.length > MAX_MESSAGES) return messages
  }
  if (start >= 0) messages.push(bytes.subarray(start))
  return messages
}

/** Lines of the text that begin with "From " were written as ">From " so that they part nothing. */
function unescaped(message: Buffer): Buffer {
  const text = message.toString('latin1')
  return /^>+From /m.test(text)
    ? Buffer.from(text.replace(/^>(>{0,20}From )/gm, '$1'), 'latin1')
    : message
}
