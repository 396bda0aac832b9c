## «⚙️ Система».
system-title = <b>⚙️ Система</b>
system-version =
    Версия LM: <b>{ $tag }</b>{ $shadows ->
        [0] {""}
       *[other] {" "}· в тени: { $shadows }
    }
system-mark =
    { $level ->
        [red] 🔴
        [yellow] 🟡
       *[green] 🟢
    }
system-version-none = 🔴 Версии LM нет: звонки не оцениваются, пока не запустится оценка звонков
system-queues = <b>Очереди</b>
system-queue =
    { system-mark } { $service }: { $waiting ->
        [one] ждёт
       *[other] ждут
    } { NUMBER($waiting, useGrouping: "always") }{ $live ->
        [0] {""}
       *[other] , срочных { NUMBER($live, useGrouping: "always") }
    }{ $parked ->
        [0] {""}
       *[other] {" "}· отложено из-за сбоя: { NUMBER($parked, useGrouping: "always") }
    }
system-queues-empty = 🟢 пусто: { $list }
system-queues-more = Показаны не все: сообщений больше, чем бот считает за раз.
system-parked-hint = Отложенное из-за сбоя повторяют на доске очередей.
system-board = Доска очередей: { $address }
system-relay-ok = 🟢 Отправка в очередь без задержки
system-relay-late = { system-mark } Отправка в очередь отстаёт на { $span }
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
system-services = <b>Процессы</b>
system-service = { system-mark } { $service }: { $count } · с { $since }
system-service-none = { system-mark } { $service }: никто не работает
system-database = { system-mark } База: { NUMBER($megabytes, useGrouping: "always") } МБ, ответ за { $ms } мс
system-redis-none = 🟢 Redis не нужен: очереди в PostgreSQL
system-redis-silent = 🔴 Redis не отвечает: сообщения ждут в базе, ничего не потеряно
system-redis = { system-mark } Redis: ответ за { $ms } мс
system-redis-memory = { system-mark } Redis: { NUMBER($megabytes, useGrouping: "always") } МБ, ответ за { $ms } мс
system-import = { system-mark } Последний импорт { $at }: принято { NUMBER($accepted, useGrouping: "always") }, повторов { NUMBER($duplicates, useGrouping: "always") }, отклонено { NUMBER($rejected, useGrouping: "always") }
system-import-open = 🟡 Импорт начат { $at }: идёт или оборвался
system-import-none = Импорта файлов ещё не было
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
