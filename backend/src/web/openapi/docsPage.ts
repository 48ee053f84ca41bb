import { createHash } from 'node:crypto'

import type { OpenapiDocument, Operation } from './describeRoutes.ts'

/** Allows the stylesheet of the page and nothing else. */
export const docsPolicy = (): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The API reference as one HTML page without scripts and external files. */
export function docsPage({ info, paths, components }: OpenapiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const byTag = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? 'Other')
  const sections = [...byTag].map(
    ([tag, listed]) => `<h2>${escape(tag)}</h2>${listed.map((one) => operationOf(one)).join('')}`,
  )
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `<details id="${escape(name)}"><summary>${escape(name)}</summary>${code(schema)}</details>`,
  )
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(info.title)} API</title>
<style>${STYLE}</style></head>
<body><main>
<h1>${escape(info.title)} API ${escape(info.version)}</h1>
<p>${escape(info.description)}</p>
<p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${sections.join('\n')}
<h2>Schemas</h2>
${schemas.join('\n')}
</main></body></html>
`
}

interface Listed {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

function operationOf({ path, method, operation }: Listed): string {
  const { summary, description = '', parameters, requestBody, responses } = operation
  const query = parameters.filter((parameter) => parameter.in === 'query')
  return `<details><summary><b>${method}</b> <code>${escape(path)}</code> ${escape(summary)}</summary>
<p>${escape(description)}</p>
${query.map(({ name, schema }) => `<p>Query <code>${escape(name)}</code></p>${code(schema)}`).join('')}
${requestBody === undefined ? '' : `<p>Body</p>${code(requestBody.content)}`}
${Object.entries(responses)
  .map(([status, { content }]) => `<p>Response ${escape(status)}</p>${content === undefined ? '' : code(content)}`)
  .join('')}
</details>`
}

/** References become links to the schemas. */
const code = (value: unknown): string =>
  `<pre>${escape(JSON.stringify(value, null, 2)).replace(/#\/components\/schemas\/(\w+)/g, '<a href="#$1">$1</a>')}</pre>`

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui;margin:0}main{max-width:60rem;margin:auto;padding:1rem}
pre{overflow:auto;padding:.75rem;border:1px solid #8886;border-radius:.25rem}summary{padding:.35rem 0;cursor:pointer}`
