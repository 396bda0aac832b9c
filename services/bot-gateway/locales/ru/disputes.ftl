# Споры: оператор не согласен с оценкой своего звонка.
action-dispute-open = Оспорить оценку
action-dispute-decide = Решить спор

refusal-dispute-not-yours = оспорить можно только свой звонок
refusal-dispute-no-score = спорить ещё не о чем: звонок не разобран
refusal-dispute-not-raised = этот показатель сейчас не сработал
refusal-dispute-too-late = прошло больше 48 часов с тех пор, как звонок оценили
refusal-dispute-already-open = спор об этом показателе уже открыт
refusal-dispute-already-decided = этот спор уже решён
refusal-dispute-not-found = такого спора нет
refusal-dispute-cannot-decide-own = решать должен тот, кто не вёл, не оценивал и не разбирал этот звонок
refusal-dispute-words-gone = этого текста больше нет, напишите его ещё раз

done-dispute-opened = ✅ Спор открыт. Решит тот, кто этот звонок не оценивал, ответ придёт сюда.
done-dispute-decided =
    { $outcome ->
        [upheld] ✅ Решено: оператор прав. Он получил сообщение.
       *[rejected] ✅ Решено: оценка верна. Оператор получил сообщение.
    }
news-dispute-opened = ⚖️ <b>Новый спор:</b> оператор не согласен с оценкой звонка
news-dispute-decided =
    { $outcome ->
        [upheld] ⚖️ <b>Спор решён: вы правы.</b> Срабатывание признано ложным.
       *[rejected] ⚖️ <b>Спор решён: оценка верна.</b>
    }

dispute-state-open = ждёт решения
dispute-state-upheld = оператор прав
dispute-state-rejected = оценка верна
dispute-reason-misheard = Расшифровка ошиблась
dispute-reason-other-speaker = Это сказал другой
dispute-reason-other-meaning = Слова значат другое
dispute-reason-resolved = Вопрос решён в разговоре
dispute-reason-other = Своими словами

## Карточка звонка.
button-dispute = ⚖️ Оспорить
dispute-button = ⚖️ Спор №{ $id } · { $state }
dispute-line = ⚖️ { $metric } — спор №{ $id }: { $state }
dispute-window =
    { $open ->
        [true] ⚖️ Не согласны? Оспорить можно до { $until }
       *[false] ⚖️ Оспорить можно было до { $until }
    }

## Оспорить.
dispute-title = ⚖️ <b>Спор о звонке #{ $call }</b> · { $at }
dispute-which = Сработало несколько показателей. С каким вы не согласны?
dispute-nothing = Оспорить здесь уже нечего: показатели изменились, спор уже открыт или вышел срок.
dispute-why-question = Что не так? Выберите или напишите сообщением, до { $max } знаков.
dispute-words-needed = Напишите словами, что не так с оценкой.
dispute-words-long = Слишком длинно: уместите в { $max } знаков.
dispute-own-words = 💬 «{ $words }»
button-dispute-send = ✅ Отправить

## Карточка спора.
dispute-card-title = ⚖️ <b>Спор №{ $id }</b> · { $state }
# operator «none»: никто не ответил.
dispute-call =
    { $operator ->
        [none] Звонок #{ $call } · { $at }
       *[other] Звонок #{ $call } · { $at } · { $operator }
    }
dispute-metric = Показатель: <b>{ $metric }</b>
dispute-opened = Спорит: { $name }, { $at }
dispute-reason = Причина: { $reason }
dispute-note = 💬 «{ $words }»
dispute-decision = <b>Решение: { $outcome }</b> · { $name }, { $at }
dispute-no-evidence = Оценка версии { $tag } больше не хранится: решайте по записи и расшифровке.
dispute-changed = ⚠️ Звонок с тех пор изменился: слова выше — из новой расшифровки.
dispute-version = <i>Обе стороны видят одно и то же. LM { $tag }</i>
dispute-not-yours-to-decide = Вы вели, оценивали или разбирали этот звонок: спор решит другой.
button-dispute-upheld = 👍 Оператор прав
button-dispute-rejected = 👎 Оценка верна
button-dispute-call = ☎️ Звонок #{ $call }

dispute-decision-question =
    { $outcome ->
        [upheld] <b>Оператор прав</b>, сработало зря? Оператору придёт сообщение, изменить решение нельзя.
       *[rejected] <b>Оценка верна</b>? Оператору придёт сообщение, изменить решение нельзя.
    }
dispute-decision-words = Можно написать сообщением, почему: оператор прочтёт. До { $max } знаков.
dispute-decided-already = Решать здесь уже нечего: спор решён или решать его должен другой.

## «⚖️ Споры».
button-disputes = ⚖️ Споры ({ $count })
# operator: код, для споров одного оператора.
disputes-title =
    { $view ->
        [open] ⚖️ <b>Споры ждут решения</b> · { $count }
        [decided] ⚖️ <b>Решённые споры</b> · { $count }
        [mine] ⚖️ <b>Мои споры</b> · { $count }
       *[operator] ⚖️ <b>Споры: { $operator }</b> · { $count }
    }
disputes-none =
    { $view ->
        [open] 🟢 Все споры решены.
        [mine] Вы ещё ничего не оспаривали. Кнопка «⚖️ Оспорить» — на карточке вашего звонка, 48 часов после оценки.
       *[other] Споров нет.
    }
disputes-row =
    <b>№{ $id }</b> { $metric } — { $state }
    { $at } · { $name } · #{ $call }
disputes-button = №{ $id } · { $metric } · #{ $call }
disputes-view =
    { $view ->
        [open] Ждут решения
       *[decided] Решённые
    }

## Глава помощи.
help-button-disputes = ⚖️ Споры
help-chapter-disputes =
    <b>⚖️ Споры</b>

    Оператор не согласен с тем, что сработало на его звонке: карточка звонка → «⚖️ Оспорить» → причина или свои слова. На это есть 48 часов с момента оценки.

    Решает тот, кто этот звонок не вёл, не оценивал и не разбирал. Обе стороны видят одно и то же: слова, их время и вес. Решение одно, изменить его нельзя; оператору приходит ответ.

    «Оператор прав» значит «ложное срабатывание»: по таким решениям видно, какие правила ошибаются.

    Администраторы: «🧠 LM Аналитика» → «⚖️ Споры». Операторы: «📈 Моя статистика» → «⚖️ Мои споры».
