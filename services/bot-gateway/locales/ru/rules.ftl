# Правила LM словами. Правило без своих слов называется по своей семье, незнакомая семья — нейтрально.
rule-why =
    { $rule ->
        [attribution-denies_complaint] говорит, что не жалуется
        [attribution-medical_feeling] о самочувствии
        [attribution-not_you] не про клинику
        [attribution-on_them] о других
        [attribution-other_clinic] про другую клинику
        [attribution-praise] хвалит
        [attribution-third_party] о ком-то ещё
        [barrier-competitor] сравнивает с другой клиникой
        [barrier-operator_failed] оператор не помог записаться
        [barrier-operator_short] оператор отвечал коротко
        [barrier-price] остановила цена
        [barrier-price_soft] цена смутила
        [barrier-time] не подошло время
        [barrier-trust] не доверяет
        [booking-asks_details] оператор уточняет данные
        [booking-cancelled] запись отменена
        [booking-client_agrees] клиент согласен
        [booking-client_name] клиент назвал себя
        [booking-client_slot] клиент назвал время
        [booking-client_waitlist] просит место, если освободится
        [booking-confirmed] запись подтверждена
        [booking-moved] запись перенесена
        [booking-offers_new_date] оператор предложил другой день
        [booking-offers_slot] оператор предложил время
        [booking-operator_moves] клиника переносит запись
        [booking-says_time] названо время записи
        [booking-two_services] запись на две услуги
        [booking-waitlist] поставили в лист ожидания
        [complaint-boss] требует руководство
        [complaint-broken_promise] обещание не выполнено
        [complaint-demands_answer] требует ответа
        [complaint-error] ошибка клиники
        [complaint-escalation] грозит жалобой
        [complaint-grievance] претензия к клинике
        [complaint-irritation] раздражение
        [complaint-leaving] говорит, что уйдёт из клиники
        [complaint-operator_excuse] оператор оправдывался
        [complaint-operator_fixes] оператор взялся исправить
        [complaint-operator_sorry] оператор извинился
        [complaint-outrage] возмущение
        [complaint-price_surprise] цена вышла не та, что называли
        [complaint-refund] требует деньги назад
        [complaint-repeated] обращается не первый раз
        [complaint-rudeness] жалуется на грубость
        [complaint-sarcasm] сарказм
        [complaint-settled] уладили в разговоре
        [complaint-tells_everyone] обещает рассказать всем
        [complaint-time_passed] прошло много времени
        [complaint-treatment] недоволен лечением или приёмом
        [complaint-wait] слишком долгое ожидание
        [cross_sell-also_asks] спрашивает ещё об одной услуге
        [cross_sell-and_for_him] хочет записать ещё кого-то
        [cross_sell-declines] отказался от услуги
        [cross_sell-operator_ignores] о другой услуге не поговорили
        [cross_sell-operator_offers] оператор предложил ещё услугу
        [cross_sell-other_person] спрашивает для близкого
        [cross_sell-someday] думает об услуге на будущее
        [cross_sell-symptom] упомянул ещё одну проблему со здоровьем
        [delay-asks_callback] просит перезвонить
        [delay-busy] сейчас неудобно говорить
        [delay-condition] решит позже, при условии
        [delay-ends_open] разговор ничем не кончился
        [delay-thinks] взял время подумать
        [delay-will_call] обещает перезвонить сам
        [doubt-other_place] посмотрит в других местах
        [doubt-price_reaction] цена смутила
        [doubt-short_operator] оператор отвечал коротко
        [doubt-time_reaction] время смутило
        [doubt-trust_reaction] сомневается, стоит ли
        [grievance-again] опять та же беда
        [grievance-demand] требует разобраться
        [grievance-feeling] обида или возмущение
        [grievance-harm] стало хуже после приёма
        [grievance-loyal] давний клиент
        [grievance-mistake] говорит об ошибке
        [grievance-nobody] никто не ответил
        [grievance-waits] долго ждёт
        [grievance-was_told] говорили одно, вышло другое
        [grievance-why] спрашивает, почему так
        [indirect-sarcasm] сарказм
        [indirect-record] собирает доказательства
        [indirect-traced] что-то потеряли или перепутали
        [indirect-you_dont_know] клиника сама не знает
        [indirect-effort] чего это стоило клиенту
        [indirect-no_regard] к клиенту отнеслись без внимания
        [indirect-last_time] говорит, что это в последний раз
        [indirect-settled_elsewhere] уже нашёл другое место
        [indirect-existing] клиент клиники
        [indirect-goes_elsewhere] сделает в другом месте или никак
        [indirect-will_tell] ответит позже
        [indirect-dear] цена смутила
        [intent-asks_info] просит справку
        [intent-asks_price] спрашивает цену
        [intent-cancel] хочет отменить запись
        [intent-existing_client] клиент клиники
        [intent-has_booking] уже записан
        [intent-no_reschedule] отменяет и не переносит
        [intent-reschedule] хочет перенести запись
        [intent-urgent] нужно срочно
        [intent-wants_booking] хочет записаться
        [model-words] так часто говорят в похожих звонках
        [need-asks_if_offered] спрашивает, есть ли услуга
        [need-extra_marker] спрашивает ещё о чём-то
        [need-wish_later] хотел бы позже
        [need-worry] беспокоится о здоровье
        [need-turns_to] перешёл к другому вопросу
        [need-parks] отложил другой вопрос
        [promise-client_waits] клиент ждёт звонка
        [promise-clinic_calls] клиника обещала перезвонить
        [promise-passes_on] обещали передать
        [quality-brushes_off] оператор отмахнулся
        [quality-meets_objection] оператор ответил на сомнение
        [quality-names_price] оператор назвал цену
        [quality-says_purpose] оператор сказал, зачем звонит
        [quality-refuses] отказ без другого варианта
        [quality-rude] оператор грубит
        [quality-talks_over] клиента перебивали
        [refuse-elsewhere] пойдёт в другую клинику
        [refuse-final] отказался совсем
        [script-no_offer] хотел записаться, а время не предложили
        [target-understands_no_service] клиент понял, что услуги нет
        [target-no_service] такой услуги в клинике нет
        [validity-dropped] звонок оборвался
        [validity-line_noise] плохо слышно
        [state-blame] претензия к клинике
        [state-goal-booking] звонит записаться
        [state-goal-price] звонит узнать цену
        [state-goal-cancel] звонит отменить запись
        [state-goal-reschedule] звонит перенести запись
        [state-goal-own_booking] звонит по своей записи
        [state-goal-question] звонит с вопросом
        [state-goal-grievance] звонит с претензией
        [state-goal-callback] просит перезвонить
        [state-stance-agrees] клиент согласился
        [state-stance-thinks] клиент остался думать
        [state-stance-will_call] клиент обещал перезвонить
        [state-stance-asks_callback] клиент просил перезвонить
        [state-stance-waits] клиент остался ждать
        [state-stance-refuses] клиент отказался
        [state-stance-leaves] клиент уходит
        [state-stance-demands] клиент требует решения
        [state-stance-settled] клиент успокоился
        [state-move-confirms] оператор подтвердил запись
        [state-move-moves] оператор перенёс запись
        [state-move-cancels] оператор отменил запись
        [state-move-waitlists] оператор поставил в лист ожидания
        [state-move-promises] оператор обещал перезвонить или передать
        [state-move-offers] оператор предложил время
        [state-move-brushes_off] оператор отмахнулся
        [state-move-lacks] оператор ничего не предложил
        [state-further] есть ещё одна потребность
        [state-no_offer] время не предложили
        [state-doubt] клиент сомневается
        [state-delay] решение отложено
        [state-refuse] клиент отказался
        [state-wish] хочет записаться
        [state-promise] обещали вернуться к клиенту
        [state-cancel] запись отменяется
        [state-reschedule] запись переносится
        [state-offer] предложено время
        [state-dropped] звонок оборвался
       *[other] { rule-family }
    }
rule-family =
    { $family ->
        [attribution] о ком речь
        [barrier] что помешало записи
        [booking] разговор о записи
        [callback] обещание перезвонить
        [complaint] недовольство клиникой
        [cross_sell] ещё одна потребность
        [delay] решение отложено
        [doubt] сомнение
        [grievance] признак обиды
        [indirect] косвенный признак
        [intent] зачем звонит
        [need] ещё одна потребность
        [promise] обещание в разговоре
        [quality] работа оператора
        [refuse] отказ
        [script] нарушение скрипта
        [service] названа услуга
        [state] ход разговора
        [target] о чём звонок
        [topic] о чём речь
        [validity] был ли разговор
       *[other] сказано в разговоре
    }
