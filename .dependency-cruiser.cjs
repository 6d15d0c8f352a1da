// One direction (docs/decisions/002-feature-folders-and-one-direction.md), as rules. Imports of types count like any other.
const test = '(\\.test\\.tsx?$|/test-support/)'
const database = '(^|node_modules/)(@prisma/client|@prisma/adapter-libsql|libsql)(/|$)|^backend/prisma/generated/'
const providers = '(^|node_modules/)(@googleapis/|googleapis-common|google-auth-library|@microsoft/microsoft-graph|@azure/)'
const server = '(^|node_modules/)(zod|express|tldts|nodemailer|pino|disposable-email-domains|email-providers)(/|$)'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('no-circular', 'A cycle has no beginning: nobody can read it.', {}, { circular: true }),
    rule('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    rule('shared-knows-nobody', 'shared/src is the ground floor.', { path: '^shared/src/', pathNot: test }, { path: '^(backend|addin-outlook|addin-gmail|manifests|tests|shared/ui|scripts)/' }),
    rule('shared-is-plain', 'shared/src runs everywhere: no Node, no server, no screen.', { path: '^shared/src/', pathNot: test }, { path: '(^|node_modules/)(express|react|react-dom|@fluentui/[^/]+|@prisma/[^/]+|libsql|@googleapis/[^/]+)(/|$)' }),
    rule('shared-without-node', 'shared/src runs in browsers too.', { path: '^shared/src/', pathNot: test }, { dependencyTypes: ['core'] }),
    rule('shared-ui-knows-shared', 'Pieces shared by the pane and the journal stand on shared only.', { path: '^shared/ui/' }, { path: '^(backend|addin-outlook|addin-gmail|manifests|tests)/' }),
    rule('gmail-cards-know-shared', 'The Gmail renderers are pure: shared only.', { path: '^addin-gmail/src/', pathNot: test }, { path: '^(backend|addin-outlook|manifests|tests|shared/ui)/' }),
    rule('gmail-cards-are-pure', 'No network, no database, no files in a renderer.', { path: '^addin-gmail/src/', pathNot: test }, { dependencyTypes: ['core'] }),
    rule('pane-knows-shared', 'The pane stands on shared only.', { path: '^addin-outlook/src/', pathNot: test }, { path: '^(backend|addin-gmail|manifests|tests)/' }),
    rule('journal-knows-shared', 'The journal speaks to the server over HTTP like everybody.', { path: '^backend/journal/', pathNot: test }, { path: '^(backend/(src|prisma)|addin-outlook|addin-gmail|manifests|tests)/' }),
    rule('browser-without-server-libraries', 'A library of the server must not get into a bundle; of the contract browsers take types.', { path: '^(addin-outlook/src|shared/ui|backend/journal/src)/', pathNot: test }, { path: server, dependencyTypesNot: ['type-only'] }),
    rule('browser-takes-types-of-the-contract', 'The contract\'s schemas stay on the server; browsers take its types, its routes and its client.', { path: '^(addin-outlook/src|shared/ui|backend/journal/src)/', pathNot: test }, { path: '^shared/src/contract/', pathNot: '(routes|/http-client)\\.ts$', dependencyTypesNot: ['type-only'] }),
    rule('features-are-neighbours', 'A feature that needs another\'s answer declares a function; composition.ts passes it in.', { path: '^backend/src/features/([^/]+)/', pathNot: test }, { path: '^backend/src/features/', pathNot: '^backend/src/features/$1/' }),
    rule('features-know-ports', 'Features do not know who answers their ports, nor who composes them.', { path: '^backend/src/features/', pathNot: test }, { path: '^backend/src/(adapters|demo|commands|app|composition|config|main)(/|\\.ts)' }),
    rule('platform-knows-shared', 'The platform serves every feature and knows none.', { path: '^backend/src/platform/', pathNot: test }, { path: '^(backend/src/(?!platform/)|backend/journal|addin-)' }),
    rule('ports-know-shared', 'A port is a narrow interface.', { path: '^backend/src/ports/', pathNot: test }, { path: '^backend/src/(?!ports/)' }),
    rule('adapters-know-ports', 'Adapters implement ports; they do not call features.', { path: '^backend/src/adapters/', pathNot: test }, { path: '^backend/src/(features|demo|commands|app|composition|main)(/|\\.ts)' }),
    rule('demo-is-outside', 'The product does not lean on its demo; only composition and app start it.', { path: '^backend/src/(features|platform|ports|adapters)/', pathNot: test }, { path: '^backend/src/demo/' }),
    rule('product-knows-no-tests', 'Nothing that ships imports the tests.', { path: '^(shared|backend|addin-outlook|addin-gmail)/', pathNot: '\\.test\\.tsx?$' }, { path: '^tests/' }),
    rule('database-in-repositories', 'The database client is met in repositories and the database\'s own rooms only.', { path: '^(backend|shared|addin-[^/]+)/', pathNot: `\\.repository\\.ts$|^backend/src/platform/db/|^backend/prisma/|${test}` }, { path: database }),
    rule('providers-in-adapters', 'Graph and Google are met in their adapters only; the pane\'s sign-in library in its session.', { path: '^(backend|shared|addin-[^/]+)/', pathNot: `^backend/src/adapters/|^addin-outlook/src/session/|${test}` }, { path: providers }),
    rule('declared', 'What is imported stands in the package.json of its package.', { path: '^(shared|backend|addin-outlook|addin-gmail|manifests|tests)/' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    rule('no-development-tools', 'What runs at the customer\'s is a dependency, not a development tool.', { path: '^(shared/src|backend/src|addin-gmail/src)/', pathNot: test }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] }),
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules|/dist/|^backend/prisma/generated/' },
    exclude: { path: '(^|/)(dist|\\.cache)/' },
    webpackConfig: { fileName: require('node:path').join(__dirname, 'scripts/resolve.cjs') },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'node', 'default'], extensions: ['.ts', '.tsx', '.d.ts', '.js', '.cjs', '.mjs', '.json', '.css'] },
  },
}
