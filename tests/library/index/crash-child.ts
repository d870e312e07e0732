/* Indexes without end in small transactions, some with changes and removals, until it is killed. Arguments: FILE SEED */
import { random } from '../../bench/corpus'
import { openDatabase } from '../../../src/library/catalog/database'
import { FullText } from '../../../src/library/index/full-text'
import { crashArticle } from './crash-articles'

const [file = '', seed = '1'] = process.argv.slice(2)
const draw = random(Number(seed))
const db = openDatabase(file)
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
db.exec('CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL)')
const index = new FullText()
db.exec('BEGIN IMMEDIATE')
index.open(db)
db.exec('COMMIT')
const keep = db.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?)')
const forget = db.prepare('DELETE FROM kept WHERE id = ?')
process.stdout.write('ready\n')

for (let next = 1, revision = 0; ; revision++) {
  db.exec('BEGIN IMMEDIATE')
  const batch: number[] = []
  for (let i = Math.floor(draw() * 6); i >= 0; i--) batch.push(next++)
  if (draw() < 0.4) batch.push(1 + Math.floor(draw() * next))
  const ids = [...new Set(batch)]
  for (const id of ids) keep.run(id, revision)
  index.keep(ids.map((id) => crashArticle(id, revision)))
  if (draw() < 0.3) {
    const gone = 1 + Math.floor(draw() * next)
    forget.run(gone)
    index.drop([gone])
  }
  const rolledBack = draw() < 0.1
  db.exec(rolledBack ? 'ROLLBACK' : 'COMMIT')
  index.settled(!rolledBack)
  if (draw() < 0.05) {
    db.exec('BEGIN IMMEDIATE')
    index.compact()
    db.exec('COMMIT')
    index.settled(true)
  }
}
