import { expect, test } from 'vitest'
import type { ImportInput } from '../../src/importers/importer'
import { importText } from '../../src/importers/text'

const input: ImportInput = {
  bytes: new Uint8Array(),
  fileName: '0001_ab12.txt',
  modified: '2031-04-01T00:00:00.000Z'
}
const BODY =
  'The harbour of Tarn stayed shut on Monday after a crane fell into the basin, the port office said.'

const titleOf = (...lines: string[]): string =>
  importText([...lines, BODY].join('\n\n'), input).metadata.title.value

test('a title glued to a breadcrumb is the line that it repeats', () => {
  expect(
    titleOf('HomeNewsHarbour stays shut as crane falls', 'Harbour stays shut as crane falls')
  ).toBe('Harbour stays shut as crane falls')
  expect(titleOf('HomeNewsHarbour stays shut as...', 'Harbour stays shut as crane falls')).toBe(
    'Harbour stays shut as crane falls'
  )
})

test('a title with words of its own before those of a sub-heading stays', () => {
  expect(
    titleOf('Live: Harbour stays shut as crane falls', 'Harbour stays shut as crane falls')
  ).toBe('Live: Harbour stays shut as crane falls')
})

test.each([
  ['a section above a rule', ['Notices Front', '- - - - -', 'Harbour stays shut as crane falls']],
  ['a box of the page', ['MUST WATCH', 'Harbour stays shut as crane falls']],
  ['the paper', ['The Washington Post', 'Harbour stays shut as crane falls']],
  [
    'a byline without its word',
    ['Orla Venn, Ivo Drass and Ida Holm', 'Harbour stays shut as crane falls']
  ],
  ['glued share buttons', ['FacebookEmail Twitter LinkedIn', 'Harbour stays shut as crane falls']],
  [
    'a link to a film',
    ['Watch the crane fall into the basin 08:28', 'Harbour stays shut as crane falls']
  ],
  [
    'a picture credit',
    [
      'AFP PHOTO / Lehti / Heikki Holm / HEIKKI HOLM/AFP/Getty Images',
      'Harbour stays shut as crane falls'
    ]
  ]
])('%s above the title is no title', (_, lines) => {
  expect(titleOf(...lines)).toBe('Harbour stays shut as crane falls')
})

test('a short title in capitals that stands alone is the title', () => {
  expect(titleOf('CRANE FALLS')).toBe('CRANE FALLS')
})

test('a title that holds a dash is no name of a site when it is repeated', () => {
  const title = 'Cranes, ferries and now trains — Tarn makes everyone wait'
  const { metadata } = importText([title, title, BODY].join('\n\n'), input)
  expect(metadata.title.value).toBe(title)
  expect(metadata.publisher).toBeUndefined()
})

test('without a title the beginning of the text stands for it, without its dateline', () => {
  expect(
    importText(`By Orla Venn\n\nTARN, Oct 17 (Tidewire) - ${BODY}`, input).metadata.title
  ).toEqual({
    value: expect.stringMatching(/^The harbour of Tarn stayed shut/) as string,
    from: 'guess'
  })
})

test.each([
  ['of a paper that is known', '- The Guardian', 'The Guardian'],
  ['of an edition of it', '- Al Jazeera English', 'Al Jazeera English'],
  ['made as names of papers are, behind a bar', '| Tarn Times', 'Tarn Times']
])('a window title ends with the name %s, and nothing else need say so', (_, end, publisher) => {
  const { metadata } = importText(`Harbour stays shut as crane falls ${end}\n\n${BODY}`, input)
  expect(metadata.title.value).toBe('Harbour stays shut as crane falls')
  expect(metadata.publisher?.value).toBe(publisher)
})

test('a dash before a name of no paper belongs to the title', () => {
  expect(titleOf('Harbour stays shut as crane falls – Good News')).toBe(
    'Harbour stays shut as crane falls – Good News'
  )
})

test('the heading that begins like the window title is the title, with the date below it', () => {
  const { metadata } = importText(
    [
      'Harbour of Tarn stays shut to ferries as crane falls into basin – Halvikul',
      'Menu',
      'Home',
      'Harbour of Tarn stays shut to ferries as crane falls into water',
      'Opinions',
      'Harbour of Tarn stays shut to ferries as crane falls into water',
      'Mira Holt',
      '27/02/2031 09:20',
      BODY,
      'Texts of halvikul.md may be quoted in part.'
    ].join('\n\n'),
    input
  )
  expect(metadata.title.value).toBe(
    'Harbour of Tarn stays shut to ferries as crane falls into water'
  )
  expect(metadata.publisher?.value).toBe('Halvikul')
  expect(metadata.published?.value).toBe('2031-02-27T09:20:00')
})

const TITLE = 'Harbour stays shut as crane falls'
const CAPTION =
  'Mayor Ada Holt, left, walks to the quay after she arrived in Tarn, Halland, Sunday, March 3, 2031, with the master of the port.'

test.each([
  [
    'a form for the weather',
    [
      'Enter City and State or Zip Code',
      'Your weather is set to . You can change the location at any time.',
      'AccuWeather.com Quick Look',
      'You are signed in as',
      'Edit'
    ]
  ],
  [
    'captions with their credits',
    Array.from({ length: 9 }, () => [CAPTION, '(AP Photo/Ivo Drass)']).flat()
  ],
  ['a mark for comments', ['TIPxMake a text selection to add comments']],
  ['a heading of a list', ['MUST WATCH', 'Remnants of the crane are lifted 08:28']],
  ['a button of a picture', ['Modal Trigger']],
  ['a caption with its credit', ['The crane of Tarn: Not fallen, just resting. Photo: AFP']]
])('%s above the title is passed over', (_, lines) => {
  expect(titleOf(...lines, TITLE)).toBe(TITLE)
})

test.each([
  ['a caption', [CAPTION]],
  [
    'a picture and its credit',
    ['(AP Photo/Ivo Drass)', 'Mayor Ada Holt waved upon her arrival at the quay of Tarn.']
  ],
  [
    'a note of the editors',
    ["TR editor's Note", 'There are no reports in other papers that tell of this matter.', '* * *']
  ],
  [
    'a pointer',
    ['**Click****here****to see the map of the port. This map is drawn anew every day.**']
  ],
  ['a note on the page', ['This live coverage has ended. For the latest updates, please go here.']],
  ['an agency', ['Modal Trigger', 'Reuters']]
])('without a title, %s does not stand for one', (_, lines) => {
  expect(importText([...lines, BODY].join('\n\n'), input).metadata.title).toEqual({
    value: BODY,
    from: 'guess'
  })
})

test.each([
  '(Tidewire) - ',
  '(TW)',
  'TARN, Halland (Tidewire) - ',
  'ST. OLAV, Hall. (TW) — ',
  'TARN—',
  'TARN: ',
  'Tarn: ',
  'Tarn – ',
  'Tarn, Halland  ',
  'Old Tarn (TW Business) ',
  'TideTarn.Net - '
])('the dateline %j is no part of the title', (dateline) => {
  expect(importText(dateline + BODY, input).metadata.title.value).toBe(BODY)
})

test.each([
  ['U.S.-Led raids on the harbour of Tarn went on, the port office said.', 'U.S.-Led raids'],
  ['COVID-19: The harbour of Tarn stays shut, the port office said.', 'COVID-19: The']
])('the beginning of %j is no dateline', (text, start) => {
  expect(importText(text, input).metadata.title.value.startsWith(start)).toBe(true)
})

const guessOf = (text: string) => importText(text, input).metadata.title.value

test('a long sentence is cut where a clause ends', () => {
  expect(
    guessOf(
      'Divers who have joined the port of Tarn are lifting the crane that fell into the basin, a guild that watches the work of the harbour said on Friday, as ferries waited outside.'
    )
  ).toBe('Divers who have joined the port of Tarn are lifting the crane that fell into the basin…')
  expect(
    guessOf(
      'The port of Tarn has raised two fallen cranes from its basin as they were blocking the way of the ferries that bring grain and salt to the islands of Halland and beyond in winter.'
    )
  ).toBe('The port of Tarn has raised two fallen cranes from its basin…')
})

test('a long sentence without clauses is cut behind a word that can end it', () => {
  expect(
    guessOf(
      'A statement by the office of the harbour of Tarn said the one fallen crane of the port was to be lifted by divers from the basin early next week at the cost of the town'
    )
  ).toBe('A statement by the office of the harbour of Tarn said the one fallen crane of the port…')
})

test('a long sentence is not cut inside brackets', () => {
  expect(
    guessOf(
      'We have known since spring that the port of Tarn reluctantly took a loan for the crane (two thirds of which the town had paid by then) and that the guild of pilots spoke against it for years.'
    )
  ).toBe('We have known since spring that the port of Tarn reluctantly took a loan for the crane…')
})

test('the name of a file that is a sentence is the title of a text without one', () => {
  const named = { ...input, fileName: 'Harbour stays shut as crane falls.txt' }
  expect(importText(BODY, named).metadata.title).toEqual({
    value: 'Harbour stays shut as crane falls',
    from: 'file name'
  })
})

// ── dates and names ───────────────────────────────────────────────────────────────────────────────

const madeOf = (...lines: string[]) => importText([...lines, BODY].join('\n\n'), input).metadata

test.each([
  ['Wed 19 Apr 2028 Harbour stays shut as crane falls. The port said so.', '2028-04-19'],
  ['Posted on April 19 2028 by Tide News The harbour of Tarn stayed shut.', '2028-04-19'],
  ['Date of publication 4 October 2028 The harbour of Tarn stayed shut.', '2028-10-04'],
  ['18-07-2028 Harbour-led works go on in the basin of Tarn.', '2028-07-18'],
  ['21.08.2028Get short URL 0 0 The harbour of Tarn stayed shut.', '2028-08-21'],
  [`UPDATED ${TITLE} AFP Sunday 22 Feb 2028 The harbour of Tarn stayed shut.`, '2028-02-22']
])('running text that opens with its date is dated: %s', (line, date) => {
  expect(madeOf(TITLE, `${line} ${BODY}`).published).toEqual({ value: date, from: 'text' })
})

test('a day that the text tells of is not its date', () => {
  expect(madeOf(TITLE, `On 4 October 2028 the harbour was shut. ${BODY}`).published).toBeUndefined()
  expect(madeOf(TITLE, 'October 2028 was wet in Tarn. ' + BODY).published).toBeUndefined()
})

test.each([['Sunday, Jul 15th 2028 5-Day Forecast'], ['— Ada Holt (@adaholt) July 16, 2028']])(
  'the date of something else is not that of the text: %s',
  (line) => {
    expect(madeOf(TITLE, line).published).toBeUndefined()
  }
)

test('a text that tells its last change only was published by then', () => {
  const { published, modified } = madeOf(TITLE, 'Updated: July 02, 2028 15:50 IST')
  expect(published).toEqual({ value: '2028-07-02T15:50:00', from: 'guess' })
  expect(modified).toEqual({ value: '2028-07-02T15:50:00', from: 'text' })
})

test.each([
  ['By                ORLA VENN Associated Press', ['ORLA VENN']],
  ['By ORLA VENN -     Associated Press -      Saturday, July 14, 2028', ['ORLA VENN']],
  [
    'The Associated Press — By ORLA VENN, IVO DRASS and IDA HOLM - Associated Press',
    ['ORLA VENN', 'IVO DRASS', 'IDA HOLM']
  ],
  ['Orla Venn, Ivo Drass and Ida Holm', ['Orla Venn', 'Ivo Drass', 'Ida Holm']],
  ['Orla Venn, Associated Press', ['Orla Venn']],
  [
    'Orla Venn and Ivo Drass, Associated Press Published 6:23 a.m. ET July 16, 2028',
    ['Orla Venn', 'Ivo Drass']
  ],
  ['Posted 6:08 am, July 16, 2028, by Orla Venn', ['Orla Venn']],
  ['The Associated Press | Sunday, July 15, 2028, 8:27 a.m.', ['The Associated Press']],
  ['ORLA VENN\n\nThe Associated Press', ['ORLA VENN']]
])('the line %j below the title names the authors', (line, authors) => {
  expect(madeOf(TITLE, line).authors?.value).toEqual(authors)
})

test('names below the date are of those who took the pictures', () => {
  expect(
    madeOf(TITLE, 'July 15, 2028 — 11:35pm', 'Orla Venn, Associated Press').authors
  ).toBeUndefined()
})

test('a date behind seventeen words of a byline is read', () => {
  expect(
    madeOf(
      TITLE,
      'Orla Venn, Ivo Drass and Ida Holm, Associated Press Published 6:23 a.m. ET July 16, 2028'
    ).published?.value
  ).toBe('2028-07-16')
})

test('a first line of nothing but an outlet names the publisher; one of an agency does not', () => {
  expect(madeOf('The Boston Globe', TITLE).publisher?.value).toBe('The Boston Globe')
  expect(madeOf('Associated Press', TITLE).publisher).toBeUndefined()
})

test('a name of a paper above the date heads the page: it names the publisher, and the headline below is the title', () => {
  const { metadata } = importText(
    ['Tarnish State News', 'April 15, 2031', 'Harbour office denies damage', BODY].join('\n\n'),
    input
  )
  expect(metadata.title.value).toBe('Harbour office denies damage')
  expect(metadata.publisher?.value).toBe('Tarnish State News')
  expect(metadata.published?.value).toContain('2031-04-15')
  // Nothing else there that could be a title.
  expect(titleOf('Tarnish State News', 'April 15, 2031')).toBe('Tarnish State News')
  expect(titleOf('Good News for ferries at Tarn', 'April 15, 2031')).toBe(
    'Good News for ferries at Tarn'
  )
})

test('a line that tells what a picture shows is a caption, one that tells what will be is text', () => {
  const roles = importText(
    [
      TITLE,
      CAPTION,
      'Mayor Ada Holt is expected to arrive in Tarn on March 3, 2031, her office said on Friday.',
      BODY
    ].join('\n\n'),
    input
  ).blocks.map(({ role }) => role)
  expect(roles).toEqual(['heading', 'caption', 'paragraph', 'paragraph'])
})

test('a list at the side that names the title before it stands as the heading is folded with its list', () => {
  const { blocks } = importText(
    [
      'Harbour stays shut as crane falls | Tarn Times',
      'News',
      'Focus',
      '04:15',
      'Ferries to be mended in winter',
      TITLE,
      'Grain ships leave the port',
      'Halland counts its cranes',
      'Sport',
      'Weather',
      'Log in',
      TITLE,
      'Saturday, 28 February 2032, 00:34',
      BODY
    ].join('\n\n'),
    input
  )
  expect(blocks.filter(({ furniture }) => furniture === undefined).map(({ text }) => text)).toEqual(
    expect.arrayContaining([TITLE, BODY])
  )
  expect(blocks.findIndex(({ text, furniture }) => text === TITLE && furniture === undefined)).toBe(
    11
  )
})

test('the dialog of a share button opens no entry of a live blog', () => {
  const { blocks } = importText(
    [
      TITLE,
      'FacebookEmail Twitter',
      'Post to Facebook',
      'CancelSend',
      'Posted!',
      'CONNECT TWEET LINKEDIN COMMENTEMAILMORE',
      ...Array.from({ length: 5 }, () => BODY)
    ].join('\n\n'),
    input
  )
  expect(blocks.some(({ role }) => role === 'entry')).toBe(false)
})
