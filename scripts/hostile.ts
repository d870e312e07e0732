// Imports every file of a corpus of hostile files and compares what comes out with the corpus' labels:
// node scripts/run.mjs scripts/hostile.ts DIR [FAMILY]
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { judge, type HostileFile } from '../tests/support/hostile'
import { CHILD_FLAG, ImportChild, serveImports } from '../tests/support/import-child'

interface Tally {
  files: number
  agree: number
  takenUp: number
  bad: number
  slowest: number
}

if (process.argv.includes(CHILD_FLAG)) serveImports()
else process.exitCode = await main(process.argv.slice(2))

async function main([dir, family]: string[]): Promise<number> {
  if (dir === undefined) {
    console.error('Usage: node scripts/run.mjs scripts/hostile.ts DIR [FAMILY]')
    return 2
  }
  const files = readFileSync(join(dir, 'manifest.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as HostileFile)
    .filter((file) => family === undefined || file.family === family)
  const child = new ImportChild(process.argv[1] ?? '')
  const tallies = new Map<string, Tally>()
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(join(dir, file.path)))
    const ending = await child.run({ bytes, fileName: basename(file.path) }, file.asserts.max_ms)
    const verdict = judge(file, ending, bytes)
    const tally = tallies.get(file.family) ?? { files: 0, agree: 0, takenUp: 0, bad: 0, slowest: 0 }
    tallies.set(file.family, tally)
    tally.files++
    if (verdict.differs === undefined) tally.agree++
    else if (verdict.takenUp) tally.takenUp++
    if (ending.kind !== 'result') tally.bad++
    else tally.slowest = Math.max(tally.slowest, ending.ms)
    if (verdict.differs !== undefined)
      console.log(
        `${verdict.takenUp ? 'taken up' : 'DIFFERS'}  ${file.path}  ${verdict.differs.replace(/\s+/g, ' ')}`
      )
  }
  child.close()
  return report(tallies)
}

function report(tallies: ReadonlyMap<string, Tally>): number {
  const sum: Tally = { files: 0, agree: 0, takenUp: 0, bad: 0, slowest: 0 }
  console.log('\nfamily            files  agree  taken up  differ  crash/hang/throw  slowest ms')
  for (const [name, tally] of tallies) {
    console.log(row(name, tally))
    sum.files += tally.files
    sum.agree += tally.agree
    sum.takenUp += tally.takenUp
    sum.bad += tally.bad
    sum.slowest = Math.max(sum.slowest, tally.slowest)
  }
  console.log(row('all', sum))
  console.log(
    `\nagreement ${((100 * sum.agree) / sum.files).toFixed(2)} % by the labels, ` +
      `${((100 * sum.agree) / (sum.files - sum.takenUp)).toFixed(2)} % without formats that were taken up since`
  )
  return sum.bad === 0 ? 0 : 1
}

function row(name: string, tally: Tally): string {
  const differ = tally.files - tally.agree - tally.takenUp
  return (
    name.padEnd(16) +
    [tally.files, tally.agree, tally.takenUp, differ, tally.bad, Math.round(tally.slowest)]
      .map((value, index) => String(value).padStart([7, 7, 10, 8, 18, 12][index] ?? 8))
      .join('')
  )
}
