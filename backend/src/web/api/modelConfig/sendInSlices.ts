import type { FastifyReply } from 'fastify'
import type { z } from 'zod'

import { mapInSlices } from '../../../inSlices.ts'

/** The JSON of many values, each through its response schema, without blocking. */
export async function toJsonList<Schema extends z.ZodType>(
  schema: Schema,
  values: readonly z.input<Schema>[],
): Promise<string> {
  return `[${(await mapInSlices(values, (value) => JSON.stringify(schema.parse(value)))).join(',')}]`
}

/** Sends JSON that went through its schema already. */
export const sendJson = (reply: FastifyReply, json: string): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(json)
