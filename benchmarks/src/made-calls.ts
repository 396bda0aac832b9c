import type { CallRecord, Speaker } from '@perezvon/contracts';

type Line = readonly [Speaker, string];

const GREETINGS: readonly Line[] = [
  ['operator', 'Клиника «Образец», администратор Ольга, здравствуйте, чем могу помочь?'],
  ['operator', 'Добрый день, медицинский центр «Образец», меня зовут Павел, слушаю вас.'],
];

const REQUESTS: readonly (readonly Line[])[] = [
  [
    [
      'client',
      'Здравствуйте, мне бы записаться к неврологу, голова болит вторую неделю, таблетки уже не помогают.',
    ],
    [
      'operator',
      'Понимаю вас. Есть время завтра в десять тридцать и в четверг в семнадцать ноль ноль, как вам удобнее?',
    ],
    [
      'client',
      'Завтра с утра я на работе, давайте в четверг вечером, если можно, и подскажите, сколько стоит приём.',
    ],
    [
      'operator',
      'Приём две тысячи четыреста, в стоимость входит осмотр и план лечения. Записываю вас на четверг?',
    ],
    ['client', 'Да, записывайте, меня всё устраивает, и напомните потом сообщением, пожалуйста.'],
  ],
  [
    ['client', 'Здравствуйте, а сколько у вас стоит удаление зуба мудрости, он у меня сложный, растёт вбок.'],
    [
      'operator',
      'От шести до девяти тысяч, точно скажет хирург после снимка, снимок у нас же, восемьсот рублей.',
    ],
    ['client', 'Ого, дороговато. В соседней клинике говорили пять, я, наверное, ещё подумаю.'],
    [
      'operator',
      'Хорошо, у нас есть рассрочка без процентов, могу рассказать подробнее, если вам интересно.',
    ],
    ['client', 'Да не надо пока, я подумаю и сама перезвоню, спасибо вам.'],
  ],
  [
    [
      'client',
      'Я звоню уже третий раз, мне обещали перезвонить ещё вчера по результатам анализов, и тишина.',
    ],
    [
      'operator',
      'Приношу извинения, сейчас посмотрю, на какую фамилию оформляли и какого числа сдавали кровь?',
    ],
    [
      'client',
      'В понедельник сдавала, деньги взяли сразу, а результата нет. Это безобразие, я буду писать жалобу.',
    ],
    [
      'operator',
      'Я вас услышала, передам старшему администратору, она свяжется с вами сегодня до шести часов.',
    ],
    ['client', 'Вы так и вчера говорили. Если не перезвоните, пойду к главному врачу и отзыв напишу.'],
  ],
  [
    [
      'client',
      'Алло, вы меня слышите? Хотела перенести запись к гинекологу, не успеваю на пятницу, ребёнок заболел.',
    ],
    [
      'operator',
      'Слышу вас хорошо. Могу предложить понедельник в двенадцать или среду в девять пятнадцать утра.',
    ],
    [
      'client',
      'Тогда понедельник, двенадцать часов. И ещё хотела узнать, делаете ли вы УЗИ щитовидной железы?',
    ],
    [
      'operator',
      'Да, делаем, тысяча восемьсот рублей, можно в тот же день сразу после приёма, вас записать?',
    ],
    ['client', 'Пока не надо, сначала к врачу схожу, а потом решу, спасибо большое.'],
  ],
];

const FAREWELLS: readonly Line[] = [
  ['operator', 'Спасибо за звонок, всего доброго, будьте здоровы.'],
  ['operator', 'Хорошо, ждём вас, хорошего дня и до свидания.'],
];

const FIRST_CALL = Date.parse('2026-11-01T06:00:00Z');
const MINUTE_MS = 60_000;
const SECONDS_PER_TURN = 9;
const OPERATORS = 6;
const MAX_WAIT_SEC = 90;

const pick = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const madeCall = (index: number): CallRecord => {
  const talk = [
    pick(GREETINGS, index),
    ...pick(REQUESTS, index),
    // A second matter in the same call makes it as long as real ones: some 150 words.
    ...pick(REQUESTS, Math.floor(index / REQUESTS.length) + index + 1),
    pick(FAREWELLS, index),
  ];
  return {
    history_id: index + 1,
    call_date: new Date(FIRST_CALL + index * MINUTE_MS).toISOString(),
    direction: 'inbound',
    await_sec: index % MAX_WAIT_SEC,
    talk_duration: talk.length * SECONDS_PER_TURN,
    operator: `op-${(index % OPERATORS) + 1}`,
    transcript: talk.map(([speaker, text], turn) => ({ t: turn * SECONDS_PER_TURN, speaker, text })),
    upstream: null,
  };
};

/** `count` made-up calls of about 150 words, the same in every run. */
export const madeCalls = (count: number): CallRecord[] =>
  Array.from({ length: count }, (_, index) => madeCall(index));
