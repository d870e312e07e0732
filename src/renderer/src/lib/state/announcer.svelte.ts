/** Feeds the one live region of the window. */
export class Announcer {
  message = $state('')

  /** Has assistive technology read a sentence; the same sentence twice is read twice. */
  say(sentence: string): void {
    this.message = this.message === sentence ? `${sentence}\u00A0` : sentence
  }
}
