import type { Importer, ImportInput, ImportResult } from './importer'
import { mailDocument } from './mail'
import { guarded, onlyReadable } from './outcome'
import { extensionOf, headOf } from './sniff'

/** Headers of which mails have several; saved pages and other files have none. */
const MAIL_HEADERS =
  /^(?:from|to|cc|date|subject|message-id|received|return-path|delivered-to|mime-version|reply-to|sender|dkim-signature|x-[a-z-]{1,40}|content-type|content-transfer-encoding):/gim
/** Headers from which bytes without the extension count as a mail. */
const MIN_HEADERS = 3
const HEAD_BYTES = 8_192

/** Says how many mail headers stand at the head of the file, before its first empty line. */
export function mailHeaders(input: ImportInput): number {
  const head = headOf(input, HEAD_BYTES)
  const first = /^[^\r\n]{0,2000}/.exec(head)?.[0] ?? ''
  if (!/^(?:From |[!-9;-~]{1,80}[ \t]{0,8}:)/.test(first)) return 0
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length
  return new Set(
    head
      .slice(0, end)
      .match(MAIL_HEADERS)
      ?.map((header) => header.toLowerCase())
  ).size
}

/** Single mails: newsletters, alerts, forwarded reports. */
export const emlImporter: Importer = {
  formats: ['eml'],
  sniff(input: ImportInput): number {
    const headers = mailHeaders(input)
    if (extensionOf(input.fileName) === 'eml' || extensionOf(input.fileName) === 'email')
      return headers > 0 ? 0.97 : 0.65
    return headers >= MIN_HEADERS ? 0.9 : 0
  },
  import: (input: ImportInput): Promise<ImportResult> =>
    guarded('mail', () =>
      onlyReadable([mailDocument(input.bytes, { ...input, format: 'eml', entry: '' })])
    )
}
