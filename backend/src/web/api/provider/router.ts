import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import { PROVIDERS } from '../../../providers.ts'
import { ProviderList, toProviderResponse } from '../../schemas/provider.ts'

export const providerRouter: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/',
    { schema: { tags: ['Model configs'], summary: 'List providers', response: { 200: ProviderList } } },
    async () => ({ data: PROVIDERS.map(toProviderResponse) }),
  )
}
