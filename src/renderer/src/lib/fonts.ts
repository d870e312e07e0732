/** Letters of every kind that a report is likely to have. */
const LETTERS = 'Aa 0 — “’” …'

/**
 * Has the browser find the faces in which views show text, in a few ms. It asks another process for each family and weight that it has not
 * met yet, and lays nothing out until it is answered: the first article waited for twelve such answers.
 */
export function findFaces(): void {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return
  const styles = getComputedStyle(document.documentElement)
  const size = parseFloat(styles.getPropertyValue('--reading-size'))
  const reading = styles.getPropertyValue('--reading-face')
  const sans = styles.getPropertyValue('--face-sans')
  for (const font of [
    ...['normal', 'bold', 'italic'].map((weight) => `${weight} ${size}px ${reading}`),
    // The title of an article.
    `bold ${1.6 * size}px ${reading}`,
    ...['normal', 'bold', 'italic'].map((weight) => `${weight} 15px ${sans}`),
    ...['normal', 'bold'].map((weight) => `${weight} 15px monospace`)
  ]) {
    context.font = font
    context.measureText(LETTERS)
  }
}
