/** Whether YAML 1.1, which other programs read, takes a plain scalar for something else than YAML 1.2 does. */
export function differsInYaml11(source: string): boolean {
  return source.length <= LONGEST && FIRST_CHARACTER.test(source) && PATTERNS.some((pattern) => pattern.test(source))
}

const LONGEST = 40
const FIRST_CHARACTER = /^[-+.0-9nNoOyY]/

const PATTERNS: readonly RegExp[] = [
  /^(yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
  /^[-+]?0[0-9_]+$/,
  /^0o[0-7]+$/,
  /^[-+]?[0-9](?=[0-9]*_)[0-9_]*(\.[0-9_]*)?$/,
  /^[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+$/,
  /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*$/,
  /^[-+]?[0-9]+[eE][-+]?[0-9]+$/,
  /^[-+]?([0-9]+\.[0-9]*|\.[0-9]+)[eE][0-9]+$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?[ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?)?$/,
]
