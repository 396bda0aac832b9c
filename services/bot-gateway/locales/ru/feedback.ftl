# Оценка срабатываний на карточке, «Вторая оценка», «Качество правил».
action-score-feedback = Оценить срабатывание
action-score-feedback-withdraw = Снять свою оценку
action-blind-review-answer = Дать вторую оценку

refusal-feedback-own-call = это ваш звонок: свои звонки не оценивают
refusal-feedback-no-score = оценивать ещё нечего: звонок не разобран
refusal-feedback-not-raised = сейчас этот показатель не сработал: если он был, нажмите «Пропущено»
refusal-feedback-already-raised = этот показатель уже сработал: выберите «👍 Верно» или «👎 Ложное»
refusal-feedback-already-given = вы уже так ответили
refusal-feedback-not-given = вашей оценки здесь уже нет
refusal-blind-review-not-found = этого вопроса уже нет
refusal-blind-review-already-answered = на этот вопрос уже ответили, откройте следующий
refusal-blind-review-not-yours = вы уже видели этот звонок: вторая оценка нужна от другого человека

done-feedback-given = ✅ Оценка записана.
done-feedback-withdrawn = ✅ Оценка снята.
done-blind-answered = ✅ Записано. Вот следующий.
done-blind-skipped = ⏭ Пропущено: спросим другого.

verdict-confirm = верно
verdict-false-alarm = ложное
verdict-missed = пропущено
blind-answer-yes = да
blind-answer-no = нет
blind-answer-skip = пропустил

## Карточка звонка.
button-feedback-confirm = 👍 Верно
button-feedback-false-alarm = 👎 Ложное
button-feedback-missed = Пропущено
button-feedback-withdraw = ↩️ Снять оценку
button-feedback-withdraw-metric = ↩️ Снять: { $metric }
feedback-line = 💬 { $metric } — { $words }
feedback-mine = Вы: { $verdict }
feedback-older = { $words } (о прежней версии)
feedback-votes = { $yes } из { $n } подтвердили
feedback-missed =
    { $n ->
        [one] { $n } человек считает пропущенным
        [few] { $n } человека считают пропущенным
       *[many] { $n } человек считают пропущенным
    }

judge-title = <b>Звонок #{ $id }</b> · { $at }
judge-question =
    { $verdict ->
        [confirm] 👍 <b>Верно.</b> Сработало несколько показателей: какой подтверждаете?
        [false_alarm] 👎 <b>Ложное.</b> Что сработало зря?
       *[missed] <b>Пропущено.</b> Что было в разговоре, но не сработало?
    }
judge-nothing = Выбирать не из чего: показатели изменились. Вернитесь к карточке.

## «Вторая оценка».
button-blind = 🙈 Вторая оценка ({ $count })
button-blind-next = Следующий ▶️
button-blind-yes = Да
button-blind-no = Нет
button-blind-skip = Пропустить
blind-title = 🙈 <b>Вторая оценка</b> · осталось { $count }
blind-how = <i>Ответьте только по разговору. Что решила программа и что сказал первый человек, здесь не показано намеренно.</i>
# operator «none»: никто не ответил.
blind-call =
    { $operator ->
        [none] Звонок { $at }
       *[other] Звонок { $at } · { $operator }
    }
blind-question =
    { $metric ->
        [complaint_risk_flag] ❓ <b>Клиент недоволен и винит клинику или грозит жалобой?</b>
        [followup_needed_flag] ❓ <b>Осталось незакрытое намерение: клиенту нужно перезвонить?</b>
        [lost_opportunity_score] ❓ <b>Запись была возможна, и клиника её упустила или вот-вот упустит?</b>
        [churn_risk_level] ❓ <b>Постоянный клиент может уйти: винит клинику или отменяет и идёт в другое место?</b>
       *[cross_sell_potential] ❓ <b>Клиенту нужна ещё одна услуга, и её не записали?</b>
    }
blind-none = 🙈 <b>Вторая оценка</b>

    Вопросов для вас нет. Новые звонки выбираются раз в неделю, по понедельникам.
blind-taken = На этот вопрос уже ответили. Откройте следующий.

## «Качество правил».
button-rule-quality = 🎯 Качество правил
button-agreement = 🤝 Согласие людей
button-quality-active = Только активная версия
button-quality-all = Все версии
button-quality-metric = { $metric } · правил: { $count }
quality-title = <b>🎯 Качество правил</b>
quality-scope =
    { $scope ->
        [active] Оценки за 180 дней, только активная версия
       *[all] Оценки за 180 дней, все версии
    }
quality-none = Оценок ещё нет. Их ставят на карточке звонка: «👍 Верно», «👎 Ложное», «Пропущено».
quality-explain = <i>Точность: доля верных срабатываний, в скобках — где она лежит на самом деле (95 %). Один звонок — один голос большинства, спорные не считаются. ⚠️ — точность ниже 60 % при 20 оценках и больше.</i>
# precision «none»: оценок верно/ложное нет.
quality-metric =
    { $precision ->
        [none] <b>{ $metric }</b>: верно или ложное ещё не ставили
       *[other] <b>{ $metric }</b>: точность { $precision } % ({ $low }–{ $high }), n { $n }
    }
quality-metric-rest = пропущено { $missed }, спорных { $disputed }
quality-suspects =
    { $count ->
        [one] ⚠️ { $count } правило под подозрением
        [few] ⚠️ { $count } правила под подозрением
       *[many] ⚠️ { $count } правил под подозрением
    }
quality-rules-title = <b>🎯 { $metric }</b>: правила, худшие сверху
quality-rules-none = Ни одно правило этого показателя ещё не оценивали.
quality-rule =
    { $suspect ->
        [true] ⚠️ { $rule } <code>{ $id }</code>
       *[false] { $rule } <code>{ $id }</code>
    }
# precision «none»: все звонки спорные.
quality-rule-numbers =
    { $precision ->
        [none] только спорные
       *[other] точность { $precision } % ({ $low }–{ $high }), n { $n }
    }

agreement-title = <b>🤝 Согласие</b>
agreement-people = <b>Люди между собой</b>: первый и второй, не видя ответа первого
agreement-engine = <b>Программа и человек</b>: случайные звонки, сработавшие и нет
agreement-none = Пар ещё нет: «Вторая оценка» предлагает звонки каждую неделю.
agreement-all = Все показатели
# kappa «none»: оба всегда отвечают одинаково, тогда κ ничего не значит.
agreement-row =
    { $kappa ->
        [none] { $metric }: совпало { $observed } %, κ не определена, AC1 { $ac1 }, «да» в { $prevalence } %, n { $n }
       *[other] { $metric }: совпало { $observed } %, κ { $kappa }, AC1 { $ac1 }, «да» в { $prevalence } %, n { $n }
    }
agreement-few = Пока мало: { $n } из { $enough }. Числа ещё скачут, выводов не делайте.
agreement-recall = Из того, что люди нашли в случайных звонках, программа заметила { $caught } из { $n }.
agreement-explain = <i>κ и AC1 — согласие сверх случайного: 1 — всегда, 0 — как монета. Когда «да» встречается редко, κ занижает, AC1 нет: смотрите на обе.</i>
