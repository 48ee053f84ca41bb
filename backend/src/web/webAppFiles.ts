import { sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

import { sendMethods } from './methods/answerOtherMethods.ts'
import { sendProblem } from './problems/errorHandler.ts'
import { unknownPath } from './problems/frameworkProblem.ts'

const READING = ['GET', 'HEAD']

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
      if (/^\/api(\/|$)/.test(path)) return sendProblem(reply, unknownPath())
      if (!READING.includes(request.method)) return sendMethods(reply, request.method, [...READING, 'OPTIONS'])
      return /\.\w+$/.test(path) ? sendProblem(reply, unknownPath()) : reply.sendFile('index.html')
    })
  }
}

/** The build puts a hash of the content into these names. */
const isHashed = (path: string): boolean => path.includes(`${sep}assets${sep}`)
