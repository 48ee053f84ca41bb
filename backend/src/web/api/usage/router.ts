import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { deleteModelPrices, findModelPrices, saveModelPrices } from '../../../db/models/modelPrices.ts'
import { PRICE_PAGES, PRICE_TABLE_DATE } from '../../../models/prices/priceTable.ts'
import { Prices } from '../../../models/prices/prices.ts'
import type { AppServices } from '../../appServices.ts'
import { IdParams, PageQuery } from '../../schemas/common.ts'
import {
  EstimateQuery,
  ModelPrices,
  SessionUsage,
  SessionUsageList,
  UsageEstimate,
  UsageQuery,
  UsageReport,
} from '../../schemas/usage.ts'
import { toStoredDraft } from '../modelConfig/storedDraft.ts'
import { getModelConfig } from '../modelConfig/crud.ts'
import { estimateUsage } from './estimateUsage.ts'
import { getSessionUsage } from './getSessionUsage.ts'
import { getUsage } from './getUsage.ts'
import { listSessionUsage } from './listSessionUsage.ts'

const tags = ['Usage']

/** What requests to providers used and cost. */
export function usageRouter(services: Pick<AppServices, 'db' | 'playedGamebooks' | 'turns'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/',
      {
        schema: {
          tags,
          summary: 'Get what was used and what it cost, by day and by model',
          querystring: UsageQuery,
          response: { 200: UsageReport },
        },
      },
      async (request) => getUsage(services, request.query),
    )

    app.get(
      '/estimate',
      {
        schema: {
          tags,
          summary: 'Get what the first turn of a gamebook will cost with a model, about; nothing is sent',
          querystring: EstimateQuery,
          response: { 200: UsageEstimate },
        },
      },
      async (request) => estimateUsage(services, request.query.gamebookId, request.query.modelConfigId),
    )

    app.get(
      '/sessions',
      {
        schema: {
          tags,
          summary: 'List what sessions used and cost, most recently played first',
          querystring: PageQuery,
          response: { 200: SessionUsageList },
        },
      },
      async (request) => listSessionUsage(services, request.query),
    )

    app.get(
      '/sessions/:id',
      {
        schema: {
          tags,
          summary: 'Get what the answers of a session used and cost, in their order',
          params: IdParams,
          response: { 200: SessionUsage },
        },
      },
      async (request) => getSessionUsage(services, request.params.id),
    )
  }
}

/** What a model costs. */
export function modelPriceRouter(
  services: Pick<AppServices, 'db' | 'keyCipher' | 'environmentKeys' | 'modelLists' | 'recentTests'>,
): FastifyPluginAsyncZod {
  const { db } = services
  const describe = async (id: string): Promise<ModelPrices> => {
    const config = await getModelConfig(db, id)
    const { findPrices } = await toStoredDraft(config, services)
    const known = findPrices?.() ?? null
    return {
      prices: known?.prices ?? null,
      source: known?.source ?? null,
      own: await findModelPrices(db, id),
      tableDate: PRICE_TABLE_DATE,
      page: PRICE_PAGES[config.provider] ?? null,
    }
  }
  return async (app) => {
    app.get(
      '/:id/prices',
      {
        schema: {
          tags,
          summary: 'Get the prices of a model, and where they come from',
          params: IdParams,
          response: { 200: ModelPrices },
        },
      },
      async (request) => describe(request.params.id),
    )

    app.put(
      '/:id/prices',
      {
        schema: {
          tags,
          summary: 'Enter the prices of a model; they count from the next request',
          params: IdParams,
          body: Prices,
          response: { 200: ModelPrices },
        },
      },
      async (request) => {
        const { id } = await getModelConfig(db, request.params.id)
        await saveModelPrices(db, id, request.body)
        return describe(id)
      },
    )

    app.delete(
      '/:id/prices',
      {
        schema: {
          tags,
          summary: 'Remove the prices that were entered',
          params: IdParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { id } = await getModelConfig(db, request.params.id)
        await deleteModelPrices(db, id)
        return reply.code(204).send()
      },
    )
  }
}
