import { decode } from './bytes'
import { allParts, type MimePart } from './mime'
import { originalPage, type PageParts } from './original'
import type { Resolve } from './original-css'

/** Pictures and fonts that may stand in a page as data. */
const MEDIA = /^(?:image|font)\/[\w.+-]+$|^application\/(?:x-)?font[\w.+-]*$/

/** Returns the page of an archive with its pictures, fonts and style sheets in their places. */
export function originalOfArchive(root: MimePart, main: MimePart): string {
  const parts = new Map<string, MimePart>()
  for (const part of allParts(root)) {
    const location = part.headers.get('content-location')?.trim()
    const id = part.headers.get('content-id')?.trim().replace(/^<|>$/g, '')
    if (location !== undefined && !parts.has(location)) parts.set(location, part)
    if (id !== undefined && !parts.has(`cid:${id}`)) parts.set(`cid:${id}`, part)
  }
  const find = (address: string, from: MimePart): MimePart | undefined =>
    parts.get(address) ?? parts.get(absolute(address, from.headers.get('content-location')))
  const resolveFrom =
    (from: MimePart): Resolve =>
    (address) => {
      const part = find(address, from)
      if (part === undefined || !MEDIA.test(part.type.value)) return undefined
      return `data:${part.type.value};base64,${Buffer.from(part.body).toString('base64')}`
    }
  const context: PageParts = {
    resolve: resolveFrom(main),
    sheet: (address) => {
      const part = find(address, main)
      if (part?.type.value !== 'text/css') return undefined
      return { css: textOf(part), resolve: resolveFrom(part) }
    }
  }
  return originalPage(textOf(main), context)
}

function textOf(part: MimePart): string {
  const declared = part.type.params.get('charset')
  return decode(part.body, { kind: 'html', ...(declared !== undefined && { declared }) }).text
}

function absolute(address: string, base: string | undefined): string {
  const from = base?.trim()
  if (from === undefined || !URL.canParse(address, from)) return address
  const url = new URL(address, from)
  url.hash = ''
  return url.href
}
