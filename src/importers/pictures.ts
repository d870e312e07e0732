import type { ImportedBlock } from '../core/text/canonical'
import type { Problem } from './importer'
import { problem } from './outcome'
import { attribute, descendants, squeeze, type Page } from './html-tree'

/** Pictures that are named at most, and code units of a name. */
const MAX_PICTURES = 50
const MAX_NAME = 200

/**
 * Returns the lines that stand for the pictures of a page without text, as browsers for text show them: what a picture says of itself,
 * else the name of its file in brackets. Empty for pages whose text a script would have drawn: their pictures are decoration.
 */
export function picturesOf(page: Page): ImportedBlock[] {
  const lines: string[] = []
  for (const element of descendants(page.root)) {
    if (element.tag === 'script') return []
    if (element.tag === 'img' && lines.length < MAX_PICTURES && !isSpeck(element.attributes))
      lines.push(squeeze(attribute(element, 'alt')) || fileOf(attribute(element, 'src')))
  }
  return asCaptions(lines)
}

/** Returns a caption for each picture of which something is known; what is no name of a file already is shown as it stands. */
export function asCaptions(lines: readonly string[]): ImportedBlock[] {
  return lines
    .filter((line) => line !== '')
    .slice(0, MAX_PICTURES)
    .map((line) => ({ text: line.slice(0, MAX_NAME).toWellFormed(), role: 'caption' }))
}

/** Returns what is told of a document that holds nothing but pictures. */
export function onlyPictures(where: string): Problem {
  return problem('warning', 'no-text', 'pictures only', where)
}

/** Pictures of a pixel or two count visits. */
function isSpeck(attributes: ReadonlyMap<string, string>): boolean {
  return ['width', 'height'].some((name) =>
    /^\s*[0-2]\s*(?:px)?\s*$/.test(attributes.get(name) ?? '')
  )
}

/** "https://tidewater.example/maps/quay.png?w=600" → "[quay.png]"; pictures that stand in the page itself have no name. */
function fileOf(address: string): string {
  const name = /^(?!data:|cid:)[^?#]{0,2000}?([^/?#\\]{1,200}\.[a-z]{2,5})(?:[?#]|$)/i.exec(address)
  return name === null ? '' : `[${name[1] ?? ''}]`
}
