import type { MarkLetter } from '../../../../core/claims/claim'
import { DEFAULT_SETTINGS } from '../../../../shared/settings'
import type { Settings } from '../../../../shared/settings'
import type { Api } from '../api'

/** What the reader chose; changes show at once and are kept by the shell. */
export class SettingsState {
  current = $state.raw<Settings>(DEFAULT_SETTINGS)
  readonly #api: Pick<Api, 'settings' | 'changeSettings'>
  #latest = 0

  constructor(api: Pick<Api, 'settings' | 'changeSettings'>) {
    this.#api = api
  }

  async load(): Promise<void> {
    this.current = await this.#api.settings()
  }

  async change(change: Partial<Settings>): Promise<void> {
    const ticket = ++this.#latest
    this.current = { ...this.current, ...change }
    const kept = await this.#api.changeSettings(change)
    if (ticket === this.#latest) this.current = kept
  }

  async toggleMark(letter: MarkLetter): Promise<void> {
    const hidden = this.current.hiddenMarks
    await this.change({
      hiddenMarks: hidden.includes(letter)
        ? hidden.filter((other) => other !== letter)
        : [...hidden, letter]
    })
  }

  async dismiss(note: string): Promise<void> {
    await this.change({ dismissed: [...this.current.dismissed, note] })
  }
}
