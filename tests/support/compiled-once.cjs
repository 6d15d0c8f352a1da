// Jest's runtime, but what does not change from one test file to the next is found out once in a process: nearly every file loads the whole program, and
// reading, finding and compiling its modules took most of that. What is kept is the code alone; each test file still runs it anew, in a context of its own.
const { Script } = require('node:vm')
const { default: Runtime } = require('jest-runtime')

const compiled = new Map()

/** The module as a function that no context has run yet. */
function scriptOf(source, filename, parameters) {
  const known = compiled.get(filename)
  if (known?.source === source) return known.script
  const head = `(function (${parameters.join(', ')}) {`
  const script = new Script(`${head}${source}\n})`, { filename, columnOffset: -head.length })
  compiled.set(filename, { source, script })
  return script
}

/** What survives a test file: Jest clears what it believes to be the file's own. */
class Kept extends Map {
  clear() {}
}

const projects = new Map()
const keptOf = (id) => {
  if (!projects.has(id)) projects.set(id, { transformed: new Map(), found: new Kept(), mocks: new Map() })
  return projects.get(id)
}

/** The text of a module as it is run: read and compared with the cache on disk once. */
function transformOnce(cache, transformed) {
  const anew = cache.transform.bind(cache)
  cache.transform = (filename, options) => {
    if (options?.isInternalModule) return anew(filename, options)
    const known = transformed.get(filename)
    if (!known) {
      const code = anew(filename, options)
      transformed.set(filename, cache.transforms.get(filename))
      return code
    }
    cache.transforms.set(filename, known)
    if (known.sourceMapPath) cache.sourceMaps.set(filename, known.sourceMapPath)
    return known.code
  }
}

/** Where a module lies that another asks for, and whether it stands for another. */
function findOnce(resolution, { found, mocks }) {
  resolution.cjsCache = found
  const anew = resolution.getCjsMockModule.bind(resolution)
  resolution.getCjsMockModule = (from, name) => {
    const key = `${from}\0${name}`
    if (!mocks.has(key)) mocks.set(key, anew(from, name))
    return mocks.get(key)
  }
}

module.exports = function CompiledOnce(...given) {
  const runtime = new Runtime(...given)
  const [config, global] = [given[0], given[7]]
  const { executor } = runtime
  // Whoever watches changes the files meanwhile.
  if (!global?.watch && !global?.watchAll) {
    const kept = keptOf(config.id)
    transformOnce(executor.transformCache, kept.transformed)
    findOnce(executor.resolution, kept)
  }
  const compileAnew = executor.compile.bind(executor)
  executor.compile = (source, filename) => {
    const context = executor.environment.getVmContext()
    // What is not a script, or no longer has a place to run, is Jest's own matter.
    if (context === null || executor.resolution.isCoreModule(filename)) return compileAnew(source, filename)
    try {
      return scriptOf(source, filename, executor.injectedModuleParameters).runInContext(context)
    } catch {
      return compileAnew(source, filename)
    }
  }
  return runtime
}
