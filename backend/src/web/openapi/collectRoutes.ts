import type { FastifyInstance, RouteOptions } from 'fastify'

/** Remembers every route that is added from now on, for the OpenAPI document. */
export function collectRoutes(app: Pick<FastifyInstance, 'addHook'>): readonly RouteOptions[] {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  return routes
}
