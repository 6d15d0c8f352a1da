import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const noConsole = { 'no-console': 'error' }

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.cache/**', '.tmp/**', 'backend/prisma/generated/**', 'coverage/**', 'data/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false }],
      'max-lines': ['error', { max: 300 }],
      'max-depth': ['error', 4],
      'no-control-regex': 'off', // control characters are what the mail of the world brings
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': ['error', { destructuring: 'all' }],
      'no-restricted-properties': ['error', { property: 'toLocaleLowerCase', message: 'The locale of the machine must not decide: use fold() or toLowerCase().' }],
    },
  },
  { files: ['shared/**', 'backend/**', 'addin-outlook/**', 'addin-gmail/**'], rules: noConsole },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable', exports: 'writable', __dirname: 'readonly', process: 'readonly' } }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['**/*-thread.js'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', __dirname: 'readonly', process: 'readonly', Buffer: 'readonly', setImmediate: 'readonly' } }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', URL: 'readonly', WebAssembly: 'readonly', fetch: 'readonly', Buffer: 'readonly' } } },
  { files: ['**/*.js'], languageOptions: { globals: { DOMParser: 'readonly', Node: 'readonly', Element: 'readonly', Event: 'readonly', CustomEvent: 'readonly', AbortController: 'readonly', window: 'readonly', document: 'readonly', fetch: 'readonly', location: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', URL: 'readonly', URLSearchParams: 'readonly', history: 'readonly', navigator: 'readonly', localStorage: 'readonly', sessionStorage: 'readonly', console: 'readonly', EventSource: 'readonly', crypto: 'readonly', Intl: 'readonly', customElements: 'readonly', HTMLElement: 'readonly', MessageEvent: 'readonly', requestAnimationFrame: 'readonly', matchMedia: 'readonly' } } },
)
