# «📤 Экспорт».
menu-way-export = 📤 Экспорт

## Что выгружается.
export-content-complaint = 🔴 Риски жалоб
export-content-followup = 📞 Нужно перезвонить
export-content-lost = 💸 Упущенная выручка
export-content-calls = ☎️ Все звонки
export-content-compensation = 💰 Компенсации
export-content-day = По дням
export-content-source = По источникам
export-content-metric = По показателям
export-columns-main = основные столбцы
export-columns-all = все показатели
export-columns-ids = только ID звонков
export-columns-button-main = Основные
export-columns-button-all = Все показатели
export-columns-button-ids = Только ID звонков
export-format-xlsx = Excel
export-format-csv = CSV
export-state-queued = в очереди
export-state-running = готовится
export-state-done = готова
export-state-failed = не получилась
export-state-cancelled = прекращена
export-state-expired = файл удалён

## Новая выгрузка.
export-new-title = 📤 <b>Экспорт</b>
export-days = { $days } дней, { $from }–{ $to }
export-rows =
    { $rows ->
        [one] { NUMBER($rows, useGrouping: "always") } строка
        [few] { NUMBER($rows, useGrouping: "always") } строки
       *[many] { NUMBER($rows, useGrouping: "always") } строк
    }
export-nothing = За эти дни таких звонков нет: выгружать нечего.
export-about-masked = 🔒 Телефоны — только последние цифры, имена и номера в словах скрыты. Выгрузка попадёт в журнал.
export-about-open = 🔓 Слова клиентов — как сказаны, с именами. Телефоны — только последние цифры. Выгрузка попадёт в журнал.
export-about-ids = 🔒 Только номера звонков: ни слов, ни телефонов. Выгрузка попадёт в журнал.
export-about-compensation = 🔒 Одобренное и выплаченное за эти дни: без слов, имён и телефонов клиентов. Выгрузка попадёт в журнал.
export-about-sums = 🟢 Только сводные числа: ни звонков, ни операторов, ни клиентов. Где звонков меньше 30, стоит «мало данных».
export-choice =
    { $on ->
        [true] ☑️ { $label }
       *[false] { $label }
    }
export-for-marketing = Для маркетинга (без персональных данных)
export-back-to-calls = ☎️ Звонки и списки
button-export = ✅ Выгрузить
button-my-exports = 🗂 Мои выгрузки

## «🗂 Мои выгрузки».
exports-title = 🗂 <b>Мои выгрузки</b>
exports-none = Вы ещё ничего не выгружали.
exports-wait = Файл придёт сюда новым сообщением.
exports-below = Файл хранится сутки: откройте выгрузку, чтобы получить его ещё раз.
export-title = <b>{ $content }</b> · выгрузка №{ $id }
export-asked-at = Запрошена { $at }
export-progress = { $percent } % · { NUMBER($done, useGrouping: "always") } из { NUMBER($total, useGrouping: "always") }
# until «none»: срок не задан.
export-ready =
    { $until ->
        [none] ✅ { export-rows } · { NUMBER($kilobytes, useGrouping: "always") } КБ
       *[other] ✅ { export-rows } · { NUMBER($kilobytes, useGrouping: "always") } КБ · хранится до { $until }
    }
export-failed =
    { $failure ->
        [too_big] ❌ Файл больше 50 МБ, Telegram столько не принимает. Возьмите меньше дней, меньше столбцов или Excel: он сжат.
       *[gave_up] ❌ Не получилось после нескольких попыток. Запросите ещё раз; если снова не выйдет, сообщите о проблеме.
    }
export-over =
    { $state ->
        [expired] 🗑 Прошли сутки, файл удалён. Нужен снова — выгрузите заново.
       *[cancelled] ✖️ Прекращена.
    }
export-button =
    { $state ->
        [done] ✅ { $content } · { $at }
        [failed] ❌ { $content } · { $at }
        [expired] 🗑 { $content } · { $at }
       *[cancelled] ✖️ { $content } · { $at }
    }
export-not-for-role = ⛔️ С вашей нынешней ролью этот файл получить нельзя.
button-export-new = 📤 Новая выгрузка
button-export-cancel = ✖️ Прекратить
button-export-file = 📎 Получить файл

## Файл и новости.
export-file-ready = 📎 <b>Выгрузка готова</b>
export-copy-stays = Копия в этом чате сама не исчезнет: удалите её, когда она не нужна.
done-export-create = ✅ Принято, готовлю файл.
done-export-cancel = ✅ Прекращено.
news-export-failed = ❌ <b>Выгрузка не получилась</b>

## Журнал и отказы.
action-export-create = Запросить выгрузку
action-export-cancel = Прекратить выгрузку
action-export-hand-out = Выдать файл выгрузки
refusal-export-not-permitted = с вашей ролью это выгружать нельзя
refusal-export-already-open = предыдущая выгрузка ещё готовится: дождитесь её или прекратите
refusal-export-empty = за эти дни выгружать нечего
refusal-export-too-big = файл вышел бы больше 50 МБ, Telegram столько не принимает: возьмите меньше дней или столбцов
refusal-export-not-found = такой выгрузки нет
refusal-export-not-open = она уже завершена
refusal-export-not-ready = файл ещё не готов
refusal-export-expired = прошли сутки, файл удалён: выгрузите заново

## Глава руководства.
help-button-exports = 📤 Экспорт
help-chapter-exports =
    <b>📤 Экспорт</b>

    Выберите, что выгрузить, за какие дни, какие столбцы и какой файл: Excel или CSV. Под выбором видно, сколько будет строк — столько же, сколько в списке.

    «Выгрузить»: бот покажет, сколько готово, и пришлёт файл новым сообщением. Больше одного файла сразу он не делает.

    «Только ID звонков» — одни номера, без слов и телефонов.

    «Для маркетинга» — сводные числа по дням, источникам и показателям. Где звонков меньше 30, стоит «мало данных».

    Файл хранится сутки: «Мои выгрузки» дадут его ещё раз. Копию в чате удаляйте сами. Кто и что выгрузил, видно в журнале.
