import type { FastifyHelmetOptions } from '@fastify/helmet'

/** Everything comes from this server. Styles in the page are the component library's way. */
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
  // Served without TLS on the own machine, where a browser must not be told to insist on it.
  strictTransportSecurity: false,
}
