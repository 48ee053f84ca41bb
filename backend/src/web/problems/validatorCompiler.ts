import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'

import { validationMessage } from './validationMessages.ts'

/** Validates the parts of a request with their zod schemas, with the messages of this app. */
export const validatorCompiler: FastifySchemaCompiler<unknown> = ({ schema }) => {
  const zodSchema = z.instanceof(z.ZodType).parse(schema)
  return (data) => {
    const { error, data: value } = zodSchema.safeParse(data, { error: validationMessage })
    return error === undefined ? { value } : { error: error.issues.map(toIssue) }
  }
}

function toIssue({ code, path, message, ...params }: z.core.$ZodIssue) {
  return { keyword: code, instancePath: `/${path.map(String).join('/')}`, schemaPath: `#/${code}`, message, params }
}
