import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { BudgetCreate, BudgetList, BudgetQuery, BudgetResponse, BudgetUpdate } from '../../schemas/budget.ts'
import { IdParams } from '../../schemas/common.ts'
import { type BudgetServices, createBudget, listBudgets, removeBudget, updateBudget } from './crud.ts'

const tags = ['Budgets']

/** Limits on what is spent. */
export function budgetRouter(services: BudgetServices): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/',
      {
        schema: {
          tags,
          summary: 'List budgets with what is used of them now; those of each session as a session has used them',
          querystring: BudgetQuery,
          response: { 200: BudgetList },
        },
      },
      async (request) => ({ data: [...(await listBudgets(services, request.query.sessionId ?? null))] }),
    )

    app.post(
      '/',
      {
        schema: {
          tags,
          summary: 'Create a budget; it counts what was used since its day, month or sessions began',
          body: BudgetCreate,
          response: { 201: BudgetResponse },
        },
      },
      async (request, reply) => reply.code(201).send(await createBudget(services, request.body)),
    )

    app.patch(
      '/:id',
      {
        schema: {
          tags,
          summary: 'Change the limit of a budget, from the next request on',
          params: IdParams,
          body: BudgetUpdate,
          response: { 200: BudgetResponse },
        },
      },
      async (request) => updateBudget(services, request.params.id, request.body),
    )

    app.delete(
      '/:id',
      { schema: { tags, summary: 'Delete a budget', params: IdParams, response: { 204: z.undefined() } } },
      async (request, reply) => {
        await removeBudget(services, request.params.id)
        return reply.code(204).send()
      },
    )
  }
}
