import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { catalogue } from '../errors/catalogue'
import { operations, type Operation } from './operations'
import { problem } from './problem'
import { routes, type RouteName } from './routes'

/** OpenAPI 3.1 of the whole API, made from the same schemas that requests are checked by. */
export function openApiDocument({ version, server }: { version: string; server: string }) {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'counterpane' })
  for (const name of Object.keys(routes) as RouteName[]) registerRoute(registry, name)
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0', info: { title: 'Counterpane', version }, servers: [{ url: server }], security: [{ bearer: [] }, { session: [] }],
  })
}

function registerRoute(registry: OpenAPIRegistry, name: RouteName) {
  const [method, path] = routes[name].split(' ') as [string, string]
  const operation: Operation = operations[name]
  const success = operation.answer === null ? { description: 'Done' } : { description: 'Success', content: { 'application/json': { schema: operation.answer } } }
  registry.registerPath({
    method: method.toLowerCase() as 'get', path, operationId: name,
    request: {
      ...(path.includes('{id}') && { params: z.object({ id: z.string() }) }),
      ...(operation.query && { query: asInput(operation.query) }),
      ...(operation.body && { body: { required: !operation.bodyOptional, content: { 'application/json': { schema: operation.body } } } }),
    },
    responses: {
      [operation.status]: success, ...(operation.also && { [operation.also]: success }),
      default: { description: `Problem (RFC 9457); codes: ${Object.keys(catalogue).join(', ')}`, content: { 'application/problem+json': { schema: problem } } },
    },
  })
}

// Query parameters are documented as they are sent; what they become inside is no caller's matter.
const asInput = (query: z.ZodType) => query as unknown as z.ZodObject
