import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { inRepository } from './setup/paths.mjs'
import { runCommand } from './setup/runCommand.mjs'
import { SetupError } from './setup/SetupError.mjs'

/** The path of a Chromium: the one named in CHROMIUM, else one that is installed, else one that is installed now. */
export async function getChromium({ say }) {
  const found = findChromium()
  if (found) return found
  say('Installing Chromium for the browser tests …')
  const output = await installChromium()
  const installed = findChromium()
  if (installed) return installed
  throw new SetupError(
    'no-chromium',
    `The browser tests need Chromium, none was found, and it could not be installed:\n${output.split('\n').slice(-8).join('\n')}`,
    'Install Chromium or Chrome, or name one in the environment variable CHROMIUM, then run the same command again.',
  )
}

function findChromium() {
  const named = process.env.CHROMIUM
  if (!named) return [...onPath(), ...usualPlaces(), ...ofPlaywright()].find(isExecutable)
  if (isExecutable(named)) return named
  throw new SetupError(
    'no-chromium',
    `CHROMIUM names ${named}, which is no program that can be run.`,
    'Correct the variable, or unset it to have Chromium looked for.',
  )
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const onPath = () =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))

function usualPlaces() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]
  }
  if (process.platform !== 'win32') return []
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': programFilesX86, LOCALAPPDATA } = process.env
  return [PROGRAMFILES, programFilesX86, LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
}

/** Where `playwright install` puts its browsers, newest first. */
function ofPlaywright() {
  const cache = playwrightCache()
  if (!existsSync(cache)) return []
  const executables = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
  ]
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .flatMap((name) => executables.map((parts) => join(cache, name, ...parts)))
}

function playwrightCache() {
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) return process.env.PLAYWRIGHT_BROWSERS_PATH
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright')
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright')
  return join(homedir(), '.cache', 'ms-playwright')
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Returns what the installers said. */
async function installChromium() {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const commands = isRootOnDebian
    ? [
        ['apt-get', ['update']],
        ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
      ]
    : [[process.execPath, [inRepository('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']]]
  const said = []
  for (const [command, args] of commands) {
    const { output } = await runCommand(command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
    said.push(output)
  }
  return said.join('\n')
}
