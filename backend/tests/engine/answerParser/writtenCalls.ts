/** Answers of many model families and servers, as their public bug reports show them. */

const GO = { to: 'pantry' }
export interface CallForm {
  readonly form: string
  readonly answer: string
  readonly calls: readonly (readonly [string, unknown])[]
  readonly text?: string
}
const call = (form: string, answer: string, text = ''): CallForm => ({ form, answer, text, calls: [['go_to', GO]] })

export const CALLS: readonly CallForm[] = [
  call('Hermes', '<tool_call>\n{"name": "go_to", "arguments": {"to": "pantry"}}\n</tool_call>'),
  call('Hermes on one line', '<tool_call>{"name": "go_to", "arguments": {"to": "pantry"}}</tool_call>'),
  call('Hermes without its end', '<tool_call>\n{"name": "go_to", "arguments": {"to": "pantry"}}'),
  call(
    'Hermes without its end, and prose',
    '<tool_call>{"name": "go_to", "arguments": {"to": "pantry"}}\n\nYou go.',
    'You go.',
  ),
  call(
    'Hermes with prose around it',
    'You turn.\n<tool_call>{"name":"go_to","arguments":{"to":"pantry"}}</tool_call>\nIt is dark.',
    'You turn.\nIt is dark.',
  ),
  call('Hermes in single quotes', "<tool_call>{'name': 'go_to', 'arguments': {'to': 'pantry'}}</tool_call>"),
  call(
    'Hermes with arguments as text',
    '<tool_call>{"name":"go_to","arguments":"{\\"to\\":\\"pantry\\"}"}</tool_call>',
  ),
  call('Hermes with a missing brace', '<tool_call>{"name":"go_to","arguments":{"to":"pantry"}</tool_call>'),
  call(
    'Hermes with a fence in it',
    '<tool_call>\n```json\n{"name":"go_to","arguments":{"to":"pantry"}}\n```\n</tool_call>',
  ),
  call('Qwen coder', '<tool_call>\n<function=go_to>\n<parameter=to>\npantry\n</parameter>\n</function>\n</tool_call>'),
  call(
    'Qwen coder without its first tag',
    'I go.\n<function=go_to>\n<parameter=to>pantry</parameter>\n</function>',
    'I go.',
  ),
  call('Llama, function tag', '<function=go_to>{"to": "pantry"}</function>'),
  call('Llama, named function tag', '<function name="go_to">{"to": "pantry"}</function>'),
  call('Llama, python tag', '<|python_tag|>{"name": "go_to", "parameters": {"to": "pantry"}}<|eom_id|>'),
  call('Llama, python tag with a method', '<|python_tag|>go_to.call(to="pantry")'),
  call('Llama, bare JSON', '{"name": "go_to", "parameters": {"to": "pantry"}}'),
  call('Llama, type first', '{"type": "function", "name": "go_to", "parameters": {"to": "pantry"}}'),
  call('Llama, pythonic list', '[go_to(to="pantry")]'),
  call('Llama, bare JSON and its end', '{"name": "go_to", "parameters": {"to": "pantry"}}<|eot_id|>'),
  call('Mistral', '[TOOL_CALLS] [{"name": "go_to", "arguments": {"to": "pantry"}}]'),
  call('Mistral, named', '[TOOL_CALLS]go_to[ARGS]{"to": "pantry"}'),
  call('Mistral, with an id', '[TOOL_CALLS]go_to[CALL_ID]abcd12345[ARGS]{"to": "pantry"}</s>'),
  call('Mistral, named without a separator', '[TOOL_CALLS]go_to{"to": "pantry"}'),
  call(
    'DeepSeek V3',
    '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>go_to\n```json\n{"to": "pantry"}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
  ),
  call(
    'DeepSeek V3.1',
    '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>go_to<｜tool▁sep｜>{"to": "pantry"}<｜tool▁call▁end｜><｜tool▁calls▁end｜><｜end▁of▁sentence｜>',
  ),
  call(
    'Kimi',
    '<|tool_calls_section_begin|><|tool_call_begin|>functions.go_to:0<|tool_call_argument_begin|>{"to": "pantry"}<|tool_call_end|><|tool_calls_section_end|>',
  ),
  call('gpt-oss', '<|channel|>commentary to=functions.go_to <|constrain|>json<|message|>{"to": "pantry"}<|call|>'),
  call(
    'gpt-oss, recipient first',
    '<|start|>assistant to=functions.go_to<|channel|>commentary json<|message|>{"to":"pantry"}',
  ),
  call('GLM', '<tool_call>go_to\n<arg_key>to</arg_key>\n<arg_value>pantry</arg_value>\n</tool_call>'),
  call(
    'MiniMax',
    '<minimax:tool_call>\n<invoke name="go_to">\n<parameter name="to">pantry</parameter>\n</invoke>\n</minimax:tool_call>',
  ),
  call(
    'Claude',
    '<function_calls>\n<invoke name="go_to">\n<parameter name="to">pantry</parameter>\n</invoke>\n</function_calls>',
  ),
  call('an invoke tag alone', '<invoke name="go_to"><parameter name="to">pantry</parameter></invoke>'),
  call('Cline', '<go_to>\n<to>pantry</to>\n</go_to>'),
  call('Granite', '<|tool_call|>[{"name": "go_to", "arguments": {"to": "pantry"}}]'),
  call(
    'Command R',
    '<|START_ACTION|>[{"tool_call_id": "0", "tool_name": "go_to", "parameters": {"to": "pantry"}}]<|END_ACTION|>',
  ),
  call('LM Studio', '[TOOL_REQUEST]{"name": "go_to", "arguments": {"to": "pantry"}}[END_TOOL_REQUEST]'),
  call('InternLM', '<|action_start|><|plugin|>{"name": "go_to", "parameters": {"to": "pantry"}}<|action_end|>'),
  call('Gemma', '```tool_code\nprint(default_api.go_to(to="pantry"))\n```'),
  call('Python between fences', '```python\ngo_to(to="pantry")\n```'),
  call('JSON between fences', '```json\n{"name": "go_to", "parameters": {"to": "pantry"}}\n```'),
  call('JSON between fences without a kind', '```\n{"name": "go_to", "arguments": {"to": "pantry"}}\n```'),
  call('JSON between fences that never end', '```json\n{"name": "go_to", "arguments": {"to": "pantry"}}'),
  call('a list of JSON', '[{"name": "go_to", "arguments": {"to": "pantry"}}]'),
  call(
    'OpenAI, in an object',
    '{"tool_calls": [{"id": "1", "type": "function", "function": {"name": "go_to", "arguments": "{\\"to\\": \\"pantry\\"}"}}]}',
  ),
  call('OpenAI, one function', '{"type": "function", "function": {"name": "go_to", "arguments": {"to": "pantry"}}}'),
  call('the name as key', '{"go_to": {"to": "pantry"}}'),
  call('the arguments beside the name', '{"function": "go_to", "to": "pantry"}'),
  call('other keys', '{"action": "go_to", "action_input": {"to": "pantry"}}'),
  call('JSON over lines', '{\n  "name": "go_to",\n  "arguments": {\n    "to": "pantry"\n  }\n}\n\nYou go.', 'You go.'),
  call('typographic quotation marks', '{“name”: “go_to”, “arguments”: {“to”: “pantry”}}'),
  call('German quotation marks', '{„name“: „go_to“, „arguments“: {„to“: „pantry“}}'),
  call('JSON with bare keys', '{name: "go_to", arguments: {to: "pantry"}}'),
  call('JSON with a brace too many', '{"name": "go_to", "arguments": {"to": "pantry"}}}'),
  call(
    'JSON that is announced as a call',
    'Calling the function:\n{"name": "go_to", "arguments": {"to": "pantry"}}',
    'Calling the function:',
  ),
  call('Liquid', '<|tool_call_start|>[go_to(to="pantry")]<|tool_call_end|>'),
  call('Glaive', '<functioncall> {"name": "go_to", "arguments": {"to": "pantry"}} </functioncall>'),
  call('a call after a bold label', '**Tool call:** go_to(to="pantry")'),
  call('a call in Chinese marks', '《go_to(pantry)》'),
  call('words', 'go_to pantry'),
  call('words on a line of their own', 'You turn.\n\ngo_to pantry\n\nIt is dark.', 'You turn.\n\nIt is dark.'),
  call('a name and JSON in brackets', '[go_to {"to": "pantry"}]'),
  call('ReAct', 'Action: go_to\nAction Input: {"to": "pantry"}'),
  call('a name in bold type', '**go_to**("pantry")'),
  call('a name and an argument in parentheses', '(go_to to=pantry)'),
  call('a prompt of a shell', '>>>go_to(to="pantry")'),
  call('functools', 'functools[{"name": "go_to", "arguments": {"to": "pantry"}}]'),
  call('a tag with attributes', '<go_to to="pantry"/>'),
  call('a call alone', 'go_to(to="pantry")'),
  call('a call with a colon', 'go_to(to: "pantry")'),
  call('a call without the parameter', 'go_to("pantry")'),
  call('a call with an id', 'go_to(pantry)'),
  call('a call in single quotes', "go_to('pantry')"),
  call('a call in German quotation marks', 'go_to(„pantry“)'),
  call('a call in French quotation marks', 'go_to(«pantry»)'),
  call('a call in Japanese quotation marks', 'go_to(「pantry」)'),
  call('a call with JSON', 'go_to({"to": "pantry"})'),
  call('a call as code', '`go_to(to="pantry")`'),
  call('a call in quotation marks', '„go_to(to="pantry")“'),
  call('a call in French marks', '« go_to(pantry) »'.replaceAll(' ', '')),
  call('a call as list item', '- go_to(to="pantry")'),
  call('a call in bold type', '**go_to(pantry)**'),
  call('a call after a label', 'Function call: go_to(to="pantry")'),
  call('a call with a namespace', 'functions.go_to(to="pantry")'),
  call('a call in another case', 'Go_To(to="pantry")'),
  call('a call between paragraphs', 'You turn.\n\ngo_to(to="pantry")\n\nIt is dark.', 'You turn.\n\nIt is dark.'),
  call('a call over lines', 'go_to(\n  to="pantry"\n)'),
  call('a call after thinking', '<think>Where?</think>\n{"name": "go_to", "arguments": {"to": "pantry"}}'),
  call('a call after a label of the narrator', 'Narrator: You turn.\ngo_to(pantry)', 'You turn.'),
  {
    form: 'several JSON values',
    answer: '{"name": "go_to", "parameters": {"to": "pantry"}}; {"name": "take", "parameters": {"item": "lantern"}}',
    calls: [
      ['go_to', GO],
      ['take', { item: 'lantern' }],
    ],
  },
  {
    form: 'several tags',
    answer:
      '<tool_call>{"name":"go_to","arguments":{"to":"pantry"}}</tool_call>\n<tool_call>{"name":"take","arguments":{"item":"lantern"}}</tool_call>',
    calls: [
      ['go_to', GO],
      ['take', { item: 'lantern' }],
    ],
  },
  {
    form: 'several DeepSeek calls',
    answer:
      '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>go_to<｜tool▁sep｜>{"to": "pantry"}<｜tool▁call▁end｜><｜tool▁call▁begin｜>wait<｜tool▁sep｜>{}<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    calls: [
      ['go_to', GO],
      ['wait', {}],
    ],
  },
  {
    form: 'numbers and truth values',
    answer: 'bribe_sentry(coins=2, softly=True)',
    calls: [['bribe_sentry', { coins: 2, softly: true }]],
  },
  {
    form: 'numbers in markup',
    answer: '<function=bribe_sentry><parameter=coins>2</parameter><parameter=softly>true</parameter></function>',
    calls: [['bribe_sentry', { coins: 2, softly: true }]],
  },
  { form: 'no arguments', answer: 'wait()', calls: [['wait', {}]] },
  { form: 'a name in markup', answer: '<tool_call>wait</tool_call>', calls: [['wait', {}]] },
  { form: 'an apostrophe', answer: "take(item='Porter's lamp')", calls: [['take', { item: "Porter's lamp" }]] },
]
