## «Перерасчёт»: долгие прогоны по сохранённым звонкам.
button-runs = Перерасчёт
runs-title = <b>Перерасчёт и проверки на истории</b>
runs-none-open = Сейчас ничего не выполняется.
runs-over = Последние завершённые — кнопками ниже.
run-kind-rescore = Перерасчёт
run-kind-backtest = Проверка на истории
run-state-running = выполняется
run-state-paused = на паузе
run-state-done = готово
run-state-failed = прервано сбоем
run-state-cancelled = прекращено
run-title = <b>{ $kind } №{ $id }</b> · { $state }
run-button = { $kind } №{ $id } · { $state }
# since, until «none»: без границы.
run-period =
    { $since ->
        [none] { run-period-until }
       *[other] звонки с { $since }{ run-period-tail }
    }
run-period-until =
    { $until ->
        [none] все звонки
       *[other] звонки до { $until }
    }
run-period-tail =
    { $until ->
        [none] {""}
       *[other] {" "}до { $until }
    }
# left «none»: ещё не известно или на паузе.
run-progress =
    { $left ->
        [none] { $percent } % · { NUMBER($done, useGrouping: "always") } из { NUMBER($total, useGrouping: "always") }
       *[other] { $percent } % · { NUMBER($done, useGrouping: "always") } из { NUMBER($total, useGrouping: "always") } · осталось около { $left }
    }
run-done = Пройдено звонков: { NUMBER($done, useGrouping: "always") } из { NUMBER($total, useGrouping: "always") }
run-failed-calls = ⚠️ Движок не справился со звонками: { $count }. Их номера — в журнале службы lm-scoring.
run-finished-at = Закончено { $at }
run-means =
    { $state ->
        [paused] На паузе: место сохранено, продолжить можно в любой момент.
        [failed] Шаг не удался после всех попыток. Причина — в отложенных сообщениях на доске очередей; потом запустите заново.
        [cancelled] Прекращено: что успело записаться, осталось.
        [done] { run-means-done }
       *[running] Идёт в фоне: новые звонки оцениваются раньше.
    }
run-means-done =
    { $kind ->
        [backtest] Отчёт готов. Оценки звонков не изменились.
       *[rescore] Оценки записаны. Прежние сохранены под своими версиями.
    }
run-which-version =
    { $kind ->
        [backtest] <b>Проверка на истории:</b> какую версию сравнить с тем, что показано сейчас?
       *[rescore] <b>Перерасчёт:</b> по какой версии? Активная изменит то, что видят люди; версия в тени — нет.
    }
run-no-version =
    { $kind ->
        [backtest] Сравнивать не с чем: есть только активная версия. Опубликуйте другую: <code>npm run lm -- versions shadow ПАПКА</code>.
       *[rescore] Версий ещё нет: первую запишет запуск оценки звонков.
    }
run-which-calls = <b>{ $kind }</b> по { $tag }: какие звонки?
button-run-days =
    { $days ->
        [0] Все звонки
       *[other] { $days } дней
    }
run-question = <b>{ $kind } по { $tag }?</b>
run-calls =
    { $days ->
        [0] Все звонки: около { NUMBER($calls, useGrouping: "always") }
       *[other] Звонков за { $days } дней: около { NUMBER($calls, useGrouping: "always") }
    }
run-will =
    { $what ->
        [backtest] Сравнит эту версию с показанными оценками. Ничего не изменит.
        [current] Её оценки станут показанными: списки, карточки и сводки за эти дни изменятся. Прежние оценки сохранятся. Новые звонки ждать не будут.
       *[beside] Запишет оценки рядом с показанными: люди ничего не заметят. Новые звонки ждать не будут.
    }
run-cancel-question = <b>Прекратить?</b> Продолжить с этого места будет нельзя.
button-run-new =
    { $kind ->
        [backtest] 🧪 Проверить на истории
       *[rescore] 🔁 Пересчитать
    }
button-run-pause = ⏸ Пауза
button-run-resume = ▶️ Продолжить
button-run-cancel = 🗑 Прекратить
button-run-report = 📊 Отчёт

done-lm-run-start = ✅ Запущено.
done-lm-run-pause = ✅ Пауза: текущий шаг закончен, дальше не пойдёт.
done-lm-run-resume = ✅ Продолжено с того же места.
done-lm-run-cancel = ✅ Прекращено.
news-lm-run =
    { $state ->
        [failed] ❗️ <b>Остановлено сбоем</b>
       *[done] { news-lm-run-done }
    }
news-lm-run-done =
    { $kind ->
        [backtest] ✅ <b>Проверка на истории готова</b>
       *[rescore] ✅ <b>Перерасчёт закончен</b>
    }

## Отчёт проверки на истории.
metric-valid-dialogue = Разговор состоялся
metric-is-target = Целевой звонок
choice-outcome = Исход звонка
choice-churn-risk-level = Риск ухода
choice-followup-reason = Зачем перезвонить
choice-loss-reason = Почему упустили
report-decimal = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
report-percent = { NUMBER($percent, maximumFractionDigits: 1) } %
report-calls = Сравнено звонков: { NUMBER($calls, useGrouping: "always") }, оценены иначе: { NUMBER($changed, useGrouping: "always") }
report-against = Показанные оценки: { $tags }
report-flag = <b>{ $metric }</b>: { $before } → { $after } (+{ $gained } −{ $lost })
report-agreement = согласие { $observed }, κ { $kappa }, AC1 { $ac1 }, звонков { $calls }
report-accuracy = точность { $precisionBefore } → { $precisionAfter }, полнота { $recallBefore } → { $recallAfter } (верных случаев { $known })
report-number = <b>{ $metric }</b>: в среднем { $meanBefore } → { $meanAfter }, p90 { $p90Before } → { $p90After }
report-number-red = <b>{ $metric }</b>: в среднем { $meanBefore } → { $meanAfter }, p90 { $p90Before } → { $p90After }, красных { $redBefore } → { $redAfter }
report-choice = <b>{ $name }</b>: совпадает { $same } из { $calls }
report-transition = • { $from } → { $to }: { $calls }
report-unchanged = Без изменений: { $names }
report-part-button =
    { $part ->
        [flags] 🚩 Признаки
        [numbers] 📈 Показатели
       *[choices] 🔀 Исходы и причины
    }
report-examples-button =
    { $side ->
        [gained] { $metric }: +{ $count }
       *[lost] { $metric }: −{ $count }
    }
report-examples-title =
    { $side ->
        [gained] <b>{ $metric }: появилось</b>, показано { $shown } из { $count }
       *[lost] <b>{ $metric }: пропало</b>, показано { $shown } из { $count }
    }
# rule «none»: без слов, по длительности или исходу.
report-example =
    { $rule ->
        [none] <b>#{ $id }</b> · { $at } · { $before } → { $after }
       *[other] <b>#{ $id }</b> · { $at } · { $before } → { $after } · <code>{ $rule }</code>
    }
report-no-words = без слов
report-set-aside = теперь не засчитано: { $why }
report-table-head = | Звонок | Когда | Баллы | Слова | Правило |
report-file-title = Проверка на истории №{ $id }
button-report-file = 📄 Файл

## Журнал и отказы.
action-lm-run-start = Запустить перерасчёт или проверку
action-lm-run-pause = Поставить перерасчёт на паузу
action-lm-run-resume = Продолжить перерасчёт
action-lm-run-cancel = Прекратить перерасчёт
refusal-run-version-retired = эта версия в архиве: поставьте её в тень или активируйте
refusal-run-already-running = такой прогон уже идёт: дождитесь его или прекратите
refusal-run-empty-period = за этот период звонков нет
refusal-run-not-found = такого прогона нет
refusal-run-not-running = прогон сейчас не выполняется
refusal-run-not-paused = прогон не на паузе
refusal-run-not-open = прогон уже завершён
