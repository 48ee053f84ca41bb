import type { FastifyHelmetOptions } from '@fastify/helmet'

/** Everything comes from this server. The page at /api/docs has an inline stylesheet. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  // Without TLS on localhost, browsers must not insist on it.
  strictTransportSecurity: false,
}
