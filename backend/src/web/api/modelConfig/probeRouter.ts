import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { saveConnectionTest } from '../../../db/models/connectionTest.ts'
import { ConnectionTest } from '../../../models/connectionTest/connectionTest.ts'
import type { DraftModel } from '../../../models/draftModel.ts'
import { describeFailure } from '../../../models/failure/describeFailure.ts'
import { hasText } from '../../../models/keys/streamFilter.ts'
import { ListedModel } from '../../../models/list/readModelList.ts'
import type { AppServices } from '../../appServices.ts'
import { toDraftModel } from '../../toDraftModel.ts'
import { ModelListFailedError } from '../../../models/modelErrors.ts'
import { IdParams } from '../../schemas/common.ts'
import { AddressDraft, AddressPreview } from '../../schemas/addressPreview.ts'
import { ModelConfigDraft, ModelListDraft } from '../../schemas/modelConfig.ts'
import { testConnection, type TestEvents } from '../../../engine/connectionTest/testConnection.ts'
import { getModelConfig } from './crud.ts'
import { previewAddress } from './previewAddress.ts'
import { toStoredDraft } from './storedDraft.ts'
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

/** Address previews, model lists and connection tests. */
export function modelProbeRouter(
  services: Pick<
    AppServices,
    | 'clock'
    | 'db'
    | 'keyCipher'
    | 'environmentKeys'
    | 'isInContainer'
    | 'createModel'
    | 'modelLists'
    | 'recentTests'
    | 'requests'
  >,
): FastifyPluginAsyncZod {
  const { db, createModel, modelLists, clock, recentTests, requests } = services
  /** Its result is kept for a while, in case the values are saved. */
  const testDraft = async (draft: DraftModel, events: TestEvents = {}): Promise<ConnectionTest> => {
    const result = await testConnection(draft, createModel, { clock, requests, ...events })
    recentTests.add(draft, result)
    return result
  }
  return async (app) => {
    app.post(
      '/address',
      {
        schema: {
          tags,
          summary: 'Preview how a base URL is resolved, without sending a request',
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
          summary: 'List the models of a provider, from a cache with its age',
          querystring: ListQuery,
          body: ModelListDraft,
          response: { 200: FetchedModels },
        },
      },
      async (request) => {
        const draft = await toDraftModel(request.body, services)
        const { recipe, apiKey, address } = draft
        if (address === null) {
          return { data: [], fetchedAt: clock.now(), refreshError: null, problem: null }
        }
        const { provider, parameters } = recipe
        const access = { ...parameters, provider, apiKey, listUrl: address.listUrl }
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
        const shown = data.filter(({ id }) => !hasText(id, draft.secretForms))
        return { data: shown, fetchedAt, refreshError, problem: refreshError }
      },
    )

    app.post(
      '/test',
      {
        schema: {
          tags,
          summary: 'Test a model step by step, saved or not, without saving anything',
          body: ModelConfigDraft,
          response: { 200: ConnectionTest },
        },
      },
      async (request) => testDraft(await toDraftModel(request.body, services)),
    )

    app.post(
      '/test/steps',
      {
        schema: {
          tags,
          summary: 'Run the same test and stream each step',
          description: 'One JSON object per line: each step when it is done, then the whole result.',
          body: ModelConfigDraft,
          response: { 200: { description: 'The lines', content: { 'application/x-ndjson': { schema: TestLine } } } },
        },
      },
      async (request, reply) => {
        const draft = await toDraftModel(request.body, services)
        reply.hijack()
        await sendTestLines(reply.raw, (events) => testDraft(draft, events))
      },
    )

    app.post(
      '/:id/test',
      {
        schema: {
          tags,
          summary: 'Test a saved model and store the result with it',
          params: IdParams,
          response: { 200: ConnectionTest },
        },
      },
      async (request) => {
        const config = await getModelConfig(db, request.params.id)
        const result = await testConnection(await toStoredDraft(config, services), createModel, { clock, requests })
        await saveConnectionTest(db, config.id, result)
        return result
      },
    )
  }
}
