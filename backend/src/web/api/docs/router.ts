import type { RouteOptions } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

const tags = ['Documentation']

/** The OpenAPI document and its page. Their code is loaded with the first request. */
export function docsRouter(routes: readonly RouteOptions[]): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/openapi.json',
      { schema: { tags, summary: 'This API as an OpenAPI 3.1 document' } },
      async (_request, reply) => {
        const { describeRoutes } = await import('../../openapi/describeRoutes.ts')
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(describeRoutes(routes)))
      },
    )

    app.get('/docs', { schema: { tags, summary: 'This API as an HTML page' } }, async (_request, reply) => {
      const [{ describeRoutes }, { docsPage, docsPolicy }] = await Promise.all([
        import('../../openapi/describeRoutes.ts'),
        import('../../openapi/docsPage.ts'),
      ])
      void reply.header('content-security-policy', docsPolicy())
      return reply.type('text/html; charset=utf-8').send(docsPage(describeRoutes(routes)))
    })
  }
}
