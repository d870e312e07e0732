import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const node = (name: string) => ({
  test: {
    name,
    environment: 'node' as const,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: 30_000,
    // electron-store imports electron, which tests replace.
    server: { deps: { inline: ['electron-store'] } }
  }
})

export default defineConfig({
  test: {
    projects: [
      ...['core', 'importers', 'library', 'main', 'cli', 'host'].map(node),
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.ts']
        }
      }
    ]
  }
})
