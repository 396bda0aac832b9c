# Карточка звонка, расшифровка, запись.
button-listen = 🎧 Прослушать
button-transcript = 📝 Расшифровка
button-listened = ✅ Прослушано
button-assign = 👤 Назначить
you = вы

call-title = <b>Звонок #{ $id }</b> · { $at }
call-direction =
    { $direction ->
        [outbound] Исходящий
       *[inbound] Входящий
    }
call-waited = ждал { $seconds } с
call-talked = разговор { $time }
call-client = клиент +7 ••• •••-{ $start }-{ $end }
call-outcome = Итог: { $outcome }
call-followup = 📞 Нужно перезвонить
call-followup-due = 📞 Нужно перезвонить { $due }
call-not-scored = ⏳ Звонок ещё не разобран. Обычно это занимает минуту.
call-no-dialogue = Разговора не было, поэтому показателей нет.
call-no-transcript = Расшифровки ещё нет. Когда она придёт, звонок разберётся сам.

# Показатель с баллами; score «none»: балла нет, только сам вывод.
call-topic =
    { $score ->
        [none] { $light } { $metric }
       *[other] { $light } { $metric } { $score }
    }
call-why = <b>Почему</b>
call-why-nothing = Тревожных слов в разговоре не нашлось.
call-why-more =
    { $count ->
        [one] … и ещё { $count } причина слабее
        [few] … и ещё { $count } причины слабее
       *[many] … и ещё { $count } причин слабее
    }
call-trigger =
    { $at ->
        [none] +{ $weight } { $rule }
       *[other] +{ $weight } { $rule } · { $at }
    }
call-ruled-out-title = <b>Проверено и не засчитано</b>
call-ruled-out =
    { $at ->
        [none] { $rule }: { $why }
       *[other] { $rule }: { $why } · { $at }
    }
call-listened = ✅ Прослушано: { $names }
# outcome «none»: перезвон ещё не закончен или это не перезвон; due «none»: поручение закрыто.
call-assignment =
    { $outcome ->
        [none] { call-assignment-state }
       *[other] { call-assignment-state } · { $outcome }
    }
call-assignment-state =
    { $due ->
        [none] 📋 { $kind }: { $owner }, { $state }
       *[other] { call-assignment-due }
    }
call-assignment-due =
    { $late ->
        [true] ⏰ { $kind }: { $owner }, { $state }, срок { $due } прошёл
       *[false] 📋 { $kind }: { $owner }, { $state }, до { $due }
    }
call-assignment-button = 📋 { $kind } · { $owner } · { $state }
call-version = <i>LM { $tag } · профиль { $profile }</i>

# Правило словами; незнакомое называется по своей семье, незнакомая семья — нейтрально.
rule-why =
    { $rule ->
        [complaint-escalation] грозит жалобой или требует деньги назад
        [complaint-broken_promise] обещание не выполнено
        [complaint-repeated] обращается не первый раз
        [complaint-error] ошибка клиники
        [complaint-treatment] недоволен лечением или приёмом
        [complaint-rudeness] с ним были грубы
        [complaint-wait] слишком долго ждал
        [complaint-outrage] возмущён
        [complaint-leaving] говорит, что уйдёт из клиники
        [complaint-settled] уладили в разговоре
        [complaint-demands_answer] требует ответа
        [complaint-operator_sorry] оператор извинился
        [complaint-operator_fixes] оператор взялся исправить
        [complaint-operator_excuse] оператор оправдывался
        [complaint-time_passed] прошло много времени
        [complaint-irritation] раздражён
        [grievance-was_told] говорили одно, вышло другое
        [grievance-nobody] никто не ответил
        [grievance-waits] долго ждёт
        [grievance-again] опять та же беда
        [grievance-why] спрашивает, почему так
        [grievance-mistake] говорит об ошибке
        [grievance-harm] стало хуже после приёма
        [grievance-feeling] возмущён или обижен
        [grievance-demand] требует разобраться
        [grievance-loyal] давний клиент
        [barrier-price] остановила цена
        [barrier-price_soft] цена смутила
        [barrier-time] не подошло время
        [barrier-competitor] сравнивает с другой клиникой
        [barrier-trust] не доверяет
        [barrier-operator_failed] оператор не помог записаться
        [barrier-operator_short] оператор отвечал коротко
        [booking-client_waitlist] просит место, если освободится
        [booking-waitlist] поставили в лист ожидания
        [booking-cancelled] отменил запись
        [booking-moved] перенёс запись
        [booking-confirmed] запись подтверждена
        [delay-thinks] взял время подумать
        [delay-asks_callback] просит перезвонить
        [delay-will_call] обещает перезвонить сам
        [delay-busy] неудобно говорить
        [delay-condition] решит позже, при условии
        [delay-ends_open] разговор кончился ничем
        [promise-clinic_calls] клиника обещала перезвонить
        [promise-client_waits] клиент ждёт звонка
        [promise-passes_on] обещали передать
        [quality-rude] оператор грубит
        [quality-brushes_off] оператор отмахнулся
        [quality-refuses] отказ без другого варианта
        [script-no_offer] хотел записаться, а время не предложили
        [cross_sell-also_asks] спрашивает ещё об одной услуге
        [cross_sell-other_person] спрашивает для близкого
        [cross_sell-and_for_him] хочет записать ещё кого-то
        [cross_sell-symptom] упомянул ещё одну жалобу на здоровье
        [cross_sell-someday] думает об услуге на будущее
        [cross_sell-operator_offers] оператор предложил услугу
        [cross_sell-operator_ignores] оператор не предложил нужную услугу
        [cross_sell-declines] отказался от услуги
        [intent-wants_booking] хочет записаться
        [intent-urgent] нужно срочно
        [intent-cancel] хочет отменить запись
        [intent-reschedule] хочет перенести запись
        [intent-no_reschedule] отменяет и не переносит
        [intent-existing_client] клиент клиники
        [intent-asks_price] спрашивает цену
        [refuse-final] отказался совсем
        [refuse-elsewhere] пойдёт в другую клинику
       *[other] { rule-family }
    }
rule-family =
    { $family ->
        [attribution] о ком речь
        [barrier] помеха записи
        [booking] разговор о записи
        [complaint] недовольство клиникой
        [cross_sell] ещё одна потребность
        [delay] решение отложено
        [grievance] признак обиды
        [intent] зачем звонит
        [promise] обещание в разговоре
        [quality] работа оператора
        [refuse] отказ
        [script] нарушение скрипта
        [service] названа услуга
        [state] ход разговора
        [target] о чём звонок
        [validity] был ли разговор
       *[other] слова разговора
    }

transcript-title = 📝 <b>#{ $id }</b> · { $at }
transcript-page = Страница { $page } из { $pages }
transcript-turn =
    { $at ->
        [none] <b>{ transcript-speaker }:</b> { $words }
       *[other] { $at } <b>{ transcript-speaker }:</b> { $words }
    }
transcript-speaker =
    { $speaker ->
        [operator] Оператор
        [client] Клиент
       *[system] Система
    }
transcript-marked = <u><b>{ $words }</b></u>
transcript-missing = Расшифровки ещё нет: телефония её не прислала. Когда придёт, появится здесь.
transcript-empty = Расшифровка пустая: в звонке никто ничего не сказал.
transcript-masked = <i>Телефоны, номера документов и имена скрыты (•••).</i>

# operator «none»: никто не ответил.
listen-title =
    { $operator ->
        [none] 🎧 <b>#{ $id }</b> · { $at }
       *[other] 🎧 <b>#{ $id }</b> · { $at } · { $operator }
    }
listen-no-recording = 🔇 Записи нет: телефония не прислала её вместе со звонком.
listen-places = На что обратить внимание:
listen-place = { $at } { $rule }
