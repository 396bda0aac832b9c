## «🆘 Сообщить о проблеме», «🎫 Создать тикет» и ответы разработчиков.
button-problem = 🆘 Сообщить о проблеме
button-my-problems = 📨 Мои обращения
problem-question =
    <b>🆘 Сообщить о проблеме</b>

    Напишите одним сообщением: что делали и что увидели. Ответ придёт сюда.

    Имён и телефонов пациентов не пишите: хватит номера звонка.
problem-about-screen = Вместе с текстом уйдёт: раздел «{ $chapter }».
problem-about-failure = Вместе с текстом уйдёт: номер сбоя <code>{ $trace }</code>.
problem-words-needed = Опишите словами: картинку и один номер звонка отправить нельзя.
problem-words-long = Слишком длинно. Уместите в { $max } символов.
problem-send-question = Отправить разработчикам?
problem-answer-send-question = Отправить ответ автору обращения?
button-problem-send = ✅ Отправить

button-ticket = 🎫 Создать тикет
ticket-question =
    <b>🎫 Создать тикет</b>

    Напишите задачу одним сообщением. Она уйдёт в чат разработчиков, и ей дадут номер.

problem-title =
    { $kind ->
        [ticket] <b>🎫 Тикет №{ $id }</b>
       *[problem] <b>🆘 Проблема №{ $id }</b>
    }
problem-state-waiting = ждёт ответа
problem-state-answered = есть ответ
problem-state-closed = закрыто
problem-who = { $role }, сотрудник №{ $id }
problem-where = Раздел «{ $chapter }», экран: <code>{ $screen }</code>
problem-trace = След: <code>{ $trace }</code> · версия { $version }
problem-said =
    { $who ->
        [you] <b>Вы</b>
        [author] <b>Автор</b>
       *[developers] <b>Разработчики</b>
    } · { $at }
problem-left-out =
    { $count ->
        [one] … ещё { $count } сообщение раньше
        [few] … ещё { $count } сообщения раньше
       *[many] … ещё { $count } сообщений раньше
    }
button-problem-more = ✍️ Написать ещё
button-problem-answer = ✍️ Ответить
button-problem-close = ✅ Закрыть
problem-more-question = Напишите одним сообщением, что добавить.
problem-answer-question = Напишите ответ одним сообщением. Он придёт автору в чат с ботом.

my-problems-title = <b>📨 Мои обращения</b>
button-problems = 📨 Обращения ({ $count })
problems-title =
    { $filter ->
        [waiting] <b>📨 Обращения</b> · ждут ответа
       *[all] <b>📨 Обращения</b> · все
    }
problems-none = Обращений нет.
problem-row =
    { $kind ->
        [ticket] 🎫
       *[problem] 🆘
    } №{ $id } · { $state } · { $at }
button-problems-filter =
    { $filter ->
        [all] Показать все
       *[waiting] Только ждут ответа
    }

done-problem-sent = ✅ Отправлено разработчикам: обращение №{ $id }. Ответ придёт сюда.
done-problem-more = ✅ Добавлено к обращению №{ $id }.
done-problem-answered = ✅ Ответ по обращению №{ $id } отправлен.
done-problem-closed = ✅ Обращение №{ $id } закрыто.
news-problem-new =
    { $kind ->
        [ticket] 🎫 <b>Новый тикет</b>
       *[problem] 🆘 <b>Новое обращение</b>
    }
news-problem-more = ✍️ <b>Автор дополнил обращение</b>
news-problem-answered = 💬 <b>Разработчики ответили</b>. Чтобы продолжить, нажмите «✍️ Написать ещё» или ответьте на это сообщение.
developers-answer = 💬 Ответ разработчиков по обращению №{ $id }:
developers-how = Чтобы ответить автору, ответьте на это сообщение.
