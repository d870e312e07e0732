import type { NativeTheme } from 'electron'
import { EventEmitter } from 'node:events'
import { ignore } from './chromium.ts'
import { only } from './unavailable.ts'
import { allWebContents, type WebContents } from './web-contents.ts'

class Theme
  extends EventEmitter
  implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  /** What the desktop prefers, as Chromium found it at its start. */
  systemIsDark = false
  readonly shouldUseHighContrastColors = false
  private source: NativeTheme['themeSource'] = 'system'

  get themeSource() {
    return this.source
  }
  set themeSource(source) {
    this.source = source
    for (const contents of allWebContents()) void applyTheme(contents).catch(ignore)
    this.emit('updated')
  }
  get shouldUseDarkColors() {
    return this.source === 'system' ? this.systemIsDark : this.source === 'dark'
  }
}

export const hostTheme = new Theme()
export const nativeTheme = only('nativeTheme', hostTheme)

/** Makes the page see the colours that the app chose; an empty value leaves the choice to the desktop. */
export async function applyTheme(contents: WebContents): Promise<void> {
  const value = hostTheme.themeSource === 'system' ? '' : hostTheme.themeSource
  await contents.protocolSession?.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value }]
  })
}
