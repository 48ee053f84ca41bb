import type { Page } from 'playwright-core'

export interface ModelFields {
  readonly provider: string
  readonly name: string
  readonly modelName: string
  readonly baseUrl?: string
  readonly apiKey?: string
}

/** Fills the open model form. */
export async function fillModelForm(page: Page, model: ModelFields): Promise<void> {
  await page.getByRole('group', { name: 'Provider' }).getByText(model.provider, { exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill(model.name)
  await page.getByRole('combobox', { name: 'Model' }).fill(model.modelName)
  if (model.baseUrl !== undefined) await page.getByLabel('Base URL').fill(model.baseUrl)
  if (model.apiKey !== undefined) await page.getByLabel('API key').fill(model.apiKey)
}

/** Chooses a model by its name in a model selector. */
export async function chooseModel(page: Page, name: string, label = 'Narrator'): Promise<void> {
  const selector = page.getByRole('combobox', { name: label })
  await selector.click()
  await page.getByRole('option', { name }).click()
}
