const room = (name) => `^src/${name}/`
/** Each room lists the rooms it may import from (besides itself). */
const mayImport = {
  core: [],
  importers: ['core'],
  library: ['core', 'importers', 'shared'],
  shared: ['core'],
  main: ['core', 'library', 'shared'],
  preload: ['shared'],
  renderer: ['core', 'shared'],
  cli: ['core', 'library', 'shared']
}
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(mayImport).map(([from, rooms]) => ({
      name: `${from}-knows-only-${rooms.join('-') || 'itself'}`,
      severity: 'error',
      from: { path: room(from) },
      to: { path: '^src/', pathNot: [room(from), ...rooms.map(room)] }
    })),
    {
      name: 'heavy-core-stays-off-the-window',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: {
        path: '^src/core/',
        // The words of a dossier are those of the window.
        pathNot: '^src/core/((text|search)/|dossier/names\\.ts$)',
        dependencyTypesNot: ['type-only']
      }
    },
    {
      name: 'main-talks-to-the-worker-only',
      severity: 'error',
      from: { path: '^src/main/' },
      to: {
        path: '^src/library/',
        pathNot: '^src/library/(worker/|reader/protocol|atomic-write|decision-schema)',
        dependencyTypesNot: ['type-only']
      }
    },
    {
      name: 'core-has-no-io',
      severity: 'error',
      from: { path: '^src/(core|shared)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] }
    },
    {
      name: 'importers-take-bytes',
      severity: 'error',
      from: { path: '^src/importers/' },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process)$' }
    },
    {
      name: 'shared-takes-only-types',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/core/', dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'flexsearch-stays-in-index',
      severity: 'error',
      from: { pathNot: '^src/library/index/' },
      to: { path: 'node_modules/flexsearch' }
    },
    {
      name: 'electron-stays-home',
      severity: 'error',
      from: { pathNot: '^src/(main|preload)/' },
      to: { path: '^(node_modules/)?electron' }
    },
    {
      name: 'sqlite-stays-in-catalog',
      severity: 'error',
      from: { pathNot: '^src/library/catalog/' },
      to: { path: '^(node:)?sqlite$' }
    }
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.svelte.ts', '.svelte', '.js', '.json'] }
  }
}
