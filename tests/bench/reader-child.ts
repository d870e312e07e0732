/* Entry of a reader process that tells what it takes when it gets SIGUSR2; otherwise the reader of the app. */
import '../../src/library/reader/entry'
import { usageAfterCollection } from './usage'

process.on('SIGUSR2', () => {
  process.send?.({ type: 'usage', usage: usageAfterCollection() })
})
