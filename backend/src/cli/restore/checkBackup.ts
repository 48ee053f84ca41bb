import { readCopy } from '../../db/backups/copySqlite.ts'
import { migrations } from '../../db/migrations/index.ts'
import { CliError } from '../cliError.ts'

const ANOTHER = 'Choose another one. List them with: npm run restore'

/** Throws `CliError` unless all pages of the file can be read and this version can use it. */
export function checkBackup(file: string): void {
  const { applied, damage } = read(file)
  if (damage !== null) throw new CliError(`The backup ${file} is damaged.`, ANOTHER)
  const unknown = applied.find((name, index) => name !== [...migrations.keys()][index])
  if (applied.length === 0 || unknown === applied[0]) {
    throw new CliError(`The file ${file} is not a database of LLM Gamebook.`, ANOTHER)
  }
  if (unknown !== undefined) {
    throw new CliError(
      `The backup ${file} was made by a newer version of LLM Gamebook.`,
      'Update LLM Gamebook, then restore again.',
    )
  }
}

function read(file: string): Pick<ReturnType<typeof readCopy>, 'applied' | 'damage'> {
  try {
    return readCopy(file)
  } catch {
    return { applied: [], damage: 'It is not a database.' }
  }
}
