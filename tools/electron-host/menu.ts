import type { Menu as ElectronMenu, MenuItemConstructorOptions } from 'electron'
import { BrowserWindow } from './browser-window.ts'
import { only } from './unavailable.ts'

type Template = Parameters<typeof ElectronMenu.buildFromTemplate>[0]

/** An entry of a menu that is never shown: its data, and a click that does what the entry would. */
export class MenuItem {
  readonly id: string
  readonly role: MenuItemConstructorOptions['role']
  readonly type: NonNullable<MenuItemConstructorOptions['type']>
  readonly accelerator: MenuItemConstructorOptions['accelerator']
  readonly submenu: Menu | undefined
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  private readonly onClick: MenuItemConstructorOptions['click']

  constructor(options: MenuItemConstructorOptions) {
    this.id = options.id ?? ''
    this.role = options.role
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator
    this.label = options.label ?? options.role ?? ''
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.submenu = options.submenu && Menu.buildFromTemplate(options.submenu as Template)
    this.onClick = options.click
  }

  click(event: object = {}, window: unknown = BrowserWindow.getFocusedWindow() ?? undefined) {
    if (this.type === 'checkbox') this.checked = !this.checked
    // The app's handler takes Electron's own types; these are their parts that exist here.
    const handler = this.onClick as ((...args: unknown[]) => void) | undefined
    handler?.(this, window, event)
  }
}

export class Menu {
  private static applicationMenu: Menu | null = null
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: Template) {
    const menu = new Menu()
    for (const options of template) menu.append(new MenuItem(options as MenuItemConstructorOptions))
    return only('Menu', menu)
  }
  static setApplicationMenu(menu: Menu | null) {
    Menu.applicationMenu = menu
  }
  static getApplicationMenu() {
    return Menu.applicationMenu
  }

  append(item: MenuItem) {
    this.items.push(item)
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  popup() {
    console.error('A context menu is not available over Chromium')
  }
}
