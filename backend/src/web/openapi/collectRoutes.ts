import type { FastifyInstance, RouteOptions } from 'fastify'

/** Collects every route that is added later, for the OpenAPI document. */
export function collectRoutes(app: Pick<FastifyInstance, 'addHook'>): readonly RouteOptions[] {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  return routes
}
