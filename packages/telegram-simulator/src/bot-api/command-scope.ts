import type { State } from '../state/state.js';
import type { BotCommand, SimulatedPerson } from '../state/model.js';

/** One list of commands per scope and language; no chat unless the scope is one chat, '' for every language. */
export const commandScopeKey = (scope: { type: string; chatId: number | null; language: string }): string =>
  `${scope.type}:${scope.chatId ?? ''}:${scope.language}`;

/** What the person's menu shows: the narrowest scope first, in each the person's language before the common list. */
export const commandsFor = (state: State, person: SimulatedPerson): readonly BotCommand[] => {
  const language = person.languageCode ?? 'ru';
  const scopes = [
    { type: 'chat', chatId: person.id },
    { type: 'all_private_chats', chatId: null },
    { type: 'default', chatId: null },
  ];
  for (const scope of scopes) {
    for (const wanted of [language, '']) {
      const commands = state.commands.get(commandScopeKey({ ...scope, language: wanted }));
      if (commands) return commands;
    }
  }
  return [];
};
