import type { Page } from '@playwright/test'

/** In the window, once `canSeeFrames` is done. */
export interface SeesFrames {
  /** Answers with the time at which the frame was on the screen that shows what is in the document now, on the clock of `event.timeStamp`, ms. */
  presented(): Promise<number>
}

/**
 * Lets the window say when a frame was on the screen: a dot is put into the document, painted with all else of its frame, and the browser
 * notes when that frame was shown (Element Timing, https://w3c.github.io/element-timing/). Counting frames instead says too much when the
 * frames that follow have more to do, and too little when the painting of one takes longer than a frame.
 */
export async function canSeeFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = 0
    const presented = (): Promise<number> => {
      const dot = document.createElement('span')
      const name = `dot-${++last}`
      dot.setAttribute('elementtiming', name)
      dot.textContent = '.'
      dot.style.cssText = 'position:fixed;inset:0 auto auto 0;font-size:8px'
      document.body.append(dot)
      return new Promise((tell) => {
        new PerformanceObserver((list, observer) => {
          const shown = list
            .getEntries()
            .find((one) => (one as PerformanceEntry & { identifier: string }).identifier === name)
          if (shown === undefined) return
          observer.disconnect()
          dot.remove()
          tell((shown as PerformanceEntry & { renderTime: number }).renderTime)
        }).observe({ type: 'element' })
      })
    }
    Object.assign(window, { presented })
  })
}
