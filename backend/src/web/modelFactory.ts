export { type CreateModel, createModelFromDbConfig } from '../models/createModel.ts'
export type { ModelRecipe } from '../models/modelConfig.ts'
