// Jest's runtime, but each module is compiled once in a process instead of once for each test file: nearly every file loads the whole program, and
// compiling it took most of that. What is kept is the code alone; each test file still runs it anew, in a context of its own.
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

module.exports = function CompiledOnce(...given) {
  const runtime = new Runtime(...given)
  const { executor } = runtime
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
