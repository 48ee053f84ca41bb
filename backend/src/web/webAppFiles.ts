import { sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

import { sendProblem } from './problems/errorHandler.ts'
import { unknownPath } from './problems/frameworkProblem.ts'

/** Serves the built web app. Every path that is neither a file nor part of the API is one of its pages. */
export function webAppFiles(folder: string): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        void response.header('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    app.setNotFoundHandler((request, reply) => {
      const [path = '/'] = request.url.split('?')
      const isPage = request.method === 'GET' && !/^\/api(\/|$)/.test(path) && !/\.\w+$/.test(path)
      return isPage ? reply.sendFile('index.html') : sendProblem(reply, unknownPath())
    })
  }
}

/** The build puts a hash of the content into these names. */
const isHashed = (path: string): boolean => path.includes(`${sep}assets${sep}`)
