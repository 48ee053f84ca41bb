import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import type { AppServices } from '../../appServices.ts'
import { IdParams } from '../../schemas/common.ts'
import {
  ExpectedUse,
  ModelReport,
  ModelReportStart,
  ModelReportState,
  toModelReportResponse,
} from '../../schemas/modelReport.ts'
import { getModelConfig } from '../modelConfig/crud.ts'

const tags = ['Model configs']

/** Measures models by the benchmark. */
export function modelReportRouter({ db, reports }: Pick<AppServices, 'db' | 'reports'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/:id/report',
      {
        schema: {
          tags,
          summary: 'Get the report on a model, finished or in progress',
          params: IdParams,
          response: { 200: ModelReportState },
        },
      },
      async (request) => {
        const { id } = await getModelConfig(db, request.params.id)
        const report = await reports.find(id)
        return { report: report === null ? null : toModelReportResponse(report) }
      },
    )

    app.get(
      '/:id/report/expected',
      {
        schema: {
          tags,
          summary: 'Get what a report on a model will use and cost, about; nothing is sent',
          params: IdParams,
          response: { 200: ExpectedUse },
        },
      },
      async (request) => {
        const { id } = await getModelConfig(db, request.params.id)
        return { ...(await reports.expect(id)) }
      },
    )

    app.post(
      '/:id/report',
      {
        schema: {
          tags,
          summary: 'Start a report on a model, or go on with it, in the background',
          params: IdParams,
          body: ModelReportStart,
          response: { 202: ModelReport },
        },
      },
      async (request, reply) => {
        const { id } = await getModelConfig(db, request.params.id)
        const { maxCost, resume } = request.body
        const report = await reports.start(id, { maxCost, resumes: resume })
        return reply.code(202).send(toModelReportResponse(report))
      },
    )

    app.post(
      '/:id/report/cancel',
      {
        schema: {
          tags,
          summary: 'Cancel the report on a model; what was measured stays',
          params: IdParams,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const { id } = await getModelConfig(db, request.params.id)
        await reports.cancel(id)
        return reply.code(204).send()
      },
    )
  }
}
