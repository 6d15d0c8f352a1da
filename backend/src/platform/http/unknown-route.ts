import type { RequestHandler } from 'express'
import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { routes } from '@counterpane/shared/contract/routes'
import { AppError } from '@counterpane/shared/errors/app-error'

const known = [...Object.values(routes), ...Object.values(fileRoutes)].map((route) => {
  const [method = '', path = ''] = route.split(' ')
  return { method, pattern: new RegExp(`^${path.replace('{id}', '[^/]+')}$`) }
})

/** What no route took: 405 with the methods that are there, else 404. */
export const unknownRoute: RequestHandler = (request, response, next) => {
  const methods = [...new Set(known.filter(({ pattern }) => pattern.test(request.path)).map(({ method }) => method))]
  // A path with its own method comes here only when its route is closed in this mode.
  if (methods.length === 0 || methods.includes(request.method)) return next(new AppError('not-found'))
  response.set('Allow', methods.join(', '))
  next(new AppError('method-not-allowed'))
}
