import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const OLD_CHUNKS_LIVE_MS = 24 * 60 * 60 * 1000

const requireForBundledCommonJs = `import { createRequire as createRequireHere } from 'node:module'
const require = createRequireHere(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname`

rmSync(new URL('dist/.compile-cache', import.meta.url), { recursive: true, force: true })
/**
 * A single character beyond Latin-1 doubles the memory of its whole file. The bundler escapes those in strings, but not
 * in regular expressions.
 *
 * @type {import('esbuild').Plugin}
 */
const escapeWideCharacters = {
  name: 'escape-wide-characters',
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
      loader: 'ts',
    }))
  },
}

const { metafile } = await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: {
    server: 'src/server.ts',
    checkWorker: 'src/gamebooks/checks/checkWorker.ts',
    backupProgram: 'src/db/backups/backupProgram.ts',
    readProgram: 'src/gamebooks/readProgram.ts',
    readThread: 'src/gamebooks/readThread.ts',
    writerWorker: 'src/db/sqlite/writerWorker.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.13',
  sourcemap: 'linked',
  sourcesContent: false,
  external: ['better-sqlite3', 'pg-native'],
  // The build of yaml for Node reads the environment for each token, which doubles the time to load a gamebook.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
  banner: { js: requireForBundledCommonJs },
  plugins: [escapeWideCharacters],
  metafile: true,
  logLevel: 'warning',
})
removeOldChunks('dist/chunks')

/**
 * A server that is running during a build still loads chunks of the older build, so those are kept for a day.
 *
 * @param {string} folder
 */
function removeOldChunks(folder) {
  for (const name of readdirSync(new URL(folder, import.meta.url))) {
    const path = `${folder}/${name}`
    const file = new URL(path, import.meta.url)
    const isOld = Date.now() - statSync(file).mtimeMs > OLD_CHUNKS_LIVE_MS
    if (isOld && !(path in metafile.outputs)) rmSync(file)
  }
}
