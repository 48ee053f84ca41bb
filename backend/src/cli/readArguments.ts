import { parseArgs, type ParseArgsConfig } from 'node:util'

import { CliError } from './cliError.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Options by name, and the rest. Throws `CliError` for one that does not exist. */
export function readArguments<Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new CliError(
      error instanceof Error ? error.message.replace(/ To specify .*/, '') : String(error),
      'See all options with: npm run gamebook -- --help',
    )
  }
}

/** A whole number that an option gives. */
export function readCount(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise
  if (/^\d{1,10}$/.test(given)) return Number(given)
  throw new CliError(
    `--${name} is "${given}", which is no whole number.`,
    `Write a number, as in --${name} ${otherwise}.`,
  )
}

/** The one folder that a command needs. */
export function readFolderArgument(positionals: readonly string[], command: string): string {
  const [folder, another] = positionals
  if (folder === undefined)
    throw new CliError(
      'No gamebook is named.',
      `Name its folder: npm run gamebook -- ${command} gamebooks/example/low-water`,
    )
  if (another !== undefined)
    throw new CliError(
      `There is one gamebook too many: "${another}".`,
      `Name one folder: npm run gamebook -- ${command} ${folder}`,
    )
  return folder
}
