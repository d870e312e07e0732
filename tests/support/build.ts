import { resolve } from 'node:path'
import { build } from 'vite'

/** Tests and scripts run in the project's folder. */
const root = process.cwd()

/** Bundles TypeScript entries (name → file, relative to the project) for Node into `out/tests/<label>`; returns that folder. */
export async function buildForNode(
  label: string,
  entries: Readonly<Record<string, string>>
): Promise<string> {
  const outDir = resolve(root, 'out/tests', label)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, resolve(root, file)])
        )
      }
    }
  })
  return outDir
}

/** The program that runs tests: Node of this project, not of the machine. */
export const NODE = process.execPath
