/** What people enter where a server wants any key: words of manuals, and the names of servers and models. */
const WORDS =
  /^(sk-)?(no(ne|pe)?|null|nil|empty|dummy|fake|test(ing)?|example|anything|whatever|any|local(host)?|default|placeholder|changeme|change-me|unused|ignored|(no[-_]?key|not[-_]?(needed|required|used)|no[-_]?(auth|token))([-_]?(needed|required))?|(your[-_])?(api[-_]?)?(key|token)([-_]here)?|lm[-_]?studio|llama[-_.]?cpp|openai|anthropic|google|ollama|vllm|sglang|litellm|koboldcpp|tabbyapi|text-generation-webui|jan|gpt4all|localai)$/i

/** A family of models, with or without a version and a size: `llama3`, `qwen2.5:7b`. */
const MODELS =
  /^(codellama|command-r|deepseek|dolphin|falcon|gemini|gemma|glm|gpt|grok|hermes|kimi|llama|llava|mistral|mixtral|nemo|olmo|phi|qwen|qwq|smollm|tinyllama|vicuna|yi)[-_.]?(\d{0,2}(\.\d{1,2})?)([-_:.](\d{1,3}b|latest|instruct|chat|mini|small|large|oss)){0,2}$/i

/** Longer keys are secret, whatever they look like. */
const MAX_LENGTH = 24

/**
 * Whether a key protects nothing, as local servers accept it. To hide it would blank out the same word everywhere else.
 * @param names public names of the config, such as its model: pages show them anyway
 */
export function isPlaceholderKey(key: string, names: readonly string[]): boolean {
  if (key.length > MAX_LENGTH) return false
  const folded = key.toLowerCase()
  return WORDS.test(key) || MODELS.test(key) || names.some((name) => name.toLowerCase().includes(folded))
}
