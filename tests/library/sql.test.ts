import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkpoint, isDamage, openDatabase, transaction } from '../../src/library/catalog/database'
import { all, count, first, run, sql } from '../../src/library/catalog/sql'
import { globMatcher } from '../../src/library/globs'
import { findQuote, quoteOf } from '../../src/library/anchor'
import { displayOf } from '../../src/library/folders'
import { FailureError } from '../../src/shared/failure'

test('values are bound and parts are joined', () => {
  const db = openDatabase(':memory:')
  run(db, sql`CREATE TABLE t (a TEXT, n INTEGER) STRICT`)
  const hostile = `'); DROP TABLE t; --`
  expect(run(db, sql`INSERT INTO t VALUES (${hostile}, ${1}), (${'b'}, ${2})`).changes).toBe(2)

  const where = sql`WHERE n > ${0} AND a = ${hostile}`

  expect(all(db, sql`SELECT a FROM t ${where}`)).toEqual([{ a: hostile }])
  expect(first(db, sql`SELECT n FROM t WHERE a = ${'absent'}`)).toBeUndefined()
  expect(count(db, sql`SELECT count(*) FROM t`)).toBe(2)
})

test('a transaction that fails leaves nothing behind', () => {
  const db = openDatabase(':memory:')
  db.exec('CREATE TABLE t (a INTEGER) STRICT')

  expect(() =>
    transaction(db, () => {
      db.exec('INSERT INTO t VALUES (1)')
      throw new Error('stop')
    })
  ).toThrow('stop')

  expect(count(db, sql`SELECT count(*) FROM t`)).toBe(0)
  expect(db.isTransaction).toBe(false)
})

test('a full disk is a failure that the reader can act on, and the database goes on working', () => {
  const db = openDatabase(':memory:')
  db.exec('CREATE TABLE t (a BLOB) STRICT; PRAGMA max_page_count = 20')
  const fill = () =>
    transaction(db, () => run(db, sql`INSERT INTO t VALUES (${new Uint8Array(200_000)})`))

  expect(fill).toThrow(FailureError)
  expect(() =>
    transaction(db, () => run(db, sql`INSERT INTO t VALUES (${new Uint8Array(9)})`))
  ).not.toThrow()
  expect(isDamage(new Error('other'))).toBe(false)
})

test('no schema of a file is trusted and no extension is loaded', () => {
  const db = openDatabase(':memory:')
  expect(first(db, sql`PRAGMA trusted_schema`)).toEqual({ trusted_schema: 0 })
  expect(() => {
    db.loadExtension('anything')
  }).toThrow()
  expect(() => {
    db.exec('PRAGMA writable_schema = ON; DELETE FROM sqlite_schema')
  }).toThrow()
})

test('globs fit names at any depth, whole folders and choices', () => {
  const ignored = globMatcher(['**/node_modules/**', '**/.*', '*.tmp', 'drafts/**', 'a?.{txt,md}'])
  const fits = [
    'node_modules',
    'x/node_modules/y.txt',
    '.git',
    'x/.git/config',
    'deep/a.tmp',
    'drafts/x/y.txt',
    'a1.txt',
    'x/ab.md'
  ]
  const others = [
    'node_modules_x/a.txt',
    'a.txt',
    'my.drafts/a.txt',
    'abc.txt',
    'a.tmp.txt',
    'x/drafts/a.txt'
  ]

  expect(fits.filter((path) => !ignored(path))).toEqual([])
  expect(others.filter((path) => ignored(path))).toEqual([])
})

test('a quotation is found again by its context', () => {
  const text = 'He said no. They left. He said no. We stayed.'
  const second = { start: 23, end: 34 }
  const quote = quoteOf(text, second)

  expect(findQuote(`Before. ${text}`, quote)).toEqual({ start: 31, end: 42 })
  expect(findQuote('Nothing of the kind.', quote)).toBeUndefined()
})

test('names that would mislead are shown with visible signs', () => {
  const path = Buffer.concat([
    Buffer.from('sub/a\n\u202Egpj.'),
    Buffer.from([0xff]),
    Buffer.from('.txt')
  ])

  expect(displayOf(path)).toEqual({ subFolder: 'sub', name: 'a\u240A\uFFFDgpj.\uFFFD.txt' })
})

test('what commits wrote to the log goes into the database in a quiet moment', () => {
  const dir = mkdtempSync(join(tmpdir(), 'briefing-log-'))
  const file = join(dir, 'log.db')
  const db = openDatabase(file)
  try {
    db.exec('CREATE TABLE large (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT')
    const insert = db.prepare('INSERT INTO large (data) VALUES (zeroblob(1000000))')
    for (let i = 0; i < 3; i++) insert.run()
    expect(statSync(file).size).toBeLessThan(1e6)

    checkpoint(db)

    expect(statSync(file).size).toBeGreaterThan(3e6)
    expect(db.prepare('SELECT count(*) AS n FROM large').get()?.['n']).toBe(3)
  } finally {
    db.close()
    rmSync(dir, { recursive: true, force: true })
  }
})
