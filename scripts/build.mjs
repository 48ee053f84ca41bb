import { reportFailure } from './setup/reportFailure.mjs'
import { setUp } from './setup/setUp.mjs'

try {
  await setUp({ say: (line) => console.log(line) })
  console.log('Server and web app are built.')
} catch (error) {
  reportFailure(error)
}
