import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toCanonical } from '../../src/core/text/canonical'
import { findCues } from '../../src/core/claims/cues'
import { ENGLISH_CUES } from '../../src/core/claims/cues/en/rules'
import { prepare } from '../../src/core/claims/sentence'
import { importText } from '../../src/importers/text'
import { linesFor } from './claims'

/** Parts into which the articles are cut; each is left out once. */
const FOLDS = 5
const GROUPS = [
  'unverified',
  'unconfirmed',
  'dispute',
  'allegation',
  'anonymity',
  'open-question',
  'epistemic',
  'forecast',
  'evidence',
  'attribution',
  'party',
  'media',
  'quotes',
  'scope'
]

interface Text {
  readonly file: string
  readonly raw: string
}

/**
 * Prints what each rule group adds (the scores without it), and the scores on articles that the rules have not seen, as far as
 * lists of wordings can: for each fifth of the articles every cue rule is switched off that fires in none of the other articles.
 * Scores are those of `dir/score.mjs`: highlight F1, strong F1, source accuracy, exact scopes; articles and seeds.
 */
export async function predict(dir: string): Promise<void> {
  const articles = await texts(join(dir, 'texts'))
  const seeds = await texts(join(dir, '..', '..', 'seeds'))
  const scratch = await mkdtemp(join(tmpdir(), 'claims-parts-'))
  const score = async (set: 'articles' | 'seeds', lines: string) => {
    const file = join(scratch, 'predictions.jsonl')
    await writeFile(file, lines)
    const gold = join(dir, `${set}-gold.jsonl`)
    return summary(execFileSync('node', [join(dir, 'score.mjs'), gold, file], { encoding: 'utf8' }))
  }
  const all = (from: readonly Text[], without: ReadonlySet<string>) =>
    from.map(({ file, raw }) => linesFor(file, raw, without)).join('')
  console.log(
    '| without | articles: highlight, strong, source, scope | seeds |\n| --- | --- | --- |'
  )
  for (const group of ['nothing', ...GROUPS]) {
    const without = new Set([group])
    const [a, s] = [
      await score('articles', all(articles, without)),
      await score('seeds', all(seeds, without))
    ]
    console.log(`| ${group} | ${a} | ${s} |`)
  }
  const fired = new Map(articles.map((text) => [text.file, firedIn(text.raw)]))
  let left = ''
  const off: number[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const out = articles.filter((_, i) => i % FOLDS === fold)
    const known = new Set(
      articles
        .filter((text) => !out.includes(text))
        .flatMap((text) => [...(fired.get(text.file) ?? [])])
    )
    const without = new Set(ENGLISH_CUES.map((rule) => rule.id).filter((id) => !known.has(id)))
    off.push(without.size)
    left += all(out, without)
  }
  console.log(
    `| rules that fire in no other article (${off.join(', ')} of ${ENGLISH_CUES.length} off) | ${await score('articles', left)} | – |`
  )
  await rm(scratch, { recursive: true })
}

async function texts(folder: string): Promise<Text[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).toSorted()
  return Promise.all(
    files.map(async (file) => ({ file, raw: await readFile(join(folder, file), 'utf8') }))
  )
}

function firedIn(raw: string): Set<string> {
  const { blocks } = importText(raw, { bytes: new Uint8Array(), fileName: 'a.txt' })
  return new Set(
    prepare(toCanonical(blocks)).flatMap((sentence) => findCues(sentence).map((hit) => hit.rule.id))
  )
}

function summary(printed: string): string {
  const f1 = (name: string) =>
    new RegExp(`^${name}.*F1 ([0-9.]+)`, 'm').exec(printed)?.[1]?.replace(/^0/, '') ?? '?'
  const source = /source accuracy 0?([0-9.]+)/.exec(printed)?.[1] ?? '?'
  const scope = /scope exact ([0-9/]+)/.exec(printed)?.[1] ?? '?'
  return [f1('highlight, all'), f1('severity >= 3'), source, scope].join(' · ')
}
