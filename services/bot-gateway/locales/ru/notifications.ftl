# «🔔 Уведомления», сообщения о красных звонках, утренняя сводка и итоги недели.
button-notifications = 🔔 Уведомления
notify-title = <b>🔔 Уведомления</b>
notify-note = <i>О том, что вам поручили или ответили, бот пишет всегда; в тихие часы — без звука. О сроках — когда они кончатся.</i>

# which «none»: не присылать, «all»: все.
notify-alerts =
    { $which ->
        [none] 🔴 Красные звонки: не присылать
        [all] 🔴 Красные звонки: сразу, все от { $from } баллов
       *[some] 🔴 Красные звонки: сразу, от { $from } баллов
    }
notify-budget =
    { $count ->
        [one] 📨 Не больше { $count } сообщения о них в день
       *[other] 📨 Не больше { $count } сообщений о них в день
    }
notify-budget-none = 📨 Сообщений о них в день — сколько придёт
notify-quiet = 🌙 Тихие часы: { $from }–{ $to }
notify-quiet-none = 🌙 Тихих часов нет
notify-digest = ☀️ Утренняя сводка: { $at }
notify-digest-none = ☀️ Утренняя сводка: не присылать
notify-weekly = 🗓 Итоги недели: по понедельникам в { $at }
notify-weekly-none = 🗓 Итоги недели: не присылать

notify-worth =
    { $told ->
        [one] За 30 дней { $told } звонок в сообщениях, «не важно» — { $count } ({ $percent } %).
        [few] За 30 дней { $told } звонка в сообщениях, «не важно» — { $count } ({ $percent } %).
       *[many] За 30 дней { $told } звонков в сообщениях, «не важно» — { $count } ({ $percent } %).
    }
notify-offer = Это много. Можно присылать сразу только звонки от { $from } баллов, остальные останутся в сводке и списках.

notify-button-alerts =
    { $on ->
        [true] 🔴 Присылать красные
       *[false] 🔕 Не присылать красные
    }
notify-button-threshold = 🎚 С каких баллов
notify-button-offer = ⬆️ Только от { $from } баллов
notify-button-budget = 📨 Сколько в день
notify-button-quiet = 🌙 Тихие часы
notify-button-digest = ☀️ Утренняя сводка
notify-button-weekly =
    { $on ->
        [true] 🗓 Присылать итоги недели
       *[false] 🗓 Не присылать итоги недели
    }
notify-button-from =
    { $which ->
        [all] Все красные, от { $from }
       *[some] От { $from }
    }
notify-button-count = { $count }
notify-button-unlimited = Сколько придёт
notify-button-no-quiet = Без тихих часов
notify-button-no-digest = Не присылать

notify-threshold-question = С каких баллов риска присылать звонок сразу?
notify-budget-question = Сколько сообщений о красных звонках в день? Что сверх того, придёт в утренней сводке.
notify-quiet-question =
    Когда не беспокоить? О красных звонках бот напишет, когда тихие часы кончатся.

    Можно написать своё: «22–7», «21:30–8:30».
notify-quiet-not-understood = Не понял. Напишите два времени, например «22–7» или «21:30–8:30».
notify-digest-question =
    Во сколько присылать утреннюю сводку?

    Можно написать своё время: «8:30».
notify-time-not-understood = Не понял. Напишите время, например «8:30».
notify-confirm = Верно?

done-notifications-configured = ✅ Сохранено.
done-notification-dismissed = 🙈 Учтено: об этом звонке бот больше не напишет.

## Красные звонки.
alert-title =
    { $count ->
        [one] 🔴 <b>{ $count } новый красный звонок</b>
        [few] 🔴 <b>{ $count } новых красных звонка</b>
       *[many] 🔴 <b>{ $count } новых красных звонков</b>
    }
alert-more =
    { $count ->
        [one] … и ещё { $count } звонок
        [few] … и ещё { $count } звонка
       *[many] … и ещё { $count } звонков
    }
alert-not-important = 🙈 Вы отметили: не важно
button-not-important = 🙈 { $place }. Не важно
button-all-unowned = 🔴 Все жалобы без ответственного

## Сводки.
digest-title = ☀️ <b>Сводка на { $day }</b>
digest-yesterday = <b>Вчера, { $day }</b> (в скобках — против недели до этого)
weekly-title = 🗓 <b>Итоги недели</b> · { $from }–{ $to }
weekly-how = <b>Как прошла</b> (в скобках — против недели до неё)
weekly-open = <b>Что осталось</b>
summary-unowned =
    { $count ->
        [0] 🟢 0 жалоб без ответственного за 7 дней
        [one] 🔴 { $count } жалоба без ответственного за 7 дней
        [few] 🔴 { $count } жалобы без ответственного за 7 дней
       *[many] 🔴 { $count } жалоб без ответственного за 7 дней
    }
summary-gathered =
    { $count ->
        [one] 🌙 { $count } новый красный звонок, пока было тихо
        [few] 🌙 { $count } новых красных звонка, пока было тихо
       *[many] 🌙 { $count } новых красных звонков, пока было тихо
    }
summary-no-calls = Звонков не было.
summary-few-calls = Разговоров или целевых звонков меньше { $min }: мало данных.
summary-not-compared = <i>Где звонков меньше { $min }, не сравниваем.</i>
summary-first = 🎯 <b>Послушать первыми</b>
button-gathered = 🌙 Красные звонки ({ $count })
button-my-work = 📋 Мои на сегодня ({ $count })
