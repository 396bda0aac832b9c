# «🎯 Контроль»: что стало с поручениями, и что принесли перезвоны.
menu-way-control = 🎯 Контроль
control-title = 🎯 <b>Контроль</b> · { $days } дней, { $from }–{ $to }
control-none = За эти дни ничего не поручали, и старых открытых поручений нет.
control-filter-owner = ответственный: { $name }
control-list =
    { $list ->
        [complaint] риски жалоб
        [followup] нужно перезвонить
        [lost] упущенная выручка
       *[none] вне списков
    }

control-measure = { control-measure-sign } { control-measure-name }
# По знаку кнопка находит свою строку в тексте.
control-measure-sign =
    { $measure ->
        [given] 📋
        [open] ⏳
        [overdue] ⏰
        [paused] ⏸
        [proven] ✅
        [said] 💬
        [finished] ✔️
        [failed] ❌
        [cancelled] 🗑
        [left] 📌
        [booked_proven] ☎️
       *[booked_said] 💭
    }
control-measure-name =
    { $measure ->
        [given] Поручено
        [open] Открыто
        [overdue] Просрочено
        [paused] Отложено
        [proven] Подтверждено звонком
        [said] Со слов
        [finished] Прочее выполнено
        [failed] Не удалось
        [cancelled] Отменено
        [left] Открыто с прежних дней
        [booked_proven] Записались: есть звонок
       *[booked_said] Записались: со слов
    }
control-count =
    { $measure ->
        [overdue] { control-measure }: <b>{ $count }</b>
        [given] { control-measure }: <b>{ $count }</b>
       *[other] { control-measure }: { $count }
    }
control-count-button = { control-measure-sign } { $count }

control-median = ⏱ Медиана: перезвонили через { $given } после поручения, через { $call } после звонка клиента (n={ $count })
control-clients =
    { $count ->
        [one] 💰 Записались после перезвона: <b>{ $range }</b> из { $count } сделанного
       *[other] 💰 Записались после перезвона: <b>{ $range }</b> из { $count } сделанных
    }
control-clients-why = ☎️ Запись слышна в звонке: { $proven }, 💭 только со слов: { $said }. Клиент посчитан один раз.
control-money = Это <b>{ $range }</b>, если запись приносит { $average }.
control-no-average = Сколько приносит запись, не указано: в деньгах не считаем.

control-by-owner = 👤 По сотрудникам
control-by-list = 🗂 По спискам
control-all-owners = ✖️ Все сотрудники
control-all-lists = ✖️ Все списки
control-parts-title =
    { $by ->
        [owner] 👤 <b>Контроль по сотрудникам</b> · { $days } дней, { $from }–{ $to }
       *[list] 🗂 <b>Контроль по спискам</b> · { $days } дней, { $from }–{ $to }
    }
control-part-head = <b>{ $name }</b> · поручено { $count }
control-part =
    { $measure ->
        [overdue] ⏰ просрочено { $count }
        [open] открыто { $count }
        [proven] подтверждено звонком { $count }
        [said] со слов { $count }
        [finished] прочее выполнено { $count }
        [failed] не удалось { $count }
        [cancelled] отменено { $count }
       *[left] 📌 с прежних дней { $count }
    }
control-part-median = ⏱ перезвон через { $span } (n={ $count })
control-part-booked = 💰 записались { $range }
control-part-button = { $name } · { $count }

control-rows-title = <b>{ control-measure }</b>: { $count }
control-rows-days =
    { $measure ->
        [left] поручено раньше { $from }
       *[other] поручено за { $days } дней, { $from }–{ $to }
    }
control-rows-none = Таких поручений сейчас нет.
control-row = { control-row-at } · { $kind } · { $subject }
control-row-at =
    { $late ->
        [true] ⏰ { $at }
       *[false] { $at }
    }
control-row-who = { $owner } · { $outcome }
control-row-paused = отложено до { $at }
# proof «none»: звонком такое не подтверждают; «said»: подтверждения нет.
control-row-done =
    { $proof ->
        [none] { $result }
        [said] { $result }, со слов
       *[other] { $result }, подтверждено звонком #{ $proof }
    }
control-row-proven = подтверждено звонком #{ $id }
control-row-reason = { $state } · { $reason }

## В итогах недели.
weekly-control = <b>Что поручали</b>
weekly-control-counts = 📋 Поручено { $given }: подтверждено звонком { $proven }, со слов { $said }, прочее выполнено { $finished }, не удалось { $failed }, отменено { $cancelled }, открыто { $open }, из них просрочено { $overdue }

## «💳 Средняя запись».
button-average-booking = 💳 Средняя запись
average-booking-title = <b>💳 Средняя запись</b>
average-booking-now = Сейчас: { $amount }
average-booking-unknown = Сейчас не указана: «🎯 Контроль» деньги не считает.
average-booking-question = Сколько клинике приносит одна запись в среднем? Напишите сумму в рублях, например <code>3 500</code>. По ней «🎯 Контроль» переводит записи после перезвона в деньги, за прошлые дни тоже.
average-booking-not-understood = Не понял сумму. Напишите рубли, от 1 до 1 000 000, например 3 500.
average-booking-confirm = Считать, что запись приносит { $amount }?
button-average-booking-save = ✅ Сохранить
button-average-booking-forget = 🗑 Не считать в деньгах
done-average-booking = ✅ Сохранено.
action-settings-set-average-booking = Указать среднюю запись

## Глава помощи.
help-button-control = 🎯 Контроль
help-chapter-control =
    <b>🎯 Контроль</b>

    Что стало с поручениями, данными за 7, 14 или 30 дней. Сумма сходится: поручено = подтверждено звонком + со слов + прочее выполнено + не удалось + отменено + открыто. «Открыто с прежних дней» — ещё старше.

    «Подтверждено звонком» — клиенту позвонили, и звонок это показывает. «Со слов» — так сказал ответственный, звонка не видно.

    Кнопка со знаком и числом открывает ровно эти поручения: знак стоит и у строки. «👤 По сотрудникам» и «🗂 По спискам» сужают.

    💰 Вернувшиеся клиенты: сначала те, чья запись слышна в звонке, затем вместе с теми, о ком сказал ответственный. Каждый клиент и каждый перезвон считаются один раз, в одном списке. Деньги — это клиенты × средняя запись («🔧 Настройки» → «💳 Средняя запись», ставит суперадмин).
