import type { FailureRule } from './failureRules.ts'

/** Servers report what a request has wrong as an error of their own, too. */
const INVALID_OR_BROKEN = [400, 404, 409, 422, 500, 501]

/** What servers of one's own report about themselves and their models. */
export const serverRules: readonly FailureRule[] = [
  {
    code: 'no-tool-parser',
    says: /tool[-_ ]call[-_ ]parser|enable-auto-tool-choice|requires? --jinja|--jinja flag|\btool.{0,40}\bparser/i,
  },
  {
    code: 'reasoning-missing',
    status: INVALID_OR_BROKEN,
    says: /reasoning_content.{0,80}(missing|required|must|passed? back)|(missing|must|pass\w*).{0,80}(reasoning_content|thought_?signature)|thought_?signature.{0,60}(missing|required)|expected .?thinking.? or .?redacted_thinking/i,
  },
  {
    code: 'template-error',
    says: /jinja|\bminja|chat[_ ]template|template.{0,20}(render|fail|error|exception)|render\w{0,4}.{0,20}template|template ?error|error rendering prompt|raise_exception|\{%-? |at row \d+, column \d+/i,
  },
  {
    code: 'message-order',
    status: INVALID_OR_BROKEN,
    says: /(roles?|messages) must alternate|must (begin|start|end) with (an? |the )?(user|system|assistant|tool)|role sequence|(system|tool|developer) role (is )?not supported|cannot follow|alternate (between )?user|system message must|(first|last|final) (message|turn|content).{0,40}(must|should).{0,40}(user|system|assistant)|expected last role|unexpected role|multiple system messages|only (the )?user and assistant roles|cannot have 2 or more assistant|immediately after a (user|function)|tool_calls?.{0,40}must be followed|must be a response to a prece|tool_use.{0,60}without.{0,20}tool_result|unexpected .?tool_use_id|not the same number of function calls/i,
  },
  {
    code: 'out-of-memory',
    says: /out of memory|outofmemory|\boom\b|(more|enough|insufficient) (system |gpu |video |free )*memory|cudamalloc|failed to allocate|runner process (has terminated|no longer running)|显存不足|内存不足/i,
  },
  {
    code: 'model-loading',
    status: [400, 425, 429, 500, 502, 503, 529],
    says: /loading model|model.{0,30}(still |currently |being )+load(ing|ed)|model is loading|warming up|(is|still) starting( up)?|spinning up|cold start|model.{0,20}(is )?not (yet )?ready/i,
  },
  { code: 'refused-parameters', when: ({ parameter }) => parameter === 'tools' },
]
