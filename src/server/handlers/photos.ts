import { refuse } from '#core/result'
import type { HandlersOf } from '../operation'

export const photoHandlers: HandlersOf<'photos.take'> = {
  'photos.take': async (_, { outside }) => outside.photo ?? refuse('NOT_FOUND'),
}
