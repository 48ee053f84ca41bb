/** Writes texts that compress about as prose does: each word has followed the one before it somewhere in the sample. */
export function createWriter(sample: string, random: () => number): (words: number) => string {
  const words = sample.split(/\s+/).filter((word) => /^[\p{L}'’,.;-]+$/u.test(word))
  const followers = new Map<string, string[]>()
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (next !== undefined) followers.set(word, [...(followers.get(word) ?? []), next])
  }
  const choose = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? ''
  return (count) => {
    const text = [choose(words)]
    while (text.length < count) text.push(choose(followers.get(text.at(-1) ?? '') ?? words))
    return `${text.join(' ')}.`
  }
}
