import type { Page } from '@playwright/test'
import type { AppUnderTest } from './app'

/** A view of the window and how to come to it, once the sample library is open. */
export interface ViewUnderTest {
  readonly name: string
  open(app: AppUnderTest, page: Page): Promise<void>
  /** Puts away what lies over a view. */
  close?(page: Page): Promise<void>
}

/** Runs a command as the menu would. */
export async function runCommand(app: AppUnderTest, id: string): Promise<void> {
  await app.launched.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click()
  }, id)
}

/** Opens an article by words of its title. */
async function read(page: Page, title: string): Promise<void> {
  await page.getByText(title).first().click()
  await page.locator('h1', { hasText: title }).first().waitFor()
}

/** The first article in the order of titles. */
async function firstByTitle(app: AppUnderTest): Promise<number> {
  const page = { offset: 0, limit: 1 }
  const { rows } = await app.call('articles', { ...page, sort: 'title', descending: false })
  return rows[0]?.id ?? 0
}

const byCommand = (id: string) => (app: AppUnderTest) => runCommand(app, id)

/** Turns to a part of the map. */
const mapPart = (name: string) => async (_app: AppUnderTest, page: Page) =>
  page.getByRole('tab', { name }).click()

/** Every view, in an order in which each can be reached from the one before. */
export const VIEWS: readonly ViewUnderTest[] = [
  {
    name: 'reading',
    open: (_app, page) => read(page, 'Sable Strait briefing: Hale accepts ‘with')
  },
  {
    name: 'compare',
    open: async (_app, page) => {
      // The first one is the view's own tab; the next stands beside the strongest overlap.
      await page.getByRole('button', { name: 'Compare', exact: true }).nth(1).click()
      await page.getByRole('table').or(page.getByRole('grid')).first().waitFor()
    }
  },
  {
    name: 'beside',
    open: async (app, page) => {
      await read(page, 'Sable Strait briefing: Hale accepts ‘with')
      await page.locator('#list [data-index="0"]').click({ modifiers: ['Control'] })
      await runCommand(app, 'read-beside')
      await page.locator('#view .columns').waitFor()
      await page.locator('#list').press('Escape')
    }
  },
  {
    name: 'collate',
    open: async (app, page) => {
      await byCommand('view-clusters')(app)
      await page.locator('#view section').getByRole('button', { name: 'Compare' }).first().click()
      await page.locator('#view').getByRole('table').first().waitFor()
    }
  },
  {
    name: 'compare-text',
    open: async (app, page) => {
      await app.launched.evaluate(({ clipboard }) =>
        clipboard.writeText('Valdonia has claimed several hits.\n\nA second paragraph.')
      )
      await read(page, 'Sable Strait briefing: Hale accepts ‘with')
      await runCommand(app, 'compare-clipboard')
      await page.locator('#view', { hasText: 'A second paragraph' }).waitFor()
    }
  },
  {
    name: 'saved-page',
    // Else the same article would be shown so when it is read next.
    close: async (page) => page.getByRole('button', { name: 'Back to the text' }).click(),
    open: async (app, page) => {
      await read(page, 'Sable Strait briefing: Hale accepts ‘with')
      await runCommand(app, 'toggle-original')
      await page.frameLocator('iframe').locator('h1').first().waitFor()
    }
  },
  { name: 'claims', open: byCommand('view-claims') },
  {
    name: 'sources',
    open: async (app, page) => {
      await runCommand(app, 'view-sources')
      await page.getByText('Sources that you class yourself').click()
    }
  },
  { name: 'threads', open: byCommand('view-threads') },
  { name: 'numbers', open: byCommand('view-numbers') },
  { name: 'clusters', open: byCommand('view-clusters') },
  { name: 'map-time', open: byCommand('view-map') },
  { name: 'map-claims', open: mapPart('Claims × reports') },
  { name: 'map-copies', open: mapPart('Who copies whom') },
  {
    name: 'map-tables',
    open: async (_app, page) => page.getByRole('button', { name: 'As a table' }).click()
  },
  { name: 'problems', open: byCommand('view-problems') },
  {
    name: 'corrections',
    open: async (app, page) => {
      const article = await firstByTitle(app)
      await app.call('decide', {
        kind: 'metadata',
        article,
        field: 'publisher',
        value: 'Hill Post'
      })
      await app.call('decide', { kind: 'pin', article, pinned: true })
      await runCommand(app, 'view-decisions')
      await page.getByText('Hill Post').first().waitFor()
    }
  },
  {
    name: 'notes',
    open: async (app, page) => {
      const article = await firstByTitle(app)
      const span = { start: 0, end: 40 }
      const text = 'Ask the harbour office'
      await app.call('decide', { kind: 'note', article, span, text, colour: 'green' })
      await runCommand(app, 'view-notes')
      await page.getByText(text).first().waitFor()
    }
  },
  { name: 'settings', open: byCommand('settings') },
  { name: 'help', open: byCommand('help') },
  {
    name: 'search',
    open: async (_app, page) => {
      await page
        .getByRole('combobox')
        .or(page.getByRole('searchbox'))
        .first()
        .fill('"dry dock" -diesel')
      await page.locator('mark').first().waitFor()
    }
  }
]

const escape = (page: Page): Promise<void> => page.keyboard.press('Escape')
const dialog = (name: string, id: string): ViewUnderTest => ({
  name,
  open: async (app, page) => {
    await VIEWS[0]?.open(app, page)
    await runCommand(app, id)
    await page.locator('dialog[open]').waitFor()
  },
  close: escape
})
/** A line of the menu of the first row. */
const fromRow = (name: string, item: string): ViewUnderTest => ({
  name,
  open: async (_app, page) => {
    await page.locator('#list [data-index="0"]').click({ button: 'right' })
    await page.getByRole('menuitem', { name: item }).click()
    await page.locator('dialog[open]').waitFor()
  },
  close: escape
})

/** Every dialog and menu; they are looked at after the views, with the list of articles in sight. */
export const DIALOGS: readonly ViewUnderTest[] = [
  {
    name: 'row menu',
    open: async (_app, page) => {
      const clear = page.locator('#search-box')
      await clear.fill('')
      await page.locator('#list [data-index="0"]').click({ button: 'right' })
      await page.getByRole('menu').waitFor()
    },
    close: escape
  },
  {
    name: 'folder menu',
    open: async (_app, page) => {
      await page.getByRole('button', { name: /^What to do with/ }).click()
      await page.getByRole('menu').waitFor()
    },
    close: escape
  },
  {
    name: 'facts of the list',
    open: (_app, page) => page.locator('summary[aria-label="What the list shows"]').click(),
    close: escape
  },
  fromRow('partner', 'Compare with…'),
  fromRow('tag-these', 'Tag…'),
  dialog('palette', 'palette'),
  dialog('shortcuts', 'shortcuts'),
  dialog('note', 'note'),
  dialog('tags', 'tags'),
  dialog('dossier', 'export-dossier'),
  {
    name: 'why card',
    open: async (app, page) => {
      await VIEWS[0]?.open(app, page)
      await page.getByRole('region', { name: 'Article' }).focus()
      await page.keyboard.press(']')
      await page.getByRole('dialog', { name: 'Why this is marked' }).waitFor()
    },
    close: escape
  },
  {
    name: 'find',
    open: async (app, page) => {
      await runCommand(app, 'find')
      await page.keyboard.type('strait')
    },
    close: escape
  }
]
