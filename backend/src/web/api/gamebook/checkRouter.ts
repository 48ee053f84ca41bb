import { formatStep } from '@llm-gamebook/story'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import type { CheckReport } from '../../../gamebooks/gamebookChecks.ts'
import type { AppServices } from '../../appServices.ts'
import { GamebookCheckResponse, GamebookParams } from '../../schemas/gamebook.ts'
import { toGamebookId } from './gamebookId.ts'

export function gamebookCheckRouter({
  library,
  checks,
}: Pick<AppServices, 'library' | 'checks'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/:namespace/:name/check',
      {
        schema: {
          tags: ['Gamebooks'],
          summary: 'Check a gamebook (may take seconds; contains spoilers)',
          params: GamebookParams,
          response: { 200: GamebookCheckResponse },
        },
      },
      async (request) => toResponse(await checks.check(await library.get(toGamebookId(request.params)))),
    )
  }
}

function toResponse({ findings, explored }: CheckReport): GamebookCheckResponse {
  return {
    findings: findings.map(({ file: _, witness, ...finding }) => ({
      ...finding,
      witness: witness?.map(formatStep) ?? null,
    })),
    explored: explored && {
      states: explored.states,
      isWhole: explored.isWhole && explored.sampled.length === 0,
      endings: explored.endings.map(({ title, kind, steps }) => ({ title, kind, steps: steps?.length ?? null })),
    },
  }
}
