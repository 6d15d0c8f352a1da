// Two projects: `unit` (pure code, the API over HTTP, the structure of the house) and `e2e` (a real browser).
const path = require('node:path')

/** Packages that come as ES modules only: brought to CommonJS by swc like our own code. */
const esmOnly = ['jose', 'uuid', 'email-providers', 'p-limit', 'yocto-queue', 'd3-[a-z]+', 'internmap', 'delaunator', 'robust-predicates', 'any-ascii', 'openid-client', 'oauth4webapi']

const project = {
  rootDir: __dirname,
  testEnvironment: 'node',
  cacheDirectory: path.join(__dirname, '.cache/jest'),
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { swcrc: false, jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, keepClassNames: true } }],
    '^.+\\.m?js$': ['@swc/jest', { swcrc: false, jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '/backend/prisma/generated/.*\\.js$'],
  moduleNameMapper: {
    '^@counterpane/shared/ui/(.*)$': path.join(__dirname, 'shared/ui/$1'),
    '^@counterpane/shared/(.*)$': path.join(__dirname, 'shared/src/$1'),
    '^@counterpane/addin-gmail/(.*)$': path.join(__dirname, 'addin-gmail/src/$1'),
    '^@counterpane/backend/(.*)$': path.join(__dirname, 'backend/src/$1'),
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/(.*/)?dist/', '<rootDir>/.cache/', '<rootDir>/.tmp/'],
  runtime: path.join(__dirname, 'tests/support/compiled-once.cjs'),
  setupFilesAfterEnv: [path.join(__dirname, 'tests/support/jest-guards.ts')],
}

module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  testSequencer: path.join(__dirname, 'tests/support/slow-first.cjs'),
  projects: [
    { ...project, displayName: 'unit', testMatch: ['<rootDir>/{shared,addin-gmail,addin-outlook,backend,manifests,tests}/**/*.test.{ts,tsx}'], testPathIgnorePatterns: ['/node_modules/', '\\.e2e\\.test\\.ts$'] },
    { ...project, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.e2e.test.ts'], globalSetup: path.join(__dirname, 'tests/support/find-browser.mjs') },
  ],
}
