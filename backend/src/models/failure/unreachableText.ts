import { isRedirect } from './classify.ts'
import type { Failure } from './failure.ts'
import type { FailureText } from './failureText.ts'

const CHECK_URL = "Check the model's base URL."

/** Why there is no connection to a host. */
export function describeUnreachable(failure: Failure, where: string): FailureText {
  const final = (detail: string): FailureText => ({ detail, hint: CHECK_URL, retryable: false })
  if (failure.codes.includes('forbidden-host')) return final(`${where} resolves to a blocked address.`)
  if (isRedirect(failure)) return final(`${where} redirects to another address. Redirects aren't followed.`)
  return {
    detail: `Can't connect to ${where}.`,
    hint: 'Check that it is running and that the URL is right. From a container, the host machine is host.docker.internal.',
    retryable: true,
  }
}
