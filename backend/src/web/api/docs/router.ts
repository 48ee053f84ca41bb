import type { RouteOptions } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

const tags = ['Documentation']

/** The OpenAPI document and its page. Their code is loaded, and they are built, with the first request. */
export function docsRouter(routes: readonly RouteOptions[]): FastifyPluginAsyncZod {
  let document: Promise<string> | undefined
  let page: Promise<{ readonly html: string; readonly policy: string }> | undefined

  const buildDocument = async () => {
    const { describeRoutes } = await import('../../openapi/describeRoutes.ts')
    return describeRoutes(routes)
  }
  const buildPage = async () => {
    const { docsPage, docsPolicy } = await import('../../openapi/docsPage.ts')
    return { html: docsPage(await buildDocument()), policy: docsPolicy() }
  }

  return async (app) => {
    app.get(
      '/openapi.json',
      { schema: { tags, summary: 'This API as an OpenAPI 3.1 document' } },
      async (_request, reply) => {
        document ??= buildDocument().then((built) => JSON.stringify(built))
        return reply.type('application/json; charset=utf-8').send(await document)
      },
    )

    app.get('/docs', { schema: { tags, summary: 'This API as an HTML page' } }, async (_request, reply) => {
      page ??= buildPage()
      const { html, policy } = await page
      void reply.header('content-security-policy', policy)
      return reply.type('text/html; charset=utf-8').send(html)
    })
  }
}
