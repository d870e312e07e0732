/**
 * Returns a function that says whether a path (relative, with `/`) fits one of the globs.
 *
 * `*` and `?` stay within a part, `**` spans parts, `{a,b}` chooses; a glob without `/` fits a name at any depth, and one that
 * ends in `/**` fits the folder itself too.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.filter((glob) => glob.trim() !== '').map(toPattern)
  return (path) => patterns.some((pattern) => pattern.test(path))
}

function toPattern(glob: string): RegExp {
  const rooted = glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`
  const body = rooted.replace(/\/\*\*$/, '')
  const source = body.replace(
    /\*\*\/|\*\*|\*|\?|\{[^{}/]*\}|[.+^$()|[\]\\{}]/g,
    (part) => PARTS[part] ?? (part.length > 1 ? choice(part) : `\\${part}`)
  )
  // A folder that fits takes everything below it along.
  return new RegExp(`^${source}(?:/|$)`, 'su')
}

const PARTS: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]*/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]'
}

const choice = (part: string): string =>
  `(?:${part
    .slice(1, -1)
    .split(',')
    .map((one) => one.replace(/[.+^$()|[\]\\*?]/g, '\\$&'))
    .join('|')})`
