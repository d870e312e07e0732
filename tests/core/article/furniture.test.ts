import { describe, expect, test } from 'vitest'
import { findFurniture, isProse, lineRule } from '../../../src/core/article/furniture'
import { isCaption } from '../../../src/core/article/captions'
import type { ImportedBlock } from '../../../src/core/text/canonical'

const lines = (...texts: string[]): ImportedBlock[] =>
  texts.map((text) => ({ text, role: 'paragraph' }))
const rules = (blocks: readonly ImportedBlock[]) => blocks.map((block) => block.furniture)

describe('wording', () => {
  test.each([
    ['Share it', 'share-button'],
    ['Facebook Twitter WhatsApp', 'share-button'],
    ['Update on', 'live-button'],
    ['- Advertisement -', 'advertisement'],
    ['Rate this post', 'rating'],
    ['Source link', 'source-link'],
    ['Your email address will not be published. Required fields are marked *', 'comment-form'],
    ['Leave a Reply', 'comment-form'],
    ['To find out more about commenting please read the Guidelines and FAQs', 'comment-form'],
    ['Please read our comment policy before you write.', 'comment-form'],
    ['Read or share this story: https://tide.example/2L', 'share-button'],
    ['What do you think?', 'comment-form'],
    ['DMCA compliant image', 'disclaimer'],
    ['© 2024 The Tidewater Post. All rights reserved.', 'copyright'],
    ['Sign up for our newsletter and get the news in your inbox.', 'newsletter'],
    ['READ MORE: How the harbour was divided', 'pointer'],
    ['Most Popular', 'list-heading'],
    ['Home › World › Ports', 'breadcrumb'],
    ['Skip to main content', 'navigation'],
    ['Image 3 of 8', 'player'],
    ['Tags: ports, Velmora', 'tags'],
    ['Enter City and State or Zip Code', 'form'],
    ['Your weather is set to . You can change the location at any time.', 'form'],
    ['You are signed in as', 'form'],
    ['Log In Using Your Account', 'form'],
    ['TIPxMake a text selection to add comments', 'form'],
    ['Purchase: Order Reprint', 'form'],
    ['Post to Facebook', 'form'],
    ['CancelSend', 'form'],
    ['CONNECT TWEET LINKEDIN COMMENTEMAILMORE', 'share-button'],
    [
      'Ferry leaves   The ferry left on Monday.   Check out this story on tide.example: https://t.example/2',
      'share-button'
    ],
    ['Try one month for $1!', 'newsletter'],
    ['Get Daily Velmora News Headlines', 'newsletter'],
    ['Must watch', 'list-heading'],
    ['Modal Trigger', 'player'],
    ['Scroll down for video', 'player'],
    ['Updated 7 minutes ago', 'date-line'],
    ['1 hr ago', 'date-line'],
    ['* * *', 'no-words']
  ])('“%s” is %s', (text, rule) => {
    expect(lineRule(text)).toBe(rule)
  })

  test.each([
    'The reporters share an office with the harbour police.',
    'Advertisement of the tender begins in May, the council said.',
    'He told reporters to leave a comment period of thirty days in place before any vote.',
    'Source close to the talks: no deal before Friday',
    'More ships left the port on Monday than in all of March.',
    'Analysis from our correspondents',
    'Tomas Reed contributed to this report.',
    'Home prices rose in every district of the city.',
    'Related deaths were counted by the ministry.',
    'Comment from the palace was not available.',
    'Save the Children said its staff were safe.',
    'Search teams reached the valley.',
    'Exclusive: Harbour talks to move to a neutral island',
    'Opinion | The quay belongs to everybody',
    'Update on the bridge: it stays shut until Monday',
    'Enter the city by the north gate, the mayor told drivers.',
    'Post to Velmora goes by ship again',
    'Congratulations poured in from the islands.',
    'Order reprinted in error, court says',
    'Two hours ago the gates were shut.',
    'MORELAND LINES'
  ])('“%s” is text', (text) => {
    expect(lineRule(text)).toBeUndefined()
  })

  test('the title is never furniture', () => {
    const [block] = findFurniture([{ text: 'Watch: Ferry leaves port', role: 'heading', level: 1 }])

    expect(block?.furniture).toBeUndefined()
  })

  test.each([
    'Crews wait at the gate. Photo: Lena Ostrow',
    'Photo: Crews wait at the gate',
    'Share it'
  ])('the caption “%s” is no furniture', (text) => {
    const [block] = findFurniture([{ text, role: 'caption' }])

    expect(block?.furniture).toBeUndefined()
  })

  test.each([
    'Photo: Lena Ostrow',
    'Photo: Lena Ostrow, AP',
    'Photograph by Lena Ostrow for The Courier',
    '© Lena Ostrow / dpa',
    '(Photo by Lena Ostrow/Coast Wire)',
    '(AP Photo/Lena Ostrow)',
    '(Lena Ostrow/Coastbild via AP)',
    'Lena Ostrow/Getty Images',
    'AFP PHOTO / Coastbild / Lena Ostrow'
  ])('the credit “%s” is, and stays a caption', (text) => {
    const [block] = findFurniture([{ text, role: 'caption' }])

    expect(block).toMatchObject({ role: 'caption', furniture: 'image-credit' })
  })
})

describe('place', () => {
  const prose = 'The harbour office said on Monday that the port would open again within a week.'

  test('headlines after the end of the text are folded', () => {
    const found = findFurniture(
      lines('Port opens', prose, 'Source link', 'Ferry sold – The Tidewater Post')
    )

    expect(rules(found)).toEqual([undefined, undefined, 'source-link', 'related-headline'])
  })

  test('the same headline before more text is kept', () => {
    const found = findFurniture(lines(prose, 'Related content', 'Ferry sold', prose))

    expect(rules(found)).toEqual([undefined, 'list-heading', undefined, undefined])
  })

  test('bylines after the end are kept', () => {
    const found = findFurniture(lines(prose, 'Source link', 'Written by Tomas Reed'))

    expect(found[2]?.furniture).toBeUndefined()
  })

  test('a breadcrumb glued to the title is parted from it and keeps its place', () => {
    const title = 'Harbour talks resume in Velmora after night of sirens'
    const found = findFurniture([
      { text: `HomeWorld${title.slice(0, 40)}...`, role: 'paragraph', at: 100 },
      { text: title, role: 'heading', level: 1 }
    ])

    expect(found[0]).toMatchObject({ text: 'HomeWorld', furniture: 'breadcrumb', at: 100 })
    expect(found[1]).toMatchObject({ at: 109 })
    expect(found[1]?.furniture).toBeUndefined()
  })

  test('a stray stop after the last sentence is parted from it', () => {
    const found = findFurniture([{ text: 'The port is shut. .', role: 'paragraph', at: 5 }])

    expect(found.map(({ text, furniture, at }) => [text, furniture, at])).toEqual([
      ['The port is shut.', undefined, 5],
      ['.', 'no-words', 23]
    ])
  })

  test('menus of saved pages are rows of short lines', () => {
    const menu = ['News', 'Sport', 'Weather', 'Log in', 'Culture']
    const page = lines(...menu, 'Port opens within a week', prose)

    expect(
      rules(findFurniture(page, { wholePage: true, title: 'Port opens within a week' }))
    ).toEqual(['menu', 'menu', 'menu', 'navigation', 'menu', undefined, undefined])
    expect(rules(findFurniture(page)).filter((rule) => rule === 'menu')).toEqual([])
  })

  test('results at the foot of a text are no menu', () => {
    const results = lines(
      prose,
      'Tarn 2:1 Brannock',
      'Perrin 0:0 Hollin',
      'Skarn 1:4 Carrow',
      'Amsel 2:2 Lindham',
      'Osterby 3:0 Holm'
    )

    expect(
      rules(findFurniture(results, { wholePage: true })).every((rule) => rule === undefined)
    ).toBe(true)
  })

  test('the line of a report’s date is folded at its head, not in a chronicle', () => {
    const found = findFurniture([
      ...lines(
        'Port opens',
        '12 May 2023',
        ...Array.from({ length: 8 }, () => prose),
        '13 May 2023'
      )
    ])

    expect(found[1]?.furniture).toBe('date-line')
    expect(found[10]?.furniture).toBeUndefined()
  })
})

test.each([
  ['The closed port on Tuesday. Photo: Lena Ostrow/Tidewater Post', true],
  ['Ferries wait in the basin (Bo Renn/AFP/Getty Images)', true],
  ['Natalia Weir | Coast Wire | Getty Images', true],
  ['She posted a photo of the bridge on her page.', false],
  ['The agency Reuters reported the deal first (AP has not confirmed it yet).', false],
  ['© 2023 Coast Wire', false]
])('caption or not: %s', (text, expected) => {
  expect(isCaption(text)).toBe(expected)
})

test.each([
  ['The port of Velmora will open again on Monday, officials said.', true],
  ['港の会談が水曜日の朝に再開されたと当局者が発表した。', true],
  ['Five charts that explain the harbour dispute', false],
  ['Not today.', false]
])('running text or not: %s', (text, expected) => {
  expect(isProse(text)).toBe(expected)
})
