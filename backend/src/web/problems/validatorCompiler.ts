import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'

import { hasAnyText } from '../schemas/anyText.ts'
import { findUnstorable, type Path } from '../../storableText.ts'
import { findStructureIssue } from './bodyStructure.ts'
import { UNSTORABLE_TEXT, validationMessage } from './validationMessages.ts'

/** Validates the parts of a request with their zod schemas, with the messages of this app. */
export const validatorCompiler: FastifySchemaCompiler<unknown> = ({ schema }) => {
  const zodSchema = z.instanceof(z.ZodType).parse(schema)
  return (data) => {
    const structure = findStructureIssue(data)
    if (structure !== null) return { error: [toIssue({ code: 'custom', ...structure })] }
    const { error, data: value } = zodSchema.safeParse(data, { error: validationMessage })
    if (error !== undefined) return { error: error.issues.map(toIssue) }
    const path = hasAnyText(zodSchema) ? null : findUnstorable(value)
    return path === null ? { value } : { error: [toIssue(unstorable(path))] }
  }
}

const unstorable = (path: Path): z.core.$ZodIssue => ({
  code: 'custom',
  path: [...path],
  message: UNSTORABLE_TEXT,
})

function toIssue({
  code,
  path,
  message,
  ...params
}: Pick<z.core.$ZodIssue, 'code' | 'message'> & { readonly path: readonly PropertyKey[] }) {
  return { keyword: code, instancePath: `/${path.map(String).join('/')}`, schemaPath: `#/${code}`, message, params }
}
