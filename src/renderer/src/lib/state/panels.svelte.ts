import type { ArticleId } from '../../../../core/article/article'
import type { ArticleHeader } from '../../../../shared/shapes'

/** Widths below which the side panels start closed and lie over the text, in CSS pixels; the style sheet of the shell has the same. */
export const NARROW = { right: 1100, left: 760 } as const

export type SideTab = 'overlaps' | 'marks' | 'desk' | 'details' | 'outline'

/** The articles that a dialog of the list is about. */
export interface About {
  readonly row: ArticleHeader
  readonly ids: readonly ArticleId[]
  /** Tags that any of them bears. */
  readonly tags: readonly string[]
}

/** Which parts of the window are open. */
export class PanelState {
  left = $state(true)
  right = $state(true)
  tab = $state<SideTab>('overlaps')
  dialog = $state<'palette' | 'shortcuts' | 'note' | 'tags' | 'dossier' | 'partner' | 'tag-these'>()
  about = $state.raw<About>()
  /** Counts requests to put the caret into the search box, each with what to put there. */
  searchCall = $state.raw<{ readonly text?: string }>()

  #width: number

  constructor(width: number) {
    this.#width = width
    this.left = width > NARROW.left
    this.right = width > NARROW.right
  }

  /** Closes a panel when the window gets too narrow for it and opens it when there is room again. */
  resize(width: number): void {
    for (const side of ['left', 'right'] as const) {
      const fits = width > NARROW[side]
      if (fits !== this.#width > NARROW[side]) this[side] = fits
    }
    this.#width = width
  }

  /** Gives the text the room when a panel lies over it. */
  uncover(): void {
    if (this.#width <= NARROW.left) this.left = false
    if (this.#width <= NARROW.right) this.right = false
  }

  /** Opens a dialog on articles of the list. */
  ask(dialog: 'partner' | 'tag-these', about: About): void {
    this.about = about
    this.dialog = dialog
  }

  showTab(tab: SideTab): void {
    this.tab = tab
    this.right = true
  }
}
