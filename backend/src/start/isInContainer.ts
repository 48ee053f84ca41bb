import { existsSync } from 'node:fs'

/** Docker and Podman put these files into every container; Kubernetes sets the variable. */
export function isInContainer(): boolean {
  return existsSync('/.dockerenv') || existsSync('/run/.containerenv') || 'KUBERNETES_SERVICE_HOST' in process.env
}
