import { expect, test } from 'vitest'
import type { ProblemCode } from '../../src/importers/importer'
import type { QueryNotice } from '../../src/core/search/query'
import type { Failure } from '../../src/shared/failure'
import {
  failureMessage,
  noticeMessage,
  PROBLEM_CODES,
  problemMessage
} from '../../src/renderer/src/lib/messages'

const FAILURES: Record<Failure['code'], Failure> = {
  'article-not-found': { code: 'article-not-found', article: 1 },
  'folder-not-found': { code: 'folder-not-found', folder: 1 },
  'folder-not-readable': { code: 'folder-not-readable', name: 'Ober' },
  'folder-already-open': { code: 'folder-already-open', name: 'Ober' },
  'too-many-articles': { code: 'too-many-articles', limit: 20 },
  'bad-arguments': { code: 'bad-arguments', call: 'search', detail: 'limit' },
  'library-not-open': { code: 'library-not-open', detail: '' },
  'library-damaged': { code: 'library-damaged', kept: 'catalog.bad' },
  'disk-full': { code: 'disk-full' },
  cancelled: { code: 'cancelled' },
  'not-writable': { code: 'not-writable', name: 'report.md' },
  'not-found': { code: 'not-found', what: 'note' },
  'copy-not-kept': { code: 'copy-not-kept', reason: 'failed', detail: 'ENOENT' },
  internal: { code: 'internal', ref: 'a1-1' }
}

// A code that the importers add does not compile here until it has its sentence.
const CODES: Record<ProblemCode, true> = {
  'not-regular-file': true,
  'not-readable': true,
  vanished: true,
  changing: true,
  'too-large': true,
  'too-deep': true,
  symlink: true,
  'name-not-utf8': true,
  'reader-timeout': true,
  'reader-crashed': true,
  'not-derived': true,
  empty: true,
  binary: true,
  'unsupported-format': true,
  damaged: true,
  encrypted: true,
  'no-text': true,
  'no-text-layer': true,
  'link-only': true,
  'invalid-characters': true,
  'guessed-charset': true,
  truncated: true,
  'bad-front-matter': true,
  'remote-parts-dropped': true,
  'duplicate-entry': true,
  'listed-only': true
}

const NOTICES: Record<QueryNotice['code'], true> = {
  'unclosed-quote': true,
  'unclosed-parenthesis': true,
  'stray-operator': true,
  'unknown-field': true,
  'bad-date': true,
  'only-exclusions': true,
  'fuzzy-used': true,
  'some-words': true,
  'exact-limited': true,
  'bad-regex': true,
  'regex-limited': true,
  'field-not-available': true,
  rebuilding: true,
  'too-long': true
}

test.each(Object.values(FAILURES))('the failure $code is a plain sentence', (failure) => {
  const { text } = failureMessage(failure)

  expect(text).toMatch(/^[\p{Lu}“].*[.a-z0-9-]$/u)
  expect(text).not.toContain('undefined')
})

test('every problem of the importers has a sentence of its own', () => {
  expect(PROBLEM_CODES.toSorted()).toEqual(Object.keys(CODES).toSorted())
  expect(new Set(PROBLEM_CODES.map((code) => problemMessage(code))).size).toBe(PROBLEM_CODES.length)
})

test('a problem from a newer library is told without its code', () => {
  expect(problemMessage('from-the-future')).toBe('Something about this file is unusual.')
})

test('every notice of the query is a sentence', () => {
  for (const code of Object.keys(NOTICES) as QueryNotice['code'][]) {
    expect(noticeMessage({ code, text: 'harbour' })).toMatch(/[.…]$/)
  }
})
