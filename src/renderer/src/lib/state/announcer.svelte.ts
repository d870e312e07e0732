/** Feeds the one live region of the window. */
export class Announcer {
  message = $state('')
  // Beside the state, so that an effect that speaks does not depend on what was said.
  #last = ''

  /** Has assistive technology read a sentence; the same sentence twice is read twice. */
  say(sentence: string): void {
    this.#last = this.#last === sentence ? `${sentence}\u00A0` : sentence
    this.message = this.#last
  }
}
