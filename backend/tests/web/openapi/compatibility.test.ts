import { expect, it } from 'vitest'

import { describeApi } from '../../../src/web/openapi/describeApi.ts'
import before from '../../fixtures/openapi-0.1.json' with { type: 'json' }

/** The paths and schemas of version 0.1.0, without texts. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where `now` lacks something of `before`. Lists, such as enums, may have grown. */
function findLosses(before: Json, now: Json | undefined, path: string): readonly string[] {
  if (isObject(before)) {
    if (!isObject(now)) return [path]
    return Object.entries(before).flatMap(([key, value]) => findLosses(value, now[key], `${path}/${key}`))
  }
  if (Array.isArray(before)) {
    if (!Array.isArray(now)) return [path]
    const texts = new Set(now.map((value) => JSON.stringify(value)))
    return before.flatMap((value: Json, index) => {
      if (!isObject(value)) return texts.has(JSON.stringify(value)) ? [] : [`${path}/${index}`]
      return now.some((other: Json) => findLosses(value, other, path).length === 0) ? [] : [`${path}/${index}`]
    })
  }
  return before === now ? [] : [path]
}

/** The required fields of the bodies that clients send. */
function requiredInputs(schemas: Readonly<Record<string, { readonly required?: readonly string[] }>>) {
  const names = Object.keys(schemas).filter((name) => /(Create|Update|Edit|Retry|Draft|Order|Import)$/.test(name))
  return names.map((name) => ({ name, required: [...(schemas[name]?.required ?? [])].sort() }))
}

const { paths, components } = await describeApi()

it('only adds to version 0.1.0', () => {
  const now: Json = JSON.parse(JSON.stringify({ paths, schemas: components.schemas }))
  expect(findLosses(before, now, '')).toEqual([])
})

it('requires no more of its clients than version 0.1.0', () => {
  const now = requiredInputs(JSON.parse(JSON.stringify(components.schemas)))
  for (const { name, required } of requiredInputs(JSON.parse(JSON.stringify(before.schemas)))) {
    expect(now.find((other) => other.name === name)?.required, name).toEqual(required)
  }
})
