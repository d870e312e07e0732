import type { Page } from '@playwright/test'
import { canSeeFrames, type SeesFrames } from './presented'

/** A view, the key that opens it, and what stands there once it can be read. */
export interface Opening {
  readonly name: string
  readonly key: string
  /** What takes the keyboard before the key is pressed; else it stays wherever it is. */
  readonly focus?: string
  /** The first of these is there, or says something else than before, when the first rows of the view are. */
  readonly shown: string
  /** Pressed before, one after the other. */
  readonly before?: readonly string[]
  /** Pressed afterwards, to put away what lies over a view. */
  readonly close?: string
}

/** First rows of a page of lines or cards, or the words that say that there are none. */
const ROWS = '#view .page :is(li, section, .empty)'

/** Rows of two or more reports beside each other. */
const TABLE = '#view :is([role=table], [role=grid], table)'

/** Every view, in an order in which each can be opened from the one before. */
export const OPENINGS: readonly Opening[] = [
  { name: 'reading', focus: '#list', key: 'Enter', shown: '#view h1' },
  { name: 'reading, next article', key: 'j', shown: '#view h1' },
  { name: 'claims', key: 'Control+3', shown: '#view [data-index="0"] [role=gridcell]' },
  { name: 'sources', key: 'Control+4', shown: '#view details:nth-of-type(2) summary' },
  { name: 'threads', key: 'Control+5', shown: '#view section h2' },
  { name: 'notes', key: 'Control+9', shown: ROWS },
  { name: 'clusters', key: 'Control+6', shown: '#view section h2' },
  {
    name: 'compare',
    focus: '#list',
    before: ['Home', ' ', 'ArrowDown', ' '],
    key: 'd',
    shown: TABLE,
    close: 'Escape'
  },
  { name: 'problems', key: 'Control+7', shown: ROWS },
  { name: 'compare again', key: 'Control+2', shown: TABLE },
  { name: 'corrections', key: 'Control+8', shown: ROWS },
  { name: 'map', key: 'Control+Shift+M', shown: '#view [role=tabpanel] :is(.dot, td, li)' },
  { name: 'map, claims × reports', focus: '[data-tab=claims]', key: 'Enter', shown: '#view td' },
  {
    name: 'map, who copies whom',
    focus: '[data-tab=copies]',
    key: 'Enter',
    shown: '#view .tree li'
  },
  { name: 'map, time line', focus: '[data-tab=time]', key: 'Enter', shown: '#view .dot' },
  { name: 'settings', key: 'Control+,', shown: '#view label' },
  { name: 'help', key: 'F1', shown: '#view h2' },
  {
    name: 'all commands',
    key: 'Control+Shift+P',
    shown: 'dialog[open] [role=option]',
    close: 'Escape'
  },
  { name: 'shortcuts', focus: '#view', key: '?', shown: 'dialog[open] dt', close: 'Escape' },
  {
    name: 'search, first letter',
    focus: '#search-box',
    key: 'o',
    shown: '#hits [data-index="0"] .title'
  },
  {
    name: 'search, another letter',
    key: 'f',
    shown: '#hits [data-index="0"] .title, p[title$=" ms"]'
  },
  {
    name: 'list again',
    before: ['Control+a'],
    key: 'Delete',
    shown: '#list [data-index="0"] .title',
    close: 'Escape'
  }
]

/** Presses the key and answers with the ms from it until the view's first rows were on the screen. */
export async function timeOpening(
  page: Page,
  { key, focus, before = [], shown, close }: Opening
): Promise<number> {
  if (focus !== undefined) await page.locator(focus).first().focus()
  for (const one of before) await page.keyboard.press(one)
  await canSeeFrames(page)
  await page.evaluate(watch, shown)
  await page.keyboard.press(key)
  const ms = await page.evaluate(() => (window as unknown as { opened: Promise<number> }).opened)
  if (close !== undefined) await page.keyboard.press(close)
  return ms
}

/** Runs in the window: looks once a frame, from the key on. */
function watch(shown: string): void {
  const said = (): string | null | undefined => {
    const element = document.querySelector(shown)
    // List and results stay in the document, out of sight. Asked whether it is visible, the browser would lay the page out for the answer.
    return element?.closest('.away') === null ? element.textContent : undefined
  }
  const before = said()
  const opened = new Promise<number>((tell, fail) => {
    setTimeout(() => fail(new Error(`Cannot see ${shown}`)), 10_000)
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const look = (): void => {
          const now = said()
          if (now == null || now === before) requestAnimationFrame(look)
          else
            void (window as unknown as SeesFrames)
              .presented()
              .then((shownAt) => tell(shownAt - timeStamp))
        }
        requestAnimationFrame(look)
      },
      { capture: true, once: true }
    )
  })
  Object.assign(window, { opened })
}
