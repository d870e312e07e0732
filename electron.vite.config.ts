import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'library-worker': 'src/library/worker/host.ts',
          reader: 'src/library/reader/entry.ts',
          detector: 'src/library/detector/entry.ts',
          cli: 'src/cli/index.ts'
        }
      }
    }
  },
  preload: {
    build: {
      rolldownOptions: {
        input: 'src/preload/index.ts',
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    build: {
      cssCodeSplit: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, 'src/renderer/index.html'),
        output: {
          // Views are compiled as a whole while they load, beside the window's own thread: else the first opening of each waits for
          // its functions. What the first picture needs is not: it would come later.
          // Explicit compile hints, https://v8.dev/blog/explicit-compile-hints
          banner: ({ name }) => (name === 'later-views' ? '//# allFunctionsCalledOnLoad' : '')
        }
      }
    },
    plugins: [svelte()]
  }
})
