import type { Page } from '@playwright/test'
import type { AppUnderTest } from './app'

/** A view of the window and how to come to it, once the sample library is open. */
export interface ViewUnderTest {
  readonly name: string
  open(app: AppUnderTest, page: Page): Promise<void>
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

const byCommand = (id: string) => (app: AppUnderTest) => runCommand(app, id)

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
  { name: 'problems', open: byCommand('view-problems') },
  { name: 'corrections', open: byCommand('view-decisions') },
  {
    name: 'notes',
    open: async (app, page) => {
      const { rows } = await app.call('articles', {
        offset: 0,
        limit: 1,
        sort: 'title',
        descending: false
      })
      const article = rows[0]?.id ?? 0
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
