const HOUR_MS = 3_600_000;
const SECONDS_PER_TURN = 9;

type Talk = readonly (readonly ['operator' | 'client', string])[];

/** A client who complains, in words of our own. */
export const COMPLAINT_TALK: Talk = [
  ['operator', 'Клиника «Образец», Ольга, здравствуйте.'],
  ['client', 'Вы обещали перезвонить ещё вчера, никто не перезвонил! Я напишу жалобу главному врачу.'],
  ['operator', 'Приношу извинения, сейчас всё проверю.'],
  ['client', 'Это уже третий раз, безобразие.'],
];

/** A call that somebody answered lately, as `POST /v1/calls` takes it. */
export const recentCall = (historyId: number, hoursAgo: number, talk: Talk): Record<string, unknown> => ({
  history_id: historyId,
  call_date: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString(),
  direction: 'inbound',
  await_sec: 12,
  talk_duration: 64,
  operator: 'op-1',
  client_phone: '+7 916 123-45-67',
  transcript: talk.map(([speaker, text], index) => ({ t: index * SECONDS_PER_TURN, speaker, text })),
  upstream: null,
});
