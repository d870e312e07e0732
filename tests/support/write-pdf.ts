/** A line to be painted: points, origin at the bottom left. */
export interface LineToPaint {
  readonly text: string
  readonly x: number
  readonly y: number
  /** 10 by default. */
  readonly size?: number
  /** Direction of writing in degrees, counter-clockwise; 0 by default. */
  readonly turn?: 0 | 90 | 180 | 270
}

/** Width and height of the pages: A4 in points. */
export const PAGE_WIDTH = 595
export const PAGE_HEIGHT = 842

/**
 * Returns a PDF whose pages show these lines in Times, in this order. Characters up to U+00FF and the typographic ones of
 * windows-1252 only.
 */
export function writePdf(
  pages: readonly (readonly LineToPaint[])[],
  info: Readonly<Record<string, string>> = {}
): Buffer {
  const objects: string[] = []
  const add = (content: string): number => objects.push(content)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const firstPage = 5
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>')
  add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} ${property(value)}`)
      .join(' ')} >>`
  )
  for (const [index, lines] of pages.entries()) {
    const contents = firstPage + index * 2 + 1
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] ` +
        `/Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R >>`
    )
    const stream = lines.map(paint).join('\n')
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  }
  return assemble(objects)
}

const TURNS = { 0: '1 0 0 1', 90: '0 1 -1 0', 180: '-1 0 0 -1', 270: '0 -1 1 0' } as const

function paint({ text, x, y, size = 10, turn = 0 }: LineToPaint): string {
  return `BT /F1 ${size} Tf ${TURNS[turn]} ${x} ${y} Tm ${literal(text)} Tj ET`
}

function assemble(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n'
  const offsets = objects.map((content, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${content}\nendobj\n`
    return at
  })
  const xref = body.length
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) body += `${String(offset).padStart(10, '0')} 00000 n \n`
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

/** Properties beyond Latin-1 are written in UTF-16. */
function property(text: string): string {
  return !/[^ -\u00ff]/.test(text)
    ? literal(text)
    : `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}

const WINDOWS: Readonly<Record<string, string>> = {
  '–': '\u0096',
  '—': '\u0097',
  '‘': '\u0091',
  '’': '\u0092',
  '“': '\u0093',
  '”': '\u0094',
  '•': '\u0095'
}

function literal(text: string): string {
  const bytes = text.replace(/[–—‘’“”•]/g, (char) => WINDOWS[char] ?? '?')
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`
}
