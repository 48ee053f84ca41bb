import { parse } from 'yaml'
import { writeBook } from './generate/generateBook.ts'
import type { Part } from './generate/effects.ts'

const MAX_TRIES = 2000

/** The smallest book that was found by leaving out parts while `isFaulty` remains true. */
export function minimizeBook(source: string, isFaulty: (source: string) => boolean): string {
  let book: unknown = parse(source)
  let tries = 0
  const accepts = (candidate: unknown): boolean => {
    tries += 1
    return tries <= MAX_TRIES && isFaulty(write(candidate))
  }
  for (let before = ''; before !== write(book);) {
    before = write(book)
    for (const path of pathsIn(book)) {
      for (const smaller of replacements(book, path)) {
        if (!accepts(smaller)) continue
        book = smaller
        break
      }
    }
  }
  return write(book)
}

type Path = readonly (string | number)[]

/** The longest parts first, because each of them is likely to be of no use. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const entries = Array.isArray(value) ? [...value.entries()] : isPart(value) ? Object.entries(value) : []
  const own = entries.map(([key]) => [...path, key])
  const inner = entries.flatMap(([key, child]) => pathsIn(child, [...path, key]))
  return [...own.toReversed(), ...inner.toReversed()]
}

/** The book without a part, or with half of a condition. None if the part is gone already. */
function replacements(book: unknown, path: Path): readonly unknown[] {
  const value = path.reduce<unknown>((parent, key) => childOf(parent, key), book)
  if (value === undefined) return []
  const halves = typeof value === 'string' ? value.split(/ (?:and|or) /) : []
  return [without(book, path), ...(halves.length > 1 ? halves.map((half) => replaced(book, path, half)) : [])]
}

function without(value: unknown, [key, ...rest]: Path): unknown {
  if (rest.length > 0) return withChild(value, key, without(childOf(value, key), rest))
  if (Array.isArray(value)) return value.filter((_, index) => index !== key)
  return isPart(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) : value
}

function replaced(value: unknown, [key, ...rest]: Path, by: string): unknown {
  return withChild(value, key, rest.length === 0 ? by : replaced(childOf(value, key), rest, by))
}

function withChild(value: unknown, key: string | number | undefined, child: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? child : item))
  return isPart(value) ? { ...value, [key ?? '']: child } : value
}

function childOf(value: unknown, key: string | number | undefined): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isPart(value) ? value[key ?? ''] : undefined
}

function write(book: unknown): string {
  return isPart(book) ? writeBook(book) : ''
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
