# Слова внутри выгруженных файлов.
export-yes = да
export-no = нет
export-too-few = мало данных
export-no-source = источник не указан

# Имя листа: до 31 знака.
export-sheet =
    { $content ->
        [complaint] Риски жалоб
        [followup] Нужно перезвонить
        [lost] Упущенная выручка
        [day] По дням
        [source] По источникам
        [metric] По показателям
        [compensation] Компенсации
       *[calls] Звонки
    }

export-direction-inbound = входящий
export-direction-outbound = исходящий

## Столбцы: звонки.
export-column-id = ID звонка
export-column-at = Дата и время
export-column-operator = Оператор
export-column-direction = Направление
export-column-talk = Разговор, с
export-column-phone = Телефон клиента
export-column-outcome = Чем кончился
export-column-probability = { $metric }, вероятность
export-column-churn = Уровень риска ухода
export-column-followup = Зачем перезвонить
export-column-followup-due = Когда перезвонить
export-column-loss = Почему упустили
export-column-quote = Слова из разговора
export-column-owner = Ответственный
export-column-owner-kind = Поручение
export-column-owner-due = Срок поручения
export-column-listened = Прослушан
export-column-wait = Ожидание, с
export-column-source = Источник
export-column-gates = Чего нет и почему
export-column-profile = Профиль расчёта
export-column-version = Версия LM

## Столбцы: компенсации.
export-column-compensation = № компенсации
export-column-amount = Сумма, ₽
export-column-compensation-reason = За что
export-column-compensation-standing = Состояние
export-column-proposed-by = Предложил(а)
export-column-proposed-at = Предложено
export-column-approved-by = Одобрил(а)
export-column-approved-at = Одобрено
export-column-paid-by = Выплатил(а)
export-column-paid-at = Выплачено

## Столбцы: сводные.
export-column-day = День
export-column-calls = Звонков
export-column-missed = Пропущено
export-column-without-transcript = Без расшифровки
export-column-dialogues = Разговоров
export-column-target = Целевых
export-column-records = Записей
export-column-records-share = Доля записей от целевых
export-column-complaint-red = Красных жалоб
export-column-complaint-yellow = Жёлтых жалоб
export-column-followup-needed = Нужно перезвонить
export-column-lost-red = Упущено
export-column-lost-share = Доля упущенных от целевых
export-column-churn-high = Высокий риск ухода
export-column-quality-mean = Среднее качество
export-column-metric = Показатель
export-column-metric-calls = Звонков с показателем
export-column-mean = Среднее
export-column-p90 = p90
export-column-red-share = Доля красных
