## «👥 Пользователи» и карточка человека.
users-title = <b>👥 Пользователи</b>
users-requests =
    { $count ->
        [0] Заявок на доступ нет.
        [one] 🔔 { $count } заявка ждёт решения:
        [few] 🔔 { $count } заявки ждут решения:
       *[many] 🔔 { $count } заявок ждут решения:
    }
users-person = { $name }
users-filter =
    { $filter ->
        [operator] Операторы
        [marketing] Маркетологи
        [admin] Администраторы
        [superadmin] Суперадмины
        [supreme_dev] Разработчики
       *[blocked] Заблокированные
    } · { $count }
users-people =
    <b>👥 { $filter ->
        [operator] Операторы
        [marketing] Маркетологи
        [admin] Администраторы
        [superadmin] Суперадмины
        [supreme_dev] Разработчики
       *[blocked] Заблокированные
    }</b>{ $shown ->
        [0] {": никого"}
       *[other] {""}
    }

user-title = <b>{ $name }</b>
user-username = @{ $username }
user-status = Доступ: { $status }
user-role = Роль: { $role }
user-operator = Код в звонках: { $code }
user-work =
    { $reach ->
        [none] ⚠️ Открытых поручений: { $count }. Передайте их: «📋 Поручения» → «Все».
       *[own] Открытых поручений: { $count }
    }
user-since = В системе с { $at }
user-yourself = О себе решать нельзя: это сделает другой администратор.
user-above-you = Решать об этом человеке может только тот, чья роль выше.

user-role-question = <b>{ $name }</b>: какая роль?
user-code-question =
    <b>{ $name }</b>: { $count ->
        [0] свободных операторов в звонках нет. Связать с ними можно позже, кнопкой «Роль».
       *[other] кто это в звонках? По коду сотрудник увидит свои звонки и статистику. Рядом — сколько звонков за 90 дней.
    }
user-code = { $code } · { $calls }

button-users-figures = 📈 Операторы в числах
button-approve = Одобрить
button-reject = Отклонить
button-role = Роль
button-block = Заблокировать
button-unblock = Разблокировать
button-no-code = Без кода
button-user-log = 🧾 Действия
