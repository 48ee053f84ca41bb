import { describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { isStockText } from '../../src/narrator/narration/stock.ts'
import { startsWithStock } from './support/stock.ts'
import { HARBOR } from './support/harbor.ts'
import { loadYaml, playGamebook } from './support/playGamebook.ts'

const model = createBuiltinNarrator({ wordDelayMs: 0 })
const harbor = loadYaml(HARBOR)
const alone = loadYaml(HARBOR.replace(/ {6}- id: mara[\s\S]*? {6}- \{id: guard/, '      - {id: guard'))

async function turn(script: readonly string[], gamebook = harbor) {
  return (await playGamebook(gamebook, script, { model })).last
}

const ask = (who: string, about: string) => `ask ${JSON.stringify({ who, about })}`

describe('a question', () => {
  it.each([
    ['ask the harbor master about the bell', 'master', 'bell'],
    ['Ask Mara about the bell', 'mara', 'bell'],
    ['Mara, where is the key?', 'mara', 'key'],
    ['where is the key, Mara?', 'mara', 'key'],
    ['what about the key?', 'mara', 'key'],
    ['how about last night?', 'master', 'bell'],
    ['did you hear it last night?', 'master', 'bell'],
    ['tell the harbor master about the tide', 'master', 'tide'],
    ['ask the harbour master for the tariff', 'master', 'tariff'],
    ['ask the harbor master about the taryff', 'master', 'tariff'],
    ['ask the harbor master about the tides', 'master', 'tide'],
    ['question the master about storms', 'master', 'wind'],
    ['what is under the floor?', 'master', 'floor'],
    ['ask where the key is', 'mara', 'key'],
    ['say "what happened last night?" to the harbor master', 'master', 'bell'],
    ['the key', 'mara', 'key'],
  ])('%j is asked', async (words, who, about) => {
    expect((await turn([words])).calls).toEqual([ask(who, about)])
  })

  it('finds a speaker by id where the name says something else', async () => {
    const hidden = loadYaml(HARBOR.replace('name: Mara\n', 'name: The Netmaker\n'))
    expect((await turn(['ask Mara about the key'], hidden)).calls).toEqual([ask('mara', 'key')])
  })

  it("gets the author's words as they are", async () => {
    expect((await turn(['ask the harbor master about last night'])).text).toMatch(
      /^"The \*bell\*," he says, "is gone\."/,
    )
  })

  it.each([
    [['ask Mara about the key', 'ask about the bell'], ask('mara', 'bell')],
    [['ask Mara about the key', 'what about the tide?'], ask('master', 'tide')],
    [['talk to Mara', 'what about the bell?'], ask('mara', 'bell')],
    [['ask the harbor master about the tide', 'tell him about the bell'], ask('master', 'bell')],
  ])('%j goes to the one who was spoken to last, if they have an answer', async (script, call) => {
    expect((await turn(script)).calls).toEqual([call])
  })

  it('to one of several is asked back, and the answer completes it', async () => {
    const unclear = await turn(['what about the bell?'])
    expect(unclear.calls).toEqual([])
    expect(unclear.text).toBe('Do you mean to ask the harbor master or Mara?')
    expect((await turn(['what about the bell?', 'Mara'])).calls).toEqual([ask('mara', 'bell')])
    expect((await turn(['what about the bell?', 'the first one'])).calls).toEqual([ask('master', 'bell')])
  })

  it('about words that several topics are equally near to is asked back', async () => {
    const near = loadYaml(
      HARBOR.replace('[harbor tariff, price list]', '[dues list]').replace('[tide table, tide, gate]', '[tide list]'),
    )
    const { calls, text } = await turn(['ask the harbor master about the list'], near)
    expect(calls).toEqual([])
    expect(text).toBe('Do you mean to ask the harbor master about the tide or the tariff?')
    expect((await turn(['ask the harbor master about the list', 'the tariff'], near)).calls).toEqual([
      ask('master', 'tariff'),
    ])
  })

  it.each(['murder', 'weather'])('about the %s, which has no answer yet or never, gives nothing away', async (noun) => {
    const { calls, text } = await turn([`ask the harbor master about the ${noun}`])
    expect(calls).toEqual([])
    expect(isStockText(text)).toBe(true)
    expect(text).toMatch(/^The harbor master .+\n\n.+ ask the harbor master about the bell, the tide or the tariff\.$/)
    expect(text.split('\n')[0]).not.toContain(noun)
  })

  it('that was answered once and for all is not asked again', async () => {
    const { calls, text } = await turn(['ask the harbor master about the tariff', 'ask about the tariff'])
    expect(calls).toEqual([])
    expect(isStockText(text)).toBe(true)
    expect(text).not.toContain('tariff')
  })

  it.each([
    ['ask the captain about the bell', startsWithStock('not here: person')],
    ['ask the guard about the bell', /He sleeps/],
  ])('%j goes to none of the speakers', async (words, expected) => {
    const { calls, text } = await turn([words])
    expect(calls).toEqual([])
    expect(text).toMatch(expected)
  })

  it.each([
    ['ask the guard to open the gate', 'open_gate {}'],
    ['ask the harbor master to open the gate', 'open_gate {}'],
    ['into the office', 'go_to {"to":"office"}'],
  ])('%j means what a function does', async (words, call) => {
    expect((await turn([words])).calls).toEqual([call])
  })

  it('is asked with the function of the gamebook', async () => {
    const own = loadYaml(
      HARBOR.replace(
        '        topics:\n          - {id: bell, about: [bell, ring',
        '        functions: [{name: talk_to_master, target: ask, description: The player talks to the master.}]\n' +
          '        topics:\n          - {id: bell, about: [bell, ring',
      ),
    )
    expect((await turn(['what about last night?'], own)).calls).toEqual(['talk_to_master {"topic":"bell"}'])
    expect((await turn(['ask Mara about the key'], own)).calls).toEqual([])
  })
})

describe('talk without a topic', () => {
  it.each(['talk to the harbor master', 'say hello to the harbor master'])(
    '%j offers the topics with a label',
    async (words) => {
      const { calls, text } = await turn([words])
      expect(calls).toEqual([])
      expect(text).toMatch(/He counts boats\.\n\n.* ask the harbor master about the bell, the tide or the tariff\.$/)
      expect(text).not.toMatch(/floor|murder|promise/)
    },
  )

  it('with someone without topics only describes them', async () => {
    expect((await turn(['talk to the guard'])).text).toMatch(/^The guard is here\. He sleeps\. .* say/)
  })
})

describe('an open question', () => {
  const asked = ['ask the harbor master about the storm']

  it.each([
    'yes',
    'because I love her',
    'forty-two',
    'no',
    'I would not',
    'the promise',
    'say yes',
    'I tell him no',
    'I can try',
    '🧭',
    'Mara',
  ])('%j is the answer', async (words) => {
    expect((await turn([...asked, words], alone)).calls).toEqual([ask('master', 'promise')])
  })

  it.each([
    ['into the office', ['go_to {"to":"office"}']],
    ['No, I go into the office', ['go_to {"to":"office"}']],
    ['ask about the tide', [ask('master', 'tide')]],
    ['what about last night?', [ask('master', 'bell')]],
    ['open the gate', ['open_gate {}']],
    ['look at the scales', []],
    ['inventory', []],
    ['hello', []],
    ['talk to the harbor master', []],
    ['push the harbor master', []],
  ])('%j asks for something else', async (words, calls) => {
    expect((await turn([...asked, words], alone)).calls).toEqual(calls)
  })

  it('is closed by the answer and by leaving', async () => {
    expect((await turn([...asked, 'yes', 'yes'], alone)).calls).toEqual([])
    expect((await turn([...asked, 'into the office', 'yes'], alone)).calls).toEqual([])
  })

  it('ends the text', async () => {
    expect((await turn(asked, alone)).text).toBe('"Wind."')
  })
})

describe('suggestions', () => {
  it('have a few topics of the people present, until they were asked about', async () => {
    const first = (await turn(['talk to the harbor master'], alone)).text
    expect(first).toMatch(/ ask the harbor master about the bell, the tide or the tariff\.$/)
    const script = ['ask the harbor master about the bell', 'talk to the harbor master']
    expect((await turn(script, alone)).text).toMatch(
      / ask the harbor master about the tide, the tariff or the storm\.$/,
    )
  })

  it('are left out where the author wants none', async () => {
    const quiet = loadYaml(HARBOR.replace('\nentity_types', '\nsuggestions: off\nentity_types'))
    for (const words of [
      'look',
      'talk to Mara',
      'ask Mara about the moon',
      'dance',
      'help',
      'into the office',
      'what can I do',
    ])
      expect((await turn([words], quiet)).text).not.toMatch(/could|might|You can/)
  })
})
