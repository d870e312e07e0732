import { expect, test } from 'vitest'
import { mailDocument } from '../../src/importers/mail'
import { plainBlocks } from '../../src/importers/plain-mail'

const read = (text: string) =>
  mailDocument(Buffer.from(text, 'latin1'), { fileName: 'note.eml', format: 'eml', entry: '' })
const texts = (text: string): string[] => read(text).blocks.map((block) => block.text)

test('of related parts the one that start names is shown', () => {
  expect(
    texts(
      'Content-Type: multipart/related; boundary=b; start="<main>"\n\n--b\nContent-Type: text/html\n\n<p>Other part</p>\n--b\n' +
        'Content-Type: text/html\nContent-ID: <main>\n\n<p>The tide came late.</p>\n--b--\n'
    )
  ).toEqual(['The tide came late.'])
})

test('an alternative without text gives way to the plain one', () => {
  expect(
    texts(
      'Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe tide came late.\n--b\n' +
        'Content-Type: text/html\n\n<img src="x.png">\n--b--\n'
    )
  ).toEqual(['The tide came late.'])
})

test('a message whose only text is attached shows it', () => {
  expect(
    texts('Content-Type: text/html\nContent-Disposition: attachment\n\n<p>The attached note.</p>')
  ).toEqual(['The attached note.'])
  expect(texts('Content-Type: message/delivery-status\n\nAction: failed')).toEqual([
    'Action: failed'
  ])
})

test('raw eight-bit subjects are decoded and nameless senders are called by their address', () => {
  const { metadata } = read('From: <desk@courier.example>\nSubject: Caf\u00e9 am Pier\n\ntext')

  expect(metadata.title.value).toBe('Café am Pier')
  expect(metadata.authors?.value).toEqual(['desk@courier.example'])
})

test('the forwarded message with the same subject needs no heading', () => {
  expect(
    texts('Subject: tides\nContent-Type: message/rfc822\n\nSubject: tides\n\nThey came late.')
  ).toEqual(['They came late.'])
})

test('wrapped lines of plain text are joined, meant ones are kept', () => {
  const wrapped =
    'The harbour office said on Monday that the tide\ntables were those of another year.'

  expect(plainBlocks(wrapped, false).map((block) => block.text)).toEqual([
    wrapped.replace('\n', ' ')
  ])
  expect(plainBlocks('Ada Marsh\nNordvale\n- one\n- two', false)).toHaveLength(4)
  expect(plainBlocks('flows \non\nstops', true).map((block) => block.text)).toEqual([
    'flows on',
    'stops'
  ])
})

test('what the mailing program says of itself is furniture, a report on mailing lists is not', () => {
  const report = `The council voted to let readers unsubscribe from the tide warnings. ${'It had asked for years. '.repeat(20)}`
  const { blocks } = read(
    `Content-Type: text/html\n\n<p>View this email in your browser</p><p>${report}</p><p>You received this because you subscribed.</p>`
  )

  expect(blocks.map((block) => block.furniture)).toEqual(['newsletter', undefined, 'newsletter'])
})
