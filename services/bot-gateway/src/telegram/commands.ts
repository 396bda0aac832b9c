import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import { mayOpen, type Access, type Person } from '../people/person.js';
import { toPlainText } from '../text/html.js';
import { LANGUAGES, DEFAULT_LANGUAGE, type Texts, type Translate } from '../text/translate.js';

/** The commands of the menu button, and who sees them. They are a convenience: every handler checks again. */
const COMMANDS = [
  { command: 'menu', access: 'active' },
  { command: 'find', access: ['calls.view', 'work.own'] },
  { command: 'call', access: 'calls.view' },
  { command: 'help', access: 'active' },
  { command: 'cancel', access: 'active' },
  { command: 'start', access: 'anyone' },
] as const satisfies readonly { command: string; access: Access }[];

const describe = (t: Translate, person: Pick<Person, 'role' | 'status'>): BotCommand[] =>
  COMMANDS.filter(({ access }) => mayOpen(person, access)).map(({ command }) => ({
    command,
    description: toPlainText(t(`command-${command}`)),
  }));

const STRANGER = { role: null, status: 'newcomer' } as const;

/** What everybody sees before the bot knows him, in his Telegram's language. */
export const setDefaultCommands = async (api: Api, texts: Texts): Promise<void> => {
  for (const language of LANGUAGES)
    await api.setMyCommands(
      describe(texts.in(language), STRANGER),
      language === DEFAULT_LANGUAGE ? {} : { language_code: language },
    );
};

/** What one person sees in the chat with the bot: by role, in his language. */
export const setCommandsFor = async (api: Api, texts: Texts, person: Person): Promise<void> => {
  await api.setMyCommands(describe(texts.in(person.language), person), {
    scope: { type: 'chat', chat_id: Number(person.telegramId) },
  });
};
