import { runScript } from './setup/runScript.mjs'
import { setUp } from './setup/setUp.mjs'

await runScript(async () => {
  await setUp()
  console.log('The server and the web app are up to date.')
})
