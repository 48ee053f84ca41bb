import { existsSync } from 'node:fs'

/** The files that Docker and Podman put into every container, and the variable of Kubernetes. */
export function isInContainer(): boolean {
  return existsSync('/.dockerenv') || existsSync('/run/.containerenv') || 'KUBERNETES_SERVICE_HOST' in process.env
}
