// Shows the window in an ordinary browser over invented data: `vite --config tests/support/preview/vite.config.ts`.
// Query parameters: articles, longWords, empty, progress, theme.
import { fakeBridge } from '../fake-bridge'
import type { Settings } from '../../../src/shared/settings'

const wanted = new URLSearchParams(location.search)
const number = (name: string) => (wanted.has(name) ? { [name]: Number(wanted.get(name)) } : {})
const bridge = fakeBridge({
  ...number('articles'),
  ...number('longWords'),
  empty: wanted.has('empty'),
  ...(wanted.has('progress') && {
    progress: {
      phase: 'importing',
      done: 214,
      total: 1040,
      unreadable: 3,
      current: 'harbour-post-day-41.txt'
    }
  }),
  settings: { theme: (wanted.get('theme') ?? 'system') as Settings['theme'] }
})
Object.assign(window, { bridge })
await import('../../../src/renderer/src/main')
