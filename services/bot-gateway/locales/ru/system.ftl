## «⚙️ Система».
system-title = <b>⚙️ Система</b>
system-version =
    Версия LM: <b>{ $tag }</b>{ $shadows ->
        [0] {""}
       *[other] {" "}· в тени: { $shadows }
    }
system-queue = В очереди: срочных { $live }, фоновых { $bulk }
system-parked =
    { $count ->
        [0] 🟢 0 сообщений отложено из-за сбоя
        [one] 🔴 { $count } сообщение отложено из-за сбоя: откройте доску очередей
        [few] 🔴 { $count } сообщения отложено из-за сбоя: откройте доску очередей
       *[many] 🔴 { $count } сообщений отложено из-за сбоя: откройте доску очередей
    }
system-relay-ok = 🟢 Отправка в очередь без задержки
system-relay-late = 🔴 Отправка в очередь отстаёт: { $span }
service-name =
    { $service ->
        [lm-scoring] оценка звонков
        [assignment] поручения
        [audit] журнал
        [bot-gateway] бот
        [reporting] сводки
        [call-ingest] приём звонков
        [queue-board] доска очередей
       *[other] { $service }
    }
system-processes = Процессы: { $list }
system-missing = 🔴 Не отвечают: { $list }
system-database = База: { NUMBER($megabytes, useGrouping: "always") } МБ
system-last-call = Последний звонок: { $at }
system-no-calls = Звонков ещё нет
button-versions = Версии LM

## «Версии LM» и карточка версии.
versions-title = <b>Версии LM</b>
versions-none = Версий ещё нет: первую запишет запуск оценки звонков.
ruleset-state-active = активна
ruleset-state-shadow = в тени
ruleset-state-retired = в архиве
ruleset-origin-shipped = из поставки
ruleset-origin-published = опубликована
ruleset-origin-calibrated = после калибровки
ruleset-origin-challenger = языковая модель
version-mark =
    { $state ->
        [active] 🟢
        [shadow] 👥
       *[retired] 📦
    }
version-state = { $state } · { $origin } { $at }
version-activated = последний раз активирована { $at }
version-note = «{ $note }»
version-disagreement =
    { $compared ->
        [0] Общих звонков с активной версией пока нет.
       *[other] Расходится с активной в { $percent } % общих звонков ({ $differing } из { $compared })
    }
version-flag = • { $metric }: +{ $gained } −{ $lost }
version-means =
    { $state ->
        [active] По ней оцениваются звонки, её оценки видят все.
        [shadow] Оценивает новые звонки рядом с активной. В списки, карточки и сводки её оценки не попадают.
       *[retired] Ничего не оценивает. Её оценки и правила сохранены.
    }
version-activate-question = <b>Активировать { $tag }?</b> Сейчас решает { $active }.
version-back-question = <b>Вернуть { $tag }?</b> Сейчас решает { $active }.
version-activate-means = Новые звонки оценит она. Оценки, которые уже есть, не изменятся до перерасчёта. Действие попадёт в журнал.
button-version-activate = 🟢 Активировать
button-version-shadow = 👥 В тень
button-version-retire = 📦 В архив
button-version-back = ↩️ Откатить
