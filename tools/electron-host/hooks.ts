import { registerHooks } from 'node:module'

const NAMES = new Set(['electron', 'electron/main', 'electron/common'])

/** Makes `import` and `require` of electron, also in dependencies, mean the module at `url`. */
export function standInForElectron(url: string): { deregister(): void } {
  return registerHooks({
    resolve: (name, context, next) =>
      NAMES.has(name)
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(name, context)
  })
}
