import type { Fixture } from './make-fixtures'
import { PAGE_HEIGHT, writePdf, type LineToPaint } from './write-pdf'

/** Step between baselines. */
const LEADING = 12

function column(lines: readonly string[], x: number, top: number): LineToPaint[] {
  return lines.flatMap((text, row) => (text === '' ? [] : [{ text, x, y: top - row * LEADING }]))
}

const LEFT = [
  'The captain of the Halvik ferry told the inquiry on',
  'Wednesday that the fog over the Orsund narrows had',
  'come down “without a sound” and left him four min-',
  'utes to turn the vessel.',
  '',
  'Eleven passengers were on board when it touched',
  'the outer light. Nobody was hurt, but the hull will'
]
const RIGHT = [
  'be in dock until the spring, the owners said.',
  '',
  'A log read out at the hearing shows that the radar',
  'was restarted twice in the hour before. Why it was',
  'restarted is not yet known, and nobody has been',
  'asked under oath. The hearing goes on next week.'
]

const MORE = [
  'The second day was given to the engineers. Two of',
  'them said that a restart at sea was against the rules',
  'of the line. A third said that there were no such rules.'
]

function paperPage(number: number, body: readonly LineToPaint[]): LineToPaint[] {
  return [
    { text: 'NORDVALE COURIER', x: 60, y: PAGE_HEIGHT - 40, size: 8 },
    { text: `Thursday 18 January 2024`, x: 420, y: PAGE_HEIGHT - 40, size: 8 },
    ...body,
    { text: String(number), x: 295, y: 30, size: 8 }
  ]
}

const twoColumns = writePdf(
  [
    paperPage(4, [
      { text: 'Ferry inquiry hears of quiet fog', x: 60, y: 760, size: 22 },
      ...column(LEFT, 60, 720),
      ...column(RIGHT, 320, 720)
    ]),
    paperPage(5, [...column(MORE, 60, 760)]),
    paperPage(6, [
      ...column(
        [
          'Letters to the editor are on page nine, as they',
          'have been since the paper was founded.'
        ],
        60,
        760
      )
    ])
  ],
  {
    Title: 'Microsoft Word - ferry_v3.doc',
    Author: 'Ada Marsh',
    CreationDate: "D:20240118060000+01'00'",
    Producer: 'Press 9'
  }
)

// Rows painted across both columns, as some programs do.
const rows = writePdf([
  LEFT.flatMap((left, row): LineToPaint[] => {
    const y = 720 - row * LEADING
    const right = RIGHT[row] ?? ''
    return [
      ...(left === '' ? [] : [{ text: left, x: 60, y }]),
      ...(right === '' ? [] : [{ text: right, x: 320, y }])
    ]
  })
])

const BROWSER_BODY = [
  'The café at the end of the pier will close in April after forty years, its owner Ines Falk',
  'told the Gazette. The lease ran out in the winter and the harbour board did not offer a',
  'new one.',
  '',
  'The board – five members, all appointed – said it had “other plans” for the site but would',
  'not say which.'
]

function browserPage(number: number, body: readonly LineToPaint[]): LineToPaint[] {
  return [
    { text: '2/3/24, 4:05 AM', x: 24, y: PAGE_HEIGHT - 20, size: 8 },
    {
      text: 'Café on the pier to close – Marrow Bay Gazette',
      x: 220,
      y: PAGE_HEIGHT - 20,
      size: 8
    },
    ...body,
    { text: 'https://gazette.marrowbay.example/pier', x: 24, y: 16, size: 8 },
    { text: `${number}/2`, x: 560, y: 16, size: 8 }
  ]
}

const printed = writePdf(
  [
    browserPage(1, [
      { text: 'Café on the pier to close', x: 60, y: 780, size: 20 },
      ...column(BROWSER_BODY, 60, 740),
      { text: '• The lease ran for forty years.', x: 60, y: 640 },
      { text: '• The rent was paid until March.', x: 60, y: 628 }
    ]),
    browserPage(2, column(['A petition with nine hundred names was handed in on Monday.'], 60, 780))
  ],
  {
    Title: 'Café on the pier to close – Marrow Bay Gazette',
    Creator: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0',
    CreationDate: "D:20240203040506+00'00'"
  }
)

/** An encrypted file: a standard security handler whose user password is not the empty one. */
function locked(): Buffer {
  const text = writePdf([[{ text: 'Never to be read', x: 60, y: 700 }]]).toString('latin1')
  const handler = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`
  return Buffer.from(
    text.replace('/Root 1 0 R', `/Root 1 0 R /Encrypt ${handler} /ID [<00> <00>]`),
    'latin1'
  )
}

export const papers: readonly Fixture[] = [
  ['pdf-two-columns', 'pdf', twoColumns],
  ['pdf-painted-in-rows', 'pdf', rows],
  ['pdf-printed-page', 'pdf', printed],
  ['pdf-scan', 'pdf', writePdf([[], []])],
  ['pdf-broken-cut', 'pdf', printed.subarray(0, Math.floor(printed.length * 0.6))],
  ['pdf-broken-locked', 'pdf', locked()],
  ['pdf-broken-text', 'pdf', Buffer.from('%PDF-1.7\nThis was never one.\n')]
]
