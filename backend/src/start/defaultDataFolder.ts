import { homedir } from 'node:os'
import { join } from 'node:path'

const FOLDER = 'llm-gamebook'

/** The folder for application data on each operating system. */
export function defaultDataFolder(
  environment: NodeJS.ProcessEnv,
  platform = process.platform,
  home = homedir(),
): string {
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), FOLDER)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', FOLDER)
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), FOLDER)
}
