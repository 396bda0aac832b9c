import { CallScore } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import { loadRuleset, scoreCall } from '../src/index.js';
import { givenCall, MOSCOW, talk } from './given.js';

const ruleset = loadRuleset();
const score = (...args: Parameters<typeof givenCall>): CallScore =>
  scoreCall(givenCall(...args), ruleset, MOSCOW);

const BOOKED = talk(
  'o: Клиника «Сосна», Анна, здравствуйте.',
  'c: Здравствуйте, запишите меня к терапевту на завтра.',
  'o: Завтра есть десять тридцать.',
  'c: Подходит.',
  'o: Фамилия?',
  'c: Орешкин.',
  'o: Орешкин, записала вас на завтра, десять тридцать.',
  'c: Спасибо, до свидания.',
);

const COMPLAINT = talk(
  'o: Клиника «Сосна», Анна, здравствуйте.',
  'c: Здравствуйте. Я у вас вчера была, мне обещали перезвонить, и никто не перезвонил. Третий раз звоню!',
  'o: Извините, пожалуйста.',
  'c: Администратор мне нахамила и бросила трубку. Верните деньги, иначе пойду в суд.',
  'o: Передам руководителю, он вам перезвонит.',
  'c: Жду.',
);

test('a booked call is a record without a follow-up or a loss', () => {
  const { outcome, is_target: isTarget, metrics, valid_dialogue: valid } = score(BOOKED);
  expect({ outcome, isTarget, valid }).toEqual({ outcome: 'record', isTarget: true, valid: true });
  expect(metrics).toMatchObject({
    conversion_score: 100,
    complaint_risk_flag: false,
    followup_needed_flag: false,
    churn_risk_level: 'low',
  });
  expect(metrics.lost_opportunity_score).toBeLessThan(40);
});

test('a grievance with threats raises the flag, and every quote stands literally in its turn', () => {
  const { metrics, evidence } = score(COMPLAINT);
  expect(metrics.complaint_risk_flag).toBe(true);
  expect(metrics.complaint_risk_score).toBeGreaterThanOrEqual(60);
  const quotes = evidence.filter(({ metric }) => metric === 'complaint_risk_flag');
  expect(quotes.length).toBeGreaterThan(0);
  for (const { turn, quote } of evidence) expect(COMPLAINT[turn]?.text).toContain(quote);
});

test('the same words said of another clinic, and denied, raise nothing and are shown as set aside', () => {
  const { metrics, ruled_out: ruledOut } = score(
    talk(
      'o: Клиника «Сосна», здравствуйте.',
      'c: Здравствуйте, жаловаться я не буду, у вас всё хорошо. Запишите к хирургу на завтра.',
      'o: Завтра в двенадцать.',
      'c: Хорошо, давайте, Лапин.',
      'o: Записала, Лапин, завтра в двенадцать.',
    ),
  );
  expect(metrics.complaint_risk_flag).toBe(false);
  expect(ruledOut.map(({ why }) => why)).toContain('negated');
});

test('the operator speaking of rules is not a complaint of the client', () => {
  const { metrics } = score(
    talk(
      'o: Клиника «Сосна», здравствуйте.',
      'c: Подскажите, как подготовиться к УЗИ?',
      'o: Вы обязаны принести паспорт, и если будут жалобы или претензии, напишите заявление.',
      'c: Поняла, спасибо.',
    ),
  );
  expect(metrics.complaint_risk_flag).toBe(false);
});

test('«муж» is not found inside «мужской», nor anything else inside a longer word', () => {
  const { metrics } = score(
    talk(
      'o: Клиника «Сосна», здравствуйте.',
      'c: Здравствуйте, мне нужен мужской врач, запишите на среду.',
      'o: Среда, девять ноль ноль, как записать?',
      'c: Орлов.',
      'o: Записала, Орлов, среда, девять ноль ноль.',
    ),
  );
  expect(metrics.cross_sell_potential).toBeLessThan(60);
});

test('a promised call at a named time is followed up, with the moment in UTC', () => {
  const { metrics } = score(
    talk(
      'o: Клиника «Сосна», здравствуйте.',
      'c: Здравствуйте, мне к неврологу, но я сейчас на совещании. Перезвоните завтра после трёх.',
      'o: Хорошо, завтра после трёх наберу.',
      'c: Спасибо.',
    ),
  );
  expect(metrics.followup_needed_flag).toBe(true);
  expect(metrics.followup_due_at).toBe('2026-02-04T12:00:00.000Z');
});

describe('gates', () => {
  test('silence, a robot and voicemail are no dialogue: every metric of the words is null and says why', () => {
    const calls = [
      talk('o: Клиника, здравствуйте.', 'o: Алло, вас не слышно.'),
      talk('s: Абонент не может ответить. Оставьте сообщение после сигнала.'),
      talk(
        'o: Клиника, слушаю.',
        'c: Вас приветствует голосовой помощник банка. Вам одобрен кредит, скажите да.',
      ),
    ];
    for (const turns of calls) {
      const { valid_dialogue: valid, metrics, gates, evidence } = score(turns);
      expect(valid).toBe(false);
      expect(metrics.complaint_risk_flag).toBeNull();
      expect(gates.complaint_risk_flag).toBe('not_a_dialogue');
      expect(metrics.talk_time_efficiency).toBe(50);
      expect(evidence).toEqual([]);
    }
  });

  test('a call whose transcript has not come yet waits for it', () => {
    const { gates, metrics } = score(null);
    expect(metrics.normalized_call_score).toBeNull();
    expect(gates.normalized_call_score).toBe('no_transcript');
  });

  test('an unanswered call is missed and answered slowest of all', () => {
    const { outcome, metrics } = score([], { talk_duration: 0, operator: null });
    expect(outcome).toBe('missed');
    expect(metrics.response_speed_score).toBe(1);
  });

  test('wait and duration that nobody told are null with their own reason', () => {
    const { gates, metrics } = score(BOOKED, { await_sec: null, talk_duration: null });
    expect(metrics).toMatchObject({
      response_speed_score: null,
      talk_time_efficiency: null,
      queue_impact_index: null,
    });
    expect(gates).toEqual({
      response_speed_score: 'no_wait',
      talk_time_efficiency: 'no_duration',
      queue_impact_index: 'no_duration',
    });
  });

  test('somebody who is not a client has no conversion to lose, yet a complaint is looked for', () => {
    const {
      is_target: isTarget,
      gates,
      metrics,
    } = score(
      talk(
        'o: Клиника «Сосна», здравствуйте.',
        'c: Это пиццерия?',
        'o: Нет, вы ошиблись номером, это клиника.',
        'c: Ой, извините.',
      ),
    );
    expect(isTarget).toBe(false);
    expect(metrics.conversion_score).toBeNull();
    expect(gates.conversion_score).toBe('not_target');
    expect(metrics.complaint_risk_flag).toBe(false);
  });
});

test('a wrong hint of the telephony does not decide against plain words', () => {
  const wrong = {
    outcome: 'complaint',
    is_target: false,
    refusal_category_code: 'price',
    call_category: 'Жалоба',
  };
  expect(score(BOOKED, { upstream: wrong })).toMatchObject({ outcome: 'record', is_target: true });
  expect(
    score(COMPLAINT, { upstream: { outcome: 'record', is_target: true } }).metrics.complaint_risk_flag,
  ).toBe(true);
});

test('a score fits the contract and carries the tag of its ruleset', () => {
  const result = score(COMPLAINT);
  expect(CallScore.parse(result)).toEqual(result);
  expect(result.lm_version_tag).toBe(ruleset.tag);
});

test.each([
  ['2026-02-03T11:20:00+03:00', 'default'],
  ['2026-02-03T23:10:00+03:00', 'night'],
  ['2026-02-07T12:00:00+03:00', 'weekend'],
  ['2026-02-03T20:30:00Z', 'night'],
] as const)('the profile of %s is %s by the clinic’s clock', (callDate, profile) => {
  expect(score(BOOKED, { call_date: callDate }).calc_profile).toBe(profile);
});
