/** Widths below which the side panels start closed and lie over the text, in CSS pixels; the style sheet of the shell has the same. */
export const NARROW = { right: 1100, left: 760 } as const

export type SideTab = 'overlaps' | 'marks' | 'details' | 'outline'

/** Which parts of the window are open. */
export class PanelState {
  left = $state(true)
  right = $state(true)
  tab = $state<SideTab>('overlaps')
  dialog = $state<'palette' | 'shortcuts'>()
  /** Counts requests to put the caret into the search box, each with what to put there. */
  searchCall = $state.raw<{ readonly text?: string }>()

  constructor(width: number) {
    this.left = width > NARROW.left
    this.right = width > NARROW.right
  }

  showTab(tab: SideTab): void {
    this.tab = tab
    this.right = true
  }
}
