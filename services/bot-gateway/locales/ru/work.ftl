# «📈 Моя статистика», страница оператора, его звонки и тренинги.
menu-way-my-stats = 📈 Моя статистика
my-stats-title = 📈 <b>Моя статистика</b>
my-stats-no-code = Вы ещё не связаны с оператором из звонков, поэтому считать нечего. Попросите администратора: «👥 Пользователи» → вы → «Роль» → «Оператор».
# name «none»: за кодом нет человека с доступом.
operator-title =
    { $name ->
        [none] 👤 <b>Оператор { $code }</b>
       *[other] 👤 <b>Оператор { $code }</b> · { $name }
    }
work-span =
    { $span ->
        [day] Сегодня, { $to }
        [week] Неделя, { $from }–{ $to }
       *[month] Месяц, { $from }–{ $to }
    }
work-span-button =
    { $chosen ->
        [true] • { work-span-name }
       *[false] { work-span-name }
    }
work-span-name =
    { $span ->
        [day] День
        [week] Неделя
       *[month] Месяц
    }
work-no-calls =
    { $span ->
        [day] Сегодня разобранных звонков ещё нет.
       *[other] За это время разобранных звонков нет.
    }
# team «none»: не сравниваем.
work-calls =
    { $team ->
        [none] { work-calls-own }
       *[other] { work-calls-own } · у команды { $team }
    }
work-calls-own =
    { $calls ->
        [one] ☎️ { $calls } звонок
        [few] ☎️ { $calls } звонка
       *[many] ☎️ { $calls } звонков
    }
# value «none»: делить не на что; team «none»: не сравниваем.
work-rate =
    { $value ->
        [none] { work-rate-unknown }
       *[other] { work-rate-known }
    }
work-rate-known =
    { $team ->
        [none] { work-rate-own }
       *[other] { work-rate-own } · у команды { $team }{ work-rate-unit }
    }
work-rate-own =
    { $rate ->
        [conversion] 📝 Записались: { $count } из { target-base } · { $value } %
        [quality] { $light } Качество: { $value } в среднем по { work-scored }
        [complaint] 🔴 Красных: { $count } из { work-talks } · { $value } %
       *[callbacks] 📞 Перезвоны в срок: { $count } из { $base } · { $value } %
    }
work-scored =
    { $base ->
        [one] { $base } звонку
       *[other] { $base } звонкам
    }
work-talks =
    { $base ->
        [one] { $base } разговора
       *[other] { $base } разговоров
    }
work-rate-unit =
    { $rate ->
        [quality] {""}
       *[other] {" %"}
    }
work-rate-unknown =
    { $rate ->
        [conversion] 📝 Целевых звонков не было
        [quality] ⚪️ Качество: оценок ещё нет
        [complaint] ⚪️ Разговоров не было
       *[callbacks] 📞 Перезвонов с наступившим сроком не было
    }
work-median =
    { $operators ->
        [one] <i>«У команды» — середина (медиана): у половины больше, у половины меньше. Всего { $operators } оператор.</i>
        [few] <i>«У команды» — середина (медиана): у половины больше, у половины меньше. Всего { $operators } оператора.</i>
       *[many] <i>«У команды» — середина (медиана): у половины больше, у половины меньше. Всего { $operators } операторов.</i>
    }
work-too-few = <i>Где меньше { $min }, с командой не сравниваем: это была бы случайность.</i>
work-no-team = <i>С командой не сравниваем: для этого нужны звонки хотя бы { $min } операторов.</i>

button-stats-work = 📋 Мои поручения
button-my-calls = ☎️ Мои звонки
button-my-trainings = 🎓 Мои тренинги ({ $count })
button-my-disputes = ⚖️ Мои споры ({ $count })
button-operator-calls = ☎️ Звонки
button-operator-red = 🔴 Риски жалоб
button-operator-disputes = ⚖️ Споры ({ $count })
button-operator-user = 👥 Карточка сотрудника
button-user-stats = 📈 Статистика

operator-calls-title =
    { $mine ->
        [true] ☎️ <b>Мои звонки</b>
       *[false] ☎️ <b>Звонки: { $code }</b>
    }
operator-calls-none = Звонков ещё нет.
# quality «none»: её нельзя узнать.
operator-calls-row =
    { $quality ->
        [none] { $light } { $at } · #{ $id } · { $outcome }
       *[other] { $light } { $at } · #{ $id } · { $outcome } · качество { $quality }
    }
operator-calls-button =
    { $quality ->
        [none] #{ $id } · { $at }
       *[other] #{ $id } · { $at } · { $quality }
    }

## Глава помощи.
help-button-stats = 📈 Статистика оператора
help-chapter-stats =
    <b>📈 Статистика оператора</b>

    День, неделя или месяц: звонки, записи, качество, красные, перезвоны в срок. Рядом — «у команды»: середина (медиана) среди операторов. Где меньше 30 звонков, не сравниваем.

    Оператор видит своё: «📈 Моя статистика», там же его звонки, поручения, тренинги и споры. Администратор открывает любого: «👥 Пользователи» → «📈 Операторы в числах», или человек → «📈 Статистика».
