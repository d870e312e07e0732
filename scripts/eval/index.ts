/* npm run -s eval -- SET DIR: runs the product on a labelled set and prints predictions in the format of the set's scorer. */
type Predict = (dir: string, texts?: string) => Promise<void>

const SETS: Record<string, () => Promise<{ predict: Predict }>> = {
  extraction: () => import('./extraction'),
  metadata: () => import('./metadata'),
  search: () => import('./search'),
  claims: () => import('./claims'),
  'claims-parts': () => import('./claims-parts'),
  overlap: () => import('./overlap'),
  threads: () => import('./threads'),
  furniture: () => import('./furniture'),
  forms: () => import('./forms'),
  changes: () => import('./changes'),
  tolls: () => import('./tolls')
}

const [set, dir, texts] = process.argv.slice(2)
const load = SETS[set ?? '']
if (load === undefined || dir === undefined) {
  process.stderr.write(`Usage: npm run -s eval -- ${Object.keys(SETS).join('|')} DIR [TEXTS]\n`)
  process.exit(2)
}
await (await load()).predict(dir, texts)
