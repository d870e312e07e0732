import { createHash } from 'node:crypto'
import { DOSSIER_FORMAT } from '../core/dossier/dossier'
import type { DossierFormat } from '../shared/decision'

/** Hexadecimal digits of a SHA-256. */
const DIGITS = 64
const NEW_LINE = 10

/** What stands before and after the digest at the end of a file. CSL-JSON is a bare list and has no place for one. */
const SEALS: Readonly<Record<Exclude<DossierFormat, 'csl'>, readonly [string, string]>> = {
  json: [',\n  "seal": "sha256:', '"\n}\n'],
  claimreview: [',\n  "seal": "sha256:', '"\n}\n'],
  md: ['\n<!-- seal sha256:', ' -->\n'],
  html: ['\n<!-- seal sha256:', ' -->\n'],
  csv: ['"# seal sha256:', '"\r\n'],
  bibtex: ['% seal sha256:', '\n']
}

/** A comment after the end of the file, which readers pass over. Source: ISO 32000-1, 7.2.3; 7.5.5. */
const PDF_SEAL = ['% seal sha256:', '\n'] as const

/** Signs of a dossier, of which one changed byte leaves at least one. */
const SIGNS = [
  'seal sha256:',
  '"seal": "sha256:',
  DOSSIER_FORMAT,
  'Evidence dossier',
  '"kind","id","document"',
  '"ClaimReview"',
  '@misc{D1,',
  '/Title (Evidence dossier)'
]

/** Returns the SHA-256 of a text as UTF-8, or of bytes; lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Returns the file with a last line, or last property, that holds the SHA-256 of everything before it. */
export function sealed(text: string, format: DossierFormat): string {
  if (format === 'csl') return text
  const [before, after] = SEALS[format]
  // The seal of JSON takes the place of the closing brace.
  const body = after.endsWith('}\n') ? text.replace(/\n}\n$/, '') : text
  return `${body}${before}${sha256(body)}${after}`
}

/** Returns the PDF with a last line, a comment, that holds the SHA-256 of everything before it. */
export function sealedPdf(pdf: Uint8Array): Buffer {
  const [before, after] = PDF_SEAL
  const body =
    pdf.at(-1) === NEW_LINE ? Buffer.from(pdf) : Buffer.concat([pdf, Buffer.of(NEW_LINE)])
  return Buffer.concat([body, Buffer.from(`${before}${sha256(body)}${after}`)])
}

/** What a look at the seal of a file tells. */
export type SealState = 'untouched' | 'changed' | 'not-sealed'

/** Recomputes the digest of a file. `not-sealed` is for files that are no sealed dossier. */
export function checkSeal(bytes: Uint8Array): SealState {
  // One code unit per byte: every changed byte counts, sound text or not.
  const text = Buffer.from(bytes).toString('latin1')
  for (const [before, after] of [...Object.values(SEALS), PDF_SEAL]) {
    const at = text.length - after.length - DIGITS - before.length
    if (at < 0 || !text.endsWith(after) || !text.startsWith(before, at)) continue
    const digest = text.slice(at + before.length, at + before.length + DIGITS)
    return digest === sha256(bytes.subarray(0, at)) ? 'untouched' : 'changed'
  }
  return SIGNS.some((sign) => text.includes(sign)) ? 'changed' : 'not-sealed'
}
