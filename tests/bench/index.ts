/* npm run bench [-- import|compare|… [ARGUMENTS]]: measures speed; without a name every part in turn. */
type Bench = (args: readonly string[]) => Promise<void>

const PARTS: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  import: () => import('./import'),
  search: () => import('./search'),
  compare: () => import('./compare'),
  overlap: () => import('./overlap'),
  claims: () => import('./claims'),
  start: () => import('./start'),
  desk: () => import('./desk')
}

const [name, ...args] = process.argv.slice(2)
if (name !== undefined && !Object.hasOwn(PARTS, name)) {
  process.stderr.write(`Usage: npm run bench [-- ${Object.keys(PARTS).join('|')} [ARGUMENTS]]\n`)
  process.exit(2)
}
for (const [part, load] of Object.entries(PARTS))
  if (name === undefined || name === part) await (await load()).bench(args)

export {}
