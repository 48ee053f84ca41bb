import { once } from 'node:events'
import Sqlite from 'better-sqlite3'

/** A program beside the server: locks a database file with a statement, says so, and ends when its input ends. */
const [file = '', statement = ''] = process.argv.slice(2)
const sqlite = new Sqlite(file)
sqlite.exec(statement)
process.stdout.write('locked\n')
process.stdin.resume()
await once(process.stdin, 'end')
sqlite.close()
