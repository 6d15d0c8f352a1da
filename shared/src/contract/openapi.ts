import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { catalogue } from '../errors/catalogue'
import { operationOf } from './operations'
import { keptAttachment } from './attachments'
import { importDetails } from './imports'
import { problem } from './problem'
import { fileRoutes } from './bytes-routes'
import { routeAccess } from './route-access'
import { routes, type RouteName } from './routes'

/** OpenAPI 3.1 of the whole API, made from the same schemas that requests are checked by. */
export function openApiDocument({ version, server }: { version: string; server: string }) {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'counterpane' })
  for (const name of Object.keys(routes) as RouteName[]) registerRoute(registry, name)
  registerFileRoutes(registry)
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0', info: { title: 'Counterpane', version }, servers: [{ url: server }], security: [{ bearer: [] }, { session: [] }],
  })
}

function registerRoute(registry: OpenAPIRegistry, name: RouteName) {
  const [method, path] = routes[name].split(' ') as [string, string]
  const operation = operationOf(name)
  const success = operation.answer === null ? { description: 'Done' } : { description: 'Success', content: { 'application/json': { schema: operation.answer } } }
  registry.registerPath({
    method: method.toLowerCase() as 'get', path, operationId: name, ...(routeAccess[name] === 'open' && name !== 'acceptInvitation' && { security: [] }),
    request: {
      ...(path.includes('{id}') && { params: z.object({ id: z.string() }) }),
      ...(operation.query && { query: asInput(operation.query) }),
      ...(operation.body && { body: { required: !operation.bodyOptional, content: { 'application/json': { schema: operation.body } } } }),
    },
    responses: {
      [operation.status]: success, ...(operation.also && { [operation.also]: success }),
      default: failure(),
    },
  })
}

const failure = () => ({ description: `Problem (RFC 9457); codes: ${Object.keys(catalogue).join(', ')}`, content: { 'application/problem+json': { schema: problem } } })

/** The routes whose bodies are bytes. OpenAPI 3.1 says of those their type alone: they have no schema. */
function registerFileRoutes(registry: OpenAPIRegistry) {
  const bytes = { 'application/octet-stream': { schema: {} } }
  const whole = { description: 'The bytes, to be saved under the name in Content-Disposition', content: bytes }
  const answers = { 200: whole, 206: { ...whole, description: 'The part of the bytes that Range asks for' }, default: failure() }
  const id = z.object({ id: z.string() })
  const pathOf = (name: keyof typeof fileRoutes) => fileRoutes[name].split(' ')[1]!
  registry.registerPath({
    method: 'put', path: pathOf('keepAttachment'), operationId: 'keepAttachment', request: { params: id, body: { required: true, content: bytes } },
    responses: { 200: { description: 'Kept, now or before', content: { 'application/json': { schema: keptAttachment } } }, default: failure() },
  })
  registry.registerPath({
    method: 'post', path: pathOf('uploadImport'), operationId: 'uploadImport', request: { query: z.object({ name: z.string() }), body: { required: true, content: bytes } },
    responses: { 201: { description: 'Received, and looked into; nothing is written yet', content: { 'application/json': { schema: importDetails } } }, default: failure() },
  })
  registry.registerPath({
    method: 'get', path: pathOf('exportImportProblems'), operationId: 'exportImportProblems', request: { params: id, query: z.object({ kind: z.enum(['problem', 'duplicate']).optional(), language: z.enum(['en', 'ru']).optional() }) },
    responses: { 200: { description: 'CSV, to be saved under the name in Content-Disposition', content: { 'text/csv': { schema: {} } } }, default: failure() },
  })
  registry.registerPath({ method: 'get', path: pathOf('readAttachment'), operationId: 'readAttachment', request: { params: id }, responses: answers })
  registry.registerPath({
    method: 'get', path: '/files/{ticket}/{name}', operationId: 'readLinkedAttachment', description: 'The address that linkAttachment gives; it needs no session.',
    security: [], request: { params: z.object({ ticket: z.string(), name: z.string() }) }, responses: answers,
  })
}

// Query parameters are documented as they are sent; what they become inside is no caller's matter.
const asInput = (query: z.ZodType) => query as unknown as z.ZodObject
