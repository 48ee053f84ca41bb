import type { Failure, FailureCode } from './failure.ts'
import { serverRules } from './serverRules.ts'

/** The conditions for a code; all that are given must be true. */
export interface FailureRule {
  readonly code: FailureCode
  /** One of these statuses; an error in the middle of a stream, which has no status, also fits. */
  readonly status?: readonly number[]
  /** Matches a code or the message. */
  readonly says?: RegExp
  readonly when?: (failure: Failure) => boolean
}

const INVALID = [400, 404, 409, 422]
const PAYMENT = [400, 401, 402, 403, 422, 429, 500]
const BUSY = [429, 500, 502, 503, 529]

/** The first rule that fits decides, so what is said of one thing only comes before what many errors mention. */
export const commonRules: readonly FailureRule[] = [
  ...serverRules,
  { code: 'endpoint-not-found', says: /unexpected endpoint or method/i },
  {
    code: 'unsupported-region',
    says: /(country|region|territory|location)\b.{0,40}\bnot (supported|available|allowed)|not (supported|available|allowed) in (your|this) (country|region|location)|unsupported_(country|region)|banned the country|(your|this) (country|region|location).{0,30}(blocked|restricted|banned|prohibited|unsupported)|in (ihrem|deinem) land|(votre|tu|su) (pays|país)|地区.{0,10}(不支持|不可用)|不支持.{0,10}地区/i,
  },
  {
    code: 'blocked',
    status: [403, 429, 503],
    when: ({ isPage, providerMessage }) =>
      isPage &&
      /cloudflare|blocked|attention required|just a moment|captcha|firewall|access denied|request rejected|akamai|incapsula/i.test(
        providerMessage ?? '',
      ),
  },
  { code: 'blocked', status: [403], says: /^error code: 1\d{3}\b/m },
  {
    code: 'output-limit',
    status: INVALID,
    says: /(output|token|length) limit (was )?reached|could not finish the message because max_tokens/i,
  },
  {
    code: 'malformed-call',
    says: /invalid[-_ ](tool|function)[-_ ]calls?|(tool|function) call.{0,30}invalid (json|arguments)|invalid json.{0,30}arguments|malformed.?(function.?)?call|tool_use_failed|unexpected_tool_call|failed to call a function|(error|failed)( to)? pars(e|ing) tool[-_ ]?call|tool call arguments/i,
  },
  {
    code: 'no-credit',
    status: PAYMENT,
    says: /insufficient[_ ](quota|balance|funds|credits?)|credit balance|(no|not enough|out of) credits?\b|payment required|spending limit|balance (is )?(too low|not enough|insufficient)|prepaid|arrear|current.?quota|余额|欠费|充值|saldo|guthaben|solde|недостаточно|残高/i,
  },
  {
    code: 'request-too-large',
    status: [413],
    says: /tokens per minute|\btpm\b|entity too large|payload too large|(body|content) (is )?too large|length limit exceeded/i,
  },
  { code: 'request-too-large', status: [429], says: /request too large/i },
  { code: 'request-too-large', status: [413], when: ({ isPage, status }) => isPage && status === 413 },
  { code: 'overloaded', says: /engine_overloaded|overloaded_error|model is (currently )?overloaded/i },
  {
    code: 'rate-limited',
    says: /rate.?limit|too many requests|(requests|tokens) per (minute|hour|day)|throttl|quota.{0,30}exce|exce\w{1,8}.{0,30}quota|slow down|concurren\w{1,4}.{0,40}(limit|exce|too many)|请求.{0,10}(频繁|过多)|频率|限流|レート|zu viele anfragen|trop de requêtes|demasiadas solicitudes|слишком много запросов/i,
  },
  {
    code: 'no-credit',
    status: PAYMENT,
    says: /billing|\bcredits\b|api usage limits?|key limit exceeded|quota (is )?exhausted/i,
  },
  {
    code: 'model-not-found',
    status: [400, 403, 404, 410, 422, 500, 503],
    says: /model_?not_?found|no such model|unknown.?model|invalid model (id|name)|\bmodel\b.{0,80}\b(not found|not exist|doesn't exist|does not exist|not (currently )?available|no longer (available|supported)|deprecated|decommissioned|retired)|model identifier is invalid|no available channel|\bmodel \S{1,80} (is )?not supported|DeploymentNotFound|no models? (is |are )?loaded|try pulling it|模型.{0,20}(不存在|未找到)/i,
  },
  {
    code: 'context-too-long',
    status: [400, 413, 422, 500],
    says: /context_length_exceeded|contextwindowexceeded|context (length|window|size|the overflows)|exceed\w{0,4}.{0,40}\b(n_ctx|context)|n_keep|prompt.{0,20}too (long|large)|too (long|many tokens)|maximum context|max_model_len|input (tokens?|length).{0,40}exceed|exceed\w{0,4}.{0,40}(input|tokens|token limit)|reduce the length|context shift|prompt exceeds|exceeds? (the )?max\w* length|kontext(länge|fenster)|longueur (du|de) contexte|(longitud|ventana) (del|de) contexto|コンテキスト|контекст|上下文|超长|长度.{0,6}(超|限)|超出.{0,10}长度|tokens? 数?超/i,
  },
  {
    code: 'content-filtered',
    status: [400, 403, 422, 451, 500],
    says: /content.?filter|content.?policy|content management policy|responsible.?ai|moderation|flagged|data_?inspection_?failed|inappropriate|(?<!case[- ])sensitive|prohibited_content|safety|usage (policy|guidelines)|high.?risk|risk control|敏感|违规|不合规|内容安全/i,
  },
  {
    code: 'access-denied',
    status: [400, 401, 403, 404],
    says: /verif\w{1,8}.{0,30}organi[sz]ation|organi[sz]ation.{0,20}must be verified|(don't|do not|does not|doesn't) have (access|permission)|not have access|no access to|not (enabled|authorized|allowed|permitted) (for|to)|accept.{0,30}(terms|license)|gated|data policy|privacy settings|guardrail|has not been used in project|service_disabled|ip (address )?(is )?not|suspended|(organization|account|team) has been disabled|please subscribe|is restricted|deactivated|terminated|requires? (a )?(subscription|paid plan|upgrade)|upgrade your/i,
  },
  {
    code: 'refused-parameters',
    status: [400, 404, 422],
    when: ({ status, parameter }) => status !== null && parameter !== null,
  },
  {
    code: 'refused-parameters',
    status: [500, 501],
    says: /unexpected keyword|unknown|unrecogni[sz]ed|unsupported|not (supported|allowed|permitted)/i,
    when: ({ status, parameter }) => status !== null && parameter !== null && parameter !== 'tools',
  },
  {
    code: 'tools-rejected',
    status: [400, 422],
    says: /invalid_function_parameters|invalid (json )?schema|function_declarations|tools?[.[]\d+|tools\.(function|name)|input_schema|too many tools|grammar|array.{0,10}too long.{0,40}tools/i,
  },
  {
    code: 'invalid-key',
    status: [400, 401, 403, 500],
    says: /invalid_api_key|authentication_error|permission_error|api[-_ ]?key|unauthori[sz]ed|unauthenticated|invalid.{0,20}(token|credential)|token.{0,20}(invalid|expired)|login fail|no auth|\bkey\b.{0,20}(expired|invalid|revoked|disabled)|schlüssel|clé (d.)?api|clave (de )?api|ключ|令牌|密钥|鉴权/i,
  },
  {
    code: 'timeout',
    status: [408, 499, 500, 502, 503, 504, 522, 524],
    says: /gateway time-?out|timed? ?out|timeout|deadline exceeded|took too long/i,
  },
  {
    code: 'overloaded',
    status: BUSY,
    says: /overloaded|over capacity|at capacity|capacity|unavailable|(server|system|service|model|gpu).{0,20}busy|high (demand|load|traffic)|no (healthy|available) (upstream|server|provider|instance)|all workers|queue (is )?full|繁忙|负载|稍后/i,
  },
]
