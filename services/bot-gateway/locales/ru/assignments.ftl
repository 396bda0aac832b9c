# Поручения: назначить, список, карточка.
menu-way-assignments = 📋 Поручения
button-confirm = ✅ Подтвердить
button-cancel = ✖️ Отмена
button-other-due = Выбрать другой срок
button-start = ▶️ В работу
button-done = ✅ Выполнено
button-failed = ❌ Не удалось
button-extend = ⏰ Продлить
button-reassign = 🔁 Переназначить
button-call-off = 🗑 Отменить
button-return = ↩️ Вернуть

span-minutes =
    { $count ->
        [one] { $count } минуту
        [few] { $count } минуты
       *[many] { $count } минут
    }
span-hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[many] { $count } часов
    }
span-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }

assign-title = 👤 <b>Поручение по звонку #{ $id }</b> · { $at }
assign-kind-question =
    Что нужно сделать?

    Перезвон: связаться с клиентом.
    Разбор: обсудить звонок с оператором.
    Тренинг: поучиться на этом звонке.
assign-kind-all-taken = По этому звонку уже поручено всё:
assign-kind-taken = 📋 { $kind } уже поручен: { $owner }, до { $due }
assign-owner-question = { $kind }: кому поручить? Рядом — сколько поручений уже в работе.
assign-person =
    { $tookTheCall ->
        [true] { $name } · { $count } · вёл звонок
       *[false] { $name } · { $count }
    }
assign-choice = <b>{ $kind }</b> · { $owner }

due-question = К какому сроку?
due-preset =
    { $preset ->
        [in-1-hour] Через 1 час
        [today-18] Сегодня 18:00
        [tomorrow-12] Завтра 12:00
       *[in-24-hours] Через 24 часа
    }
due-other = Другая дата
due-type =
    Напишите срок сообщением, например:
    завтра 12:00
    25.11 18:00
    через 3 часа
due-not-understood = Не понял срок.
due-past = ⛔️ Срок { $at } уже прошёл. Нужен другой.
due-line = Срок: <b>{ $at }</b>, через { $span }

assignments-view =
    { $view ->
        [mine] Мои
        [given] Выданные
        [all] Все
       *[overdue] Просроченные
    }
assignments-title =
    { $view ->
        [mine] 📋 <b>Мои поручения</b>: { $count }
        [given] 📋 <b>Выданные мной</b>: { $count }
        [all] 📋 <b>Все поручения</b>: { $count }
       *[overdue] ⏰ <b>Просроченные</b>: { $count }
    }
assignments-overdue =
    { $whose ->
        [own] ⏰ Просрочено: { $count }
       *[all] ⏰ Просрочено у всех: { $count }
    }
assignments-none =
    { $view ->
        [mine] Открытых поручений у вас нет.
        [given] Всё, что вы поручали, закрыто.
        [all] Открытых поручений нет.
       *[overdue] 🟢 Просроченных нет.
    }
assignments-row =
    { $late ->
        [true] ⏰ { $due } · { $kind } · #{ $id } · { $owner }, { $state }
       *[false] { $due } · { $kind } · #{ $id } · { $owner }, { $state }
    }
assignments-row-own =
    { $late ->
        [true] ⏰ { $due } · { $kind } · #{ $id } · { $state }
       *[false] { $due } · { $kind } · #{ $id } · { $state }
    }
assignments-button =
    { $late ->
        [true] ⏰ { $due } · { $kind } · #{ $id }
       *[false] { $due } · { $kind } · #{ $id }
    }

assignment-title = 📋 <b>{ $kind }</b> · { $state }
# operator «none»: на звонок никто не ответил.
assignment-call =
    { $operator ->
        [none] Звонок #{ $id } · { $at }
       *[other] Звонок #{ $id } · { $at } · { $operator }
    }
assignment-call-button = Звонок #{ $id }
assignment-owner = Ответственный: { $name }
assignment-giver = Поручил: { $name }
assignment-due = Срок: { $at }, через { $span }
assignment-overdue = 🔴 Срок: { $at }, просрочено на { $span }
assignment-due-closed = Срок: { $at }
assignment-why = Почему: «{ $quote }»
assignment-result = Итог: { $result }, { $at } ({ $proof })
assignment-result-none = сделано
assignment-proof-word = со слов
assignment-proof-call = подтверждено звонком #{ $id }
assignment-story = <b>История</b>
assignment-step = { $at } · { $what } · { $who }
assignment-step-system = система
assignment-step-what =
    { $action ->
        [assignment-create] поручено: { $owner }, до { $due }
        [assignment-accept] принято
        [assignment-start] взято в работу
        [assignment-complete] выполнено
        [assignment-fail] не удалось
        [assignment-extend] срок перенесён на { $due }
        [assignment-reassign] передано: { $owner }
        [assignment-cancel] отменено
        [assignment-return] возвращено в работу
       *[other] изменено
    }
assignment-result-question = Чем закончился перезвон?
extend-question = До какого срока продлить?
reassign-question = Кому передать? Рядом — сколько поручений уже в работе.
call-off-question = Отменить поручение? Вернуть его потом будет нельзя, только поручить заново.
