import { unreachable } from './unreachable'
import type { QueryNotice } from '../../../core/search/query'
import type { Failure } from '../../../shared/failure'
import type { ProblemView } from '../../../shared/shapes'
import type { CommandId } from '../../../shared/commands'

/** A sentence for the reader and what may be done about it. */
export interface Message {
  readonly text: string
  readonly action?: { readonly label: string; readonly command: CommandId }
}

const RESCAN = { label: 'Read the folders again', command: 'rescan' } as const

/** Why there is no copy of the notes in the folder that was named for it. */
const COPY_TROUBLE = {
  'too-large':
    'The file of notes in the folder for copies is too large to be read (over 64 MB), so it was left as it is and no copy is kept there. Move it elsewhere or choose another folder.',
  'other-form':
    'The file “briefing-reader-notes.json” in the folder for copies holds no notes of this app, or only a part of them, so it was left as it is and no copy is kept there. Move it elsewhere or choose another folder.',
  failed:
    'The copy of your notes could not be kept in its folder. Connect the folder again or choose another.'
} as const

/** What whoever mends the program wants to know of an error. */
export function detailsOf(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)
}

/** Says a failure in plain words. */
export function failureMessage(failure: Failure): Message {
  switch (failure.code) {
    case 'article-not-found':
      return {
        text: 'This article is no longer in the library. Its file may have been moved or deleted.',
        action: RESCAN
      }
    case 'folder-not-found':
      return {
        text: 'This folder is no longer open here.',
        action: { label: 'Open a folder', command: 'open-folder' }
      }
    case 'folder-not-readable':
      return {
        text: `The folder “${failure.name}” can’t be read. Check that it exists and that you may open it.`,
        action: { label: 'Open another folder', command: 'open-folder' }
      }
    case 'folder-already-open':
      return { text: `The folder “${failure.name}” is open already.` }
    case 'too-many-articles':
      return { text: `At most ${failure.limit} articles can be compared at once. Choose fewer.` }
    case 'bad-arguments':
      return {
        text: `The window asked in a way that the library does not understand (${failure.call}: ${failure.detail}).`
      }
    case 'library-not-open':
      return {
        text: 'The library could not be opened. Close other copies of the app and start it again.'
      }
    case 'library-damaged':
      return {
        text: `The library’s own file was damaged and has been put aside as “${failure.kept}”. Your articles are untouched; a new library is being built.`,
        action: RESCAN
      }
    case 'disk-full':
      return { text: 'The disk is full. Free some space and try again.' }
    case 'cancelled':
      return { text: 'Stopped.' }
    case 'not-writable':
      return { text: `“${failure.name}” can’t be written. Choose another place.` }
    case 'not-found':
      return { text: `“${failure.what}” was not found.` }
    case 'copy-not-kept':
      return {
        text: `${COPY_TROUBLE[failure.reason]} Your notes here are safe.`,
        action: { label: 'Settings', command: 'settings' }
      }
    case 'internal':
      return {
        text: `Something went wrong in the app. Please report it with this reference: ${failure.ref}`
      }
    default:
      return unreachable(failure)
  }
}

/** Every problem code of the importers and what it means; the tests hold it to the importers' own list. */
const PROBLEMS = {
  'not-regular-file': 'This is not an ordinary file, so it was not opened.',
  'not-readable':
    'This file can’t be read. You may lack permission, or another program has locked it.',
  vanished: 'This file disappeared while it was being read.',
  changing: 'This file kept changing while it was being read. It will be read again when it rests.',
  'too-large': 'This file is larger than the size limit. The limit can be changed in the settings.',
  'too-deep': 'This folder lies deeper than the app goes.',
  symlink: 'This is a link to another place. Links are not followed out of the folder.',
  'name-not-utf8': 'The file’s name holds characters that can’t be shown.',
  'reader-timeout': 'Reading this file took too long and was stopped.',
  'reader-crashed': 'This file made the reader stop. The other files were not affected.',
  'not-derived':
    'Not all could be found out about this report: its marks or its overlaps are missing.',
  empty: 'This file is empty.',
  binary: 'This is not a text file.',
  'unsupported-format': 'The app does not read this kind of file.',
  damaged: 'This file is damaged. What could be read is shown.',
  encrypted: 'This file is protected by a password.',
  'no-text': 'No article text was found in this file.',
  'no-text-layer':
    'This PDF holds pictures of pages but no text. It would need text recognition first.',
  'link-only': 'This entry is a link without the article’s text.',
  'invalid-characters': 'Some characters could not be decoded and are shown as �.',
  'guessed-charset': 'The file does not say how its characters are coded; the app guessed.',
  truncated:
    'The end of this file is missing, or it is longer than the app reads: the rest is left out.',
  'bad-front-matter': 'The details at the top of this file are not well formed and were left out.',
  'remote-parts-dropped': 'Parts that would have been loaded from the network were left out.',
  'duplicate-entry': 'This file holds the same entry more than once; it is listed once.',
  'listed-only':
    'The articles of this list have files of their own, which show what it says of them.'
} as const satisfies Record<string, string>

export const PROBLEM_CODES = Object.keys(PROBLEMS)

/** Says what is wrong with a file, and of one that gave nothing does not promise a part. */
export function problemMessage(
  code: string,
  severity: ProblemView['severity'] = 'warning'
): string {
  if (code === 'damaged' && severity === 'error')
    return 'This file is damaged and could not be read. Try to get it again where it came from.'
  return code in PROBLEMS
    ? PROBLEMS[code as keyof typeof PROBLEMS]
    : 'Something about this file is unusual.'
}

/** Says how a query was read otherwise than typed. */
export function noticeMessage(notice: QueryNotice): string {
  switch (notice.code) {
    case 'unclosed-quote':
      return 'A quotation mark is not closed; the phrase was taken to the end.'
    case 'unclosed-parenthesis':
      return 'A parenthesis is not closed; it was closed at the end.'
    case 'stray-operator':
      return `“${notice.text}” stands alone and was taken as a word.`
    case 'unknown-field':
      return `There is no field “${notice.text}”; it was taken as words.`
    case 'bad-date':
      return `“${notice.text}” is not a date. Write 2023-09-14, 2023-09 or 2023.`
    case 'only-exclusions':
      return 'Only exclusions: every other article is listed.'
    case 'fuzzy-used':
      return `Nothing has exactly these words; similar spellings are shown${notice.text === '' ? '' : `: ${notice.text}`}.`
    case 'some-words':
      return 'No article has all of these words; those with most of them come first.'
    case 'bad-regex':
      return `${notice.text} is not understood as a pattern; its words were searched.`
    case 'regex-limited':
      return `The pattern was looked for in ${notice.text} articles, the best of the rest of the query first, and the others are left out. Words beside it make that all of them.`
    case 'exact-limited':
      return `${notice.text} articles have these words in some spelling; the best of them were compared letter by letter.`
    case 'field-not-available':
      return `“${notice.text}” means nothing here. The list below the box offers what can be asked for.`
    case 'rebuilding':
      return 'The search index is being built anew; some articles may be missing until it is done.'
    case 'too-long':
      return 'The query is very long; its end was left out.'
    default:
      return unreachable(notice.code)
  }
}
