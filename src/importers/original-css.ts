/** Says what stands for an address within a page: the same as data, or nothing. */
export type Resolve = (address: string) => string | undefined

/** Pictures and fonts that a page carries within itself. */
const CARRIED = /^data:(?:image|font|application\/(?:x-)?font)[\w.+-]*[/;,]/i
/** An address in a style sheet: quoted with either sign, or bare. No alternative runs beyond the next opening one, so this is linear. */
const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^()"'\s]*))\s*\)/gi

/** Returns the address as data, if the page carries it. */
export function carried(address: string, resolve: Resolve): string | undefined {
  const trimmed = address.trim()
  return CARRIED.test(trimmed) ? trimmed : resolve(trimmed)
}

/**
 * Returns a style sheet whose addresses are data or nothing, without imports of further sheets; it can't end the element that it
 * stands in. What slips through by escapes is stopped by the policy of the page that shows it.
 */
export function cleanCss(css: string, resolve: Resolve): string {
  return css
    .replace(/@import/gi, '@left-out')
    .replace(ADDRESS, (_all, double?: string, single?: string, bare?: string) => {
      const data = carried(double ?? single ?? bare ?? '', resolve)
      return data === undefined ? 'none' : `url("${data.replace(/["\\\n\r]/g, '')}")`
    })
    .replaceAll('</', '<\\/')
    .replaceAll('<!--', '')
}
