import type { Format, Provenance } from '../../../core/article/article'
import type { OverlapKind } from '../../../core/overlap/model'
import type { SourceType } from '../../../core/claims/claim'
import type { ChangeKind } from '../../../core/align/model'

const counts = new Intl.NumberFormat('en')

/** `1,040`. */
export const number = (value: number): string => counts.format(value)

/** `1 article`, `2 articles`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`

/** How many newsrooms reports come from, `2 newsrooms, 3 reports of unknown publishers`: what is not known is not counted as one. */
export const newsrooms = (known: number, unsigned: number): string =>
  [
    known > 0 || unsigned === 0 ? plural(known, 'newsroom') : '',
    unsigned === 0
      ? ''
      : known === 0
        ? 'publishers unknown'
        : `${plural(unsigned, 'report')} of unknown publishers`
  ]
    .filter((part) => part !== '')
    .join(', ')

/** 0…1 as `52 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ')
/** Put together by hand: Intl.DateTimeFormat took a third of the time in which the rows of a window of results are filled. */
const day = (time: Date): string =>
  `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`

/** `4 Mar 2031` from an ISO date; with the time when there is one. Text that is no date stays. */
export function date(iso: string | undefined): string {
  if (iso === undefined) return 'no date'
  const parsed = new Date(iso)
  if (Number.isNaN(parsed.getTime())) return iso
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1]
  return time === undefined || iso.includes('T00:00') ? day(parsed) : `${day(parsed)}, ${time}`
}

/** Words a minute for an ordinary reader of news. */
const WORDS_PER_MINUTE = 230

/** `4 min`. */
export const readingTime = (words: number): string =>
  `${Math.max(1, Math.round(words / WORDS_PER_MINUTE))} min`

/** `12 kB`. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} bytes`
  return size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`
}

export const OVERLAP_NAMES: Readonly<Record<OverlapKind, string>> = {
  'same-text': 'Same text',
  version: 'Version of the same text',
  'shared-passages': 'Shared passages',
  'shared-quotation': 'Shared quotation',
  'same-event': 'Possibly the same event',
  'same-topic': 'Same topic'
}

export const PROVENANCE_NAMES: Readonly<Record<Provenance, string>> = {
  reader: 'put right by you',
  'front matter': 'from the details at the top of the file',
  'JSON-LD': 'from the page’s structured data',
  meta: 'from the page’s meta tags',
  header: 'from the file’s header',
  byline: 'from the by-line',
  text: 'from the text',
  export: 'from the export',
  address: 'from the address',
  'file name': 'from the file’s name',
  'file time': 'from the file’s time',
  guess: 'a guess'
}

export const SOURCE_NAMES: Readonly<Record<SourceType, string>> = {
  state: 'state',
  ministry: 'ministry',
  military: 'military',
  'armed-group': 'armed group',
  official: 'official',
  court: 'court',
  police: 'police',
  emergency: 'emergency service',
  health: 'health authority',
  un: 'United Nations body',
  ngo: 'non-governmental organisation',
  monitor: 'monitor',
  company: 'company',
  'party-politician': 'politician',
  media: 'outlet',
  'state-media': 'state media',
  wire: 'news agency',
  person: 'person',
  unnamed: 'not named',
  unknown: 'kind not known'
}

export const CHANGE_NAMES: Readonly<Record<ChangeKind, string>> = {
  number: 'Number',
  quotation: 'Quotation',
  attribution: 'Attribution',
  hedge: 'Hedge',
  negation: 'Negation',
  time: 'Time',
  place: 'Place',
  name: 'Name',
  status: 'Status',
  addition: 'Only in B',
  omission: 'Only in A',
  scope: 'Same wording, other scope',
  wording: 'Wording',
  moved: 'Moved'
}

/** Formats as people call them. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  txt: 'Plain text',
  md: 'Markdown',
  html: 'Web page',
  singlefile: 'Saved page (SingleFile)',
  mhtml: 'Saved page (MHTML)',
  pdf: 'PDF',
  epub: 'EPUB',
  docx: 'Word document',
  eml: 'E-mail',
  mbox: 'Mailbox',
  warc: 'Web archive',
  omnivore: 'Omnivore export',
  wallabag: 'Wallabag export',
  readwise: 'Readwise export',
  pocket: 'Pocket export',
  zotero: 'Zotero storage',
  clipboard: 'Clipboard'
}

/** The reader's own scale for claims (Admiralty, second figure). */
export const CREDIBILITY = {
  1: '1 confirmed by other sources',
  2: '2 probably true',
  3: '3 possibly true',
  4: '4 doubtful',
  5: '5 improbable',
  6: '6 can’t be judged'
} as const

/** The reader's own scale for sources (Admiralty, first letter). */
export const RELIABILITY = {
  A: 'A reliable',
  B: 'B usually reliable',
  C: 'C fairly reliable',
  D: 'D not usually reliable',
  E: 'E unreliable',
  F: 'F can’t be judged'
} as const
