import type { Locator, Page } from 'playwright-core'

import type { PageWatch } from './watchPage.ts'

/** Somebody at a page, who knows only the words that stand there. */
export class Player {
  readonly page: Page
  readonly watch: PageWatch

  constructor(page: Page, watch: PageWatch) {
    this.page = page
    this.watch = watch
  }

  async openLibrary(): Promise<void> {
    await this.page.goto('/')
    await this.page.getByRole('heading', { name: 'Gamebooks', level: 1 }).waitFor({ state: 'attached' })
  }

  /** Opens a gamebook from the library. */
  async openGamebook(title: string): Promise<void> {
    await this.openLibrary()
    const first = this.page.getByRole('article', { name: title }).getByRole('link', { name: 'Open the gamebook' })
    const other = this.page.getByRole('link').filter({ has: this.page.getByRole('heading', { name: title }) })
    await first.or(other).click()
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor()
  }

  /** From the library to the end of the opening. */
  async startStory(title: string): Promise<void> {
    await this.openGamebook(title)
    await this.button(/^Start/).click()
    await this.input.waitFor()
    await this.waitForAnswer()
  }

  get input(): Locator {
    return this.page.getByRole('textbox', { name: 'What do you do?' })
  }

  get story(): Locator {
    return this.page.getByRole('region', { name: 'The story' })
  }

  /** The player's own words so far. */
  get words(): Locator {
    return this.story.getByRole('article', { name: 'You' })
  }

  get answers(): Locator {
    return this.story.getByRole('article', { name: 'The narrator' })
  }

  get lastAnswer(): Locator {
    return this.answers.last()
  }

  get ending(): Locator {
    return this.page.getByRole('heading', { level: 2 }).and(this.page.locator('#ending-title'))
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Sends words and does not wait. */
  async send(words: string): Promise<void> {
    await this.input.fill(words)
    await this.input.press('Enter')
  }

  /** Sends words and waits until the narrator has done with them. */
  async say(words: string): Promise<void> {
    await this.send(words)
    await this.waitForAnswer()
  }

  /** Until the story ends in an answer that is not being told any more. */
  async waitForAnswer(): Promise<void> {
    await this.story.getByRole('article').last().and(this.answers).and(this.page.locator(':not([aria-busy])')).waitFor()
  }

  /** Until the answer that is told last shows these words. */
  async waitForWords(words: string | RegExp): Promise<void> {
    await this.lastAnswer.filter({ hasText: words }).waitFor()
  }

  /** Every article of the story, also what is scrolled out of sight. */
  async readStory(): Promise<readonly string[]> {
    return this.story.getByRole('article').allTextContents()
  }

  /** Until the header names this place. */
  async waitForPlace(place: string): Promise<void> {
    await this.page.getByRole('banner').getByText(place, { exact: true }).waitFor()
  }

  /** One of the things that can be done with an answer or with words. */
  async choose(what: string, article = this.lastAnswer): Promise<void> {
    await article.hover()
    await article.getByRole('button', { name: what, exact: true }).click()
  }

  /** The notice of what went wrong, with what can be done. */
  get trouble(): Locator {
    return this.page.getByRole('alert')
  }
}
