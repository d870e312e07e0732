/** How long what was said can be read in the status bar, ms. */
const READABLE_MS = 6000

/** Feeds the one live region of the window, and the status bar for those who see. */
export class Announcer {
  message = $state('')
  /** The last sentence, for a while. */
  recent = $state('')
  // Beside the state, so that an effect that speaks does not depend on what was said.
  #last = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Has assistive technology read a sentence; the same sentence twice is read twice. */
  say(sentence: string): void {
    this.#last = this.#last === sentence ? `${sentence}\u00A0` : sentence
    this.message = this.#last
    this.recent = sentence
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.recent = ''), READABLE_MS)
  }
}
