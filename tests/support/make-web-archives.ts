import { gzipSync } from 'node:zlib'
import type { Fixture } from './make-fixtures'

const URL = 'https://harbour-letter.example/p/tide-tables'
const PAGE =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tide tables were wrong for a week</title>' +
  '<meta name="author" content="Otto Hale"></head><body><article><h1>Tide tables were wrong for a week</h1><p>For seven days in January ' +
  'the tide tables posted at Halvik harbour were those of another year, the harbour office admitted on Monday.</p><p>Two boats ran aground ' +
  'in that week. Whether the tables were to blame is being looked into.</p></article></body></html>'
const FRAME =
  '<html><body><p>A frame with a survey about how you like this page, which is no report of its own.</p></body></html>'

function record(headers: Readonly<Record<string, string>>, content: string | Uint8Array): Buffer {
  const body = Buffer.from(content)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([
    Buffer.from(`WARC/1.1\r\n${lines.join('')}Content-Length: ${body.length}\r\n\r\n`),
    body,
    Buffer.from('\r\n\r\n')
  ])
}

const info = record(
  {
    'WARC-Type': 'warcinfo',
    'WARC-Date': '2024-02-05T10:00:00Z',
    'Content-Type': 'application/warc-fields'
  },
  'software: keeper/1.0\r\n'
)

function response(url: string, head: string, body: Uint8Array | string): Buffer {
  return record(
    {
      'WARC-Type': 'response',
      'WARC-Target-URI': url,
      'WARC-Date': '2024-02-05T10:00:01Z',
      'Content-Type': 'application/http; msgtype=response'
    },
    Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), Buffer.from(body)])
  )
}

function request(url: string, destination: string): Buffer {
  return record(
    { 'WARC-Type': 'request', 'WARC-Target-URI': url, 'WARC-Date': '2024-02-05T10:00:01Z' },
    `GET / HTTP/1.1\r\nSec-Fetch-Dest: ${destination}\r\n\r\n`
  )
}

function chunked(text: string): string {
  const bytes = Buffer.from(text)
  const half = Math.floor(bytes.length / 2)
  const part = (piece: Buffer): string =>
    `${piece.length.toString(16)}\r\n${piece.toString('latin1')}\r\n`
  return `${part(bytes.subarray(0, half))}${part(bytes.subarray(half))}0\r\n\r\n`
}

const parts = [
  info,
  response(
    'https://harbour-letter.example/',
    '301 Moved\r\nLocation: /p/tide-tables\r\nContent-Type: text/html',
    '<p>Moved</p>'
  ),
  request(URL, 'document'),
  response(
    URL,
    '200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked',
    chunked(PAGE)
  ),
  request('https://survey.example/frame', 'iframe'),
  response(
    'https://survey.example/frame',
    '200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip',
    gzipSync(FRAME)
  ),
  response('https://harbour-letter.example/style.css', '200 OK\r\nContent-Type: text/css', 'p{}')
]

export const webArchives: readonly Fixture[] = [
  ['warc-page', 'warc', Buffer.concat(parts)],
  ['warc-packed', 'warc.gz', Buffer.concat(parts.map((part) => gzipSync(part)))],
  [
    'warc-resource',
    'warc',
    record(
      {
        'WARC-Type': 'resource',
        'WARC-Target-URI': URL,
        'WARC-Date': '2024-02-05T10:00:01Z',
        'Content-Type': 'text/html'
      },
      PAGE
    )
  ],
  ['warc-broken-cut', 'warc', Buffer.concat(parts).subarray(0, 1_350)],
  [
    'warc-broken-length',
    'warc',
    Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\nnothing else\r\n')
  ]
]
