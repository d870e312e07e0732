import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'resources/', 'tests/fixtures/', 'coverage/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.js', '*.cjs', '*.ts', 'scripts/*.mjs', '.dependency-cruiser.cjs']
        },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
      'no-restricted-imports': [
        'error',
        {
          paths: ['net', 'http', 'https', 'dgram', 'tls', 'dns', 'http2'].flatMap((n) => [
            n,
            `node:${n}`
          ])
        }
      ],
      'no-eval': 'error',
      'no-console': ['error', { allow: ['error', 'warn'] }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Sets and maps in state are replaced, never changed in place ($state.raw).
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  {
    // Types of components that are imported from other components are unknown to the linter; svelte-check has them.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },
  { files: ['src/core/**'], rules: { 'no-console': 'error' } },
  {
    files: ['**/*.{js,cjs,mjs}', '*.config.ts'],
    ...ts.configs.disableTypeChecked
  },
  {
    files: ['**/*.{js,cjs,mjs}', 'scripts/**', 'tools/**', 'tests/**', 'src/cli/**'],
    languageOptions: { globals: globals.node },
    rules: {
      ...(ts.configs.disableTypeChecked.rules ?? {}),
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-imports': 'off'
    }
  }
)
