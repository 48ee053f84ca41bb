import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { inRepository } from './setup/paths.mjs'
import { reportProgress } from './setup/reportProgress.mjs'
import { runCommand } from './setup/runCommand.mjs'
import { SetupError } from './setup/SetupError.mjs'

/** Returns the path of the Chromium that CHROMIUM names, otherwise of an installed one, otherwise it installs one. */
export async function getChromium() {
  const found = await findChromium()
  if (found) return found
  reportProgress('Installing Chromium…')
  const output = await installChromium()
  const installed = await findChromium()
  if (installed) return installed
  throw new SetupError(
    `Chromium was not found and could not be installed:\n${output.split('\n').slice(-8).join('\n')}`,
    'Install Chromium or Chrome, or set the environment variable CHROMIUM to its path, then run the same command again.',
  )
}

async function findChromium() {
  const named = process.env['CHROMIUM']
  if (!named) return [...pathsOnPath(), ...usualPaths()].find(isExecutable) ?? (await findPlaywrightsOwn())
  if (isExecutable(named)) return named
  throw new SetupError(
    `CHROMIUM is set to ${named}, which can't be run.`,
    'Correct the variable, or unset it to search for an installed Chromium.',
  )
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const pathsOnPath = () =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))

/** On macOS and Windows, Chrome is not on the PATH. */
function usualPaths() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]
  }
  if (process.platform !== 'win32') return []
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
}

/** The import is dynamic because this module is loaded before the dependencies are installed. */
async function findPlaywrightsOwn() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return isExecutable(path) ? path : undefined
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Returns the output of the installers. */
async function installChromium() {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  return isRootOnDebian ? installFromDebian() : installFromPlaywright()
}

async function installFromDebian() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await runCommand('apt-get', ['update'], { env })
  const install = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
  return `${update.output}\n${install.output}`
}

async function installFromPlaywright() {
  const cli = inRepository('node_modules', 'playwright-core', 'cli.js')
  const { output } = await runCommand(process.execPath, [cli, 'install', 'chromium'])
  return output
}
