import type { Outside } from '@perezvon/messaging';
import type { Api } from 'grammy';

/**
 * Telegram as the messages need it. Asked when a send has failed: while it does not answer, or no longer knows the
 * token, what people have to know of waits for it.
 */
export const telegramAnswers = (api: Api): Outside => ({
  name: 'telegram',
  isUp: () =>
    api.getMe().then(
      () => true,
      () => false,
    ),
});
