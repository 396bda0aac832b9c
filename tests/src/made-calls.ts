const TALKS = [
  [
    ['operator', 'Клиника «Образец», Ольга, здравствуйте.'],
    ['client', 'Добрый день, хочу записаться к терапевту на завтра.'],
    ['operator', 'Есть время в десять тридцать, подойдёт?'],
    ['client', 'Да, записывайте, меня устраивает.'],
    ['operator', 'Записала вас на завтра, десять тридцать. До встречи.'],
  ],
  [
    ['operator', 'Клиника «Образец», Павел, слушаю.'],
    ['client', 'Вы мне обещали перезвонить ещё вчера, никто не перезвонил, я напишу жалобу главному врачу.'],
    ['operator', 'Приношу извинения, передам администратору.'],
    ['client', 'Это уже третий раз, безобразие.'],
  ],
  [
    ['operator', 'Клиника «Образец», Ольга, здравствуйте.'],
    ['client', 'Сколько стоит консультация невролога?'],
    ['operator', 'Две тысячи четыреста рублей. Записать вас?'],
    ['client', 'Дороговато, я подумаю и перезвоню.'],
    ['operator', 'Хорошо, ждём вашего звонка.'],
  ],
] as const;

const FIRST_CALL = Date.parse('2026-11-01T06:00:00Z');
const MINUTE_MS = 60_000;
const OPERATORS = 4;
const SECONDS_PER_TURN = 6;

/** `count` made-up calls as `POST /v1/calls` takes them, ids from `firstId` on, a minute apart; the same each time. */
export const madeCalls = (count: number, firstId = 1): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => {
    const talk = TALKS[index % TALKS.length] ?? TALKS[0];
    return {
      history_id: firstId + index,
      call_date: new Date(FIRST_CALL + index * MINUTE_MS).toISOString(),
      direction: 'inbound',
      await_sec: index % 90,
      talk_duration: talk.length * SECONDS_PER_TURN,
      operator: `op-${(index % OPERATORS) + 1}`,
      transcript: talk.map(([speaker, text], turn) => ({ t: turn * SECONDS_PER_TURN, speaker, text })),
      upstream: null,
    };
  });

/** The same calls in another order; reproducible (Fisher–Yates over a linear congruential generator). */
export const shuffled = <T>(items: readonly T[], seed = 42): T[] => {
  const copy = [...items];
  let state = seed;
  for (let last = copy.length - 1; last > 0; last -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const other = state % (last + 1);
    const [a, b] = [copy[last], copy[other]];
    if (a === undefined || b === undefined) break;
    copy[last] = b;
    copy[other] = a;
  }
  return copy;
};
