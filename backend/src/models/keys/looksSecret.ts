import { isSecretName } from './secretName.ts'

/** Whether a text is a secret by its form, under whatever name: a token with its scheme, a key, a URL with a password. */
export const looksSecret = (text: string): boolean => FORMS.some((form) => form.test(text)) || isSecretUrl(text)

const FORMS = [
  /^(?:bearer|basic|token|digest)\s{1,9}\S{8,}$/i,
  /^(?:sk|pk|rk|gsk|xai|hf|ghp|gho|glpat|pplx|nvapi|r8)[-_][\w-]{12}/,
  /^(?:AIza|AKIA|ASIA|github_pat_|xox[abp]-)[\w-]{12}/,
  /^eyJ[\w-]{8,2000}\.[\w-]{8}/,
  /^-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/,
]

function isSecretUrl(text: string): boolean {
  const url = text.includes('://') ? URL.parse(text) : null
  return url !== null && (url.password !== '' || [...url.searchParams.keys()].some(isSecretName))
}
