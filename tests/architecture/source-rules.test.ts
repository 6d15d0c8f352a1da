import { readRepositoryFile, repositoryFiles } from '../support/repository-files'
import { codeOnly, repeatedNames, sourceRules } from './source-rules'

/** For every rule something that breaks it and something near it that does not. */
const examples: Record<string, { breaks: [path: string, text: string][]; keeps: [path: string, text: string][] }> = {
  'no file above 300 lines': { breaks: [['shared/src/long.ts', 'x\n'.repeat(301)]], keeps: [['shared/src/long.ts', 'x\n'.repeat(300)], ['docs/long.md', 'x\n'.repeat(400)]] },
  'file names are kebab-case': { breaks: [['shared/src/MyThing.ts', ''], ['backend/src/my_thing.ts', '']], keeps: [['backend/src/my-thing.repository.ts', ''], ['README.md', '']] },
  'no index file that re-exports': { breaks: [['shared/src/domain/index.ts', ''], ['shared/src/all.ts', "export * from './contact'"]], keeps: [['shared/src/contact.ts', 'export const a = 1']] },
  'no default exports': { breaks: [['shared/src/a.ts', 'export default 1']], keeps: [['backend/prisma.config.ts', 'export default 1'], ['shared/src/a.ts', '// export default']] },
  'the environment is read in config.ts only': { breaks: [['backend/src/main.ts', 'const port = process.env.PORT']], keeps: [['backend/src/config.ts', 'process.env'], ['tests/support/a.ts', 'process.env.CI'], ['backend/src/main.ts', '// process.env']] },
  'Office.js is met in the mailbox only': { breaks: [['addin-outlook/src/app/main.tsx', 'Office.onReady()']], keeps: [['addin-outlook/src/mailbox/office-mailbox.ts', 'Office.onReady()'], ['addin-outlook/src/app/main.tsx', "say('Office.onReady')"]] },
  'SQL is never put together from text': { breaks: [['backend/src/a.repository.ts', 'db.$queryRawUnsafe(sql)']], keeps: [['backend/src/a.repository.ts', 'db.$queryRaw`select 1`']] },
  'tables are named by the schema in few rooms': {
    breaks: [['backend/src/features/tasks/tasks.repository.ts', "querySchema(tx, 'DELETE FROM Task')"]], keeps: [['backend/src/features/retention/retention.repository.ts', 'runSchema(tx, text)'], ['backend/src/platform/db/schema-sql.ts', 'const runSchema = 1']],
  },
  'the locale of the machine does not decide': { breaks: [['shared/src/a.ts', 'name.toLocaleLowerCase()']], keeps: [['shared/src/a.ts', 'name.toLowerCase()']] },
  'nothing is typed any': { breaks: [['shared/src/a.ts', 'const a = b as any'], ['shared/src/a.ts', 'function f(a: any) {}'], ['shared/src/a.ts', 'const a: Array<any> = []']], keeps: [['shared/src/a.ts', "const kind = 'as any'"], ['shared/src/a.ts', 'const b = a ? many : any(of)']] },
  'the compiler is not told to look away': { breaks: [['shared/src/a.ts', '// @ts-' + 'ignore']], keeps: [['shared/src/a.ts', '// @ts-expect-error the library says otherwise']] },
  'the product prints through its log': { breaks: [['backend/src/a.ts', 'console.log(1)']], keeps: [['scripts/a.mjs', 'console.log(1)'], ['backend/src/a.ts', 'log.info(1)']] },
  'tests are neither focused nor silently skipped': {
    breaks: [['shared/src/a.test.ts', 'it.' + "only('x', f)"], ['tests/api/a.test.ts', 'it.' + "skip('x', f)"]],
    keeps: [['tests/api/a.test.ts', '// runs where the outside data lies beside the checkout\nconst sweep = there ? it : it.' + 'skip'], ['shared/src/a.ts', 'list.' + 'skip(2)']],
  },
  'no path of a machine': { breaks: [['docs/a.md', 'see /ho' + 'me/ann/notes'], ['scripts/a.mjs', "'/wo" + "rk/here'"]], keeps: [['docs/a.md', 'GET /homepage, /work-items']] },
  'no address of a package registry': { breaks: [['package-lock.json', '"resolved": "htt' + 'ps://somewhere/x.tgz"'], ['.npmrc', 'registry=htt' + 'ps://registry.example/']], keeps: [['docs/a.md', 'https://www.example.com/']] },
}

const files = repositoryFiles().filter((path) => /\.(ts|tsx|mjs|cjs|md|json|yml|yaml|sh|prisma|sql|css|html|npmrc)$/.test(path)).map((path) => ({ path, text: readRepositoryFile(path) }))

describe.each(Object.entries(sourceRules))('%s', (name, rule) => {
  it('sees a violation, and only that', () => {
    const example = examples[name]
    if (!example) throw new Error(`The rule "${name}" has no example of its violation`)
    for (const [path, text] of example.breaks) expect(rule({ path, text })).toHaveLength(1)
    for (const [path, text] of example.keeps) expect(rule({ path, text })).toEqual([])
  })

  it('is kept by the repository', () => {
    expect(files.flatMap(rule)).toEqual([])
  })
})

describe('one basename, one room', () => {
  it('sees a name that stands in two folders', () => {
    expect(repeatedNames(['shared/src/domain/address.ts', 'backend/src/address.ts', 'shared/package.json', 'backend/package.json'])).toEqual(['shared/src/domain/address.ts and backend/src/address.ts'])
  })

  it('is kept by the repository', () => {
    expect(repeatedNames(files.map(({ path }) => path))).toEqual([])
  })
})

it('reads code apart from comments and quotes', () => {
  expect(codeOnly("a('x.y') // z\nb /* c\nd */ + \"e\"").replace(/ +/g, ' ')).toBe('a( ) \nb \n + ')
})
