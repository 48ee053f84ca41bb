import type { Locator, Page } from 'playwright-core'

import type { PageWatch } from './watchPage.ts'

/** A player at a page, who finds controls only by their visible labels. */
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

  /** The player's messages so far. */
  get messages(): Locator {
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

  /** Sends a message without waiting for the answer. */
  async send(text: string): Promise<void> {
    await this.input.fill(text)
    await this.input.press('Enter')
  }

  /** Sends a message and waits for the complete answer. */
  async sendAndWait(text: string): Promise<void> {
    await this.send(text)
    await this.waitForAnswer()
  }

  /** Waits until the last message of the story is a complete answer. */
  async waitForAnswer(): Promise<void> {
    await this.story.getByRole('article').last().and(this.answers).and(this.page.locator(':not([aria-busy])')).waitFor()
  }

  /** Waits until the last answer contains this text. */
  async waitForWords(text: string | RegExp): Promise<void> {
    await this.lastAnswer.filter({ hasText: text }).waitFor()
  }

  /** The text of every message of the story, also of those outside the window. */
  async readStory(): Promise<readonly string[]> {
    return this.story.getByRole('article').allTextContents()
  }

  /** Waits until the header shows this place. */
  async waitForPlace(place: string): Promise<void> {
    await this.page.getByRole('banner').getByText(place, { exact: true }).waitFor()
  }

  /** Clicks one of the actions of an answer or a message. */
  async choose(what: string, article = this.lastAnswer): Promise<void> {
    await article.hover()
    await article.getByRole('button', { name: what, exact: true }).click()
  }

  /** The error notice. */
  get error(): Locator {
    return this.page.getByRole('alert')
  }
}
