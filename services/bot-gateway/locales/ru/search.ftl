## «🔎 Найти звонок»
menu-way-search = 🔎 Найти звонок
search-title = <b>🔎 Найти звонок</b>
search-what =
    Напишите, что ищете:
    • номер звонка — <code>500123</code>
    • телефон клиента, в любой записи — <code>8 912 345-67-89</code>
    • день — «вчера», «24.11», «в понедельник»
    • оператора — имя или код
    • слова из разговора — «обещали перезвонить»

    Можно вместе, через запятую: «жалоба, вчера, Ольга».
search-what-own =
    Ищу среди звонков, которые приняли вы. Напишите:
    • номер звонка — <code>500123</code>
    • телефон клиента, в любой записи — <code>8 912 345-67-89</code>
    • день — «вчера», «24.11», «в понедельник»
    • слова из разговора — «обещали перезвонить»

    Можно вместе, через запятую: «жалоба, вчера».
search-today-button = Сегодня
search-yesterday-button = Вчера
search-operator-button = 👤 Оператор
search-operator-chosen-button = 👤 { $operator }
search-operator-question = 👤 Чьи звонки искать?
search-operators-none = Операторов в звонках пока нет.
search-operator-nobody-button = никто не ответил
search-operator-all-button = Все операторы
# name «none»: код никому не выдан.
search-operator-name =
    { $name ->
        [none] { $code }
       *[other] { $name } ({ $code })
    }

search-problem-empty = Напишите, что искать: номер звонка, телефон, день, оператора или слова из разговора.
search-problem-too-long = Слишком длинно: до 200 символов. Хватит двух-трёх слов, которые запомнились.
search-problem-short-phone = Похоже на телефон, но цифр не хватает: нужны все десять, с кодом города или оператора. Номер звонка пишите без пробелов.
search-problem-twice = Получилось два дня, два телефона или два оператора сразу. Оставьте один.
search-problem-many-operators = Под этим именем несколько операторов. Напишите имя с фамилией или код.
search-problem-common-words = Эти слова есть почти в любом разговоре, по ним ничего не выбрать. Добавьте слово по сути.

found-title = 🔎 { $asked }
found-asked-words = «{ $words }»
found-asked-all = Все звонки
found-own = ваши звонки
# operator «none»: никто не ответил.
found-row =
    { $operator ->
        [none] <b>#{ $id }</b> · { $at } · { $outcome }
       *[other] <b>#{ $id }</b> · { $at } · { $operator } · { $outcome }
    }
found-not-scored = ещё не разобран
found-turn = { transcript-speaker }: { $words }
found-hit = <b>{ $words }</b>
found-call-button = #{ $id } · { $at }
found-none = Таких звонков нет. Попробуйте другой день или оператора.
found-none-client = Звонков с этого номера нет. Проверьте цифры: ищется номер целиком.
found-none-words = Ничего не нашлось. Ищутся все слова сразу, в любой форме: уберите одно или напишите другое.
found-none-hidden = Имена и номера, скрытые от вас в расшифровках, не ищутся.
found-stopped = Просмотрено до { $at }.
found-go-on-button = Искать дальше ▶️
found-period-button =
    { $on ->
        [true] • { $days } дн. •
       *[false] { $days } дн.
    }
found-period-all-button =
    { $on ->
        [true] • Всё •
       *[false] Всё
    }
found-new-button = 🔎 Новый поиск
found-expired = Этот поиск уже забыт: запросы хранятся сутки. Начните новый.
found-no-code = Ваши звонки не найти: у вас нет кода оператора. Попросите администратора указать его в «👥 Пользователи».

## «🔗 Ссылка»
button-link = 🔗 Ссылка
link-title = 🔗 <b>Ссылка на звонок #{ $id }</b>
link-who = Перешлите её коллеге: карточка откроется в этом боте у того, кому звонок доступен. Другим ссылка ничего не скажет.
link-none = У звонка #{ $id } ещё нет ссылки.
link-unknown = 🔗 Ссылка не работает: такого звонка нет или он удалён.

hint-search-button = 🔎 Искать «{ $words }»
