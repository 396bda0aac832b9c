## «🕘 Часы работы».
button-hours = 🕘 Часы работы
hours-title = <b>🕘 Часы работы клиники</b>
hours-open-until = 🟢 Сейчас открыто, до { $at }
hours-closed-until = 🌙 Сейчас закрыто, до { $at }
hours-line = { $days }: { $span }
hours-closed = закрыто
hours-days-workdays = Пн–Пт
hours-days-weekend = Сб–Вс
hours-days-monday = Пн
hours-days-tuesday = Вт
hours-days-wednesday = Ср
hours-days-thursday = Чт
hours-days-friday = Пт
hours-days-saturday = Сб
hours-days-sunday = Вс
hours-holidays =
    { $works ->
        [true] Праздники России: как обычно
       *[false] Праздники России: закрыто
    }
hours-special = <b>Особые дни</b>
hours-note = <i>По этим часам считаются сроки и «сколько просрочено»; ночью бот о сроках не напоминает.</i>
button-hours-holidays =
    { $works ->
        [true] 🎉 Закрывать на праздники
       *[false] 🎉 Работать в праздники
    }
button-hours-special = ➕ Особый день
button-hours-drop = ✖️ Убрать { $day }
button-hours-closed = Закрыто
hours-question = <b>🕘 { $days }</b>: когда клиника открыта?
hours-now = Сейчас: { $span }
hours-now-different = Сейчас часы разные.
hours-how = Можно написать своё: «9–18», «8:30–20:00», «закрыто».
hours-not-understood = Не понял. Напишите часы одного дня, например «9–18» или «закрыто»; закрыться нужно позже, чем открыться.
hours-confirm = Верно?
hours-special-question =
    <b>➕ Особый день</b>: какого числа клиника работает не как всегда?

    Напишите дату и часы, например:
    31.12 9–15
    2 мая закрыто
hours-special-not-understood = Не понял. Напишите будущую дату и часы, например «31.12 9–15» или «2 мая закрыто».
done-hours = ✅ Часы работы изменены.
