import type { Page } from 'playwright-core'

export interface WrittenModel {
  readonly provider: string
  readonly name: string
  readonly modelName: string
  readonly baseUrl?: string
  readonly apiKey?: string
}

/** Writes a model into the form that is open. */
export async function writeModel(page: Page, model: WrittenModel): Promise<void> {
  await page.getByRole('group', { name: 'Provider' }).getByText(model.provider, { exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill(model.name)
  await page.getByRole('combobox', { name: 'Model' }).fill(model.modelName)
  if (model.baseUrl !== undefined) await page.getByLabel('Base URL').fill(model.baseUrl)
  if (model.apiKey !== undefined) await page.getByLabel('API key').fill(model.apiKey)
}

/** Chooses a model by its name where one can be chosen. */
export async function chooseModel(page: Page, name: string, label = 'Narrator'): Promise<void> {
  const selector = page.getByRole('combobox', { name: label })
  await selector.click()
  await page.getByRole('option', { name }).click()
}
