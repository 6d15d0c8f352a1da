// Rules that a line of text can break. Each is a function of (path, text) that says in words what it found, so that a test can show it a
// violation as well as the repository.

export interface SourceFile { path: string; text: string }
export type SourceRule = (file: SourceFile) => string[]

const isCode = (path: string) => /\.(ts|tsx|mjs|cjs)$/.test(path)
const isTypeScript = (path: string) => /\.tsx?$/.test(path)
const isTest = (path: string) => /\.test\.tsx?$|^tests\//.test(path)
/** The one door through which SQL goes whose tables are named by the schema, and the rooms that may use it. */
const schemaSql = 'backend/src/platform/db/schema-sql.ts'
const walkersOfTheSchema = ['backend/src/features/personal-data/', 'backend/src/features/retention/', 'backend/src/features/clients/client-import-undo.repository.ts']
const isProduct = (path: string) => isTypeScript(path) && !isTest(path) && /^(shared|backend|addin-outlook|addin-gmail|manifests)\//.test(path)

/** Comments and the insides of quotes do not run: they are blanked, line breaks stay. */
export function codeOnly(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (part, at: number) => (part.startsWith('//') && text[at - 1] === ':' ? part : blank(part)))
}

/** A rule that reports every line of code on which the pattern stands, in the files it concerns. */
function forbid(pattern: RegExp, why: string, concerns: (path: string) => boolean, seenAs: (text: string) => string = codeOnly): SourceRule {
  return ({ path, text }) => {
    if (!concerns(path)) return []
    return seenAs(text).split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${why}`] : []))
  }
}

const asWritten = (text: string) => text

function skippedInWords({ path, text }: SourceFile): string[] {
  if (!isTest(path) || !isTypeScript(path)) return []
  const lines = text.split('\n')
  const code = codeOnly(text).split('\n')
  const explained = (index: number) => [lines[index], lines[index - 1]].some((line) => /\/\/.{15,}/.test(line ?? ''))
  return code.flatMap((line, index) => {
    if (/\b(it|test|describe)\.(only|todo)\b|\b(fit|fdescribe)\(/.test(line)) return [`${path}:${index + 1} a focused or empty test hides the others`]
    return /\b(it|test|describe)\.skip\b|\b(xit|xdescribe)\(/.test(line) && !explained(index) ? [`${path}:${index + 1} a skipped test says why in a comment beside it`] : []
  })
}

const conventional = /(^|\/)(README\.md|CHANGELOG\.md|LICENSE|package\.json|package-lock\.json|tsconfig[^/]*\.json)$|(^|\/)\.[^/]+$|^\.ci\//
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/

export const sourceRules: Record<string, SourceRule> = {
  'no file above 300 lines': ({ path, text }) => {
    const lines = text.trimEnd().split('\n').length
    return isCode(path) && lines > 300 ? [`${path} has ${lines} lines`] : []
  },
  'file names are kebab-case': ({ path }) => {
    const name = path.split('/').at(-1) ?? ''
    const judged = isCode(path) && !conventional.test(path)
    return judged && !kebab.test(name) ? [`${path} is not kebab-case`] : []
  },
  'no index file that re-exports': ({ path, text }) => (isTypeScript(path) && (/(^|\/)index\.tsx?$/.test(path) || /^export \* from/m.test(text)) ? [`${path} re-exports`] : []),
  'no default exports': forbid(/^export default\b/, 'exports a default', (path) => isTypeScript(path) && !/\.config\.ts$/.test(path)),
  'the environment is read in config.ts only': forbid(/\bprocess\.env\b|\bprocess\[/, 'reads the environment', (path) => isProduct(path) && path !== 'backend/src/config.ts'),
  'Office.js is met in the mailbox only': forbid(/(^|[^.\w])Office\s*\.\s*\w/, 'touches Office.js', (path) => isProduct(path) && !/^addin-outlook\/src\/mailbox\/|^backend\/src\/demo\//.test(path)),
  'SQL is never put together from text': forbid(/\$(queryRaw|executeRaw)Unsafe\b|\bPrisma\.raw\b/, 'runs unprepared SQL', (path) => isTypeScript(path) && path !== schemaSql),
  'tables are named by the schema in few rooms': forbid(/\b(query|run)Schema\b/, 'names tables by the schema', (path) => isProduct(path) && path !== schemaSql && !walkersOfTheSchema.some((room) => path.startsWith(room))),
  'the locale of the machine does not decide': forbid(/\.toLocaleLowerCase\b/, 'uses toLocaleLowerCase', (path) => isCode(path) && !path.startsWith('tests/architecture/')),
  'nothing is typed any': forbid(/(:|\bas|<|\|)\s*any\b(?!\s*\()/, 'says any', isTypeScript),
  'the compiler is not told to look away': forbid(/@ts-(ignore|nocheck)\b/, 'silences the compiler', isTypeScript, asWritten),
  'the product prints through its log': forbid(/\bconsole\.(log|info|debug|warn)\b/, 'prints to the console', isProduct),
  'tests are neither focused nor silently skipped': skippedInWords,
  'no path of a machine': forbid(/(^|[\s'"`(=:])(\/work\/|\/home\/\w+\/|\/root\/|\/Users\/\w+\/|[A-Z]:\\Users\\)/, 'names a path of a machine', (path) => !/\.(eml|png|ico)$|^tests\/fixtures\//.test(path), asWritten),
  'no address of a package registry': forbid(/https?:\/\/(registry\.|[^/\s]*npmjs\.org|[^/\s]*\/(npm|artifactory)\/)|"resolved":\s*"http/, 'names a registry', (path) => /(^|\/)(package-lock\.json|\.npmrc|package\.json)$|\.(ts|tsx|mjs|cjs|md|sh)$/.test(path), asWritten),
}

/** One basename, one room: names that stand in more than one folder. */
export function repeatedNames(paths: string[]): string[] {
  const rooms = new Map<string, string[]>()
  for (const path of paths.filter((name) => isCode(name) && !conventional.test(name) && !/(^|\/)webpack\.config\.cjs$/.test(name))) {
    const name = path.split('/').at(-1) ?? ''
    rooms.set(name, [...(rooms.get(name) ?? []), path])
  }
  return [...rooms.values()].filter((places) => places.length > 1).map((places) => places.join(' and '))
}
