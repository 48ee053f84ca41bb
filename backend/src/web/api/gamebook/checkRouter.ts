import {
  countCalls,
  describeEnding,
  type Diagnostic,
  type EndingPath,
  listSteps,
  type OpenGroup,
} from '@llm-gamebook/story'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import type { CheckReport } from '../../../gamebooks/checks/checkReport.ts'
import { statusFields, summaryFields } from '../../../gamebooks/checks/describeReport.ts'
import type { AppServices } from '../../appServices.ts'
import { CheckLine, type EndingResponse, GamebookCheckResponse, GamebookParams } from '../../schemas/gamebook.ts'
import { sendCheckLines, whenClosed } from './checkLines.ts'
import { repeatProgress } from './checkProgress.ts'
import { toGamebookId } from './gamebookId.ts'

const tags = ['Gamebooks']

export function gamebookCheckRouter({
  library,
  checks,
}: Pick<AppServices, 'library' | 'checks'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/:namespace/:name/check',
      {
        schema: {
          tags,
          summary: 'Check a gamebook (may take seconds; contains spoilers)',
          params: GamebookParams,
          response: { 200: GamebookCheckResponse },
        },
      },
      async (request, reply) => {
        const gamebook = await library.get(toGamebookId(request.params))
        const signal = whenClosed(reply.raw)
        try {
          return toResponse(await checks.check(gamebook, { signal }), gamebook.diagnostics)
        } catch (error) {
          if (signal.aborted) return reply.hijack()
          throw error
        }
      },
    )

    app.get(
      '/:namespace/:name/check/progress',
      {
        schema: {
          tags,
          summary: 'Run the same check and stream its progress',
          description:
            'One JSON object per line: the progress every few seconds at least, then the result, or a problem if there is none. Closing the connection cancels the check, unless another client waits for it.',
          params: GamebookParams,
          response: { 200: { description: 'The lines', content: { 'application/x-ndjson': { schema: CheckLine } } } },
        },
      },
      async (request, reply) => {
        const gamebook = await library.get(toGamebookId(request.params))
        reply.hijack()
        await sendCheckLines(reply.raw, request.id, async (send) => {
          const { show, stop } = repeatProgress(send)
          const watch = { onProgress: show, signal: whenClosed(reply.raw) }
          return toResponse(await checks.check(gamebook, watch).finally(stop), gamebook.diagnostics)
        })
      },
    )
  }
}

function toResponse(
  { findings, explored, summary }: CheckReport,
  diagnostics: readonly Diagnostic[],
): GamebookCheckResponse {
  return {
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, related: [...diagnostic.related] })),
    findings: findings.map((finding) => {
      const { file: _, failure: __, witness, ...rest } = finding
      const steps = witness && [...listSteps(witness)]
      return { ...rest, ...statusFields(finding), witness: steps?.map(({ text }) => text) ?? null, steps }
    }),
    explored: explored && {
      states: explored.states,
      isWhole: explored.isWhole,
      endings: explored.endings.map(toEnding),
    },
    summary: summary && toSummary(summary, [...diagnostics, ...findings]),
  }
}

function toEnding(ending: EndingPath): EndingResponse {
  const { nodeId, title, kind, steps, isShortest, status } = ending
  const path = { steps: steps && countCalls(steps), isShortest, status: status.kind, text: describeEnding(ending) }
  return { nodeId, title, kind, ...path }
}

function toSummary(...[summary, problems]: Parameters<typeof summaryFields>): GamebookCheckResponse['summary'] {
  const { openText, openGroups, ...fields } = summaryFields(summary, problems)
  return { ...fields, open: [...openText], openGroups: openGroups.map(toGroup) }
}

const toGroup = ({ questions, ...group }: OpenGroup) => ({ questions: [...questions], ...group })
