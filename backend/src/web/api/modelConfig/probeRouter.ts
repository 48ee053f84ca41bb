import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { saveConnectionTest } from '../../../db/models/connectionTest.ts'
import { ConnectionTest } from '../../../models/connectionTest/connectionTest.ts'
import { describeFailure } from '../../../models/failure/describeFailure.ts'
import { ListedModel } from '../../../models/list/readModelList.ts'
import type { AppServices } from '../../appServices.ts'
import { toDraftModel } from '../../draftModel.ts'
import { ModelListFailedError } from '../../modelErrors.ts'
import { IdParams } from '../../schemas/common.ts'
import { AddressDraft, AddressPreview } from '../../schemas/addressPreview.ts'
import { ModelConfigDraft, ModelListDraft } from '../../schemas/modelConfig.ts'
import { maskHeaders } from '../../../models/keys/headerSecrets.ts'
import { testConnection } from '../../../models/connectionTest/testConnection.ts'
import { getModelConfig } from './crud.ts'
import { previewAddress } from './previewAddress.ts'
import { sendTestLines, TestLine } from './testLines.ts'

const tags = ['Model configs']
const FetchedModels = z
  .object({
    data: z.array(ListedModel),
    fetchedAt: z.iso.datetime().describe('When the provider sent the list'),
    refreshError: z.string().nullable().describe("Why the list couldn't be refreshed"),
    problem: z.string().nullable().meta({ deprecated: true, description: 'Use `refreshError`' }),
  })
  .meta({ id: 'FetchedModels' })

const ListQuery = z.strictObject({ refresh: z.stringbool().optional().describe('Wait for the provider') })

/** What is asked of providers before anything is played. */
export function modelProbeRouter(
  services: Pick<AppServices, 'db' | 'keySeal' | 'environmentKeys' | 'isInContainer' | 'createModel' | 'modelLists'>,
): FastifyPluginAsyncZod {
  const { db, createModel, modelLists } = services
  return async (app) => {
    app.post(
      '/address',
      {
        schema: {
          tags,
          summary: 'What saving and asking at a typed address would mean; asks nobody',
          body: AddressDraft,
          response: { 200: AddressPreview },
        },
      },
      (request) => previewAddress(request.body, services),
    )

    app.post(
      '/models',
      {
        schema: {
          tags,
          summary: 'The models that a provider offers, from a cache with their age',
          querystring: ListQuery,
          body: ModelListDraft,
          response: { 200: FetchedModels },
        },
      },
      async (request) => {
        const draft = await toDraftModel(request.body, services)
        const { recipe, apiKey, address } = draft
        if (address === null) {
          return { data: [], fetchedAt: new Date().toISOString(), refreshError: null, problem: null }
        }
        const access = { provider: recipe.provider, apiKey, listUrl: address.listUrl }
        const { refresh = false } = request.query
        const {
          data,
          fetchedAt,
          refreshError: fault,
        } = await modelLists.get(access, { refresh }).catch((caught: unknown) => {
          throw new ModelListFailedError(describeFailure(caught, draft))
        })
        const refreshError =
          fault === undefined ? null : new ModelListFailedError(describeFailure(fault, draft)).message
        return { data: [...data], fetchedAt, refreshError, problem: refreshError }
      },
    )

    app.post(
      '/test',
      {
        schema: {
          tags,
          summary: 'Ask a model step by step, saved or not; changes nothing',
          body: ModelConfigDraft,
          response: { 200: ConnectionTest },
        },
      },
      async (request) => testConnection(await toDraftModel(request.body, services), createModel),
    )

    app.post(
      '/test/steps',
      {
        schema: {
          tags,
          summary: 'The same test, each step as soon as it is done',
          description: 'One JSON object a line: the steps as they are done, and at last the whole result.',
          body: ModelConfigDraft,
          response: { 200: { description: 'The lines', content: { 'application/x-ndjson': { schema: TestLine } } } },
        },
      },
      async (request, reply) => {
        const draft = await toDraftModel(request.body, services)
        reply.hijack()
        await sendTestLines(reply.raw, (onStep) => testConnection(draft, createModel, { onStep }))
      },
    )

    app.post(
      '/:id/test',
      {
        schema: {
          tags,
          summary: 'Ask a saved model step by step; the result is kept beside it',
          params: IdParams,
          response: { 200: ConnectionTest },
        },
      },
      async (request) => {
        const { id, name, provider, modelName, baseUrl, exactAddress, inOnePiece, parameters } = await getModelConfig(
          db,
          request.params.id,
        )
        const fields = {
          id,
          name,
          provider,
          modelName,
          baseUrl,
          exactAddress,
          inOnePiece,
          ...parameters,
          extraHeaders: maskHeaders(parameters.extraHeaders),
        }
        const result = await testConnection(await toDraftModel(fields, services), createModel)
        await saveConnectionTest(db, id, result)
        return result
      },
    )
  }
}
