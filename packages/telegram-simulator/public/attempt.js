import { RequestError } from './api.js';
import { toast } from './dialogs.js';

/**
 * Does what was asked; when it cannot be done, says so instead of staying silent.
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T | undefined>} undefined when it failed
 */
export const attempt = async (work) => {
  try {
    return await work;
  } catch (error) {
    toast(error instanceof RequestError ? error.message : 'Нет связи с симулятором. Попробуйте ещё раз.');
    return undefined;
  }
};
