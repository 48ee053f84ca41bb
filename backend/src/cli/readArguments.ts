import { parseArgs, type ParseArgsConfig } from 'node:util'

import { CliError } from './cliError.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Parses options and positional arguments. Throws `CliError` for an unknown option. */
export function readArguments<Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new CliError(
      error instanceof Error ? error.message.replace(/ To specify .*/, '') : String(error),
      'List all options with: npm run gamebook -- --help',
    )
  }
}

/** Reads a whole number from an option. Throws `CliError` for anything else. */
export function readCount(name: string, given: string | undefined, fallback: number): number {
  if (given === undefined) return fallback
  if (/^\d{1,10}$/.test(given)) return Number(given)
  throw new CliError(`--${name} must be a whole number, not "${given}".`, `Give a number, as in --${name} ${fallback}.`)
}

/** Reads the gamebook that a command needs. Throws `CliError` unless there is exactly one. */
export function readGamebookArgument(positionals: readonly string[], command: string): string {
  const [gamebook, another] = positionals
  if (gamebook === undefined)
    throw new CliError(
      'No gamebook given.',
      `Give its id or its folder: npm run gamebook -- ${command} example/low-water`,
    )
  if (another !== undefined)
    throw new CliError(`Too many gamebooks: "${another}".`, `Give one: npm run gamebook -- ${command} ${gamebook}`)
  return gamebook
}
